using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Accounts;

/// <summary>Signing in.</summary>
internal sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>A session without a request for this long ends.</summary>
    /// <value>Default: 12 hours.</value>
    /// <remarks>Short: people sign in again over the day. Long: an unattended browser stays open to whoever passes.</remarks>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    /// <value>Default: 5.</value>
    /// <remarks>Few: a typing error locks. Many: guessing is easier.</remarks>
    [Range(3, 100)]
    public int Attempts { get; init; } = 5;

    /// <summary>How long a locked account stays locked.</summary>
    /// <value>Default: 15 minutes.</value>
    /// <remarks>Long: anyone can keep a colleague out by guessing. Short: guessing goes on sooner.</remarks>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Lock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Sign-ins tried from one address in a minute.</summary>
    /// <value>Default: 20.</value>
    /// <remarks>An office behind one address shares it.</remarks>
    [Range(1, 10_000)]
    public int PerMinute { get; init; } = 20;

    /// <summary>Least length of a new password, in characters.</summary>
    /// <value>Default: 12.</value>
    /// <remarks>Short: easier to guess. Long: people write it down.</remarks>
    [Range(8, 128)]
    public int PasswordLength { get; init; } = 12;

    /// <summary>The longest that an API token may be good for.</summary>
    /// <value>Default: 365 days.</value>
    /// <remarks>Short: programs stop and somebody must make another. Long: a token that leaked stays good.</remarks>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(365);
}
