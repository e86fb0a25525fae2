using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Commands;

/// <summary><c>quarantine</c>: pages on which our own code broke. Released, they are fetched and read again.</summary>
internal static class QuarantineCommand
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = AssessmentJson.Options.Encoder, WriteIndented = true };

    public static Command Create() => new("quarantine", "Pages that broke the reader: list them, release them.") { List(), Release() };

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var demo = Settings.Demo();
        var command = new Command("list", "List the quarantined pages, the latest first.") { json, demo }.TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
            var pages = await db.Pages.AsNoTracking().Where(p => p.Outcome == PageOutcome.Quarantined).OrderByDescending(p => p.EndedAt).ThenByDescending(p => p.Id)
                .Select(p => new { p.Id, Source = p.SourceId, p.Url, p.EndedAt, p.Detail }).ToListAsync(cancellation);
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(pages, Json));
            else if (pages is []) output.WriteLine("No page is quarantined.");
            foreach (var page in parse.GetValue(json) ? [] : pages)
                output.WriteLine($"{page.Id,8}  {page.EndedAt?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}  {page.Source}  {page.Url}\n          {page.Detail}");
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static Command Release()
    {
        var id = new Argument<string?>("id") { Description = "The page's number, as 'quarantine list' shows it.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every quarantined page." };
        var demo = Settings.Demo();
        var command = new Command("release", "Let a quarantined page be fetched and read again at its source's next crawl.") { id, all, demo }.TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            var (given, every) = (parse.GetValue(id), parse.GetValue(all));
            // An argument that may be missing takes the first setting in its place.
            string[] settings = given?.StartsWith("--", StringComparison.Ordinal) == true ? Settings.Of([given, .. parse.UnmatchedTokens]) : Settings.Of(parse);
            long? one = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            if (one is null != every) throw new UsageException("Name one page, or all of them: quarantine release ID, or quarantine release --all.");
            await using var app = await Settings.BuildExistingAsync(settings, parse.GetValue(demo), cancellation);
            var audit = app.Services.GetRequiredService<AuditLog>();
            var clock = app.Services.GetRequiredService<TimeProvider>();
            var released = await app.Services.GetRequiredService<AuditedStep>().RunAsync(async db =>
            {
                var pages = await db.Pages.Where(p => p.Outcome == PageOutcome.Quarantined && (every || p.Id == one)).OrderBy(p => p.Id).ToListAsync(cancellation);
                foreach (var page in pages)
                {
                    (page.Outcome, page.EndedAt, page.Attempts, page.NextAttemptAt) = (null, null, 0, clock.GetUtcNow());
                    await audit.AppendAsync(db, AuditLog.System, "page.release", $"page:{page.Id}", new { outcome = PageOutcome.Quarantined.Word() }, null, cancellation);
                }
                return pages.Count;
            }, cancellation);
            if (released == 0 && !every)
            {
                parse.InvocationConfiguration.Error.WriteLine($"Page {one} is not quarantined. See: quarantine list");
                return ExitCodes.Found;
            }
            parse.InvocationConfiguration.Output.WriteLine(released == 1 ? "Released 1 page." : $"Released {released} pages.");
            return ExitCodes.Ok;
        }));
        return command;
    }
}
