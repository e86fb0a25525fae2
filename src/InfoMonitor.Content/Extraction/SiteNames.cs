using System.Collections.Frozen;
using AngleSharp.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Names of a site and of its sections, which templates put where a headline belongs: told by what the page says of its site, by the page's own links, and by words that name no article.</summary>
internal sealed class SiteNames
{
    /// <summary>Words of a link in a menu.</summary>
    private const int LongestSection = 6;
    /// <summary>Words of a portal's name.</summary>
    private const int LongestPortal = 16;
    private const int LongestName = 120;
    private const int ShortestSite = 3;
    private const int MaximumLinks = 3_000;
    /// <summary>"https://", a slash at the end.</summary>
    private const int LongestScheme = 9;

    private static readonly FrozenSet<string> Anywhere = """
        tin tức|tin tức sự kiện|tin tức và sự kiện|sự kiện|thời sự|thông báo|văn bản|chi tiết|chi tiết tin|chi tiết tin tức|chi tiết bài viết|tin chi tiết|xem chi tiết|xem tin|nội dung|nội dung chi tiết|bài viết|tin bài|tin hoạt động|hoạt động|tin nổi bật|tin mới|tin mới nhất|trang chủ|chuyên mục|danh mục|truyền thông|tin trong tỉnh|tin địa phương|không có tiêu đề
        home|homepage|home page|news|news detail|news details|latest news|article|articles|blog|untitled|untitled document|document|index|default|welcome|press release|press releases|startseite|willkommen|aktuelles|nachrichten|accueil|actualités|inicio|noticias
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Compact).ToFrozenSet(StringComparer.Ordinal);

    private readonly PageMetadata _page;
    private readonly string _site;
    private readonly string _host;
    private readonly LinkPlaces _places = new();
    private readonly Dictionary<string, bool> _sections = new(StringComparer.Ordinal);
    private HashSet<string>? _front;

    public SiteNames(PageMetadata page)
    {
        _page = page;
        _site = Compact(page.Meta("og:site_name", "application-name") ?? "");
        _host = Compact(page.Address?.Host is { } host ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host : "");
    }

    /// <summary>Whether a text names the site or nothing at all: such titles are on every page. True for an empty one.</summary>
    public bool IsName(string text) => Compact(text) is var name && (name.Length == 0 || Anywhere.Contains(name) || IsPortal(text) || IsSite(name));

    /// <summary>Whether the page's menus call another page so.</summary>
    public bool IsSection(string text)
    {
        if (BlockJudge.WordCount(text, LongestSection + 1) > LongestSection) return false;
        if (_sections.TryGetValue(text, out var known)) return known;
        var name = Compact(text);
        return _sections[text] = Links.Any(link => TextOf(link) is { Length: > 0 } called && BlockJudge.WordCount(called, LongestSection + 1) <= LongestSection && 3 * called.Length >= name.Length && Compact(called) == name && IsInMenu(link));
    }

    private IEnumerable<IElement> Links => _page.Elements.Links.Take(MaximumLinks);

    private bool IsInMenu(IElement link) =>
        Target(link) is { } target && !IsFront(target) && _places.Of(link).Place >= Place.Navigation;

    /// <summary>The site's name by what the page, its host or its links to the front page say.</summary>
    public bool IsSite(string name) =>
        Compact(name) is { Length: > 1 } own
        && (own == _site || (own.Length >= ShortestSite && _host.StartsWith(own, StringComparison.Ordinal)) || Front.Contains(own) || (own.Length > ShortestSite && Front.Any(front => front.StartsWith(own, StringComparison.Ordinal))));

    /// <summary>The whole name that the page gives its site, or that stands first in its host's: less than that may be somebody's.</summary>
    public bool IsWholeName(string name) =>
        Compact(name) is { Length: >= ShortestSite } own && (own == _site || own == _host || (_page.Address?.Host is { } host && own == Compact((host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host).Split('.')[0])));

    /// <summary>The host itself and what a template hangs on it: "tinh.example.vn online".</summary>
    public bool BeginsWithHost(string name) => _host.Length > 0 && Compact(name).StartsWith(_host, StringComparison.Ordinal);

    /// <summary>"Cổng thông tin điện tử tỉnh Ví Dụ". A headline may begin so too; it stands next to its text, where nothing better stands.</summary>
    private static bool IsPortal(string text) =>
        Folding.Fold(text) is var folded && (folded.StartsWith("cong thong tin", StringComparison.Ordinal) || folded.StartsWith("trang thong tin", StringComparison.Ordinal) || folded.StartsWith("cong ttdt", StringComparison.Ordinal) || folded.StartsWith("trang ttdt", StringComparison.Ordinal) || folded.StartsWith("bao dien tu", StringComparison.Ordinal) || folded.StartsWith("trang tin dien tu", StringComparison.Ordinal))
        && BlockJudge.WordCount(text, LongestPortal + 1) <= LongestPortal && !Rubrics.GoesOnAfterPlace(text);

    /// <summary>What links to the site's front page are called.</summary>
    private HashSet<string> Front => _front ??= Links.Where(IsToFront).Select(TextOf).Where(text => text.Length > 0).Select(Compact).ToHashSet(StringComparer.Ordinal);

    private bool IsToFront(IElement link) =>
        _page.Address is { } own && link.GetAttribute("href") is { } href && MayBeFront(href, own) && Target(link) is { } target && IsFront(target);

    private static bool IsFront(Uri target) => target.AbsolutePath.Length <= 1 && target.Query.Length == 0 && target.Fragment.Length == 0;

    /// <summary>Resolving an address is dear, and few are no longer than a host.</summary>
    private static bool MayBeFront(string href, Uri own) =>
        href.AsSpan().Trim() is var bare && (bare.Contains("//", StringComparison.Ordinal) ? bare.Length <= own.Authority.Length + LongestScheme : !bare.ContainsAnyExcept("./\\"));

    /// <summary>Another page of the site that a link leads to; null for any other.</summary>
    private Uri? Target(IElement link) =>
        _page.Address is { } own && Uri.TryCreate(own, link.GetAttribute("href"), out var target) && target.Host == own.Host && !_page.IsAt(target) ? target : null;

    /// <summary>Empty where it is longer than a name.</summary>
    private static string TextOf(IElement link) => Prose.Fold(link.TextContent) is { Length: <= LongestName } text ? text : "";

    /// <summary>Letters and digits only, folded: "Tuổi Trẻ Online" and "tuoitre" meet.</summary>
    public static string Compact(string text) => new([.. Folding.Fold(text).Where(char.IsLetterOrDigit)]);
}
