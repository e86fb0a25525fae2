using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InfoMonitor.Content.Extraction;

/// <summary>Parses a page under limits, so that no page can hold a worker: nesting and size cost AngleSharp quadratic time.</summary>
internal static class PageParser
{
    /// <summary>Longer pages are cut here; the longest article of our sets has 2.5 million characters. Read, each takes some thirty bytes.</summary>
    public const int MaximumLength = 5_000_000;

    /// <summary>Browsers stop nesting at 512 (Blink, WebKit).</summary>
    public const int MaximumDepth = 400;

    /// <summary>Elements open at once. Real pages stay below 200; at 3,000 the parser's search through them still costs a fraction of a second.</summary>
    public const int MaximumOpen = 3_000;

    /// <summary>Elements made for one page, those counted that the parser makes again for unclosed formatting. The page of our sets with most has 9,900; each takes up to a kilobyte.</summary>
    public const int MaximumElements = 100_000;

    /// <summary>The first <c>base</c> alone counts (HTML, 4.2.3), and each costs time that grows with their number: 20,000 hold a reader for twelve seconds.</summary>
    public const int MaximumBases = 100;

    /// <summary>End tags up to which the time between two new elements cannot matter: at most so many searches through <see cref="MaximumOpen"/>.</summary>
    private const int FewEndTags = 20_000;

    /// <summary>Nothing is to come of what an element says: no style sheet to look for, no list of names kept up.</summary>
    private static readonly IConfiguration Still = Configuration.Default.Without<IAttributeObserver>();

    /// <param name="whole">Keeps attributes that no reading of an article asks for (a source's own selector may name any): a third of what a page says in its tags.</param>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    /// <returns>Null when the page is beyond the limits.</returns>
    public static IHtmlDocument? Parse(string html, bool whole, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > MaximumLength) html = html[..MaximumLength];
        var (isDeeper, endTags) = Nesting.Read(html, MaximumOpen);
        if (isDeeper) return null;
        var (elements, bases) = (0, 0);
        using var context = BrowsingContext.New(Still);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaximumDepth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnCreated = (element, _) =>
            {
                cancellation.ThrowIfCancellationRequested();
                if (++elements > MaximumElements || element is IHtmlBaseElement && ++bases > MaximumBases) throw new BeyondLimitsException();
            },
            // Being told of every token makes an object of each.
            OnToken = endTags > FewEndTags ? (_, _) => cancellation.ThrowIfCancellationRequested() : null,
            ShouldEmitAttribute = whole ? null : static (ref token, name) => IsRead(name.Span),
        }, context);
        try { return parser.ParseDocument(html); }
        catch (BeyondLimitsException) { return null; }
    }

    /// <summary>False for addresses of pictures, geometry, handlers and the data of scripts.</summary>
    private static bool IsRead(ReadOnlySpan<char> name) => name switch
    {
        "src" or "srcset" or "sizes" or "width" or "height" or "d" or "target" or "loading" or "tabindex" => false,
        ['d', 'a', 't', 'a', '-', .. var rest] => rest is "testid" or "component" or "component-name" or "module" or "type",   // named like classes, and read like them by Cues
        ['o', 'n', ..] => false,
        _ => true,
    };

    private sealed class BeyondLimitsException : Exception;
}
