using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>An article as the state of a page's own program holds it.</summary>
/// <param name="Headline">As the state has it.</param>
/// <param name="Html">Lead and body as a document of their own, below the headline.</param>
/// <param name="Published">The day of publication, as written there; null when it has none.</param>
internal sealed record StatedArticle(string Headline, string Html, JsonElement? Published);

/// <summary>
/// The article of a page that is drawn by its program alone, read from the state which the server sends along: <c>script</c> elements of JSON (<c>__NEXT_DATA__</c>),
/// and JSON assigned to a name (<c>window.__INITIAL_STATE__ = {...}</c>). Nothing is executed: a state written as a program (Nuxt 2's function call) or packed (Nuxt 3's array of references) stays unread.
/// Of all that a state holds (menus, other articles, readers' comments) only an object with a long body and the page's own title as its headline is believed.
/// </summary>
internal static partial class EmbeddedState
{
    /// <summary>Characters of one state; those of real pages have up to a million.</summary>
    private const int LongestState = 4_000_000;
    private const int MaximumStates = 20;
    /// <summary>Objects of the page's title that are looked at for a body.</summary>
    private const int MaximumTitled = 30;
    private const int MaximumNodes = 200_000;
    private const int MaximumDepth = 48;
    /// <summary>Levels of a body that is a tree of paragraphs.</summary>
    private const int MaximumBodyDepth = 12;
    private const int ShortestBody = 250;
    private const int ShortestLead = 30;
    private const int LongestLead = 1_000;
    private const double SameHeadline = 0.7;

    private static readonly FrozenSet<string> Headlines = Keys("headline title name heading tieude");
    private static readonly FrozenSet<string> Bodies = Keys("articlebody body content contents contenthtml bodyhtml htmlcontent htmlbody html text fulltext bodytext maintext noidung detail story");
    private static readonly FrozenSet<string> Leads = Keys("sapo lead standfirst summary description excerpt teaser");
    private static readonly FrozenSet<string> Days = Keys("datepublished publishedat publishdate publisheddate publishtime publishedtime publishedon firstpublishedat pubdate ngaydang");
    /// <summary>Where the parts of a body that is no string stand, best first.</summary>
    private static readonly string[] Inside = ["rendered", "html", "processed", "value", "text", "body", "content", "data", "blocks", "paragraphs", "children", "items"];
    private static readonly string[] Comments = ["comment", "repl", "discuss", "feedback", "binhluan", "ykien", "phanhoi"];

    /// <summary>Null where no state holds the article of this title.</summary>
    public static StatedArticle? Read(IHtmlDocument document, string title)
    {
        if (title.Length == 0) return null;
        StatedArticle? fullest = null;
        foreach (var state in States(document).Take(MaximumStates))
        {
            using (state)
                foreach (var (item, headline) in Objects(state.RootElement).Select(item => (item, HeadlineOf(item, title))).Where(found => found.Item2 is not null).Take(MaximumTitled))
                    if (ArticleOf(item, headline!) is { } article && article.Html.Length > (fullest?.Html.Length ?? 0)) fullest = article with { Published = article.Published?.Clone() };
        }
        return fullest;
    }

    private static IEnumerable<JsonDocument> States(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script"))
        {
            var type = script.GetAttribute("type")?.Trim() ?? "";
            var text = script.TextContent;
            if (text.Length is < ShortestBody or > LongestState) continue;
            if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            {
                if (Parse(text) is { } state) yield return state;
            }
            else if (type.Length == 0 || type.Contains("javascript", StringComparison.OrdinalIgnoreCase) || type == "module")
            {
                foreach (Match match in Assignment().Matches(text))
                    if (Assigned(text[match.Groups["value"].Index..]) is { } state) yield return state;
            }
        }
    }

    /// <summary>An object, or a string that holds one: <c>JSON.parse("{...}")</c>.</summary>
    private static JsonDocument? Assigned(string value)
    {
        if (value[0] == '{') return Parse(value);
        using var written = Parse(value[value.IndexOf('"', StringComparison.Ordinal)..]);
        return written is { RootElement.ValueKind: JsonValueKind.String } && JsonLd.Unescaped(written.RootElement) is { } text ? Parse(text) : null;
    }

    /// <summary>The first value of a text; what follows it (the rest of a program) is not looked at.</summary>
    private static JsonDocument? Parse(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaximumDepth });
            return JsonDocument.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (JsonException) { return null; }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        for (var seen = 0; open.TryPop(out var item) && seen < MaximumNodes; seen++)
        {
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in item.EnumerateArray()) if (one.ValueKind is JsonValueKind.Object or JsonValueKind.Array) open.Push(one);
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                yield return item;
                foreach (var property in item.EnumerateObject())
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !IsOfReaders(property.Name)) open.Push(property.Value);
            }
        }
    }

    private static string? HeadlineOf(JsonElement item, string title)
    {
        foreach (var property in item.EnumerateObject())
            if (Headlines.Contains(Key(property.Name)) && Prose.Line(TextOf(property.Value, 2)) is { Length: > 0 } line && Titles.Share(line, title) >= SameHeadline) return line;
        return null;
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

    private static string Key(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static FrozenSet<string> Keys(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(window|self|globalThis)(\.|\[[""'])__\w{2,40}([""']\])?\s*=\s*(?<value>\{|JSON\.parse\(\s*"")", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex("image|picture|photo|video|audio|embed|gallery|advert|related|newsletter|caption", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex BesideKinds();
}
