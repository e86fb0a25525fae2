namespace InfoMonitor.Content.Classification;

/// <summary>Weights of one or more models side by side, a row a bucket: a feature costs one look into memory, however many models and outputs there are.</summary>
internal sealed class WeightTable
{
    private readonly float[] rows;
    private readonly int width;

    /// <param name="outputs">By output, its weights by bucket; the view of its model, in the order of <see cref="ModelView"/>.</param>
    public WeightTable(IReadOnlyList<(ModelView View, Func<int, float> Weight)> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        width = outputs.Count;
        Own = (0, outputs.Count(o => o.View != ModelView.WholeText));
        Around = (outputs.Count(o => o.View == ModelView.Sentence), width);
        rows = new float[Features.Buckets * width];
        for (var output = 0; output < width; output++)
            for (var bucket = 0; bucket < Features.Buckets; bucket++) rows[bucket * width + output] = outputs[output].Weight(bucket);
    }

    /// <summary>The columns that read a sentence's own block.</summary>
    public (int From, int To) Own { get; }

    /// <summary>The columns that read what stands around it, or the whole text.</summary>
    public (int From, int To) Around { get; }

    public int Width => width;

    public ReadOnlySpan<float> this[int bucket] => rows.AsSpan(bucket * width, width);

    /// <summary>Adds up weight x value of every feature it is given, by output.</summary>
    public readonly struct Sink(WeightTable table, (int From, int To) columns, double[] sums) : IFeatureSink
    {
        public void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1)
        {
            var weights = table[bucket][columns.From..columns.To];
            var to = sums.AsSpan(columns.From, weights.Length);
            for (var k = 0; k < weights.Length; k++) to[k] += weights[k] * value;
        }
    }
}
