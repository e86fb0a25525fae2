using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Audit;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Commands;

/// <summary><c>audit verify</c>: is the log as it was written?</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var head = new Option<string?>("--head") { Description = "An earlier head, SEQUENCE:HASH, as this command printed it: finds a truncated or rewritten log too." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var verify = new Command("verify", "Walk the audit log from its first entry and report the first that was edited, deleted or moved. Exit code 1 when there is one.") { head, json };
        verify.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(() => VerifyAsync(parse.GetValue(head), parse.GetValue(json), Settings.Of(parse), cancellation)));
        return new Command("audit", "The append-only, hash-chained record of every action.") { verify };
    }

    private static async Task<int> VerifyAsync(string? head, bool json, string[] settings, CancellationToken cancellation)
    {
        var known = AuditHead.Parse(head);
        if (head is not null && known is null) throw new UsageException($"--head: '{head}' is not SEQUENCE:HASH. Give it as an earlier 'audit verify' printed it.");
        await using var app = Program.Build(settings, InfoMonitor.Telemetry.Logs.Quiet);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        var finding = await AuditVerifier.VerifyAsync(db, known, cancellation);
        Console.WriteLine(finding switch
        {
            AuditFinding.Whole whole when json => JsonSerializer.Serialize(new { whole = true, entries = whole.Head.Sequence, head = whole.Head.ToString() }),
            AuditFinding.Whole whole => $"The audit log is whole: {whole.Head.Sequence} entries.\nHead {whole.Head}\nKeep the head elsewhere and give it to the next 'audit verify --head': then a truncated log shows too.",
            AuditFinding.Broken broken when json => JsonSerializer.Serialize(new { whole = false, sequence = broken.Sequence, why = broken.Why }),
            AuditFinding.Broken broken => $"The audit log is broken at entry {broken.Sequence}: {broken.Why}.",
            _ => throw new InvalidOperationException("An audit finding is whole or broken."),
        });
        return finding is AuditFinding.Whole ? ExitCodes.Ok : ExitCodes.Found;
    }
}
