using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;

namespace InfoMonitor.Content.Classification;

/// <summary>The weights of a model's outputs, read from ML.NET's file once; scoring is our own sparse dot product over them, thread-safe and exact.</summary>
internal sealed class LinearModel
{
    private readonly WeightTable table;

    private LinearModel(ModelSpec spec, ModelCard card, WeightTable table, double[] bias) => (Spec, Card, this.table, Bias) = (spec, card, table, bias);

    public ModelSpec Spec { get; }

    public ModelCard Card { get; }

    /// <summary>By output.</summary>
    public double[] Bias { get; }

    /// <summary>The weight of an output for a bucket.</summary>
    public float this[int bucket, int output] => table[Spec, output, bucket];

    /// <summary>What its outputs weigh in a sentence, or around it; reckoned once for every model of the same table.</summary>
    public ReadOnlySpan<double> Sums(Unit unit, bool around) => unit.Sums(table, around, Spec.Form).AsSpan((around ? table.Around : table.Own).First(Spec), Bias.Length);

    /// <summary>The same models over one table.</summary>
    public static IReadOnlyList<LinearModel> Joined(IEnumerable<LinearModel> models)
    {
        var all = models.ToList();
        var joined = new WeightTable([.. all.SelectMany(m => Enumerable.Range(0, m.Bias.Length).Select(output => (m.Spec, output, (Func<int, float>)(bucket => m[bucket, output]))))]);
        return [.. all.Select(m => new LinearModel(m.Spec, m.Card, joined, m.Bias))];
    }

    /// <exception cref="InvalidDataException">A file is missing, broken, or not the one its card describes.</exception>
    public static LinearModel Load(string models, ModelSpec spec)
    {
        var folder = Path.Combine(models, spec.Name);
        var cardPath = Path.Combine(folder, "card.json");
        var zipPath = Path.Combine(folder, "model.zip");
        var card = ReadCard(cardPath);
        if (!card.Outputs.Select(o => o.Name).SequenceEqual(spec.Outputs, StringComparer.Ordinal))
            throw new InvalidDataException($"{cardPath} names other outputs than this version knows. {Remedy}");
        float[][] weights;
        double[] bias;
        try
        {
            (weights, bias) = ReadZip(zipPath);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or UnauthorizedAccessException or InvalidCastException)
        {
            throw new InvalidDataException($"{zipPath} cannot be read: {e.Message} {Remedy}", e);
        }
        if (weights.Length != spec.Outputs.Count || Hash(weights, bias) != card.Weights)
            throw new InvalidDataException($"{zipPath} is not the model its card describes. {Remedy}");
        return Of(spec, card, weights, bias);
    }

    /// <summary>A model that was just trained, not yet written.</summary>
    public static LinearModel Of(ModelSpec spec, ModelCard card, float[][] weights, double[] bias) =>
        new(spec, card, new WeightTable([.. weights.Select((output, k) => (spec, k, (Func<int, float>)(bucket => output[bucket])))]), bias);

    /// <exception cref="InvalidDataException">The card is missing or broken.</exception>
    public static ModelCard ReadCard(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelCard>(File.ReadAllBytes(path), ModelCard.Json) ?? throw new InvalidDataException($"{path} is empty. {Remedy}");
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} {Remedy}", e);
        }
    }

    public static string Hash(float[][] weights, double[] bias)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(MemoryMarshal.AsBytes(bias.AsSpan()));
        foreach (var output in weights) sha.AppendData(MemoryMarshal.AsBytes(output.AsSpan()));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private const string Remedy = "Restore the models folder, or make it anew with: infomonitor model train";

    private static (float[][] Weights, double[] Bias) ReadZip(string path)
    {
        var ml = new MLContext(seed: 1);
        var transformers = (IEnumerable<ITransformer>)ml.Model.Load(path, out _);
        var weights = new List<float[]>();
        var bias = new List<double>();
        foreach (var transformer in transformers)
        {
            var (w, b) = Parameters(transformer);
            weights.Add(w);
            bias.Add(b);
        }
        return ([.. weights], [.. bias]);
    }

    /// <summary>Weights and bias of one trained logistic regression.</summary>
    public static (float[] Weights, double Bias) Parameters(ITransformer transformer)
    {
        var model = ((ISingleFeaturePredictionTransformer<object>)transformer).Model;
        var linear = (LinearBinaryModelParameters)((CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)model).SubModel;
        return ([.. linear.Weights], linear.Bias);
    }
}
