using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;

namespace InfoMonitor.Tests.Ingestion;

public sealed class BigPagesTests
{
    [Fact]
    public async Task Big_pages_wait_for_each_other_and_others_for_none()
    {
        using var pages = new BigPages();
        var (first, second) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var began = false;
        var one = pages.InTurnAsync(Page(2_000_000), () => first.Task, CancellationToken.None);
        var two = pages.InTurnAsync(Page(2_000_000), () => { began = true; return second.Task; }, CancellationToken.None);
        (await pages.InTurnAsync(Page(100_000), () => Task.FromResult(3), CancellationToken.None)).ShouldBe(3);
        began.ShouldBeFalse();
        first.SetResult(1);
        second.SetResult(2);
        (await one + await two).ShouldBe(3);
        began.ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_breaks_lets_the_next_go_on()
    {
        using var pages = new BigPages();
        await Should.ThrowAsync<InvalidOperationException>(() => pages.InTurnAsync<int>(Page(2_000_000), () => throw new InvalidOperationException(), CancellationToken.None));
        (await pages.InTurnAsync(Page(2_000_000), () => Task.FromResult(1), CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_big_page_is_worked_on_by_no_thread_of_the_pool()
    {
        using var pages = new BigPages();
        (await pages.InTurnAsync(Page(2_000_000), () => Task.FromResult(Thread.CurrentThread.IsThreadPoolThread), CancellationToken.None)).ShouldBeFalse();
    }

    private static FetchResult.Fetched Page(int bytes) => new(new Uri("https://bao-a.example/bai.html"), new byte[bytes], "text/html", null, null, null);
}
