using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Commands;

/// <summary><c>audit</c>: is the log as it was written, and where did it stand at the end of a day?</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "The append-only, hash-chained record of every action.") { Verify(), Root() };

    private static Command Verify()
    {
        var head = new Option<string?>("--head") { Description = "An earlier head, SEQUENCE:HASH, as this command printed it: finds a rewritten log too." };
        var root = new Option<FileInfo?>("--root") { Description = "A file of daily roots, one a line, as 'audit root' printed them: the log must still pass through each." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var demo = Settings.Demo();
        var command = new Command("verify", "Walk the audit log from its first entry and report the first that was edited, deleted, moved or cut off, and the flags whose verdicts, notes or evidence were changed behind it. Exit code 1 when there is one.") { head, root, json, demo };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            AuditHead[] kept = [.. HeadOf(parse.GetValue(head)), .. await RootsOfAsync(parse.GetValue(root), cancellation)];
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
            var finding = await AuditVerifier.VerifyAsync(db, kept, cancellation);
            parse.InvocationConfiguration.Output.WriteLine(finding switch
            {
                AuditFinding.Whole whole when parse.GetValue(json) => JsonSerializer.Serialize(new { whole = true, entries = whole.Head.Sequence, head = whole.Head.ToString(), compared = kept.Length }),
                AuditFinding.Whole whole => $"The audit log is whole: {whole.Head.Sequence} entries{Compared(kept.Length)}.\nHead {whole.Head}\nKeep the head elsewhere and give it to the next 'audit verify --head': then a rewritten log shows too.",
                AuditFinding.Broken broken when parse.GetValue(json) => JsonSerializer.Serialize(new { whole = false, sequence = broken.Sequence, fault = broken.Fault.Word(), why = broken.Why }),
                AuditFinding.Broken broken => $"The audit log is broken at entry {broken.Sequence}: {broken.Why}.",
                AuditFinding.Behind behind when parse.GetValue(json) => JsonSerializer.Serialize(new { whole = false, entries = behind.Head.Sequence, head = behind.Head.ToString(), flags = behind.Flags, why = AuditTexts.BehindTitle.En }),
                AuditFinding.Behind behind => $"{AuditTexts.BehindTitle.En}: flag {string.Join(", ", behind.Flags)}. The log itself is whole: {behind.Head.Sequence} entries.\nHead {behind.Head}",
                _ => throw new InvalidOperationException("An audit finding is whole, broken, or of rows behind it."),
            });
            return finding is AuditFinding.Whole ? ExitCodes.Ok : ExitCodes.Found;
        }));
        return command;
    }

    private static Command Root()
    {
        var date = new Option<string?>("--date") { Description = "A day in the office's zone, yyyy-MM-dd; yesterday unless given." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var demo = Settings.Demo();
        var command = new Command("root", "Print where the audit log stood at the end of a day, as one line to keep elsewhere: 'infomonitor audit root >> roots.txt'.") { date, json, demo };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            var given = parse.GetValue(date);
            if (given is not null && AuditRoot.ReadDay(given) is null) throw new UsageException($"--date: '{given}' is no day. Write it as yyyy-MM-dd.");
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            var roots = app.Services.GetRequiredService<AuditRoots>();
            var root = await roots.OfAsync(AuditRoot.ReadDay(given) ?? roots.Today.AddDays(-1), cancellation) ?? throw new UsageException($"--date: {given} has not begun.");
            if (root.Head.Sequence == 0) parse.InvocationConfiguration.Error.WriteLine($"The audit log had no entry yet at the end of {root.Day:yyyy-MM-dd}: this root proves nothing. Name a later day with --date.");
            parse.InvocationConfiguration.Output.WriteLine(parse.GetValue(json) ? JsonSerializer.Serialize(new { date = root.Day, entries = root.Head.Sequence, hash = root.Head.Hash }) : root.ToString());
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static AuditHead[] HeadOf(string? given) => given is null ? []
        : AuditHead.Parse(given) is { } head ? [head]
        : throw new UsageException($"--head: '{given}' is not SEQUENCE:HASH. Give it as an earlier 'audit verify' printed it.");

    private static async Task<AuditHead[]> RootsOfAsync(FileInfo? file, CancellationToken cancellation)
    {
        if (file is null) return [];
        if (!file.Exists) throw new FileNotFoundException($"There is no file {file.FullName}. Write one with: infomonitor audit root >> {file.Name}");
        var roots = new List<AuditHead>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellation))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            roots.Add((AuditRoot.Parse(line) ?? throw new InvalidDataException($"{file.Name}, line {number}: this is no root. Each line is as 'audit root' prints it: 2026-11-26 1234:HASH.")).Head);
        }
        return roots is [] ? throw new InvalidDataException($"{file.Name} holds no root. Write some with: infomonitor audit root >> {file.Name}") : [.. roots];
    }

    private static string Compared(int count) => count switch { 0 => "", 1 => ", and passes through the root or head you kept", _ => $", and passes through the {count} you kept" };
}
