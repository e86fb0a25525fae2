using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>A vector with its label for ML.NET.</summary>
internal sealed class Sample
{
    public bool Label { get; set; }

    public float Weight { get; set; }

    public VBuffer<float> Features { get; set; }
}

/// <summary>Logistic regression by L-BFGS (ML.NET): convex, so equal data give equal models; one thread, so sums run in one order.</summary>
internal static class Fitter
{
    private static readonly SchemaDefinition Schema = MakeSchema();

    public static ITransformer Fit(MLContext ml, IEnumerable<Sample> samples, double regularization, double tolerance)
    {
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(Sample.Label),
            FeatureColumnName = nameof(Sample.Features),
            ExampleWeightColumnName = nameof(Sample.Weight),
            L1Regularization = 0,
            L2Regularization = (float)regularization,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 150,
            OptimizationTolerance = (float)tolerance,
            HistorySize = 15,
        });
        return trainer.Fit(Load(ml, samples));
    }

    public static IDataView Load(MLContext ml, IEnumerable<Sample> samples) => ml.Data.LoadFromEnumerable(samples, Schema);

    /// <summary>Equal buckets added up, in order, as ML.NET wants them.</summary>
    public static VBuffer<float> Buffer(List<(int Bucket, double Value)> features)
    {
        features.Sort((a, b) => a.Bucket.CompareTo(b.Bucket));
        var indices = new List<int>(features.Count);
        var values = new List<float>(features.Count);
        foreach (var (bucket, value) in features)
        {
            if (indices.Count > 0 && indices[^1] == bucket) values[^1] += (float)value;
            else
            {
                indices.Add(bucket);
                values.Add((float)value);
            }
        }
        return new VBuffer<float>(Features.Buckets, values.Count, [.. values], [.. indices]);
    }

    private static SchemaDefinition MakeSchema()
    {
        var schema = SchemaDefinition.Create(typeof(Sample));
        schema[nameof(Sample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Features.Buckets);
        return schema;
    }
}
