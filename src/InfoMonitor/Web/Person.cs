using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>Who is signed in.</summary>
/// <param name="Roles">Those that count for this request: with a token, only the token's.</param>
/// <param name="TokenId">The token that a program showed; null in a session.</param>
internal sealed record Person(long Id, string Name, IReadOnlySet<Role> Roles, long? TokenId = null)
{
    /// <summary>Claim type of the account's stamp: a session whose stamp is not the account's any more has ended.</summary>
    public const string StampClaim = "stamp";

    /// <summary>Claim type of the session's own name: it ends by it at sign-out.</summary>
    public const string SessionClaim = "session";

    private const string TokenClaim = "token";

    public bool Is(Role role) => Roles.Contains(role);

    public bool May(Right right) => right == Right.Read || Roles.Any(role => Rights.Of(role).Contains(right));

    /// <summary>Null when nobody is signed in.</summary>
    public static Person? Of(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true, Name: { } name } && long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? new Person(id, name, principal.FindAll(ClaimTypes.Role).Select(c => Vocabulary.Parse<Role>(c.Value)).OfType<Role>().ToHashSet(),
                long.TryParse(principal.FindFirstValue(TokenClaim), CultureInfo.InvariantCulture, out var token) ? token : null)
            : null;

    /// <summary>As a session's principal.</summary>
    public static ClaimsPrincipal Principal(Account account, string scheme)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Principal(account, account.Roles, scheme, new Claim(StampClaim, account.Stamp), new Claim(SessionClaim, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))));
    }

    /// <summary>As a program's principal.</summary>
    public static ClaimsPrincipal Principal(Account account, ApiToken token, string scheme)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(token);
        return Principal(account, token.Roles.Intersect(account.Roles), scheme, new Claim(TokenClaim, token.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static ClaimsPrincipal Principal(Account account, IEnumerable<Role> roles, string scheme, params Claim[] further)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaims(further);
        foreach (var role in roles) identity.AddClaim(new Claim(ClaimTypes.Role, role.Word()));
        return new ClaimsPrincipal(identity);
    }
}
