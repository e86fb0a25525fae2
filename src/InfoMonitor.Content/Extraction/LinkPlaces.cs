using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>The part of a page a link stands in, best first.</summary>
internal enum Place { Content, Aside, Navigation, Footer }

/// <param name="Place">The part of the page.</param>
/// <param name="Headed">Inside h1 to h6.</param>
/// <param name="Titled">Inside something called a title.</param>
/// <param name="InArticle">Inside <c>article</c>, or an entry marked up as one.</param>
internal readonly record struct LinkPlace(Place Place, bool Headed, bool Titled, bool InArticle);

/// <summary>Where links stand on a page, from the names and kinds of what is around them; each element is looked at once.</summary>
internal sealed partial class LinkPlaces
{
    /// <summary>Around one link more elements than these are not its block.</summary>
    private const int MaximumClimb = 8;

    private static readonly FrozenSet<string> NavigationWords = Words("""
        nav navbar navi navigation menu menus submenu megamenu dropdown offcanvas breadcrumb breadcrumbs crumbs pagination pager paging paginate tags tag taglist tagcloud hashtag hashtags keyword keywords author authors byline
        share sharing social socials login signin search lang language languages ads adv advert banner banners cookie consent topbar toolbar comment comments subscribe newsletter sitelinks weblink weblinks lienket skip phantrang danhmuc chuyenmuc thanhphan
        """);

    private static readonly FrozenSet<string> FooterWords = Words("footer foot bottombar copyright colophon chantrang");

    private static readonly FrozenSet<string> AsideWords = Words("aside sidebar rail widget widgets related popular trending mostread mostviewed xemnhieu docnhieu");

    private static readonly FrozenSet<string> TitleWords = Words("title headline heading tieude tieu head caption name");

    private readonly Dictionary<IElement, LinkPlace> _known = [];
    private readonly Dictionary<string, (Place Place, bool Titled)> _names = new(StringComparer.Ordinal);

    public LinkPlace Of(IElement element)
    {
        if (_known.TryGetValue(element, out var known)) return known;
        // The parser bounds the depth.
        var above = element.ParentElement is { } parent ? Of(parent) : default;
        return _known[element] = Below(above, element);
    }

    private LinkPlace Below(LinkPlace above, IElement element)
    {
        var name = element.LocalName;
        var (place, titled) = name is "html" or "body" or "main" or "article" ? (Place.Content, false) : Named(element);
        place = name switch
        {
            "nav" or "menu" => Place.Navigation,
            "footer" when !above.InArticle => Place.Footer,
            "header" when !above.InArticle && element.ParentElement?.LocalName is "body" or "html" => Place.Navigation,
            "aside" => Max(place, Place.Aside),
            _ => place,
        };
        if (element.GetAttribute("role") is "navigation" or "menu" or "menubar" or "search" or "banner") place = Max(place, Place.Navigation);
        else if (element.GetAttribute("role") is "contentinfo") place = Place.Footer;
        return new LinkPlace(Max(above.Place, place),
            above.Headed || name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6",
            // The block's name speaks of its own level, not of everything below.
            titled || above.Titled && name is "a" or "span" or "b" or "strong",
            above.InArticle || name == "article" || element.GetAttribute("itemtype")?.Contains("Article", StringComparison.Ordinal) == true);
    }

    private static Place Max(Place a, Place b) => a > b ? a : b;

    private (Place Place, bool Titled) Named(IElement element)
    {
        var names = $"{element.ClassName} {element.Id}";
        if (names.Length is 1 or > 400) return default;
        if (_names.TryGetValue(names, out var known)) return known;
        var (place, titled) = (Place.Content, false);
        foreach (Match match in Word().Matches(names))
        {
            var word = match.Value.ToLowerInvariant();
            if (FooterWords.Contains(word)) place = Place.Footer;
            else if (NavigationWords.Contains(word) || word.EndsWith("menu", StringComparison.Ordinal) || word.StartsWith("menu", StringComparison.Ordinal) || word.EndsWith("navbar", StringComparison.Ordinal)) place = Max(place, Place.Navigation);
            else if (AsideWords.Contains(word)) place = Max(place, Place.Aside);
            else if (TitleWords.Contains(word)) titled = true;
        }
        return _names[names] = (place, titled);
    }

