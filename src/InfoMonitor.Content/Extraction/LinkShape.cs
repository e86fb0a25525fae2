using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Content.Extraction;

/// <summary>What an address looks like.</summary>
internal enum Shape
{
    /// <summary>A number, an identifier or a date with a name behind it: <c>/tieu-de-bai-4812345.html</c>, <c>chitiet.aspx?ItemID=88</c>, <c>/2026/03/07/title</c>.</summary>
    Article,
    /// <summary>A name of several words.</summary>
    Slug,
    /// <summary>Says nothing.</summary>
    Plain,
    /// <summary>A short name near the root, or a hub.</summary>
    Section,
    /// <summary>Tags, authors, search, pagination, sign-in, files, the page itself and what stands above it.</summary>
    Never,
}

/// <summary>Tells articles from sections by the address alone, as people who know news sites do.</summary>
internal static partial class LinkShape
{
    private static readonly FrozenSet<string> NeverSegments = Words("""
        tag tags hashtag keyword keywords tu-khoa topic topics chu-de su-kien dong-su-kien event-series author authors tac-gia contributor contributors profile profiles user users member members thanh-vien people-page byline
        search tim-kiem tim-kiem-nang-cao login signin sign-in signup sign-up register logout dang-nhap dang-ky quen-mat-khau account tai-khoan my-account subscribe subscription newsletter newsletters dat-bao
        rss feed feeds sitemap so-do-trang so-do-site so-do-cong contact contact-us lien-he about about-us gioi-thieu privacy privacy-policy terms terms-of-use terms-of-service dieu-khoan dieu-khoan-su-dung chinh-sach chinh-sach-bao-mat cookie-policy cookies
        quang-cao bao-gia-quang-cao advertise advertising ads careers jobs tuyen-dung shop store cart gio-hang checkout donate help faq feedback gop-y hoi-dap page trang wp-admin wp-login.php wp-content cdn-cgi share print email category categories chuyen-muc danh-muc danh-sach danh-sach-tin danh-sach-bai-viet
        """);

    private static readonly FrozenSet<string> HubSegments = Words("video videos clip photo photos photo-story anh gallery galleries multimedia infographic infographics podcast podcasts audio media live archive archives luu-tru tv truyen-hinh emagazine e-magazine longform thu-vien-anh thu-vien-video");

    private static readonly FrozenSet<string> FileEndings = Words(".pdf .doc .docx .xls .xlsx .ppt .pptx .zip .rar .7z .jpg .jpeg .png .gif .webp .svg .mp3 .mp4 .avi .mov .xml .rss .json .js .css .ics .apk .exe");

    /// <summary>The page's own host, with or without www., m. and their like, and hosts below or above it that are not other services.</summary>
    public static bool IsSameSite(Uri own, Uri target)
    {
        var (a, b) = (Bare(own.Host), Bare(target.Host));
        if (a == b) return true;
        return (a.EndsWith("." + b, StringComparison.Ordinal) && b.Contains('.', StringComparison.Ordinal) && !IsSuffix(b)) || (b.EndsWith("." + a, StringComparison.Ordinal) && !OtherService().IsMatch(b) && !IsSuffix(a));
    }

