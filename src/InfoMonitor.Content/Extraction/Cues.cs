using System.Collections.Frozen;
using AngleSharp.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>What an element's own names (class, id, role, itemprop) say of its role on the page.</summary>
[Flags]
internal enum Cue
{
    None = 0,
    /// <summary>Named as something beside the article: related links, share bar, advertisement, caption, byline, navigation.</summary>
    Aside = 1,
    /// <summary>Named as readers' comments: never part of the text, however long (DESIGN 2.1).</summary>
    Comments = 2,
    /// <summary>Named as the article's body.</summary>
    Body = 4,
    /// <summary>Named as the lead (sapo, standfirst, dek).</summary>
    Lead = 8,
    /// <summary>Not shown.</summary>
    Hidden = 16,
    /// <summary>Named as the date of publication.</summary>
    Date = 32,
    /// <summary>Marked up as the article body (schema.org microdata): the page's own word, stronger than a class.</summary>
    MarkedBody = 64,
    /// <summary>Named as talk: readers' comments, or what an office answers and an assembly debates.</summary>
    Talk = 256,
    /// <summary>Named as an advertisement, and as nothing else beside the article.</summary>
    Advertisement = 128,
}

internal static class CueExtensions
{
    /// <summary>Any of these.</summary>
    public static bool Has(this Cue cue, Cue any) => (cue & any) != Cue.None;
}

/// <summary>Reads cues word by word: <c>relatedPosts</c>, <c>related-posts</c> and <c>box_related</c> hold the word "related", <c>header</c> does not hold "ad".</summary>
internal sealed class Cues
{
    private static readonly FrozenSet<string> AsideWords = Words("""
        related relate relates recommended recommend recommendation recommendations readmore more-stories share sharing shares sharebar sharetools social socials socialmedia addtoany addthis sharethis
        newsletter newsletters subscribe subscription subscribebox signup promo promos promotion promoted sponsor sponsored sponsors cookie cookies consent gdpr breadcrumb breadcrumbs sidebar aside nav navbar navi navigation menu footer outbrain taboola teaser teasers caption captions figcaption
        credit credits photocredit imagecredit byline bylines author authors authorbox bio tags taglist tagcloud hashtag hashtags toolbar popup modal overlay lightbox gallery slideshow carousel slider swiper widget widgets
        rating ratings vote votes votebox poll quiz survey pagination pager paging login signin banner trending popular mostread mostpopular latest bestof toplist ticker
        jumplink skiplink copyright printonly noprint print-hide donate donation donations regwall premium-box onetrust didomi usercentrics cmp cmpbox privacy upsell cta jp-relatedposts wp-caption-text yarpp sharedaddy feedback
        tinlienquan lienquan docthem xemthem tinkhac tinmoi binhluan chiase tacgia nguon chuthich anhchuthich
        """);

    private static readonly FrozenSet<string> AdvertisementWords = Words("ad ads adv advert adverts advertisement advertising adsense dfp gpt adslot adunit adbox quangcao");

    private static readonly FrozenSet<string> CommentWords = Words("comment comments commentlist commentarea commentform commentary-list cmt cmts disqus respond livefyre coral replies reply talkback ugc fbcomments fb-comments usercomments binhluan box-comment ykienbandoc ykbd");

    private static readonly FrozenSet<string> TalkWords = Words("discussion discussions ykien phanhoi gopy thaoluan nhanxet");

    private static readonly FrozenSet<string> LeadWords = Words("sapo sapoo lead lede standfirst dek deck subheadline subhead subtitle summary chapeau chapo intro introtext abstract excerpt description teaser-text detail-sapo news-sapo singular-sapo vorspann anreisser article-lead kicker-text hometext tomtat");

    private static readonly FrozenSet<string> BodyNames = Words("""
        articlebody article-body article__body article_body article-content article__content article_content articlecontent article-text article__text articletext articlecontainer
        story-body storybody story-content story__content story__body story-text storytext entry-content entrycontent entry__content entry-body post-content post__content postcontent post-body post_body post-text postbody
        body-content content-body content__body contentbody content-text main-content-body news-content news_content newscontent news-body news__body news-text news-detail-content detail-content detail__content detailcontent content-detail content_detail contentdetail
        fck_detail singular-content maincontent cms-body detail-cmain the-article-body knc-content edittor-content afcbc-body journal-content-article text-content rich-text richtext article-detail bodytext body-text body-copy bodycopy field-name-body field--name-body node-body td-post-content c-article-body paywall-content articlepage-content
        """);

    /// <summary>Words that turn the next one round: an article "with-sidebar" is not the sidebar.</summary>
    private static readonly FrozenSet<string> Turners = Words("has with no not without is hide show enable disable js can non allow when elementor");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AsideLookup = AsideWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AdvertisementLookup = AdvertisementWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommentLookup = CommentWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TalkLookup = TalkWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadLookup = LeadWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BodyLookup = BodyNames.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TurnerLookup = Turners.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letters: shorter pairs are made by chance (a-d).</summary>
    private const int ShortestPair = 4;

    private static readonly Recent<Cue> Met = new(bits: 14, name => Name(name), longest: 48);

    private readonly Dictionary<string, Cue> _known = new(StringComparer.Ordinal);