    /// <summary>Looks at the block around each candidate - the largest element that links to no other - and at what repeats, and gives the score.</summary>
    public static void Judge(ICollection<LinkCandidate> candidates, CancellationToken cancellation)
    {
        var owners = new Dictionary<IElement, LinkCandidate?>();
        foreach (var candidate in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var link in candidate.Links)
                for (var (around, steps) = (link.ParentElement, 0); around is not null && steps <= MaximumClimb; around = around.ParentElement, steps++)
                {
                    if (candidate.Shape == Shape.Section && !(candidate.Headed && BlockJudge.WordCount(candidate.Text, 5) >= 5)) break; // a category's label beside the headline does not part the block
                    if (!owners.TryAdd(around, candidate) && owners[around] != candidate) owners[around] = null;
                }
        }
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
            foreach (var signature in candidate.Links.Select(Signature).Distinct(StringComparer.Ordinal)) groups[signature] = groups.GetValueOrDefault(signature) + 1;
        foreach (var candidate in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            candidate.Repeated = candidate.Links.Exists(l => groups[Signature(l)] >= 3);
            if (candidate.Links.Select(l => Block(l, candidate, owners)).FirstOrDefault(b => b is not null) is { } block)
            {
                LookAt(block, candidate);
                candidate.List = block.ParentElement;
            }
            candidate.Score = Score(candidate);
        }
    }

    private static IElement? Block(IElement link, LinkCandidate candidate, Dictionary<IElement, LinkCandidate?> owners)
    {
        var block = link;
        for (var steps = 0; steps <= MaximumClimb && block.ParentElement is { LocalName: not ("body" or "html" or "main") } around && owners.GetValueOrDefault(around) == candidate; steps++) block = around;
        return block;
    }

    private static void LookAt(IElement block, LinkCandidate candidate)
    {
        var text = block.TextContent;
        var own = Prose.Fold(text.Length > 3000 ? text[..3000] : text);
        candidate.Dated = Date().IsMatch(own) || block.QuerySelector("time") is not null;
        candidate.Summarised = own.Length - candidate.Text.Length >= 60;
    }

    private static int Score(LinkCandidate candidate)
    {
        var words = BlockJudge.WordCount(candidate.Text, 9);
        var score = candidate.Shape switch { Shape.Article => 3, Shape.Slug => 2, Shape.Plain => 0, Shape.Section => -2, Shape.Never => -99 };
        score += candidate.Text.Length == 0 ? -1 : words >= 8 ? 3 : words >= 4 && candidate.Text.Length >= 16 ? 2 : words <= 2 ? -2 : 0;
        score += candidate.Headed ? 2 : candidate.Titled ? 1 : 0;
        score += (candidate.Dated ? 1 : 0) + (candidate.Summarised ? 1 : 0) + (candidate.InArticle ? 1 : 0) + ((candidate.Repeated || candidate is { Headed: true, Dated: true }) && words >= 5 ? 1 : 0); // a list of two repeats nothing
        return score - candidate.Best switch { Place.Content => 0, Place.Aside => 1, Place.Navigation => 6, Place.Footer => 8 };
    }

    /// <summary>The kinds and names of the nearest elements: entries of one list have it in common.</summary>
    public static string Signature(IElement link)
    {
        var one = link.ParentElement;
        var two = one?.ParentElement;
        return $"{link.ClassName}<{one?.LocalName}.{one?.ClassName}<{two?.LocalName}.{two?.ClassName}";
    }

    private static FrozenSet<string> Words(string words) => words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of a name: parted by marks, digits and humps.</summary>
    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}:\d{2}|\d+ (giây|phút|giờ|ngày|tuần|tháng|minutes?|hours?|days?|weeks?|mins?) (trước|ago)|\d{1,2} tháng \d{1,2}|\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|[\u17e0-\u17e9]{1,2}[^\n]{1,20}[\u17e0-\u17e9]{4}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Date();
}