    public static Shape Of(Uri target, Uri own)
    {
        if (target is { AbsolutePath.Length: <= 1, Query.Length: < 2 } || IsOwnOrAbove(target, own)) return Shape.Never;
        var (path, query) = AddressPairs.Of(PercentEncoding.Decode(target.AbsolutePath), PercentEncoding.Decode(target.Query));
        if (Tab().IsMatch(query))
        {
            query = $"?{MenuPair().Replace(query, "").TrimStart('?', '&')}";
            if (OfTab(path, query) is { } told) return told;
        }
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = segments.Length > 0 ? segments[^1] : "";
        foreach (var segment in segments)
        {
            var folded = Folding.Fold(segment);
            if (NeverSegments.Contains(Stem(folded)) || Pager().IsMatch(folded) || IsPageOfList(folded, own) || Tag().IsMatch(folded)) return Shape.Never;
        }
        if (FileEndings.Contains(Ending(last))) return Shape.Never;
        if (query.Length > 1 && OfQuery(path, query, own) is { } known) return known;

        if (YearList().IsMatch(path)) return Shape.Never;
        if (DatePath().IsMatch(path)) return DateOnlyPath().IsMatch(path) ? Shape.Never : Shape.Article;
        var stem = Stem(last);
        if (Numbered().IsMatch(stem) || Identifier().IsMatch(stem) && stem.Any(char.IsAsciiDigit) && stem.Any(char.IsAsciiLetter) || path.Contains("/asset_publisher/", StringComparison.Ordinal) && path.Contains("/content/", StringComparison.Ordinal)) return Shape.Article;
        // /12345/title-of-the-article and /title/12345; not where the list itself is called so
        if (segments.Length > 1 && !IsMadeLike(segments, own) && (LongNumber().IsMatch(segments[^2]) || segments.Length > 2 && LongNumber().IsMatch(segments[^3])) && stem.Length > 3) return Shape.Article;
        if (segments.Any(s => HubSegments.Contains(Stem(Folding.Fold(s))))) return Shape.Section;
        var parts = stem.Split(['-', '_', '+', ' '], StringSplitOptions.RemoveEmptyEntries).Length;
        if (parts >= 5 || parts >= 4 && stem.Length >= 20 || stem.Length >= 40) return Shape.Slug;
        return segments.Length <= 2 && parts <= 3 && query.Length < 2 ? Shape.Section : Shape.Plain;
    }

