using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InfoMonitor.Content.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), and schema.org's DataFeed, as fact-checkers publish their reviews. Slips that servers make - a trailing comma, a comment, an id that is a number - are read over.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private const string DataFeed = "dataFeedElement";
    private const string Around = "\ufeff \t\r\n\0";

    public static FeedReading Read(string text, Uri? address, FeedDates dates)
    {
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory().Trim(Around), Tolerant);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !IsFeed(root)) return new FeedReading.Refused(FeedFault.OtherJson);
            var entries = new List<FeedEntry>();
            dates = dates.In(String(root, "language"));
            if ((root.TryGetProperty("items", out var items) || root.TryGetProperty(DataFeed, out items)) && items.ValueKind == JsonValueKind.Array)
                foreach (var item in items.EnumerateArray().Take(XmlFeedReader.MaximumEntries))
                    if (item.ValueKind == JsonValueKind.Object) entries.Add(Entry(item, address, dates));
            return new FeedReading.Read(new Feed(FeedKind.JsonFeed, FeedText.Title(String(root, "title"), markup: false), entries));
        }
        catch (JsonException e)
        {
            return new FeedReading.Refused(FeedFault.BrokenJson, (e.LineNumber + 1).GetValueOrDefault().ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Of a document that ends too early, the members and entries that stand whole before the end, closed again; null where it does not end too early, or nothing is whole.</summary>
    public static string? Mended(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Trim(Around.ToCharArray()));
        var state = new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Tolerant.MaxDepth });
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, state);
        var (whole, inList) = (0, false);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == 0) return null;
                if (reader.CurrentDepth == 1) inList = reader.TokenType == JsonTokenType.StartArray;
                var ends = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
                if (reader.CurrentDepth == 1 ? ends || inList : ends && inList && reader.CurrentDepth == 2) whole = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException) { return null; }   // broken, not cut
        return whole == 0 ? null : Encoding.UTF8.GetString(bytes.AsSpan(0, whole)) + (inList ? "]}" : "}");
    }

    private static bool IsFeed(JsonElement root) =>
        String(root, "version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) == true || (root.TryGetProperty("items", out var items) || root.TryGetProperty(DataFeed, out items)) && items.ValueKind == JsonValueKind.Array;

    private static FeedEntry Entry(JsonElement item, Uri? address, FeedDates dates)
    {
        var id = FeedText.Word(String(item, "id"));
        return new FeedEntry(id,
            FeedText.Title(String(item, "title"), markup: false),
            FeedLinks.Resolve(String(item, "url"), address) ?? FeedLinks.Resolve(String(item, "external_url"), address) ?? (FeedLinks.IsAbsolute(id) ? id : null),
            dates.Read(String(item, "date_published")) ?? dates.Read(String(item, "date_modified")) ?? dates.Read(String(item, "datePublished")) ?? dates.Read(String(item, "dateCreated")));
    }

    private static string? String(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        // Half of a surrogate pair, escaped: legal JSON, no text.
        catch (InvalidOperationException) { return null; }
    }
}
