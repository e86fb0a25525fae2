using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Feeds;

namespace InfoMonitor.Conformance;

/// <summary>The test collections of feedparser (Python) and gofeed (Go), of which title, link, id, date and number of entries are ours to read.</summary>
public sealed partial class FeedsConformance
{
    private static readonly Uri Address = new("http://127.0.0.1:8097/");

    [SuiteFact("suites/feeds/feedparser")]
    public void What_feedparser_expects_of_entries_is_read()
    {
        var (right, all) = (0, 0);
        var lost = new List<string>();
        foreach (var file in Suites.Files("suites", "feeds", "feedparser"))
        {
            var bytes = File.ReadAllBytes(file);
            var head = System.Text.Encoding.UTF8.GetString(bytes);
            var (expect, header) = (Expectation().Match(head), ContentType().Match(head));
            if (!expect.Success) continue;
            var assertions = Assertion().Matches(expect.Groups["all"].Value);
            if (assertions.Count == 0) continue;
            all++;
            var place = ContentLocation().Match(head) is { Success: true } located ? new Uri(Address, located.Groups["place"].Value.Trim()) : Address;
            var reading = FeedParser.Parse(bytes, header.Success ? header.Groups["type"].Value.Trim() : null, place);
            var wrong = assertions.Select(a => Wrong(reading, a)).FirstOrDefault(w => w is not null);
            if (wrong is null) right++;
            else lost.Add($"{Path.GetFileName(file)}: {wrong}");
        }
        Floors.Hold("feeds-feedparser-percent", 100.0 * right / all, lost);
        Floors.Hold("feeds-feedparser", right, lost);
    }

    [SuiteFact("suites/feeds/gofeed")]
    public void What_gofeed_expects_of_entries_is_read()
    {
        var (right, all) = (0, 0);
        var lost = new List<string>();
        foreach (var file in Suites.Files("suites", "feeds", "gofeed").Where(f => f.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var gold = Path.ChangeExtension(file, ".json");
            if (!File.Exists(gold)) continue;
            var expected = JsonDocument.Parse(File.ReadAllBytes(gold)).RootElement;
            if (expected.ValueKind != JsonValueKind.Object) continue;
            all++;
            var reading = FeedParser.Parse(File.ReadAllBytes(file), null, null);
            if (Differs(reading, expected) is { } difference) lost.Add($"{Path.GetFileName(file)}: {difference}");
            else right++;
        }
        Floors.Hold("feeds-gofeed-percent", 100.0 * right / all, lost);
        Floors.Hold("feeds-gofeed", right, lost);
    }

    [SuiteFact("suites/feeds")]
    public void No_file_of_any_collection_makes_the_parser_throw()
    {
        foreach (var file in Suites.Files("suites", "feeds").Concat(Suites.Files("suites", "hostile")).Concat(Suites.Files("suites", "sitemaps")))
            Should.NotThrow(() => FeedParser.Parse(File.ReadAllBytes(file), null, Address), file);
    }

    private static string? Wrong(FeedReading reading, Match assertion)
    {
        if (reading is not FeedReading.Read { Feed: var feed }) return ((FeedReading.Refused)reading).Reason;
        if (assertion.Groups["count"].Success)
            return feed.Entries.Count == int.Parse(assertion.Groups["count"].Value, CultureInfo.InvariantCulture) ? null : $"{feed.Entries.Count} entries instead of {assertion.Groups["count"].Value}";
        var index = int.Parse(assertion.Groups["index"].Value, CultureInfo.InvariantCulture);
        if (index >= feed.Entries.Count) return $"no entry {index}";
        var entry = feed.Entries[index];
        if (assertion.Groups["date"].Success)
        {
            var n = Number().Matches(assertion.Groups["date"].Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
            var expected = new DateTimeOffset(n[0], n[1], n[2], n[3], n[4], n[5], TimeSpan.Zero);
            return entry.Published?.ToUniversalTime() == expected ? null : $"{entry.Published} instead of {expected}";
        }
        var value = Python(assertion.Groups["value"].Value);
        var (actual, gold) = assertion.Groups["field"].Value switch
        {
            "title" => (entry.Title, entry.Title == value ? value : Plain(value)),
            "link" => (entry.Link, value),
            _ => (entry.Id, value),
        };
        return (actual ?? "") == (gold ?? "") ? null : $"{assertion.Groups["field"]} '{actual}' instead of '{gold}'";
    }

    private static string? Differs(FeedReading reading, JsonElement expected)
    {
        var items = expected.TryGetProperty("items", out var i) || expected.TryGetProperty("entries", out i) ? i.EnumerateArray().ToList() : [];
        if (reading is not FeedReading.Read { Feed: var feed }) return items.Count == 0 ? null : ((FeedReading.Refused)reading).Reason;
        if (feed.Entries.Count != items.Count) return $"{feed.Entries.Count} entries instead of {items.Count}";
        for (var at = 0; at < items.Count; at++)
        {
            var (entry, item) = (feed.Entries[at], items[at]);
            if (Text(item, "title") is { } title && Plain(title) != (entry.Title ?? "")) return $"title '{entry.Title}' instead of '{Plain(title)}'";
            if (Link(item) is { } link && link != entry.Link) return $"link '{entry.Link}' instead of '{link}'";
            if ((Text(item, "guid") ?? Text(item, "id")) is { } id && id != entry.Id) return $"id '{entry.Id}' instead of '{id}'";
            if ((Text(item, "publishedParsed") ?? Text(item, "pubDateParsed") ?? Text(item, "updatedParsed")) is { } date && DateTimeOffset.Parse(date, CultureInfo.InvariantCulture) != entry.Published) return $"date {entry.Published} instead of {date}";
        }
        return null;
    }

    private static string? Link(JsonElement item)
    {
        if (Text(item, "link") is { } link) return link;
        if (!item.TryGetProperty("links", out var links) || links.ValueKind != JsonValueKind.Array) return null;
        var all = links.EnumerateArray().Where(l => l.ValueKind == JsonValueKind.Object && (Text(l, "rel") ?? "alternate") == "alternate").ToList();
        return all.Count > 0 ? Text(all[0], "href") : null;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var guid) ? guid.ValueKind switch { JsonValueKind.String => guid.GetString(), JsonValueKind.Object => Text(guid, "value"), _ => null } : null;

    /// <summary>A title as we give it: the suites keep markup in some.</summary>
    private static string Plain(string title) => FeedText.Title(title) ?? "";

    private static string Python(string literal) =>
        Escape().Replace(literal, m => m.Value[1] switch
        {
            'n' => "\n",
            't' => "\t",
            'x' or 'u' => ((char)int.Parse(m.Value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
            var c => c.ToString(),
        });

    [GeneratedRegex(@"Expect:(?<all>[^\n]*)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"(?im)^(Header:)?\s*Content-Type:(?<type>[^\n]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ContentType();

    [GeneratedRegex(@"(?im)^(Header:)?\s*Content-Location:(?<place>[^\n]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ContentLocation();

    [GeneratedRegex(@"entries\[(?<index>\d)\](\[['""](?<field>title|link|id|guid|updated_parsed|published_parsed)['""]\]|\.(?<field>title|link|id))\s*==\s*(entries\[1\]\['\w+'\]\s*==\s*)?(u?'(?<value>([^'\\]|\\.)*)'(?!\s*\+)|(?<date>\([\d, ]+\)))|len\(entries\)\s*==\s*(?<count>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Assertion();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Escape();
}
