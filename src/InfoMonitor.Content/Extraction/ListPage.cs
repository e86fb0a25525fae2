using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Content.Extraction;

/// <summary>Article links of a list page (a section front), told from navigation by structure and address shape.</summary>
/// <remarks>
/// Each address is judged once, by all its links together: the shape of the address (<see cref="LinkShape"/>), the words of the link, and where it stands
/// (<see cref="LinkPlaces"/>). Then the page is looked at whole: where most articles carry a number or a date in their address, a link without one needs
/// a heading with a date or a summary to be believed.
/// </remarks>
public static class ListPage
{
    /// <summary>Links looked at; the longest front pages of our sources have some 1,500.</summary>
    private const int MaximumLinks = 20_000;

    /// <summary>A page made to be slow (tens of thousands of nested elements) is given up after this; ordinary ones take milliseconds.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(20);

    private const int Enough = 4;

    /// <summary>So many articles with a number or date in their address make it a custom of the site.</summary>
    private const int Numbered = 4;

    /// <summary>So many where each has its day beside it.</summary>
    private const int NumberedAndDated = 3;

    /// <param name="html">Decoded text of the page.</param>
    /// <param name="address">The page's address, base of relative links.</param>
    /// <param name="selector">CSS selector of article links, or of elements that hold them; null for automatic.</param>
    /// <param name="cancellation">Ends a page that takes too long.</param>
    /// <returns>Absolute addresses on the page's own site, normalised (<see cref="UrlNormalizer"/>), in page order, each once. Empty for a page beyond
    /// the limits of size, nesting and time.</returns>
    /// <exception cref="ArgumentException">The selector is not CSS.</exception>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static IReadOnlyList<string> ArticleLinks(string html, Uri address, string? selector, CancellationToken cancellation) => Read(html, address, selector, cancellation).Articles;

