using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Classification;
using InfoMonitor.Reviews;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

/// <summary>Which index each statement of the queue takes on SQLite, which chooses without statistics and so alike however many flags there are: an index that is lost or no longer fits fails here, not at a million flags.</summary>
public sealed partial class QueuePlanTests
{
    private const string ByPriority = "IX_Flags_ByPriority", ByAge = "IX_Flags_ByAge", ByDue = "IX_Flags_ByDue", Held = "IX_Flags_Held", Urgent = "IX_Flags_Urgent", Split = "IX_Flags_Split";

    [Theory]
    [InlineData("", ByPriority), InlineData("?sort=age", ByAge), InlineData("?sort=due", ByDue)]
    [InlineData("?urgent=1", ByPriority), InlineData("?split=1", ByPriority), InlineData("?correction=1", ByPriority), InlineData("?hand=1", ByPriority), InlineData("?holder=me", ByPriority), InlineData("?holder=nobody", ByPriority)]
    [InlineData("?language=km&publisher=agency", ByPriority), InlineData("?reason=hate&model=0af3", ByPriority), InlineData("?age=over-week", ByPriority), InlineData("?state=decided&topic=women", ByPriority)]
    [InlineData("?due=over", ByPriority), InlineData("?due=soon&sort=due", ByDue), InlineData("?due=over&sort=due", ByDue), InlineData("?age=under-day&sort=age", ByAge)]
    public async Task A_page_of_the_queue_is_read_from_one_covering_index(string query, string index)
    {
        var (desk, plans) = await SeededAsync();
        await using var _ = desk;
        var (queue, me) = (desk.App.Services.GetRequiredService<QueueReader>(), await desk.PersonAsync("an"));
        plans.Taken.Clear();
        var filter = QueueFilter.Parse(query);
        var (rows, next) = await queue.PageAsync(filter, null, 1, me.Id, default);
        if (next is not null) await queue.PageAsync(filter, next, 1, me.Id, default);
        var steps = plans.Taken.SelectMany(p => p).Where(step => IndexOfFlags().IsMatch(step)).ToList();
        steps.Count.ShouldBe((next is null ? 1 : 2) * filter.States.Count);
        steps.ShouldAllBe(step => step.Contains($"USING COVERING INDEX {index} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", ByPriority), InlineData("?sort=age", ByAge), InlineData("?sort=due", ByDue)]
    public async Task A_flags_neighbours_are_read_from_the_index_of_the_order(string query, string index)
    {
        var (desk, plans) = await SeededAsync();
        await using var _ = desk;
        var (queue, me) = (desk.App.Services.GetRequiredService<QueueReader>(), await desk.PersonAsync("an"));
        plans.Taken.Clear();
        var filter = QueueFilter.Parse(query);
        await queue.NeighboursAsync(filter, new QueueCursor(50, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1), me.Id, default);
        var steps = plans.Taken.SelectMany(p => p).Where(step => IndexOfFlags().IsMatch(step)).ToList();
        steps.Count.ShouldBe(2 * filter.States.Count);
        steps.ShouldAllBe(step => step.Contains($"USING COVERING INDEX {index} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_count_above_the_queue_takes_the_index_that_holds_least_of_what_it_does_not_count()
    {
        var (desk, plans) = await SeededAsync();
        await using var _ = desk;
        var (queue, me) = (desk.App.Services.GetRequiredService<QueueReader>(), await desk.PersonAsync("an"));
        plans.Taken.Clear();
        var view = await queue.ReadAsync(new QueueFilter(), null, me, null, DateTimeOffset.UnixEpoch, default);
        var counts = plans.Taken.Where(p => p.Contains("COMPOUND QUERY")).ShouldHaveSingleItem().Select(step => IndexOfFlags().Match(step).Value).Where(index => index.Length > 0);
        string[] ofViews = [ByPriority, Held, Urgent, ByPriority, ByPriority, Split, ByPriority, ByPriority];   // all, mine, urgent, with a correction, waiting for a second, differing, snoozed, settled
        counts.ShouldBe(
        [
            .. ofViews.Zip(view.Tabs, (index, tab) => Enumerable.Repeat(index, tab.Filter.States.Count)).SelectMany(indexes => indexes),
            .. Enumerable.Repeat(ByDue, QueueFacts.IsOverdue.States.Count + QueueFacts.IsDueSoon.States.Count),
            "IX_Flags_FoundAt",
            "IX_Flags_DecidedAt_Verdict_DueAt",
        ]);
    }

    private static async Task<(TestDesk Desk, Plans Plans)> SeededAsync()
    {
        var plans = new Plans();
        var desk = await TestDesk.StartAsync(adjust: builder => builder.Services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(plans)));
        for (var i = 0; i < 4; i++) await desk.FlagAsync(i % 2 == 0 ? FlagReason.UnverifiedClaim : FlagReason.Incitement, $"Câu số {i} nói điều cần xem trong tuần này.", priority: 50 + i);
        return (desk, plans);
    }

    [GeneratedRegex(@"\bIX_Flags_\w+", RegexOptions.NonBacktracking)]
    private static partial Regex IndexOfFlags();

    /// <summary>Asks SQLite for its plan before every reading.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        /// <summary>The steps of each statement.</summary>
        public ConcurrentQueue<IReadOnlyList<string>> Taken { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var explain = command.Connection!.CreateCommand();
            explain.Transaction = command.Transaction;
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            foreach (SqliteParameter given in command.Parameters) explain.Parameters.Add(new SqliteParameter(given.ParameterName, given.Value));
            await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
            var steps = new List<string>();
            while (await reader.ReadAsync(cancellationToken)) steps.Add(reader.GetString(3));
            Taken.Enqueue(steps);
            return result;
        }
    }
}
