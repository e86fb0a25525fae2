using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace InfoMonitor.Content.Urls;

/// <summary>
/// Tells addresses of publishers from those of people, searches and private networks (DESIGN 2.1, 2.9): entry points and discovered pages go by the same rule.
/// By spelling alone, so it costs nothing; what a public name resolves to is for the fetcher's guard.
/// </summary>
public static class PublicAddress
{
    private static readonly FrozenSet<string> SearchWords = Set("search", "tim-kiem", "timkiem", "tim", "tim-kiem-nang-cao", "ket-qua-tim-kiem", "search-results", "searchresults", "results");
    private static readonly FrozenSet<string> SearchParameters = Set("q", "query", "search", "search_query", "keyword", "keywords", "tukhoa", "tu-khoa", "tu_khoa", "kw", "wd", "searchtext");
    private static readonly FrozenSet<string> SearchEngines = Set("google", "bing", "duckduckgo", "yandex", "baidu", "coccoc", "ecosia", "startpage");
    private static readonly FrozenSet<string> AuthorWords = Set("author", "authors", "tac-gia", "tacgia", "but-danh", "byline", "bylines", "contributor", "contributors", "journalist", "journalists", "phong-vien", "nha-bao");
    private static readonly FrozenSet<string> TagWords = Set("tag", "tags", "tu-khoa", "topic", "topics", "chu-de", "nhan-vat");
    /// <summary>Family names that with "van" or "thi" after them can hardly be the beginning of a topic, as "do thi" (city) could.</summary>
    private static readonly FrozenSet<string> FamilyNames = Set("nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "bui", "ngo", "duong", "dinh", "doan", "trinh", "luong", "ha", "ly");
    /// <summary>Hosts of blogs and newsletters: what stands there is somebody's own, most often one person's.</summary>
    private static readonly FrozenSet<string> BlogHosts = Set("substack.com", "medium.com", "wordpress.com", "blogger.com", "tumblr.com", "livejournal.com", "ghost.io", "beehiiv.com", "buttondown.com", "buttondown.email", "patreon.com", "write.as", "telegra.ph");
    /// <summary>Readers of somebody's accounts on a platform, under other names: <c>nitter.net</c>, <c>nitter.example.org</c>. Programs that anybody may put up, by the first label of their host.</summary>
    private static readonly FrozenSet<string> MirrorPrograms = Set("nitter", "bibliogram", "proxigram", "proxitok", "libreddit", "redlib", "teddit", "invidious", "piped", "rsshub", "rss-bridge");
    private static readonly FrozenSet<string> Mirrors = Set("xcancel.com", "twiiit.com", "twstalker.com", "sotwe.com", "vxtwitter.com", "fxtwitter.com", "threadreaderapp.com", "picuki.com", "imginn.com", "imginn.org", "dumpor.com", "pixwox.com", "urlebird.com", "tgstat.com", "telemetr.io");
    /// <summary>Also words for an organisation's own pages; with a name after them they are a person's.</summary>
    private static readonly FrozenSet<string> MemberWords = Set("profile", "profiles", "user", "users", "member", "members", "thanh-vien", "u");
    private static readonly FrozenSet<string> LocalEndings = Set("localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "onion");

    /// <param name="address">Absolute; best as <see cref="UrlNormalizer"/> spells it.</param>
    public static AddressKind KindOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.Host.Length == 0) return AddressKind.NotHttp;
        if (address.UserInfo.Length > 0) return AddressKind.Credentials;
        var network = OfHost(address);
        if (network is AddressKind.LinkLocal) return AddressKind.LinkLocal;
        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => Uri.UnescapeDataString(s).ToLowerInvariant()).ToArray();
        // A private network that an operator lets in holds people's pages as any other does.
        return (OfPlatform(host, path, address.Query) ?? OfPath(host, path, address.Query)) is var kind and not AddressKind.Public ? kind : network ?? AddressKind.Public;
    }

    /// <summary>Why an address of this kind is not read and what to give instead; null when it may be.</summary>
    /// <param name="kind">From <see cref="KindOf"/>.</param>
    /// <param name="channel">True for a source that is an organisation's public channel: only then is an account read.</param>
    public static string? Refusal(AddressKind kind, bool channel) => kind switch
    {
        AddressKind.Public => null,
        AddressKind.NotHttp => "Only http and https addresses are read: write the whole address, https:// included.",
        AddressKind.Credentials => "An address with a user name or password is refused: only pages open to everybody are read.",
        AddressKind.Private => "An address of this machine or of a private network is refused, unless Fetching:AllowPrivate lists its range.",
        AddressKind.LinkLocal => "A link-local address is never read: cloud machines keep their secrets there.",
        AddressKind.Person => "A person's profile, a page that gathers what is said of one person, or a group where people post, is refused: sources are publishers, never people. Give the publisher's own site.",
        AddressKind.Author => "An author's page is refused: it gathers what one person wrote. Give a section of the publisher instead.",
        AddressKind.Search => "A page of search results or of a hashtag is refused: it follows words through what people wrote. Give a section or feed of a publisher instead.",
        AddressKind.Comments => "A feed of readers' comments is refused: comments are not read. Give the feed of articles instead.",
        AddressKind.Account when channel => null,
        AddressKind.Account => "An account, blog or newsletter on a platform is refused, because it may be a person's. For an organisation's public channel write kind: channel and named-on, the page of its own site that names the channel.",
    };

    /// <summary>Null for a public name or address.</summary>
    private static AddressKind? OfHost(Uri address)
    {
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(address.IdnHost, out var ip)) return OfNetwork(ip);
        var labels = address.IdnHost.TrimEnd('.').Split('.');
        return labels is [_] || LocalEndings.Contains(labels[^1]) || labels is [.., "home", "arpa"] ? AddressKind.Private : null;
    }

    private static AddressKind? OfNetwork(IPAddress ip)
    {
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        var b = ip.GetAddressBytes();
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
            return ip.IsIPv6LinkLocal ? AddressKind.LinkLocal
                : IPAddress.IsLoopback(ip) || ip.IsIPv6UniqueLocal || ip.IsIPv6Multicast || ip.IsIPv6SiteLocal || (b[0] & 0xe0) != 0x20 ? AddressKind.Private : null;
        return b switch
        {
            [169, 254, ..] => AddressKind.LinkLocal,
            [0 or 10 or 127 or >= 224, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..] or [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => AddressKind.Private,
            _ => null,
        };
    }

    private static AddressKind? OfPlatform(string host, string[] path, string query) => Platform(host) switch
    {
        "facebook.com" or "fb.com" or "fb.me" => path switch
        {
            ["people" or "profile.php" or "groups" or "friends" or "story.php", ..] => AddressKind.Person,
            ["hashtag" or "search" or "watch" or "marketplace", ..] => AddressKind.Search,
            _ => AddressKind.Account,
        },
        "x.com" or "twitter.com" or "tiktok.com" or "instagram.com" or "threads.net" or "threads.com" => path switch
        {
            ["hashtag" or "search" or "explore" or "tag" or "discover" or "i", ..] => AddressKind.Search,
            _ => AddressKind.Account,
        },
        "youtube.com" or "youtu.be" => path switch
        {
            ["results" or "hashtag", ..] => AddressKind.Search,
            _ => AddressKind.Account,
        },
        "linkedin.com" => path is ["in" or "pub", ..] ? AddressKind.Person : AddressKind.Account,
        "reddit.com" => AddressKind.Person,
        "t.me" or "telegram.me" => path is ["joinchat", ..] or [['+', ..], ..] ? AddressKind.Person : AddressKind.Account,
        "zalo.me" => path is ["g", ..] ? AddressKind.Person : AddressKind.Account,
        "bsky.app" or "vk.com" => AddressKind.Account,
        var mirror when Mirrors.Contains(mirror) || Array.Exists(host.Split('.'), MirrorPrograms.Contains) => AddressKind.Person,   // a channel is read on its platform, or not at all
        var platform when BlogHosts.Contains(platform) || host.Split('.') is [_, "blogspot", ..] or [_, _, "blogspot", ..] => IsOfComments(path, query) ? AddressKind.Comments : path is ["tag" or "search", ..] ? AddressKind.Search : AddressKind.Account,
        _ => null,
    };

    private static AddressKind OfPath(string host, string[] path, string query)
    {
        var labels = host.Split('.');
        if (labels is ["www" or "news" or "m" or "cn", var engine, ..] && SearchEngines.Contains(engine) || SearchEngines.Contains(labels[0])) return AddressKind.Search;
        if (Array.Exists(path, s => s is ['@', _, ..])) return AddressKind.Account;
        if (IsOfComments(path, query)) return AddressKind.Comments;
        for (var i = 0; i < path.Length; i++)
        {
            var word = path[i].LastIndexOf('.') is > 0 and var dot ? path[i][..dot] : path[i];   // search.html, tim-kiem.aspx
            if (SearchWords.Contains(word)) return AddressKind.Search;
            if (TagWords.Contains(word) && i + 2 == path.Length && IsName(path[i + 1])) return AddressKind.Person;
            if (AuthorWords.Contains(word) || (MemberWords.Contains(word) && i + 1 < path.Length)) return AddressKind.Author;
        }
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=', 2)[0].ToLowerInvariant();
            if (SearchParameters.Contains(name) || (name == "s" && path is [] or ["index.php"])) return AddressKind.Search;   // s: WordPress
            if (name is "author" or "author_name") return AddressKind.Author;
        }
        return AddressPairs.IsOfPerson(AddressPairs.Of("/" + string.Join('/', path), Uri.UnescapeDataString(query)).Query) ? AddressKind.Author : AddressKind.Public;
    }

    /// <summary>WordPress ("/comments/feed", "/bai/feed?withcomments=1", "?feed=comments-rss2"), Blogger ("/feeds/comments/default", "/feeds/12/comments/default"), Drupal and others ("/comments.rss").</summary>
    private static bool IsOfComments(string[] path, string query) =>
        path is [.., "comments", "feed"] or [.., "comments", "feed", "atom" or "rss" or "rss2" or "rdf"] or [.., "comments" or "comment", "rss" or "atom" or "rss.xml" or "atom.xml"] or ["feeds", "comments", ..] or ["feeds", _, "comments", ..]
            or [.., "comments.rss" or "comments.xml" or "comments.atom" or "comments-rss.xml" or "comments-feed"]
        || Array.Exists(query.TrimStart('?').Split('&'), pair => pair.ToLowerInvariant().Split('=') is ["feed", var feed] && feed.StartsWith("comments", StringComparison.Ordinal) || pair.StartsWith("withcomments=", StringComparison.OrdinalIgnoreCase));

    /// <summary>A page of what is said about one person: "nguyen-van-a", "tran-thi-b-c". Topics ("le-hoi", "duong-sat", "nguyen-lieu") and people who are written otherwise are not told apart by spelling, and stay.</summary>
    private static bool IsName(string slug) =>
        (slug.LastIndexOf('.') is > 0 and var dot ? slug[..dot] : slug).Split('-') is [var family, "van" or "thi", [_, ..], ..] words && words.Length <= 6 && FamilyNames.Contains(family);

    /// <summary>The last two labels, so that <c>m.facebook.com</c> and <c>vi-vn.facebook.com</c> are one platform.</summary>
    private static string Platform(string host) => string.Join('.', host.Split('.').TakeLast(2));

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
