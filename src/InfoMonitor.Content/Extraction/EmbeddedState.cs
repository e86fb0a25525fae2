using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>An article as the state of a page's own program holds it.</summary>
/// <param name="Headline">As the state has it.</param>
/// <param name="Html">Lead and body as a document of their own, below the headline.</param>
/// <param name="Published">The day of publication, as written there; null when it has none.</param>
internal sealed record StatedArticle(string Headline, string Html, JsonElement? Published);

/// <summary>
/// The article of a page that is drawn by its program alone, or of which the page shows a lead, read from the state which the server sends along (<see cref="StateScripts"/>).
/// Of all that a state holds (menus, other articles, readers' comments) only an object with a long body is believed, and of these one whose headline is the page's title, or which the page's address names.
/// </summary>
internal static partial class EmbeddedState
{
    /// <summary>Objects of the page's title that are looked at for a body.</summary>
    private const int MaximumTitled = 30;
    private const int MaximumNodes = 200_000;
    /// <summary>Levels of a body that is a tree of paragraphs.</summary>
    private const int MaximumBodyDepth = 12;
    private const int ShortestBody = 250;
    private const int ShortestLead = 30;
    private const int LongestLead = 1_000;
    private const int LongestHeadline = 500;
    private const double SameHeadline = 0.7;
    /// <summary>Letters of a headline that an address repeats; digits of a number that it names.</summary>
    private const int ShortestSlug = 12;
    private const int LongestSlug = 40;
    private const int ShortestNumber = 4;

    private static readonly FrozenSet<string> Headlines = Keys("headline title name heading tieude");
    private static readonly FrozenSet<string> Bodies = Keys("articlebody body content contents contenthtml bodyhtml htmlcontent htmlbody html text fulltext bodytext maintext noidung detail story paragraphs blocks sections");
    private static readonly FrozenSet<string> Leads = Keys("sapo lead standfirst summary description excerpt teaser");
    private static readonly FrozenSet<string> Days = Keys("datepublished publishedat publishdate publisheddate publishtime publishedtime publishedon firstpublishedat pubdate ngaydang");
    /// <summary>Where the parts of a body that is no string stand, best first.</summary>
    private static readonly string[] Inside = ["rendered", "html", "processed", "value", "text", "body", "content", "data", "blocks", "paragraphs", "children", "items"];
    private static readonly FrozenSet<string> Places = Keys("slug url link permalink path alias href friendlyurl seourl");
    /// <summary>Of one object, that somebody sent it in, and that it can be answered: a reader's comment, whatever its list is called.</summary>
    private static readonly FrozenSet<string> Senders = Keys("username nickname fullname displayname senderfullname sendername commenter");
    private static readonly FrozenSet<string> Answers = Keys("likes like likecount totallike numlike replies replycount totalreply parentid parentcommentid commentid isreply");
    private static readonly string[] Beside = ["relat", "lienquan", "relevant", "recommend", "suggest", "latest", "newest", "mostread", "mostview", "trending", "popular", "sidebar", "tinkhac", "others"];
    private static readonly string[] Comments = ["comment", "repl", "discuss", "feedback", "binhluan", "ykien", "phanhoi"];

    /// <param name="scripts">The page's <c>script</c> elements.</param>
    /// <param name="title">As the page has it.</param>
    /// <param name="isName">The title is the site's or a section's name: the article's stands in the state alone.</param>
    /// <returns>Null where no state holds the article of this page.</returns>
    public static StatedArticle? Read(IEnumerable<IElement> scripts, Uri? address, string title, bool isName)
    {
        var place = address is null ? "" : Uri.UnescapeDataString(address.PathAndQuery);
        var slug = SiteNames.Compact(place);
        var choice = new Choice();
        foreach (var state in StateScripts.Of(scripts))
        {
            using (state)
            {
                var titled = 0;
                foreach (var (item, isBeside) in Objects(state.RootElement))
                {
                    if (Headline(item, title, slug) is not { Line.Length: > 0 } head) continue;
                    var isHere = head.IsInAddress || (isName && IsAt(item, place));
                    var isOwn = isHere || head.Share >= SameHeadline;
                    if ((!isOwn && (!isName || isBeside)) || ++titled > MaximumTitled || IsOfReader(item) || ArticleOf(item, head.Line) is not { } article) continue;
                    if (isOwn) choice.Offer(article, isHere, head.Share);
                    else choice.Note(article);
                }
            }
        }
        return choice.Made;
    }