    public Cue Of(IElement element)
    {
        var cue = Cue.None;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is not { } attribute) continue;
            switch (attribute.Name)
            {
                case "class" or "id" or "data-testid" or "data-component" or "data-component-name" or "data-module" or "data-type" or "type": cue |= Named(attribute.Value); break;
                case "role": cue |= attribute.Value is "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" or "tablist" ? Cue.Aside : Cue.None; break;
                case "itemprop" or "property": cue |= Property(attribute.Value); break;
                case "itemtype": if (IsComment(attribute.Value)) cue |= Cue.Comments; break;
                case "aria-label": if (Phrases.IsCommentsLabel(attribute.Value)) cue |= Cue.Comments; break;
                case "hidden": cue |= Cue.Hidden; break;
                case "style": if (IsHidden(attribute.Value)) cue |= Cue.Hidden; break;
                case "aria-hidden": if (attribute.Value == "true") cue |= Cue.Hidden; break;
            }
        }
        return cue;
    }

    /// <summary>Of a name that says "comment": that it is the commenter's.</summary>
    public static bool IsPerson(string? name) =>
        name is not null && (name.Contains("author", StringComparison.OrdinalIgnoreCase) || name.Contains("actor", StringComparison.OrdinalIgnoreCase) || name.Contains("user", StringComparison.OrdinalIgnoreCase) || name.Contains("name", StringComparison.OrdinalIgnoreCase));

    private static Cue Property(string name) => name.Trim() switch
    {
        "articleBody" or "schema:articleBody" or "text" => Cue.MarkedBody | Cue.Body,
        "description" or "alternativeHeadline" => Cue.Lead,
        "author" or "publisher" or "caption" or "keywords" or "copyrightHolder" => Cue.Aside,
        "comment" or "commentText" => Cue.Comments,
        "datePublished" or "dateCreated" => Cue.Date,
        _ => Cue.None,
    };

    /// <summary>schema.org, at either scheme.</summary>
    private static bool IsComment(string type) =>
        type.AsSpan().Trim() is var name && name[(name.LastIndexOf('/') + 1)..] is "Comment" or "UserComments";

    private static bool IsHidden(string style)
    {
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private Cue Named(string names)
    {
        if (names.Length is 0 or > 600) return Cue.None;
        if (_known.TryGetValue(names, out var known)) return known;
        var cue = Cue.None;
        foreach (var range in names.AsSpan().SplitAny(" \t\r\n"))
        {
            var name = names.AsSpan()[range];
            if (name.Length is > 0 and < 80) cue |= Met.Of(name);
        }
        return _known[names] = cue;
    }

    private static Cue Name(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        var cue = BodyLookup.Contains(lower) ? Cue.Body : Cue.None;
        if (AsideLookup.Contains(lower)) cue |= Cue.Aside;
        if (AdvertisementLookup.Contains(lower)) cue |= Cue.Advertisement;
        if (CommentLookup.Contains(lower)) cue |= Cue.Comments;
        if (TalkLookup.Contains(lower)) cue |= Cue.Talk;
        if (LeadLookup.Contains(lower)) cue |= Cue.Lead;
        if (lower is "hidden" or "d-none" or "sr-only" or "visually-hidden" or "visuallyhidden" or "screen-reader-text" or "u-hidden" or "is-hidden" or "hide" or "screenreader") cue |= Cue.Hidden;

        var start = 0;
        var turned = false;
        scoped ReadOnlySpan<char> before = default;
        var beforeTurned = false;
        Span<char> both = stackalloc char[name.Length];
        // Keys that systems make up (n1AuAdJlVL) hold "ad" by chance.
        var isRandom = name.IndexOfAnyInRange('0', '9') >= 0 && name.IndexOfAnyInRange('A', 'Z') >= 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetter(name[i]) && (isRandom || !IsHump(name, i)) && char.IsLetter(name[start])) continue;
            ReadOnlySpan<char> word = lower[start..i].Trim("-_:.0123456789[]()/");
            if (word.Length > 0)
            {
                if (!turned) cue |= Word(word);
                // Vietnamese says in two words what its templates write as one or as two: binhluan, binh-luan.
                if (before.Length + word.Length >= ShortestPair && !beforeTurned)
                {
                    before.CopyTo(both);
                    word.CopyTo(both[before.Length..]);
                    cue |= Word(both[..(before.Length + word.Length)]) & (Cue.Aside | Cue.Advertisement | Cue.Comments | Cue.Talk);
                }
                before = word;
                beforeTurned = turned;
                turned = TurnerLookup.Contains(word);
            }
            start = i;
        }
        // The content of an answer or a debate is the text: noi-dung-phan-hoi.
        return IsContent(lower) ? cue & ~Cue.Talk : cue;
    }

    private static bool IsContent(ReadOnlySpan<char> name) => name.StartsWith("noidung") || name.StartsWith("noi-dung") || name.StartsWith("noi_dung");

    private static Cue Word(ReadOnlySpan<char> word)
    {
        var cue = AsideLookup.Contains(word) ? Cue.Aside : AdvertisementLookup.Contains(word) ? Cue.Advertisement : Cue.None;
        if (CommentLookup.Contains(word)) cue |= Cue.Comments;
        if (TalkLookup.Contains(word)) cue |= Cue.Talk;
        if (LeadLookup.Contains(word)) cue |= Cue.Lead;
        if (word is "date" or "datum" or "publication" or "pubtime" or "postdate" or "createdate" or "time" or "timestamp" or "datetime" or "published" or "pubdate" or "posted" or "ngay") cue |= Cue.Date;
        return cue;
    }

    /// <summary>A capital begins a word after a small letter (relatedPosts), and before one after other capitals (UFIComment).</summary>
    private static bool IsHump(ReadOnlySpan<char> name, int at) =>
        char.IsUpper(name[at]) && (char.IsLower(name[at - 1]) || (char.IsUpper(name[at - 1]) && at + 1 < name.Length && char.IsLower(name[at + 1])));

    private static FrozenSet<string> Words(string words) => words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
