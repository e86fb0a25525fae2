using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class WeightTableTests
{
    private const float Large = 2, Small = 0.001f;

    [Fact]
    public void Many_small_weights_add_up_beside_a_large_one()
    {
        var weights = Enumerable.Repeat(Small, Features.Buckets).ToArray();
        weights[0] = -Large;
        var block = Table(weights).Own;
        block.Weight(ModelSpec.Hate, 0, 0).ShouldBe(-Large, 1e-12);
        Enumerable.Range(1, Features.Buckets - 1).Sum(bucket => block.Weight(ModelSpec.Hate, 0, bucket)).ShouldBe(Small * (Features.Buckets - 1), 0.02 * Small * Features.Buckets);
    }

    [Fact]
    public void What_weighs_nothing_still_weighs_nothing()
    {
        var weights = new float[Features.Buckets];
        weights[7] = Large;
        var block = Table(weights).Own;
        Enumerable.Range(0, Features.Buckets).Where(bucket => block.Weight(ModelSpec.Hate, 0, bucket) != 0).ShouldBe([7]);
    }

    [Fact]
    public void A_sum_is_that_of_its_weights_however_many_features_there_are()
    {
        var random = new Random(5);
        var weights = Enumerable.Range(0, Features.Buckets).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        weights.AsSpan(0, 1_000).Fill(Large); // as many of the heaviest as could overflow
        var block = Table(weights).Own;
        var sums = new double[block.Width];
        var sink = new WeightTable.Sink(block, sums);
        for (var bucket = 0; bucket < 5_000; bucket++) sink.Add(bucket, bucket < 2_500 ? 0.25 : 1.5, 0, 1);
        sink.Flush();
        sums[block.First(ModelSpec.Hate)].ShouldBe(Enumerable.Range(0, 5_000).Sum(bucket => block.Weight(ModelSpec.Hate, 0, bucket) * (bucket < 2_500 ? 0.25 : 1.5)), 1e-9);
    }

    private static WeightTable Table(float[] weights) => new([(ModelSpec.Hate, [weights])]);
}
