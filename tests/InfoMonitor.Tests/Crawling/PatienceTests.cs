using CsCheck;
using InfoMonitor.Crawling;

namespace InfoMonitor.Tests.Crawling;

public sealed class PatienceTests
{
    private static readonly CrawlingOptions Options = new();

    [Fact]
    public void Waits_grow_honour_the_server_and_end() => Gen.Select(Gen.Int[1, 60], Gen.Long[1, long.MaxValue], Gen.Int[0, 200_000].Select(s => TimeSpan.FromSeconds(s))).Sample((attempts, page, asked) =>
    {
        var wait = Patience.Wait(Options, attempts, asked, page);
        if (attempts >= Options.Attempts) return wait is null;
        return wait >= Options.FirstRetry && wait <= Options.LongestRetry && (wait >= asked || wait == Options.LongestRetry)
            && (attempts == 1 || Patience.Wait(Options, attempts, null, page) >= Patience.Wait(Options, attempts - 1, null, page));
    });

    [Fact]
    public void Pages_of_one_outage_do_not_come_back_together() =>
        Enumerable.Range(1, 100).Select(page => Patience.Wait(Options, 1, null, page)).Distinct().Count().ShouldBeGreaterThan(90);
}
