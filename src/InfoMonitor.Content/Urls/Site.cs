using System.Collections.Frozen;

namespace InfoMonitor.Content.Urls;

/// <summary>The site an address belongs to, so that a publisher's pages are told from the pages it links to.</summary>
/// <remarks>
/// A rule of thumb instead of the Public Suffix List, which would be the largest file of the project: the last two labels of the host, the last three
/// below a country's own second level (<c>bao.com.vn</c>, <c>moj.gov.vn</c>). It errs towards one site too many, never towards a stranger's.
/// </remarks>
public static class Site
{
    private static readonly FrozenSet<string> SecondLevels = new[]
    {
        "ac", "biz", "co", "com", "edu", "gob", "gouv", "gov", "go", "health", "info", "int", "mil", "name", "ne", "net", "nom", "or", "org", "pro",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lower-case; with the port for a literal IP address or a name without a dot, where every port may be somebody else.</summary>
    /// <param name="address">Absolute; best as <see cref="UrlNormalizer"/> spells it.</param>
    public static string Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        var labels = host.Split('.');
        if (address.HostNameType != UriHostNameType.Dns || labels.Length == 1) return $"{host}:{address.Port}";
        var count = labels.Length > 2 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels.TakeLast(count));
    }
}
