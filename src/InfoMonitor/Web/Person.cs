using System.Globalization;
using System.Security.Claims;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>Who is signed in.</summary>
internal sealed record Person(long Id, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>Claim type of the account's stamp: a session whose stamp is not the account's any more has ended.</summary>
    public const string StampClaim = "stamp";

    public bool Is(Role role) => Roles.Contains(role);

    public bool May(Right right) => right == Right.Read || Roles.Any(role => Rights.Of(role).Contains(right));

    /// <summary>Null when nobody is signed in.</summary>
    public static Person? Of(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true, Name: { } name } && long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? new Person(id, name, principal.FindAll(ClaimTypes.Role).Select(c => Vocabulary.Parse<Role>(c.Value)).OfType<Role>().ToHashSet())
            : null;

    /// <summary>As a session's principal.</summary>
    public static ClaimsPrincipal Principal(Account account, string scheme)
    {
        ArgumentNullException.ThrowIfNull(account);
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaim(new Claim(StampClaim, account.Stamp));
        foreach (var role in account.Roles) identity.AddClaim(new Claim(ClaimTypes.Role, role.Word()));
        return new ClaimsPrincipal(identity);
    }
}