    /// <summary>The page's own article among those of all states; else the only one there is.</summary>
    private sealed class Choice
    {
        private StatedArticle? best;
        private (bool IsHere, double Share, int Length) rank;
        private StatedArticle? lone;
        private int others;

        public StatedArticle? Made => best ?? (others == 1 ? lone : null);

        /// <summary>An article of the page's title or address. A longer one of a like headline (the next part of a series) is another.</summary>
        public void Offer(StatedArticle article, bool isHere, double share)
        {
            var offered = (isHere, share, article.Html.Length);
            if (offered.CompareTo(rank) > 0) (best, rank) = (Kept(article), offered);
        }

        /// <summary>Any other article of a page whose title names none.</summary>
        public void Note(StatedArticle article)
        {
            if (lone?.Html == article.Html) return;
            others++;
            lone ??= Kept(article);
        }

        /// <summary>The state is closed before the choice is made.</summary>
        private static StatedArticle Kept(StatedArticle article) => article with { Published = article.Published?.Clone() };
    }

    private static IEnumerable<(JsonElement Item, bool IsBeside)> Objects(JsonElement root)
    {
        var open = new Stack<(JsonElement Item, bool IsBeside)>([(root, false)]);
        for (var seen = 0; open.TryPop(out var next) && seen < MaximumNodes; seen++)
        {
            var (item, isBeside) = next;
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in item.EnumerateArray()) if (one.ValueKind is JsonValueKind.Object or JsonValueKind.Array) open.Push((one, isBeside));
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                yield return (item, isBeside);
                foreach (var property in item.EnumerateObject())
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !IsOfReaders(property.Name)) open.Push((property.Value, isBeside || IsBeside(property.Name)));
            }
        }
    }

    /// <summary>Of what an object calls its headline, the line most like the page's title or named in its address.</summary>
    private static (string Line, double Share, bool IsInAddress) Headline(JsonElement item, string title, string slug)
    {
        var best = (Line: "", Share: -1.0, IsInAddress: false);
        foreach (var property in item.EnumerateObject())
        {
            if (!Headlines.Contains(Key(property.Name)) || Prose.Line(TextOf(property.Value, 2)) is not { Length: > 0 and <= LongestHeadline } line) continue;
            var found = (line, Share: Titles.Share(line, title), SiteNames.Compact(line) is { Length: >= ShortestSlug } compact && slug.Contains(compact[..Math.Min(compact.Length, LongestSlug)], StringComparison.Ordinal));
            if (found.Item3 && !best.IsInAddress || found.Item3 == best.IsInAddress && found.Share > best.Share) best = found;
        }
        return best;
    }

    /// <summary>Whether an object names its own address or number, and the page's address has it.</summary>
    private static bool IsAt(JsonElement item, string place)
    {
        foreach (var property in item.EnumerateObject())
        {
            var key = Key(property.Name);
            var value = property.Value.ValueKind switch { JsonValueKind.String => JsonLd.Unescaped(property.Value)!, JsonValueKind.Number => property.Value.GetRawText(), _ => "" };
            if (Places.Contains(key) && value.TrimEnd('/').Split('/')[^1] is { Length: >= ShortestSlug } name && place.Contains(name, StringComparison.OrdinalIgnoreCase)) return true;
            if (key.EndsWith("id", StringComparison.Ordinal) && value.Length >= ShortestNumber && Numbers().Matches(place).Any(number => number.Value == value)) return true;
        }
        return false;
    }

    private static bool IsOfReader(JsonElement item)
    {
        var (isSent, isAnswered) = (false, false);
        foreach (var property in item.EnumerateObject())
        {
            var key = Key(property.Name);
            isSent |= Senders.Contains(key);
            isAnswered |= Answers.Contains(key);
        }
        return isSent && isAnswered;
    }

    private static StatedArticle? ArticleOf(JsonElement item, string headline)
    {
        string? body = null, lead = null;
        JsonElement? day = null;
        foreach (var property in item.EnumerateObject())
        {
            var key = Key(property.Name);
            if (Bodies.Contains(key) && TextOf(property.Value, MaximumBodyDepth) is { } text && text.Length > (body?.Length ?? ShortestBody)) body = text;
            else if (lead is null && Leads.Contains(key) && Prose.Line(TextOf(property.Value, 2)) is { Length: >= ShortestLead and <= LongestLead } words) lead = words;
            else if (day is null && Days.Contains(key) && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number) day = property.Value;
        }
        if (body is null) return null;
        if (!body.Contains('<', StringComparison.Ordinal) && body.Contains("&lt;", StringComparison.Ordinal)) body = WebUtility.HtmlDecode(body);
        if (!body.Contains('<', StringComparison.Ordinal)) body = string.Concat(body.Split('\n').Select(line => $"<p>{line}</p>"));
        if (lead is not null && Prose.Lines(body).Contains(lead, StringComparison.Ordinal)) lead = null;
        return new StatedArticle(headline, $"<h1>{WebUtility.HtmlEncode(headline)}</h1>{(lead is null ? "" : $"<p class=sapo>{WebUtility.HtmlEncode(lead)}</p>")}<div class=article-body>{body}</div>", day);
    }

    /// <summary>A string, or the strings of what stands for one: WordPress's <c>{"rendered": ...}</c>, a list of paragraphs, an editor's tree.</summary>
    private static string? TextOf(JsonElement value, int depth)
    {
        if (value.ValueKind == JsonValueKind.String) return JsonLd.Unescaped(value);
        if (depth == 0) return null;
        if (value.ValueKind == JsonValueKind.Array)
        {
            var parts = new StringBuilder();
            foreach (var one in value.EnumerateArray())
                if (TextOf(one, depth - 1) is { Length: > 0 } part) parts.Append(IsInline(one) ? part : $"<p>{part}</p>");
            return parts.ToString();
        }
        if (value.ValueKind != JsonValueKind.Object || IsBeside(value)) return null;
        foreach (var name in Inside)
            if (value.TryGetProperty(name, out var inner) && TextOf(inner, depth - 1) is { Length: > 0 } text) return text;
        return null;
    }

    /// <summary>A run of words inside a paragraph: an object of a text and its looks.</summary>
    private static bool IsInline(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && (!part.TryGetProperty("type", out var type) || type.ValueEquals("text"u8));

    /// <summary>Parts of a body that are not its text.</summary>
    private static bool IsBeside(JsonElement part) =>
        part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && JsonLd.Unescaped(type) is { } kind && BesideKinds().IsMatch(kind);

    /// <summary>What readers say: <c>commentList</c>, <c>userComments</c>, <c>yKienBanDoc</c>.</summary>
    private static bool IsOfReaders(string name) => Key(name) is var key && Array.Exists(Comments, part => key.Contains(part, StringComparison.Ordinal));

    private static bool IsBeside(string name) => Key(name) is var key && Array.Exists(Beside, part => key.Contains(part, StringComparison.Ordinal));

    private static string Key(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static FrozenSet<string> Keys(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Numbers and identifiers.</summary>
    [GeneratedRegex(@"\d+|[0-9a-f-]{24,36}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex("image|picture|photo|video|audio|embed|gallery|advert|related|newsletter|caption", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex BesideKinds();
}
