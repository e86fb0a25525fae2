using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InfoMonitor.Content.Classification;

/// <summary>Weights of one or more models side by side, a row a bucket: a feature costs one look into memory, however many models and outputs there are.</summary>
/// <remarks>A look outside the processor's caches costs more than what is reckoned with what it finds: so a weight is one byte, and a row lies within one line of the cache.
/// A weight is rounded to one of 255 steps up or down, by chance that the bucket decides: many small weights add up to what they were, as they would not if each were rounded to nothing.</remarks>
internal sealed class WeightTable
{
    /// <param name="models">Each with its weights by output and bucket.</param>
    public WeightTable(IReadOnlyList<(ModelSpec Model, float[][] Weights)> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        Own = new Block([.. models.Where(m => m.Model.View != ModelView.WholeText)]);
        Around = new Block([.. models.Where(m => m.Model.View != ModelView.Sentence)]);
    }

    /// <summary>For the features of <see cref="Features.Sentence"/>.</summary>
    public Block Own { get; }

    /// <summary>For those of <see cref="Features.Around"/> and <see cref="Features.Meanings"/>.</summary>
    public Block Around { get; }

    /// <summary>Models that weigh the same features.</summary>
    internal sealed class Block
    {
        private const int Lanes = 16, CacheLine = 64;

        private readonly Dictionary<ModelSpec, int> first = [];
        private readonly sbyte[] rows;

        /// <summary>By column: what one step of a weight is.</summary>
        private readonly double[] steps;

        /// <summary>Bytes from a row to the next, and where the first one starts, so that none lies across two lines of the cache.</summary>
        private readonly int stride, start;

        public Block(IReadOnlyList<(ModelSpec Model, float[][] Weights)> models)
        {
            var columns = new List<(int Output, float[] Weights)>();
            foreach (var (model, weights) in models)
            {
                first[model] = columns.Count;
                columns.AddRange(weights.Index());
            }
            Width = (columns.Count + Lanes - 1) / Lanes * Lanes;
            stride = (int)BitOperations.RoundUpToPowerOf2((uint)Width);
            steps = new double[Width];
            rows = GC.AllocateArray<sbyte>(Features.Buckets * stride + CacheLine, pinned: true);
            start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(rows, 0) & (CacheLine - 1));
            for (var column = 0; column < columns.Count; column++)
            {
                var (output, weights) = columns[column];
                var step = steps[column] = weights.Max(Math.Abs) / (double)sbyte.MaxValue;
                if (step == 0) continue;
                for (var bucket = 0; bucket < weights.Length; bucket++)
                    if (weights[bucket] != 0) rows[start + bucket * stride + column] = (sbyte)Math.Clamp(Math.Floor(weights[bucket] / step + Chance(bucket, output)), -sbyte.MaxValue, sbyte.MaxValue);
            }
        }

        /// <summary>Sums in a row: the outputs, filled up with zeros.</summary>
        public int Width { get; }

        /// <summary>The column of a model's first output.</summary>
        public int First(ModelSpec model) => first[model];

        public double Weight(ModelSpec model, int output, int bucket)
        {
            var column = first[model] + output;
            return rows[start + bucket * stride + column] * steps[column];
        }

        /// <summary>Adds what features of one value weigh to the sums, by column.</summary>
        /// <param name="buckets">At most <see cref="Sink.Most"/>.</param>
        public void Add(ReadOnlySpan<int> buckets, double value, Span<double> sums)
        {
            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), start);
            foreach (var bucket in buckets) Fetch(ref Unsafe.Add(ref row, bucket * stride));
            for (var column = 0; column < Width; column += Lanes)
            {
                Vector128<short> lower = default, upper = default;
                foreach (var bucket in buckets)
                {
                    var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, (nuint)(bucket * stride + column)));
                    lower += low;
                    upper += high;
                }
                for (var lane = 0; lane < Lanes / 2; lane++)
                {
                    sums[column + lane] += lower[lane] * value * steps[column + lane];
                    sums[column + Lanes / 2 + lane] += upper[lane] * value * steps[column + Lanes / 2 + lane];
                }
            }
        }

        /// <summary>Asks memory for a row that is read soon: waiting for one is waiting for many.</summary>
        private static unsafe void Fetch(ref sbyte row)
        {
            if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref row));
        }

        /// <summary>Evenly from 0 up to 1, the same for an output's bucket whatever models stand beside it.</summary>
        private static double Chance(int bucket, int output)
        {
            var hash = (uint)(bucket * 31 + output) * 0x9E3779B97F4A7C15UL;
            return ((hash ^ hash >> 32) * 0xFF51AFD7ED558CCDUL >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>Has every feature it is given weighed; <see cref="Flush"/> ends it.</summary>
    /// <remarks>Rows lie all over memory: features are gathered and their rows asked for together.</remarks>
    /// <param name="sums">By the block's columns.</param>
    public struct Sink(Block block, double[] sums) : IFeatureSink
    {
        /// <summary>So many weights of a byte do not overflow sixteen bits.</summary>
        public const int Most = 128;

        private Gathered gathered;
        private int count;
        private double value;

        public void Add(int bucket, double value, int start, int end, int start2 = -1, int end2 = -1)
        {
            if (count == Most || value != this.value) Flush();
            this.value = value;
            gathered[count++] = bucket;
        }

        public void Flush()
        {
            block.Add(gathered[..count], value, sums);
            count = 0;
        }

        [InlineArray(Most)]
        private struct Gathered
        {
            private int first;
        }
    }
}
