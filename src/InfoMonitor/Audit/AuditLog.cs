using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Audit;

/// <summary>The only writer of the audit log. Each entry's hash covers the one before it (Haber and Stornetta 1991).</summary>
internal sealed class AuditLog(TimeProvider clock)
{
    /// <summary>Actor of what nobody asked for: crawls, expiry, housekeeping.</summary>
    public const string System = "system";

    /// <summary>What stands before the first entry.</summary>
    public static readonly string NoHash = new('0', 64);

    private static readonly JsonSerializerOptions Json = new(AssessmentJson.Options) { DefaultIgnoreCondition = global::System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Adds an entry to the context, so that it is saved together with what it tells of. Two writers may meet on one sequence number:
    /// the second's save breaks, and its whole step is run again (<see cref="AuditedStep"/>).
    /// </summary>
    /// <remarks>Before and after are any values that serialise to JSON, null for nothing: no text of an item, no name of a person.</remarks>
    public async Task AppendAsync(InfoMonitorDb db, string actor, string action, string subject, object? before, object? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var end = await EndAsync(db, cancellation);
        var now = clock.GetUtcNow();
        var entry = new AuditEntry
        {
            Sequence = end.Sequence + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            Actor = actor,
            Action = action,
            Subject = subject,
            Before = before is null ? null : JsonSerializer.Serialize(before, Json),
            After = after is null ? null : JsonSerializer.Serialize(after, Json),
            PreviousHash = end.Hash,
            Hash = "",
        };
        entry = Sealed(entry);
        db.AuditEntries.Add(entry);
        (end.Sequence, end.Hash) = (entry.Sequence, entry.Hash);
    }

    /// <summary>The row that says where the log ends: the next entry continues from it, so what was cut off shows as a gap later too.</summary>
    private static async Task<AuditEnd> EndAsync(InfoMonitorDb db, CancellationToken cancellation)
    {
        if ((db.AuditEnds.Local.SingleOrDefault() ?? await db.AuditEnds.SingleOrDefaultAsync(cancellation)) is { } end) return end;
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        return db.AuditEnds.Add(new AuditEnd { Sequence = last?.Sequence ?? 0, Hash = last?.Hash ?? NoHash }).Entity;
    }

    /// <summary>SHA-256 (hex) of the entry as JSON: fixed order of fields, no white space, hash of the one before included.</summary>
    public static string HashOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("at", entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("actor", entry.Actor);
            json.WriteString("action", entry.Action);
            json.WriteString("subject", entry.Subject);
            json.WriteString("before", entry.Before);
            json.WriteString("after", entry.After);
            json.WriteString("previous", entry.PreviousHash);
            json.WriteEndObject();
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
    }

    private static AuditEntry Sealed(AuditEntry entry) => new()
    {
        Sequence = entry.Sequence,
        At = entry.At,
        Actor = entry.Actor,
        Action = entry.Action,
        Subject = entry.Subject,
        Before = entry.Before,
        After = entry.After,
        PreviousHash = entry.PreviousHash,
        Hash = HashOf(entry),
    };
}
