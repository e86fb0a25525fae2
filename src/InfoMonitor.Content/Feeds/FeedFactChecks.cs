using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Feeds;

/// <summary>ClaimReview records (schema.org, JSON-LD) that a feed carries: in scripts inside its entries, or as a feed of nothing else (DataFeed).</summary>
public static partial class FeedFactChecks
{
    /// <summary>Never throws on any input. Empty where there is none.</summary>
    /// <param name="body">The response body.</param>
    /// <param name="contentType">The Content-Type header, if any.</param>
    /// <param name="address">Where the body came from, base of relative links; null when unknown.</param>
    /// <param name="language">Of the source, as for <see cref="FeedParser.Parse"/>.</param>
    /// <param name="now">No later date is believed.</param>
    public static IReadOnlyList<FactCheck> Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address, string? language, DateTimeOffset now)
    {
        var (plain, reason) = FeedBody.Unpack(body);
        if (reason is not null) return [];
        var text = FeedBody.Decode(plain.Span, contentType);
        if (!text.Contains("ClaimReview", StringComparison.OrdinalIgnoreCase)) return [];
        var scripts = text.AsSpan().TrimStart("\ufeff \t\r\n\0") is ['{' or '[', ..] ? [text] : Scripts(text).Concat(Scripts(WebUtility.HtmlDecode(text)));
        return FactChecks.Read(JsonLd.Read(scripts), address, new DateReader(now, DateReader.ZoneOf(language, address?.Host), monthFirst: false));
    }

    private static IEnumerable<string> Scripts(string text) => Script().Matches(text).Select(m => m.Groups["json"].Value);

    [GeneratedRegex(@"<script\b[^>]*application/ld\+json[^>]*>(?<json>.*?)</script", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Script();
}
