using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// ClaimReview records that a page marks up on its elements, in microdata (<c>itemscope</c>, <c>itemprop</c>) or RDFa Lite (<c>typeof</c>, <c>property</c>), as the objects
/// that JSON-LD would hold. The two differ in the names of their attributes alone as far as reviews go.
/// </summary>
internal sealed class MarkedReviews
{
    private const int MaximumReviews = 200;
    /// <summary>Items inside items: what is reviewed, its author.</summary>
    private const int MaximumNesting = 3;
    /// <summary>Of one element: "author publisher".</summary>
    private const int MaximumNames = 2;
    /// <summary>Longer values are no claims; nodes looked at for one, too.</summary>
    private const int LongestValue = 5_000;
    /// <summary>Elements named by one item as its own wherever they stand (<c>itemref</c>), and elements looked at for all items: items may name each other.</summary>
    private const int MaximumReferences = 10;
    private const int MaximumElements = 100_000;

    private readonly Lazy<Dictionary<string, IElement>> _named;
    private int _looked;

    private MarkedReviews(IHtmlDocument document) =>
        _named = new(() => document.QuerySelectorAll("[id]").GroupBy(element => element.Id!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));

    /// <summary>An array of them, in page order.</summary>
    public static JsonElement Read(IHtmlDocument document)
    {
        var (reviews, reader) = (new JsonArray(), new MarkedReviews(document));
        foreach (var element in document.QuerySelectorAll("[itemtype], [typeof]"))
        {
            if (reviews.Count == MaximumReviews) break;
            if (TypesOf(element).Contains("ClaimReview", StringComparer.OrdinalIgnoreCase)) reviews.Add(reader.ItemOf(element, MaximumNesting));
        }
        return JsonSerializer.SerializeToElement(reviews);
    }

    private JsonObject ItemOf(IElement item, int nesting)
    {
        var read = new JsonObject();
        if (TypesOf(item) is { Length: > 0 } types) read["@type"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]);
        if ((item.GetAttribute("itemid") ?? item.GetAttribute("resource")) is { Length: > 0 } id) read["@id"] = Nfc.Of(id);
        foreach (var child in item.Children) AddProperties(child, read, nesting);
        foreach (var other in (item.GetAttribute("itemref") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaximumReferences))
            if (_named.Value.TryGetValue(other, out var named) && named != item) AddProperties(named, read, nesting);
        return read;
    }

    private void AddProperties(IElement element, JsonObject item, int nesting)
    {
        if (++_looked > MaximumElements) return;
        var names = NamesIn(element.GetAttribute("itemprop") ?? element.GetAttribute("property")).Take(MaximumNames);
        var isItem = element.HasAttribute("itemscope") || element.HasAttribute("typeof");
        // An item that is no property is a thing of its own; what it holds is not this one's.
        if (!isItem || nesting > 0)
            foreach (var name in names) Add(item, name, isItem ? ItemOf(element, nesting - 1) : ValueOf(element));
        if (isItem) return;
        foreach (var child in element.Children) AddProperties(child, item, nesting);
    }

    /// <summary>A property given again makes an array of its values.</summary>
    private static void Add(JsonObject item, string name, JsonNode? value)
    {
        if (value is null) return;
        if (item[name] is JsonArray several) several.Add(value);
        else if (item[name] is { } first) item[name] = new JsonArray(first.DeepClone(), value);
        else item[name] = value;
    }

    private static JsonValue? ValueOf(IElement element)
    {
        var value = element.GetAttribute("content") ?? element.LocalName switch
        {
            "a" or "area" or "link" => element.GetAttribute("href"),
            "time" => element.GetAttribute("datetime"),
            "data" or "meter" => element.GetAttribute("value"),
            _ => null,
        } ?? WordsOf(element);
        return value.Length is 0 or > LongestValue ? null : JsonValue.Create(Nfc.Of(value));
    }

    /// <summary>Text as it is shown, up to what is too long.</summary>
    private static string WordsOf(IElement element)
    {
        var words = new StringBuilder();
        foreach (var text in element.GetDescendants().Take(LongestValue).OfType<IText>())
        {
            if (text.ParentElement?.LocalName is "script" or "style") continue;
            words.Append(text.Data);
            if (words.Length > LongestValue) break;
        }
        return Prose.Fold(words.ToString());
    }

    private static string[] TypesOf(IElement element) => NamesIn(element.GetAttribute("itemtype") ?? element.GetAttribute("typeof"));

    /// <summary>"http://schema.org/ClaimReview", "schema:ClaimReview", "ClaimReview": one name.</summary>
    private static string[] NamesIn(string? names) =>
        names is null ? [] : [.. names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => Nfc.Of(name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..])).Where(name => name.Length > 0)];
}
