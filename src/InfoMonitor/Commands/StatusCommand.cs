using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Commands;

/// <summary><c>status</c>: what the database holds, in numbers.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static Command Create()
    {
        var demo = Settings.Demo();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("status", "Count what the database holds: sources, pages by outcome, items, stories, flags, briefings, references.") { demo, json }.TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
            var status = await Status.ReadAsync(db, app.Services.GetRequiredService<WorkCalendar>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation);
            parse.InvocationConfiguration.Output.Write(parse.GetValue(json) ? JsonSerializer.Serialize(status, Json) + "\n" : Table(status));
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static string Table(Status status)
    {
        var lines = new List<(string What, int? Count)>
        {
            ("sources", status.Sources),
            ("  switched on", status.SourcesEnabled),
        };
        lines.AddRange(Rows(status.SourceConditions));
        lines.AddRange(status.SourcesWaiting.Select(w => ($"    {w.Id} until {TriedWait.Written(w.Until)}", (int?)null)));
        lines.Add(("pages", status.Pages.Values.Sum()));
        lines.AddRange(Rows(status.Pages));
        lines.AddRange([("items", status.Items), ("stories", status.Stories), ("flags", status.Flags.Total)]);
        lines.AddRange(Rows(status.Flags.ByReason));
        if (status.Flags.Total > 0) lines.Add(("  of these", null));
        lines.AddRange(Rows(status.Flags.ByState));
        lines.AddRange([("briefings", status.Briefings), ("references", status.References.Values.Sum())]);
        lines.AddRange(Rows(status.References));
        return string.Concat(lines.Select(l => l.Count is null ? l.What + "\n" : $"{l.What,-26}{l.Count.Value.ToString("N0", CultureInfo.InvariantCulture),12}\n"));

        static IEnumerable<(string, int?)> Rows(IReadOnlyDictionary<string, int> counts) => counts.Where(c => c.Value > 0).Select(c => ("  " + c.Key, (int?)c.Value));
    }

    /// <summary>The counts, as <c>--json</c> gives them. Every word of a vocabulary is there, so that a script need not ask whether it is.</summary>
    private sealed record Status
    {
        public required int Sources { get; init; }
        public required int SourcesEnabled { get; init; }

        /// <summary>No entry point could be read the last time; those that died, or only wait, are not among them.</summary>
        public required int SourcesFailing { get; init; }

        /// <summary>Those whose hosts are left alone for a while, and until when.</summary>
        public required IReadOnlyList<WaitingSource> SourcesWaiting { get; init; }

        /// <summary>By condition, as the page of sources judges it.</summary>
        public required IReadOnlyDictionary<string, int> SourceConditions { get; init; }

        /// <summary>By outcome; <c>pending</c> for those without one.</summary>
        public required IReadOnlyDictionary<string, int> Pages { get; init; }

        public required int Items { get; init; }
        public required int Stories { get; init; }
        public required FlagCounts Flags { get; init; }
        public required int Briefings { get; init; }

        /// <summary>By kind.</summary>
        public required IReadOnlyDictionary<string, int> References { get; init; }

        public static async Task<Status> ReadAsync(InfoMonitorDb db, WorkCalendar calendar, DateTimeOffset now, CancellationToken cancellation)
        {
            var sources = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).ToListAsync(cancellation);
            var standings = await PageStanding.ReadAsync(db, now, cancellation);
            var pages = await db.Pages.GroupBy(p => p.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
            var flags = await db.Flags.GroupBy(f => new { f.Reason, f.State }).Select(g => new { g.Key.Reason, g.Key.State, Count = g.Count() }).ToListAsync(cancellation);
            var references = await db.References.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
            return new Status
            {
                Sources = sources.Count,
                SourcesEnabled = sources.Count(s => s.Enabled),
                SourceConditions = Words<SourceCondition>(condition => sources.Count(s => s.ConditionAt(now, standings.Of(s.Id).Trouble) == condition)),
                SourcesWaiting = [.. sources.Where(s => s.ConditionAt(now, standings.Of(s.Id).Trouble) == SourceCondition.Waiting).OrderBy(s => s.Id, StringComparer.Ordinal)
                    .Select(s => s.WaitsUntil(now) is { } until ? new WaitingSource(s.Id, TriedWait.ToTheMinute(calendar, until)) : null).OfType<WaitingSource>()],
                SourcesFailing = sources.Count(s => s.ConditionAt(now) == SourceCondition.Failing),
                Pages = new Dictionary<string, int>(StringComparer.Ordinal) { ["pending"] = pages.Where(p => p.Key is null).Sum(p => p.Count) }
                    .Concat(Words<PageOutcome>(outcome => pages.Where(p => p.Key == outcome).Sum(p => p.Count))).ToDictionary(StringComparer.Ordinal),
                Items = await db.Items.CountAsync(cancellation),
                Stories = await db.Stories.CountAsync(cancellation),
                Flags = new FlagCounts(
                    flags.Sum(f => f.Count),
                    Words<FlagReason>(reason => flags.Where(f => f.Reason == reason).Sum(f => f.Count)),
                    Words<FlagState>(state => flags.Where(f => f.State == state).Sum(f => f.Count))),
                Briefings = await db.Briefings.CountAsync(cancellation),
                References = Words<ReferenceKind>(kind => references.Where(r => r.Key == kind).Sum(r => r.Count)),
            };
        }

        private static Dictionary<string, int> Words<T>(Func<T, int> count) where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v.Word(), count, StringComparer.Ordinal);
    }

    private sealed record WaitingSource(string Id, DateTimeOffset Until);

    private sealed record FlagCounts(int Total, IReadOnlyDictionary<string, int> ByReason, IReadOnlyDictionary<string, int> ByState);
}
