using System.Security.Cryptography;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Domain;

internal enum ReferenceKind { FactCheck, Correction, Law, Figure }

/// <summary>Something citable. Append-only: a changed statement is a new row, so that stored assessments can be replayed.</summary>
internal sealed class Reference
{
    public long Id { get; init; }
    public ReferenceKind Kind { get; init; }

    /// <summary>The claim that was checked, or the record's statement. Masked.</summary>
    public required string Statement { get; init; }

    /// <summary>Verdict in the publisher's words.</summary>
    public required string Verdict { get; init; }

    /// <summary>What is right, for people; null when the publisher's page says it.</summary>
    public string? Correction { get; init; }

    /// <summary>The publishing organisation.</summary>
    public required string Publisher { get; init; }

    /// <summary>Address of the reference; null for an own record not published.</summary>
    public string? Url { get; init; }

    /// <summary>True only when the publisher is configured as independent of the state (DESIGN 2.3).</summary>
    public bool Independent { get; init; }

    /// <summary>The verdict says that the claim is true, as read when the reference was added: it settles the claim and makes no flag (DESIGN 2.3).</summary>
    public bool Supports { get; init; }

    /// <summary>Stories read before it was added have been compared with it. The one value that changes.</summary>
    public bool MatchedBack { get; set; }

    /// <summary>UTC; null when not given.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>SHA-256 (hex) over kind, publisher, statement and verdict: unique.</summary>
    public required string Hash { get; init; }

    /// <summary>The value of <see cref="Hash"/>: the same statement of the same publisher is added once, whoever brings it.</summary>
    public static string HashOf(ReferenceKind kind, string publisher, string statement, string verdict) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Nfc.Of(string.Join('\u001f', kind.Word(), publisher, statement, verdict)))));
}
