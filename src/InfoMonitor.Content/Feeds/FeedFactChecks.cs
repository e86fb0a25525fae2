using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Feeds;

/// <summary>ClaimReview records (schema.org, JSON-LD) that a feed carries: in scripts inside its entries, or as a feed of nothing else (DataFeed).</summary>
internal static partial class FeedFactChecks
{
    /// <summary>Of a feed's whole text. Empty where there is none.</summary>
    public static IReadOnlyList<FactCheck> Of(string text, Uri? address, string? language, DateTimeOffset now)
    {
        if (!text.Contains("ClaimReview", StringComparison.OrdinalIgnoreCase)) return [];
        var scripts = text.AsSpan().TrimStart("\ufeff \t\r\n\0") is ['{' or '[', ..] ? [text] : Scripts(text).Concat(Scripts(WebUtility.HtmlDecode(text)));
        return FactChecks.Read(JsonLd.Read(scripts), address, new DateReader(now, DateReader.ZoneOf(language, address?.Host), monthFirst: false));
    }

    private static IEnumerable<string> Scripts(string text) => Script().Matches(text).Select(m => m.Groups["json"].Value);

    [GeneratedRegex(@"<script\b[^>]*application/ld\+json[^>]*>(?<json>.*?)</script", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Script();
}