    /// <summary>"/thoi-su-p2", and the next page of a list of any name; a headline's is the second part of a story (<c>/nhung-nguoi-giu-rung-o-vung-cao-p2</c>).</summary>
    private static bool IsPageOfList(string segment, Uri own) =>
        PageOrPart().Match(segment) is { Success: true, Groups: var found } && found["name"].Value is var name
        && (name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries).Length < 4 || Folding.Fold(Stem(PercentEncoding.Decode(own.Segments[^1]).TrimEnd('/'))) is var list && (list == name || PageOrPart().Match(list).Groups["name"].Value == name));

    /// <summary>The list's own address has as many parts, and a number in the same place.</summary>
    private static bool IsMadeLike(string[] segments, Uri own) =>
        own.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is var parts && parts.Length == segments.Length && parts[0] == segments[0] && LongNumber().IsMatch(parts[^2]) && LongNumber().IsMatch(segments[^2]);

    /// <summary>
    /// A DotNetNuke names the entry of its menu in every address (<c>/Default.aspx?tabid=88</c>, <c>/tin-tuc/tabid/1201/Default.aspx</c>); what it shows of it is told by further numbers
    /// (<c>tabid=88&amp;ndid=5512</c>, <c>/tabid/88/articleId/5512/ten-bai.aspx</c>). Without one it is a section, however many words its link has.
    /// </summary>
    /// <param name="query">All pairs but those of the menu.</param>
    private static Shape? OfTab(string path, string query) =>
        Listing().IsMatch(query) || !(path + query).Any(char.IsAsciiDigit) ? Shape.Never
        : ItemInQuery().IsMatch(query) ? Shape.Article
        : AddressPairs.IsOfPerson(query) ? Shape.Never
        : CategoryInQuery().IsMatch(query) ? NumberedPair().IsMatch(CategoryPair().Replace(query, "")) ? Shape.Article : Shape.Never
        : NumberedPair().IsMatch(query) ? Shape.Article : null;

    /// <summary>Three words or more and a year: fewer are a list of that year's (<c>/nam-2026.html</c>, <c>/luu-tru-2026</c>).</summary>
    public static bool IsHeadlineWithYear(Uri target) => target.Query.Length < 2 && HeadlineWithYear().IsMatch(Stem(PercentEncoding.Decode(target.Segments[^1])));

    /// <summary>The address with its numbers left out, a category's aside; null when it has none.</summary>
    public static string? WithoutNumbers(Uri target)
    {
        var (path, query) = AddressPairs.Of(target.AbsolutePath, target.Query);
        var own = CategoryParameter().Replace(path + query, "");
        var bare = OwnNumber().Replace(own, "#");
        return bare == own ? null : $"{target.Authority}{bare}";
    }

    /// <summary>What articles of one site have in common: the folder, and how the name ends.</summary>
    public static string FolderAndEnding(Uri target) => $"{target.Authority}{target.AbsolutePath[..(target.AbsolutePath.LastIndexOf('/') + 1)]}*{Ending(target.Segments[^1])}";

    private static Shape? OfQuery(string path, string query, Uri own)
    {
        if (Listing().IsMatch(query)) return Shape.Never;
        // Joomla's Itemid is the menu's, not the article's.
        if (ItemInQuery().IsMatch(query) && (!query.Contains("option=com_", StringComparison.Ordinal) || query.Contains("view=article", StringComparison.Ordinal))) return Shape.Article;
        if (AddressPairs.IsOfPerson(query)) return Shape.Never;
        if (CategoryInQuery().IsMatch(query)) return Viewed().IsMatch(path) && IdInQuery().IsMatch(query) ? Shape.Article : Shape.Section;
        // ?p=2 on the page itself is its next page; elsewhere it is an article of a WordPress.
        if (path == own.AbsolutePath && path != "/" && PageInQuery().IsMatch(query)) return Shape.Never;
        return WeakItemInQuery().IsMatch(query) && (path == "/" || Detail().IsMatch(path + query)) ? Shape.Article : null;
    }

    private static bool IsOwnOrAbove(Uri target, Uri own)
    {
        if (target.Host != own.Host && Bare(target.Host) != Bare(own.Host)) return false;
        var (a, b) = (own.AbsolutePath.TrimEnd('/'), target.AbsolutePath.TrimEnd('/'));
        if (a == b) return target.Query == own.Query || target.Query.Length < 2;
        return target.Query.Length < 2 && a.StartsWith(b + "/", StringComparison.Ordinal);
    }

    private static string Bare(string host)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "amp.", "www1.", "www2."])
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.')) return host[prefix.Length..];
        return host;
    }

    /// <summary>gov.vn holds every ministry.</summary>
    private static bool IsSuffix(string host) => Suffix().IsMatch(host);

    private static string Stem(string segment)
    {
        var dot = segment.LastIndexOf('.');
        return dot > 0 && segment.Length - dot <= 6 ? segment[..dot] : segment;
    }

    private static string Ending(string segment) => segment.LastIndexOf('.') is > 0 and var dot ? segment[dot..].ToLowerInvariant() : "";

    private static FrozenSet<string> Words(string words) => words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(id|login|account|accounts|sso|auth|mail|webmail|shop|store|cdn|static|img|images|ads?|quangcao|raovat|forum|diendan|dichvucong|api|rss|video|tv|radio|careers|jobs)\.", Options)]
    private static partial Regex OtherService();

    [GeneratedRegex(@"^((com|org|net|edu|gov|info|ac|co|or|go|ne)\.)?[a-z]{2,3}$|^(gov|org|com|net|edu|info|blogspot|wordpress|github)(\.[a-z]{2,3}|\.io)?$", Options)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"/(19|20)\d\d[/-]?(0?[1-9]|1[0-2])([/-]?([0-2]?\d|3[01]))?(/|$)|/(19|20)\d\d/[a-z]{3}/\d{1,2}/", Options)]
    private static partial Regex DatePath();

    [GeneratedRegex(@"/(19|20)\d\d[/-]?(0?[1-9]|1[0-2])([/-]?([0-2]?\d|3[01]))?/?$", Options)]
    private static partial Regex DateOnlyPath();

    // Elsewhere a lone 2026 may be an article's number.
    [GeneratedRegex(@"^(/(nam|year|years|archives?|luu-tru))?/(19|20)\d\d/?$", Options)]
    private static partial Regex YearList();

    // A number of four digits or more at the end of a name, after a mark or a letter or two (-post88123, -d1234, -i123456), or the whole name; a year alone is not one.
    [GeneratedRegex(@"[^\d][-_.,~][a-z]{0,5}[-_]?\d{5,}$|[^\d][-_.,~][a-z]{0,5}[-_]?([013-9]\d{3}|2[1-9]\d\d)$|[-_][a-z]{1,5}\d{3,}$|^(art|article|news|post|story|tin|bai|detail|view|a|n|d)?[-_]?\d{4,}$|^\d{3,}[-_.].{6,}|[-_](c\d+)?[ad]\d{3,}$|[-_]\d{6,}[-_.][a-z]{0,4}\d{0,3}$", Options)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^([^-_\d][^-_]*[-_]){3,}(19|20)\d\d$", Options)]
    private static partial Regex HeadlineWithYear();

    [GeneratedRegex(@"^[a-z0-9]{9,16}$|^[0-9a-f]{24}$|^[0-9a-f-]{36}$|[-_][0-9a-f]{8,32}$", Options)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[a-z]?\d{4,}$", Options)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^(page|trang|p)[-_]?\d{1,4}(\.[a-z]+)?$|[-_/](trang|page)[-_]?\d{1,4}(\.[a-z]+)?$", Options)]
    private static partial Regex Pager();

    [GeneratedRegex(@"^(?<name>.*[a-z])[-_]p\d{1,3}(\.[a-z]+)?$", Options)]
    private static partial Regex PageOrPart();

    [GeneratedRegex(@"[-_](tag|tags|topic|event)\d*(\.[a-z]+)?$|^tag[-_]", Options)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[?&](s|q|keyword|search|tag(_?id|_?name)?|author|sort|replytocom|print|share|page|trang|page_?index|page_?no|page_?number|current_?page|paged|cur)=|(view|articletype)=(category|author|archive|tag|featured)|action=(login|edit|register)", Options)]
    private static partial Regex Listing();

    [GeneratedRegex(@"[?&](_?item_?id|news_?id|article_?id|post_?id|story_?id|content_?id|entry_?id|idtin|tin_?id|id_?tin|id_?bai|bai_?id|idnews|newsviews|distid|articleid|nid|aid|itemid|idbaiviet|documentid|cmd_id|vbid|id_bv|new_?id)=[\w{}-]*\d|view=article&(.*&)?id=\d|[?&]p=\d{2,}$", Options)]
    private static partial Regex ItemInQuery();

    [GeneratedRegex(@"[?&](cat|cate|category|group|nhom|chuyen_?muc|menu|folder|zone|channel|lang|language|type)(_?id)?=", Options)]
    private static partial Regex CategoryInQuery();

    [GeneratedRegex(@"[?&]tabid=\d", Options)]
    private static partial Regex Tab();

    [GeneratedRegex(@"[?&](tabid|mid|moduleid|portalid|language|lang|ctl|ctrl)=[^&]*", Options)]
    private static partial Regex MenuPair();

    [GeneratedRegex(@"[?&]([a-z_]*id|news|item|article|detail)=\d", Options)]
    private static partial Regex NumberedPair();

    // With those above and below it: ParentID, SubCatID.
    [GeneratedRegex(@"[?&]((parent|sub|root)_?)?(cat|cate|category|group|nhom|chuyen_?muc|menu|folder|zone|channel|type|parent|root)(_?id)?=[^&]*", Options)]
    private static partial Regex CategoryPair();

    [GeneratedRegex(@"(cat|cate|category|group|nhom|chuyen_?muc|menu|folder|zone|channel|lang|language|type|tab)(_?id)?=[^&]*", Options)]
    private static partial Regex CategoryParameter();

    // Or an identifier with a digit: what site has its articles at /bai/1abc7 has all of them there.
    [GeneratedRegex(@"(?<=[/=])(?=[a-z]*\d)[a-z\d]{1,16}(?=$|[/&.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OwnNumber();

    [GeneratedRegex(@"[?&](id|p|n|a|i|ud)=[{]?[\w-]*\d", Options)]
    private static partial Regex WeakItemInQuery();

    /// <summary>What is named so shows one thing, whatever category it names beside it.</summary>
    [GeneratedRegex(@"/(chi-?_?tiet|detail|view|xem|show|read)", Options)]
    private static partial Regex Viewed();

    [GeneratedRegex(@"[?&]id=\d", Options)]
    private static partial Regex IdInQuery();

    [GeneratedRegex(@"[?&](p|page|pg|trang|start|offset|from)=\d", Options)]
    private static partial Regex PageInQuery();

    [GeneratedRegex(@"chi-?_?tiet|detail|xem|view|read|news|article|story|tin|bai|show|content|post", Options)]
    private static partial Regex Detail();
}
