using System.Collections.Concurrent;
using InfoMonitor.Audit;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Audit;

public sealed class AuditedStepTests
{
    [Fact]
    public async Task A_person_s_step_goes_before_every_page_that_waits_to_be_saved()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await using var app = await home.BuildAsync();
        var steps = app.Services.GetRequiredService<AuditedStep>();
        var saved = new ConcurrentQueue<string>();
        var saving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var crawl = Enumerable.Range(0, 4).Select(_ => steps.RunAloneAsync(_ => SaveAsync("page"), CancellationToken.None))
            .Concat(Enumerable.Range(0, 4).Select(_ => steps.QueueAsync(_ => SaveAsync("attempt"), CancellationToken.None))).ToArray();
        var person = steps.RunAsync(_ => Task.FromResult(Note("person")), CancellationToken.None);
        saving.SetResult();
        await Task.WhenAll([.. crawl, person]);
        saved.Count.ShouldBe(9);
        saved.Take(2).ShouldBe(["page", "person"]);

        async Task<int> SaveAsync(string what)
        {
            await saving.Task;
            return Note(what);
        }

        int Note(string what)
        {
            saved.Enqueue(what);
            return 0;
        }
    }
}
