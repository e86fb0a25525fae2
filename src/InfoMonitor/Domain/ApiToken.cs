namespace InfoMonitor.Domain;

/// <summary>A secret with which a program acts for an account. The secret itself is shown once and never stored.</summary>
internal sealed class ApiToken
{
    public long Id { get; init; }
    public long AccountId { get; init; }

    /// <summary>What it is for, in the account's own words; at most 60 characters.</summary>
    public required string Label { get; init; }

    /// <summary>SHA-256 (hex) of the secret, which is 256 random bits, so a slow hash would add nothing.</summary>
    public required string Hash { get; init; }

    /// <summary>Some of the account's roles; none means reading only. A role the account has lost since does not count.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>UTC; null while it is in use.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>UTC, to the minute; null while it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}
