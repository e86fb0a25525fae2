namespace InfoMonitor.Content.Classification;

/// <summary>Weights of one or more models side by side, a row a bucket: a feature costs one look into memory, however many models and outputs there are.</summary>
/// <remarks>A look outside the processor's caches costs more than what is reckoned with what it finds: so what reads a sentence and what reads the text around it lie apart, and a form of the words that few models read costs few columns.</remarks>
internal sealed class WeightTable
{
    /// <param name="outputs">Each with its weights by bucket.</param>
    public WeightTable(IReadOnlyList<(ModelSpec Model, int Output, Func<int, float> Weight)> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Own = new Block([.. outputs.Where(o => o.Model.View != ModelView.WholeText)]);
        Around = new Block([.. outputs.Where(o => o.Model.View != ModelView.Sentence)]);
    }

    /// <summary>For a sentence's own features.</summary>
    public Block Own { get; }

    /// <summary>For what stands around it, or the whole text.</summary>
    public Block Around { get; }

    /// <summary>The weight of an output for a bucket of either block.</summary>
    public float this[ModelSpec model, int output, int bucket] => (model.View == ModelView.WholeText ? Around : Own).Weight(model, output, bucket);

    /// <summary>Columns in the order of their models' forms.</summary>
    internal sealed class Block
    {
        private readonly Dictionary<ModelSpec, int> first;
        private readonly (int From, int To)[] forms;
        private readonly float[] rows;

        public Block(IEnumerable<(ModelSpec Model, int Output, Func<int, float> Weight)> outputs)
        {
            var columns = outputs.OrderBy(o => o.Model.Form).ToList();
            Width = columns.Count;
            first = columns.Select((o, at) => (o.Model, At: at)).DistinctBy(o => o.Model).ToDictionary(o => o.Model, o => o.At);
            forms = [.. Enum.GetValues<TokenForm>().Select(f => (columns.FindIndex(c => c.Model.Form == f), columns.FindLastIndex(c => c.Model.Form == f) + 1))];
            rows = new float[Features.Buckets * Width];
            for (var column = 0; column < Width; column++)
                for (var bucket = 0; bucket < Features.Buckets; bucket++) rows[bucket * Width + column] = columns[column].Weight(bucket);
        }

        public int Width { get; }

        /// <summary>The columns of the models that read a form; empty at 0 where none does.</summary>
        public (int From, int To) Columns(TokenForm form) => forms[(int)form] is { From: >= 0 } columns ? columns : (0, 0);

        public int First(ModelSpec model) => first[model];

        public float Weight(ModelSpec model, int output, int bucket) => rows[bucket * Width + first[model] + output];

        public ReadOnlySpan<float> Row(int bucket) => rows.AsSpan(bucket * Width, Width);
    }

    /// <summary>Adds up weight x value of every feature it is given, by output, in the order it is given them; <see cref="Flush"/> ends it.</summary>
    /// <remarks>Rows lie all over memory: features are gathered and their rows asked for together, so that waiting for one is waiting for many.</remarks>
    public struct Sink(Block block, (int From, int To) columns, double[] sums) : IFeatureSink
    {
        private Gathered gathered;
        private int count;

        /// <summary>Nobody reads it: it keeps the looks that only fetch a row from being compiled away.</summary>
        private float asked;

        public void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1)
        {
            gathered[count++] = (bucket, value);
            if (count == Gathered.Size) Flush();
        }

        public void Flush()
        {
            ReadOnlySpan<(int Bucket, double Value)> features = gathered[..count];
            foreach (var feature in features) asked += block.Row(feature.Bucket)[columns.From] + block.Row(feature.Bucket)[columns.To - 1];
            foreach (var (bucket, value) in features)
            {
                var weights = block.Row(bucket)[columns.From..columns.To];
                var to = sums.AsSpan(columns.From, weights.Length);
                for (var k = 0; k < weights.Length; k++) to[k] += weights[k] * value;
            }
            count = 0;
        }

        [System.Runtime.CompilerServices.InlineArray(Size)]
        private struct Gathered
        {
            public const int Size = 64;

            private (int Bucket, double Value) first;
        }
    }
}
