namespace InfoMonitor.Domain;

/// <summary>One action, append-only. Each entry's hash covers the one before it, so that an edit, a deletion or a reordering shows.</summary>
internal sealed class AuditEntry
{
    /// <summary>1, 2, 3 ... without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Account name, or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, e.g. <c>flag.claim</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, e.g. <c>flag:12</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON; null when there was nothing before.</summary>
    public string? Before { get; init; }

    /// <summary>JSON; null when nothing is left.</summary>
    public string? After { get; init; }

    /// <summary>Hash of the entry before; zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, hex.</summary>
    public required string Hash { get; init; }
}

/// <summary>Where the log ends: one row, written with every entry, so that entries missing from the end show.</summary>
internal sealed class AuditEnd
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Of the newest entry. Guards the save: of two writers that meet, one wins.</summary>
    public long Sequence { get; set; }

    /// <summary>Of the newest entry; SHA-256, hex.</summary>
    public required string Hash { get; set; }
}
