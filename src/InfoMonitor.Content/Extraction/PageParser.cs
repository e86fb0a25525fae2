using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InfoMonitor.Content.Extraction;

/// <summary>Parses a page under limits, so that no page can hold a worker: nesting and size cost AngleSharp quadratic time.</summary>
internal static class PageParser
{
    /// <summary>Longer pages are cut here; the longest article of our sets has 2.5 million characters.</summary>
    public const int MaximumLength = 8_000_000;

    /// <summary>Browsers stop nesting at 512 (Blink, WebKit).</summary>
    public const int MaximumDepth = 400;

    /// <summary>Elements open at once. Real pages stay below 200; at 3,000 the parser's search through them still costs a fraction of a second.</summary>
    public const int MaximumOpen = 3_000;

    /// <summary>Elements made for one page, those counted that the parser makes again for unclosed formatting.</summary>
    public const int MaximumElements = 250_000;

    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    /// <returns>Null when the page is beyond the limits.</returns>
    public static IHtmlDocument? Parse(string html, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > MaximumLength) html = html[..MaximumLength];
        if (Nesting.IsDeeperThan(html, MaximumOpen)) return null;
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaximumDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnCreated = (_, _) => { if (++elements > MaximumElements) throw new BeyondLimitsException(); },
            OnToken = (_, _) => cancellation.ThrowIfCancellationRequested(),
        });
        try { return parser.ParseDocument(html); }
        catch (BeyondLimitsException) { return null; }
    }

    private sealed class BeyondLimitsException : Exception;
}
