using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>The headline a reader sees: the page's <c>h1</c> where what the page says of itself agrees with it, else that, without the site's name.</summary>
internal static partial class Titles
{
    private const int LongestTitle = 300;
    private static readonly string[] OpenTitles = ["og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"];
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " « ", " › ", " :: ", " · ", " • ", " / ", "｜", " : ", " ~ ", " ‹ ", " < ", " -- "];

    private const string SeparatorMarks = "|-–—»«›:·•/｜~‹<";

    /// <summary>Empty when the page has none.</summary>
    public static string Read(IHtmlDocument document, PageMetadata page, SiteNames names)
    {
        var headline = Said(page);
        if (names.IsName(headline)) headline = "";
        var open = WithoutSite(Prose.Line(page.Meta(OpenTitles)), names, generous: false);
        var element = Prose.Line(document.Title);
        var shown = Headings(document, page, names);

        // What a page tells others to show (OpenGraph) is its headline, but for kickers and site names around the heading itself.
        if (!names.IsName(open))
            return Cut((headline != open && Plain(headline) == Plain(open) ? headline : headline == open ? open : shown.Find(heading => Plain(heading) == Plain(open))) ?? shown.Where(heading => Frames(open, heading)).MaxBy(heading => heading.Length) ?? open);
        foreach (var said in (ReadOnlySpan<string>)[headline, element])
        {
            // Else the heading that what the page says of itself repeats, in full or nearly.
            if (said.Length == 0) continue;
            var best = shown.MaxBy(heading => Likeness(heading, said));
            if (best is not null && Likeness(best, said) >= 0.5) return Cut(best);
        }
        if (headline.Length > 0) return Cut(WithoutSite(headline, names, generous: false));
        // A title element that names the site alone says less than the only heading.
        if (shown.Count == 1 && element.Length > 0 && WordsOf(shown[0]).Count >= 3) return Cut(shown[0]);
        return Cut(element.Length > 0 ? WithoutSite(element, names, generous: true) : shown.FirstOrDefault() ?? "");
    }

    /// <summary>The headline as the page's data has it; empty where it has none.</summary>
    private static string Said(PageMetadata page) =>
        page.Article is { } article && !JsonLd.IsOfType(article, "WebPage", "ItemPage", "CreativeWork") ? Prose.Line(JsonLd.Text(article, "headline") ?? JsonLd.Text(article, "name")) : "";

    private static List<string> Headings(IHtmlDocument document, PageMetadata page, SiteNames names)
    {
        var headings = new List<string>();
        var cues = new Cues();
        foreach (var heading in page.Elements.Headings)
        {
            if (headings.Count == 20) break;
            if (heading.LocalName == "meta" || IsHidden(heading, cues) || LeadsElsewhere(heading, page)) continue;
            var text = TextOf(heading);
            if (text.Length is 0 or > LongestTitle || names.IsName(text) || (names.IsSection(text) && !IsSaid(text, document, page))) continue;
            headings.Add(text);
        }
        return headings;
    }

    private static bool IsHidden(IElement heading, Cues cues)
    {
        for (var element = heading; element is not null and not IHtmlBodyElement; element = element.ParentElement)
            if (cues.Of(element).Has(Cue.Hidden)) return true;
        return false;
    }

    /// <summary>All of it is a link to another page of the site: another article's headline, the site's own name.</summary>
    private static bool LeadsElsewhere(IElement heading, PageMetadata page) =>
        (heading.QuerySelector("a[href]") ?? heading.Closest("a[href]")) is { } link && link.TextContent.Trim().Length >= heading.TextContent.Trim().Length
        && page.Address is { } own && Uri.TryCreate(own, link.GetAttribute("href"), out var target) && target.Host == own.Host && !page.IsAt(target);

    /// <summary>It links to the page it stands on.</summary>
    private static bool LeadsHere(IElement heading, PageMetadata page) =>
        (heading.QuerySelector("a[href]") ?? heading.Closest("a[href]"))?.GetAttribute("href") is { Length: > 1 } href && page.Address is { } own && Uri.TryCreate(own, href, out var target) && page.IsAt(target);

    /// <summary>"Mozilla - Wikipedia": an article may be called as a link in a menu is, but then the page says so.</summary>
    private static bool IsSaid(string heading, IHtmlDocument document, PageMetadata page) => Opens(Prose.Line(document.Title), heading) || IsOpen(heading, page);

    private static bool IsOpen(string heading, PageMetadata page) => Prose.Line(page.Meta(OpenTitles)) is var open && (open == heading || Opens(open, heading));

    private static bool Opens(string title, string heading) =>
        title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && Separators.Any(separator => title.AsSpan(heading.Length).StartsWith(separator, StringComparison.Ordinal));

    /// <summary>A heading's words, those on either side of a line break apart, without a count of comments set in it.</summary>
    private static string TextOf(IElement heading)
    {
        if (heading.ChildElementCount == 0) return Prose.Line(heading.TextContent);
        var text = new StringBuilder();
        foreach (var node in heading.GetDescendants())
        {
            if (node is IElement { LocalName: "br" or "div" or "p" }) text.Append(' ');
            else if (node is IText words && (words.ParentElement == heading || !CountOfComments().IsMatch(words.Data))) text.Append(words.Data);
        }
        return Prose.Line(text.ToString());
    }

    [GeneratedRegex(@"^\W*\d+ (bình luận|ý kiến|comments?)\W*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex CountOfComments();

    /// <summary>The heading stands whole at the end or beginning of the title, set off by a mark.</summary>
    private static bool Frames(string title, string heading)
    {
        if (heading.Length < 12 || heading.Length >= title.Length) return title == heading;
        var (a, b) = (Folding.Fold(title), Folding.Fold(heading));
        return (a.EndsWith(b, StringComparison.Ordinal) && a[..^b.Length].TrimEnd().LastOrDefault() is '|' or '»' or '›' or '-' or '–' or '—')
            || (heading.Length >= 30 && a.IndexOf(b, StringComparison.Ordinal) is > 0 and var at && a[..at].TrimEnd() is [.., ':' or '|' or '-' or '–' or '—'] && a[(at + b.Length)..].TrimStart() is ['|' or '-' or '–' or '—', ..])
            || (a.StartsWith(b, StringComparison.Ordinal) && a[b.Length..].TrimStart() is [var mark, ..] && !char.IsLetterOrDigit(mark) && mark is not ('?' or '!' or ','));
    }

    /// <summary>Share of words in common, of the shorter when it stands whole in the longer.</summary>
    private static double Likeness(string heading, string said)
    {
        var (a, b) = (WordsOf(heading), WordsOf(said));
        if (a.Count == 0 || b.Count == 0) return 0;
        var common = a.Count(b.Contains);
        var whole = (double)common / a.Count;
        // A heading found whole in a longer title (title - site) is it; a single common word is not.
        return whole >= 0.99 && (a.Count >= 2 || b.Count <= 3) ? 1 : (double)common / Math.Max(a.Count, b.Count);
    }

    /// <summary>Two spellings of one headline: half the words of the shorter stand in the longer.</summary>
    public static bool Agree(string one, string other)
    {
        var (a, b) = (WordsOf(one), WordsOf(other));
        return a.Count > 0 && b.Count > 0 && 2 * a.Count(b.Contains) >= Math.Min(a.Count, b.Count);
    }

    /// <summary>Share of words in common, of the longer, 0..1.</summary>
    public static double Share(string one, string other)
    {
        var (a, b) = (WordsOf(one), WordsOf(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Max(a.Count, b.Count);
    }

    /// <summary>Share of a title's words that a text says, 0..1.</summary>
    public static double ShareIn(string title, string text)
    {
        var (words, said) = (WordsOf(title), WordsOf(text));
        return words.Count == 0 ? 0 : (double)words.Count(said.Contains) / words.Count;
    }

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var folded = Folding.Fold(text);
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i])) { i++; continue; }
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]) && (folded[i] < '\u0e00' || i - start < 2)) i++;
            words.Add(folded[start..i]);
        }
        return words;
    }

    /// <summary>Drops the name of the site and of its sections from either end or, where generous, the short part after the last separator.</summary>
    private static string WithoutSite(string title, SiteNames names, bool generous)
    {
        for (var round = 0; round < 3; round++)
        {
            var (cut, length) = (-1, 0);
            foreach (var separator in Separators)
                if (title.LastIndexOf(separator, StringComparison.Ordinal) is var at && at > cut) (cut, length) = (at, separator.Length);
            if (cut <= 0) break;
            var (left, right) = (title[..cut].TrimEnd(), title[(cut + length)..].TrimStart());
            if (names.IsSite(right) || (right.Length < 30 && names.BeginsWithHost(right)) || (names.IsName(right) && BlockJudge.WordCount(left, 4) >= 4)
                || (generous && title.Substring(cut, length) is not (" : " or " / ") && right.Length < 30 && right.Split(' ').Length <= 4 && left.Split(' ').Length >= 4 && left.Length > right.Length)) title = left;
            else break;
        }
        foreach (var separator in Separators)
        {
            var at = title.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && (names.IsSite(title[..at]) || (names.IsName(title[..at]) && BlockJudge.WordCount(title[(at + separator.Length)..], 4) >= 4))) return title[(at + separator.Length)..].TrimStart();
        }
        return title;
    }

    /// <summary>Folded, quotes and dots as on a typewriter: where two spellings differ by these alone, the heading's is the more careful one.</summary>
    private static string Plain(string text) =>
        Folding.Fold(text).Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"').Replace("…", "...", StringComparison.Ordinal).Replace('–', '-');

    private static string Cut(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle].TrimEnd();
}
