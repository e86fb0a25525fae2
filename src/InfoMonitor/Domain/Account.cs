namespace InfoMonitor.Domain;

/// <summary>What an account is for; what each may do stands in <c>Web/Rights.cs</c>.</summary>
internal enum Role { Analyst, Senior, Spokesperson, Operator, Auditor }

/// <summary>Someone who works at the desk.</summary>
internal sealed class Account
{
    public long Id { get; init; }

    /// <summary>Sign-in name, lower case; unique.</summary>
    public required string Name { get; init; }

    /// <summary>As made by ASP.NET Core's PasswordHasher.</summary>
    public required string PasswordHash { get; set; }

    public required IReadOnlyList<Role> Roles { get; set; }

    /// <summary>UTC; null while the account is in use.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Changes with password, roles and disabling: older sessions end.</summary>
    public required string Stamp { get; set; }

    /// <summary>Wrong passwords in a row.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>UTC; null unless locked after too many failures.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary><c>vi</c> or <c>en</c>; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>True where its owner wants harmful content shown at once; false covers it until it is asked for.</summary>
    public bool ShowsHarm { get; set; }
}
