using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InfoMonitor.Content.Classification;

/// <summary>Weights of one or more models side by side, a row a bucket: a feature costs few looks into memory, however many models and outputs there are.</summary>
/// <remarks>A look outside the processor's caches costs more than what is reckoned with what it finds: so what is read of other words lies apart, a row is at most one cache line, and rows that weigh nothing are left out.</remarks>
internal sealed class WeightTable
{
    private readonly Dictionary<ModelSpec, Block> whole;

    /// <param name="models">Each with its weights by output and bucket.</param>
    public WeightTable(IReadOnlyList<(ModelSpec Model, float[][] Weights)> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        whole = models.Where(m => m.Model.View == ModelView.WholeText).ToDictionary(m => m.Model, m => new Block(this, isAround: true, [m]));
        OfSentence = new Block(this, isAround: false, [.. models.Where(m => m.Model.View != ModelView.WholeText)]);
        OfContext = new Block(this, isAround: true, [.. models.Where(m => m.Model.View == ModelView.SentenceInContext)]);
        Own = [OfSentence];
        Around = [OfContext, .. whole.Values];
    }

    /// <summary>For a sentence's own features.</summary>
    public Block OfSentence { get; }

    /// <summary>For what stands around a sentence.</summary>
    public Block OfContext { get; }

    /// <summary>The blocks that weigh the features of <see cref="Features.Sentence"/>.</summary>
    public IReadOnlyList<Block> Own { get; }

    /// <summary>Those that weigh the features of <see cref="Features.Around"/>.</summary>
    public IReadOnlyList<Block> Around { get; }

    /// <summary>Of a model that reads the whole text.</summary>
    public Block OfWhole(ModelSpec model) => whole[model];

    /// <summary>Models that weigh the same features.</summary>
    internal sealed class Block
    {
        private const int Lanes = 8, LineFloats = 16;

        private readonly Dictionary<ModelSpec, int> first = [];
        private readonly bool[] forms = new bool[Enum.GetValues<TokenForm>().Length];

        /// <summary>By 64 buckets: which of them have a row, and how many rows stand before.</summary>
        private readonly (ulong Present, int Before)[] places = new (ulong, int)[Features.Buckets / 64];
        private readonly float[] rows;

        /// <summary>Where the first row starts, so that none lies across two lines of the cache.</summary>
        private readonly int start;

        public Block(WeightTable table, bool isAround, IReadOnlyList<(ModelSpec Model, float[][] Weights)> models)
        {
            (Table, IsAround) = (table, isAround);
            var columns = new List<float[]>();
            foreach (var (model, weights) in models)
            {
                first[model] = columns.Count;
                forms[(int)model.Form] = true;
                WeighsMeanings |= model.WeighsMeanings;
                columns.AddRange(weights);
            }
            Width = (columns.Count + Lanes - 1) / Lanes * Lanes;
            var count = 0;
            for (var bucket = 0; bucket < Features.Buckets; bucket++)
            {
                ref var place = ref places[bucket / 64];
                if (bucket % 64 == 0) place.Before = count;
                if (!columns.Exists(c => c[bucket] != 0)) continue;
                place.Present |= 1UL << bucket;
                count++;
            }
            rows = GC.AllocateArray<float>(count * Width + LineFloats, pinned: true);
            start = (int)(-(Marshal.UnsafeAddrOfPinnedArrayElement(rows, 0) / sizeof(float)) & (LineFloats - 1));
            for (var bucket = 0; bucket < Features.Buckets; bucket++)
                if (Place(bucket) is var place && place >= 0)
                    for (var column = 0; column < columns.Count; column++) rows[place + column] = columns[column][bucket];
        }

        public WeightTable Table { get; }

        /// <summary>Weighs the features of <see cref="Features.Around"/>, not those of <see cref="Features.Sentence"/>.</summary>
        public bool IsAround { get; }

        /// <summary>Weighs those of <see cref="Features.Meanings"/> besides.</summary>
        public bool WeighsMeanings { get; }

        /// <summary>Sums in a row: the outputs, filled up with zeros.</summary>
        public int Width { get; }

        public bool Reads(TokenForm form) => forms[(int)form];

        /// <summary>The column of a model's first output.</summary>
        public int First(ModelSpec model) => first[model];

        public float Weight(ModelSpec model, int output, int bucket) => Place(bucket) is var place && place >= 0 ? rows[place + first[model] + output] : 0;

        /// <summary>Adds weight x value of each feature to the sums, by column, in the order they are given.</summary>
        public void Add(ReadOnlySpan<(int Bucket, double Value)> features, Span<double> sums)
        {
            Span<(int Place, double Value)> found = stackalloc (int, double)[Sink.Most];
            var count = 0;
            ref var row = ref MemoryMarshal.GetArrayDataReference(rows);
            foreach (var (bucket, value) in features)
                if (Place(bucket) is var place && place >= 0)
                {
                    Fetch(ref Unsafe.Add(ref row, place));
                    found[count++] = (place, value);
                }
            found = found[..count];
            ref var sum = ref MemoryMarshal.GetReference(sums);
            for (var column = 0; column < Width; column += Lanes)
            {
                var lower = Vector256.LoadUnsafe(ref sum, (nuint)column);
                var upper = Vector256.LoadUnsafe(ref sum, (nuint)(column + Lanes / 2));
                foreach (var (place, value) in found)
                {
                    var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref row, (nuint)(place + column)));
                    lower += low * value;
                    upper += high * value;
                }
                lower.StoreUnsafe(ref sum, (nuint)column);
                upper.StoreUnsafe(ref sum, (nuint)(column + Lanes / 2));
            }
        }

        /// <summary>Asks memory for a row that is read soon: a fifth of an article's time was waiting for rows.</summary>
        private static unsafe void Fetch(ref float row)
        {
            if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref row));
        }

        /// <summary>Where a bucket's row starts; negative where all its weights are 0.</summary>
        private int Place(int bucket)
        {
            ref readonly var place = ref places[bucket / 64];
            var bit = 1UL << bucket;
            return (place.Present & bit) == 0 ? -1 : start + (place.Before + BitOperations.PopCount(place.Present & (bit - 1))) * Width;
        }
    }

    /// <summary>Has every feature it is given weighed by each of the blocks; <see cref="Flush"/> ends it.</summary>
    /// <remarks>Rows lie all over memory: features are gathered and their rows asked for together, so that waiting for one is waiting for many.</remarks>
    public struct Sink(List<(Block Block, double[] Sums)> blocks) : IFeatureSink
    {
        public const int Most = 64;

        private Gathered gathered;
        private int count;

        public void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1)
        {
            gathered[count++] = (bucket, value);
            if (count == Most) Flush();
        }

        public void Flush()
        {
            foreach (var (block, sums) in blocks) block.Add(gathered[..count], sums);
            count = 0;
        }

        [InlineArray(Most)]
        private struct Gathered
        {
            private (int Bucket, double Value) first;
        }
    }
}
