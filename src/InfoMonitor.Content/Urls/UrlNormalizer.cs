using System.Collections.Frozen;

namespace InfoMonitor.Content.Urls;

/// <summary>One address, one spelling, so that a page is discovered once.</summary>
/// <remarks>
/// What may change the page stays: the order of parameters, letter case of the path, a trailing slash, <c>www.</c>, the scheme. What a server never
/// sees or a campaign added goes: fragment, tracking parameters, default port, user name and password, a dot after the host.
/// </remarks>
public static class UrlNormalizer
{
    private static readonly string[] TrackingPrefixes = ["utm_", "pk_", "piwik_", "matomo_", "mtm_", "hsa_", "__hs", "_hs", "fb_", "at_campaign", "at_medium", "ns_"];

    private static readonly FrozenSet<string> Tracking = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igsh", "igshid", "mibextid", "li_fat_id",
        "mc_cid", "mc_eid", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "vero_conv", "wickedid", "s_cid", "s_kwcid", "ef_id", "epik", "srsltid", "rb_clickid",
        "_ga", "_gl", "_openstat", "_branch_match_id", "__twitter_impression", "wt_mc", "wt_zmc", "zarsrc", "gidzl", "zanpid", "fromzalo", "__tn__", "__cft__[0]", "cmpid", "icid",
        "ocid", "ito", "spm", "xtor", "gad_source", "gad_campaignid", "sfnsn", "aff_id",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Resolves against <paramref name="baseAddress"/>, drops fragment, tracking parameters and default port, lower-cases the host (punycode).
    /// Null when the result is not an http(s) address. Normalising a result again changes nothing.</summary>
    /// <param name="address">As written in a page or feed; read as browsers read it (<see cref="WhatwgUrl"/>).</param>
    /// <param name="baseAddress">Base of relative addresses; null when there is none.</param>
    public static Uri? Normalize(string address, Uri? baseAddress)
    {
        WhatwgUrl? parent = null;
        if (baseAddress is not null && (!baseAddress.IsAbsoluteUri || !WhatwgUrl.TryParse(baseAddress.AbsoluteUri, null, out parent))) return null;
        if (!WhatwgUrl.TryParse(address, parent, out var url) || url.Scheme is not ("http" or "https")) return null;
        // Uri spells a few things its own way; a spelling lasts when neither it nor another round changes it.
        for (var round = 0; round < 4; round++)
        {
            if (Spell(url) is not { } spelling || !Uri.TryCreate(spelling, UriKind.Absolute, out var uri)) return null;
            var settled = uri.AbsoluteUri;
            if (!WhatwgUrl.TryParse(settled, null, out url)) return null;
            if (settled == spelling && Spell(url) == spelling) return uri;
        }
        return null;
    }

    private static string? Spell(WhatwgUrl url)
    {
        var host = url.Host!.TrimEnd('.');
        if (host.Length == 0) return null;
        var port = url.Port is { } p ? $":{p.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        var query = Query(url.Query);
        return $"{url.Scheme}://{host}{port}{PercentEncoding.Unify(url.Path)}{(query.Length > 0 ? "?" + query : "")}";
    }

    private static string Query(string? query) => query is null
        ? ""
        : string.Join('&', query.Split('&').Where(p => p.Length > 0 && !IsTracking(p)).Select(PercentEncoding.Unify));

    private static bool IsTracking(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = PercentEncoding.Decode(end < 0 ? parameter : parameter[..end]);
        // Some pages write &amp; twice.
        if (name.StartsWith("amp;", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        return Tracking.Contains(name) || Array.Exists(TrackingPrefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }
}