    /// <summary>The same, with the links that were not believed.</summary>
    /// <inheritdoc cref="ArticleLinks"/>
    public static ListLinks Read(string html, Uri address, string? selector, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWork);
        try { return Links(html, address, selector, limit.Token); }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { return new ListLinks([], []); }
    }

    private static ListLinks Links(string html, Uri address, string? selector, CancellationToken cancellation)
    {
        if (PageParser.Parse(html, whole: true, cancellation) is not { } page) return new ListLinks([], []);
        using (page)
        {
            var own = UrlNormalizer.Normalize(address.AbsoluteUri, null) ?? address;
            var parent = page.QuerySelector("base[href]")?.GetAttribute("href") is { Length: > 0 } given && UrlNormalizer.Normalize(given, own) is { } stated ? stated : own;
            return selector is null ? Automatic(page, own, parent, cancellation) : new ListLinks(Selected(page, own, parent, selector), []);
        }
    }

    private static List<string> Selected(IHtmlDocument page, Uri own, Uri parent, string selector)
    {
        IHtmlCollection<IElement> chosen;
        try { chosen = page.QuerySelectorAll(selector); }
        catch (DomException e) { throw new ArgumentException($"\"{selector}\" is not a CSS selector.", nameof(selector), e); }
        var found = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var element in chosen.Take(MaximumLinks))
        {
            if (element is IHtmlAnchorElement) Take(element);
            else if (element.Closest("a[href]") is { } around) Take(around);
            else foreach (var inside in element.QuerySelectorAll("a[href]")) Take(inside);
        }
        return [.. found.Keys];

        void Take(IElement link)
        {
            if (found.Count < MaximumLinks && Target(link, parent) is { } target && LinkShape.IsSameSite(own, target) && target != own) found.TryAdd(target.AbsoluteUri, true);
        }
    }

    private static ListLinks Automatic(IHtmlDocument page, Uri own, Uri parent, CancellationToken cancellation)
    {
        var candidates = new OrderedDictionary<string, LinkCandidate>(StringComparer.Ordinal);
        var places = new LinkPlaces();
        foreach (var link in page.QuerySelectorAll("a[href], area[href]").Take(MaximumLinks))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Target(link, parent) is not { } target || !LinkShape.IsSameSite(own, target)) continue;
            var shape = LinkShape.Of(target, own);
            if (shape == Shape.Never) continue;
            if (!candidates.TryGetValue(target.AbsoluteUri, out var candidate)) candidates[target.AbsoluteUri] = candidate = new LinkCandidate(target, shape);
            candidate.See(link, places.Of(link));
        }
        KnowByNeighbours(candidates.Values);
        KnowByNumber(candidates.Values);
        LinkPlaces.Judge(candidates.Values, cancellation);
        DropHubs(candidates);
        KnowShortHeadlines(candidates.Values);
        KnowSiblings(candidates.Values);
        var taken = candidates.Values.Where(c => c.Score >= Enough).ToList();
        var numbered = taken.Count(c => c.Shape == Shape.Article);
        // A site that numbers its articles numbers all of them.
        if ((numbered >= Numbered || taken.Count(c => c is { Shape: Shape.Article, Dated: true }) >= NumberedAndDated) && numbered * 2 >= taken.Count) taken.RemoveAll(c => c.Shape != Shape.Article && !(c.Headed && (c.Dated || c.Summarised)));
        var doubtful = candidates.Values.Where(c => c.Best == Place.Content && (c is { Headed: true, Dated: true } || c.Score >= 0 && BlockJudge.WordCount(c.Text, 4) >= 4)).Except(taken);
        return new ListLinks([.. taken.Select(c => c.Address.AbsoluteUri)], [.. doubtful.Select(c => c.Address.AbsoluteUri)]);
    }

    /// <summary>A headline that ends in its year looks unnumbered (<c>/ky-thi-tot-nghiep-2026.html</c>); among articles of the same folder and ending it is one.</summary>
    private static void KnowByNeighbours(ICollection<LinkCandidate> candidates)
    {
        var articles = candidates.Where(c => c.Shape == Shape.Article).CountBy(c => LinkShape.FolderAndEnding(c.Address)).ToDictionary(StringComparer.Ordinal);
        foreach (var candidate in candidates)
            if (candidate.Shape is Shape.Slug or Shape.Plain && LinkShape.IsHeadlineWithYear(candidate.Address) && articles.GetValueOrDefault(LinkShape.FolderAndEnding(candidate.Address)) >= Numbered)
                candidate.Shape = Shape.Article;
    }

    /// <summary>Addresses alike but for a number (<c>/n/1</c>, <c>chi-tiet.aspx?id=100&amp;cat=3</c>): under a headline's words the number is an article's, under the few words of most of a menu a section's.</summary>
    private static void KnowByNumber(ICollection<LinkCandidate> candidates)
    {
        foreach (var alike in candidates.Where(c => c.Shape is Shape.Plain or Shape.Section && c.Best < Place.Navigation).GroupBy(c => LinkShape.WithoutNumbers(c.Address), StringComparer.Ordinal))
        {
            if (alike.Key is null || alike.Count() < Numbered) continue;
            var headlines = alike.Count(c => BlockJudge.WordCount(c.Text, 5) >= 5);
            if (headlines * 2 > alike.Count() && headlines * 4 < alike.Count() * 3) continue;
            foreach (var candidate in alike) candidate.Shape = headlines * 2 > alike.Count() ? Shape.Article : Shape.Section;
        }
    }

    /// <summary>"Đối thoại" (24/11/2026): two words with a day, at an address that differs by its number alone from those of articles.</summary>
    private static void KnowShortHeadlines(ICollection<LinkCandidate> candidates)
    {
        var taken = candidates.Where(c => c is { Shape: Shape.Article, Dated: true, Score: >= Enough }).Select(c => LinkShape.WithoutNumbers(c.Address)).OfType<string>().CountBy(alike => alike).ToDictionary(StringComparer.Ordinal);
        foreach (var candidate in candidates)
            if (candidate is { Shape: Shape.Article, Dated: true, Score: > 0 and < Enough } && LinkShape.WithoutNumbers(candidate.Address) is { } alike && taken.GetValueOrDefault(alike) >= NumberedAndDated) candidate.Score = Enough;
    }

    /// <summary>
    /// "Lũ rút chậm" among headlines: a few words in the same list as articles and made as they are, at an address in the same folder. A menu is a list of its own, and what leads on from a list ("Xem thêm") has
    /// an address of its own.
    /// </summary>
    private static void KnowSiblings(ICollection<LinkCandidate> candidates)
    {
        foreach (var list in candidates.Where(c => c is { List: not null, Best: Place.Content }).GroupBy(c => c.List!))
        {
            var articles = list.Where(c => c.Score >= Enough).ToArray();
            if (articles.Length < Siblings || articles.Length * 2 < list.Count()) continue;
            var folders = articles.CountBy(c => LinkShape.FolderAndEnding(c.Address)).ToDictionary(StringComparer.Ordinal);
            var made = articles.SelectMany(c => c.Links.Select(LinkPlaces.Signature).Distinct(StringComparer.Ordinal)).CountBy(signature => signature).ToDictionary(StringComparer.Ordinal);
            foreach (var candidate in list)
                if (candidate is { Shape: Shape.Article or Shape.Slug or Shape.Plain, Score: > int.MinValue and < Enough } && BlockJudge.WordCount(candidate.Text, 2) >= 2 && articles.Count(a => a.Shape <= candidate.Shape) >= Siblings
                    && folders.GetValueOrDefault(LinkShape.FolderAndEnding(candidate.Address)) >= Siblings && candidate.Links.Exists(l => made.GetValueOrDefault(LinkPlaces.Signature(l)) >= Siblings)) candidate.Score = Enough;
        }
    }

    /// <summary>Articles of a list that tell what its others are.</summary>
    private const int Siblings = 3;

    /// <summary>An address below which others stand is a section, whatever it looks like.</summary>
    private static void DropHubs(OrderedDictionary<string, LinkCandidate> candidates)
    {
        var parents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var candidate in candidates.Values)
        {
            var path = candidate.Address.AbsolutePath.TrimEnd('/');
            for (var (slash, steps) = (path.LastIndexOf('/'), 0); slash > 0 && steps < 8; slash = path.LastIndexOf('/', slash - 1), steps++)
                parents[path[..slash]] = parents.GetValueOrDefault(path[..slash]) + 1;
        }
        foreach (var candidate in candidates.Values)
            if (candidate.Address.Query.Length == 0 && parents.GetValueOrDefault(candidate.Address.AbsolutePath.TrimEnd('/')) >= 2) candidate.Score = int.MinValue;
    }

    private static Uri? Target(IElement link, Uri parent)
    {
        var href = link.GetAttribute("href");
        if (href is not { Length: > 0 and < 4096 } || href[0] == '#') return null;
        return UrlNormalizer.Normalize(href, parent);
    }
}

/// <summary>Links of a list page, absolute and normalised, in page order, each once.</summary>
/// <param name="Articles">Taken for articles.</param>
/// <param name="Doubtful">Links in the page's content that have something of an article's and not enough; none where a selector decides.</param>
public sealed record ListLinks(IReadOnlyList<string> Articles, IReadOnlyList<string> Doubtful);
