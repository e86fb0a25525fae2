using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Urls;

/// <summary>
/// An address read as browsers read it (WHATWG URL Standard, basic URL parser), because links on pages are written for browsers.
/// <see cref="Uri"/> follows RFC 3986 and differs on a third of the standard's own http cases.
/// </summary>
public sealed class WhatwgUrl
{
    internal WhatwgUrl() { }

    /// <summary>Lower case, without the colon.</summary>
    public string Scheme { get; internal set; } = "";

    /// <summary>Percent-encoded; empty when absent.</summary>
    public string UserName { get; internal set; } = "";

    /// <summary>Percent-encoded; empty when absent.</summary>
    public string Password { get; internal set; } = "";

    /// <summary>ASCII: a domain in punycode, dotted decimal, or IPv6 in brackets; null when the address has no host.</summary>
    public string? Host { get; internal set; }

    /// <summary>Null when absent or the scheme's default.</summary>
    public int? Port { get; internal set; }

    /// <summary>Without the question mark, percent-encoded; null when absent.</summary>
    public string? Query { get; internal set; }

    /// <summary>Without the number sign, percent-encoded; null when absent.</summary>
    public string? Fragment { get; internal set; }

    /// <summary>Percent-encoded, as in the address.</summary>
    public string Path => OpaquePath?.ToString() ?? string.Concat(Segments.Select(s => "/" + s));

    /// <summary>True for http, https, ws, wss, ftp and file.</summary>
    public bool IsSpecial => IsSpecialScheme(Scheme);

    internal List<string> Segments { get; set; } = [];

    /// <summary>The path of addresses such as <c>mailto:</c>, which has no segments.</summary>
    internal StringBuilder? OpaquePath { get; set; }

    /// <param name="input">As written in a page or feed.</param>
    /// <param name="baseUrl">Base of relative addresses; null when there is none.</param>
    /// <param name="url">The address, when it is one.</param>
    public static bool TryParse(string input, WhatwgUrl? baseUrl, [NotNullWhen(true)] out WhatwgUrl? url) =>
        (url = new WhatwgUrlParser(input, baseUrl).Parse()) is not null;

    /// <summary>The serialised address; parsing it gives it again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Scheme).Append(':');
        if (Host is not null)
        {
            text.Append("//");
            if (UserName.Length > 0 || Password.Length > 0)
            {
                text.Append(UserName);
                if (Password.Length > 0) text.Append(':').Append(Password);
                text.Append('@');
            }
            text.Append(Host);
            if (Port is { } port) text.Append(':').Append(port.ToString(CultureInfo.InvariantCulture));
        }
        else if (OpaquePath is null && Segments.Count > 1 && Segments[0].Length == 0) text.Append("/.");
        text.Append(Path);
        if (Query is not null) text.Append('?').Append(Query);
        if (Fragment is not null) text.Append('#').Append(Fragment);
        return text.ToString();
    }

    internal static bool IsSpecialScheme(string scheme) => scheme is "http" or "https" or "ws" or "wss" or "ftp" or "file";

    internal static int? DefaultPort(string scheme) => scheme switch
    {
        "http" or "ws" => 80,
        "https" or "wss" => 443,
        "ftp" => 21,
        _ => null,
    };
}
