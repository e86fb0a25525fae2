using InfoMonitor.Housekeeping;

namespace InfoMonitor.Tests.Housekeeping;

public sealed class MemoryReturnerTests
{
    [Theory]
    [InlineData(1 << 20, 100L << 20, true)]
    [InlineData(50L << 20, 100L << 20, false)]   // at work
    [InlineData(1 << 20, 2L << 20, false)]       // nothing to give back
    public void Memory_is_given_back_once_work_is_over(long lately, long uncollected, bool worth) => MemoryReturner.IsWorth(lately, uncollected).ShouldBe(worth);
}
