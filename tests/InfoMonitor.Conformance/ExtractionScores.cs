using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Parser;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Conformance;

/// <summary>What one page scored; null where the set says nothing of it.</summary>
internal sealed record PageScore(string Id, ExtractionOutcome Outcome, double? Precision, double? Recall, int Hits, int Missed, int Wrong, bool? Title, bool? Date, string Notes)
{
    /// <summary>Of the text; 1 where text and gold are equal.</summary>
    public double F1 => Precision is not { } p || Recall is not { } r || p + r == 0 ? 0 : 2 * p * r / (p + r);
}

/// <summary>Scores of the article extractor on one set of pages, in the measures of the sets' own publishers.</summary>
internal sealed class ExtractionScores
{
    /// <summary>After every page of the sets was published.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private ExtractionScores(IReadOnlyList<PageScore> pages) => Pages = pages;

    public IReadOnlyList<PageScore> Pages { get; }

    /// <summary>Mean of the pages' precision and of their recall, then F1 (article-extraction-benchmark, Zyte).</summary>
    public double ShingleF1
    {
        get
        {
            var (p, r) = (Pages.Average(page => page.Precision!.Value), Pages.Average(page => page.Recall!.Value));
            return 2 * p * r / (p + r);
        }
    }

    /// <summary>F1 over all snippets: those that must be there and those that must not (trafilatura's evaluation).</summary>
    public double SnippetF1 => 2.0 * Pages.Sum(page => page.Hits) / (2.0 * Pages.Sum(page => page.Hits) + Pages.Sum(page => page.Missed) + Pages.Sum(page => page.Wrong));

    public double TitlePercent => Percent(page => page.Title);

    public double DatePercent => Percent(page => page.Date);

    public static ExtractionScores Of(IEnumerable<JsonElement> lines)
    {
        var pages = new List<PageScore>();
        foreach (var line in lines)
        {
            var page = ArticleExtractor.Extract(String(line, "html")!, Uri.TryCreate(String(line, "url"), UriKind.Absolute, out var address) ? address : null, Now, CancellationToken.None);
            pages.Add(Score(line, page));
        }
        return new ExtractionScores(pages);
    }

    /// <summary>The worst pages first, as losses to print.</summary>
    public IEnumerable<string> Worst() => Pages.OrderBy(page => page.F1).Select(page => $"{page.F1:0.000} p={page.Precision:0.00} r={page.Recall:0.00} {page.Id} {page.Notes}");

    public IEnumerable<string> Lost(Func<PageScore, bool?> right) => Pages.Where(page => right(page) == false).Select(page => $"{page.Id} {page.Notes}");

    private double Percent(Func<PageScore, bool?> right) => 100.0 * Pages.Count(page => right(page) == true) / Pages.Count(page => right(page) is not null);

    private static PageScore Score(JsonElement line, ExtractedPage page)
    {
        var text = page.Text ?? "";
        var gold = GoldText(line);
        var (precision, recall) = gold is null ? (null, (double?)null) : Shingles(gold, text);
        var plain = WithoutSpace(text);
        var with = Snippets(line, "with");
        var without = Snippets(line, "without");
        var missed = with.Where(s => !plain.Contains(WithoutSpace(s), StringComparison.Ordinal)).ToList();
        var wrong = without.Where(s => plain.Contains(WithoutSpace(s), StringComparison.Ordinal)).ToList();
        var title = String(line, "title");
        var date = String(line, "date") ?? (line.TryGetProperty("meta", out var meta) ? String(meta, "publishedTime") : null);
        bool? titleIsRight = title is null || line.TryGetProperty("meta", out _) ? null : Folding.Fold(page.Title ?? "") == Folding.Fold(title);
        bool? dateIsRight = date is null || !DateOnly.TryParse(date.AsSpan()[..Math.Min(10, date.Length)], CultureInfo.InvariantCulture, out var day) ? null : page.PublishedAt is { } published && IsThatDay(published, day, date);
        var notes = $"{page.Reason}{(missed.Count + wrong.Count > 0 ? $" missed: {string.Join(" | ", missed)} wrong: {string.Join(" | ", wrong)}" : "")}{(titleIsRight == false ? $" title: '{page.Title}' for '{title}'" : "")}{(dateIsRight == false ? $" date: {page.PublishedAt} for {date}" : "")}";
        return new PageScore(String(line, "id")!, page.Outcome, precision, recall, with.Count - missed.Count, missed.Count, wrong.Count, titleIsRight, dateIsRight, notes);
    }

    /// <summary>The text of the set; with its lead where the set keeps that apart (the lead's field may hold both); of Readability's expected markup, the text.</summary>
    private static string? GoldText(JsonElement line)
    {
        if (String(line, "expected") is { } markup) return Words(new HtmlParser().ParseDocument(markup).Body!);
        if (String(line, "text") is not { } text) return null;
        return String(line, "lead") is not { } lead ? text : lead.Contains(text[..Math.Min(60, text.Length)], StringComparison.Ordinal) ? lead : $"{lead}\n{text}";

        // Words of neighbouring elements must not grow together.
        static string Words(AngleSharp.Dom.INode node) => string.Join(' ', AngleSharp.Dom.NodeExtensions.GetDescendants(node).OfType<AngleSharp.Dom.IText>().Select(t => t.Data));
    }

    private static (double? Precision, double? Recall) Shingles(string gold, string text)
    {
        var (wanted, found) = (Count(gold), Count(text));
        var common = wanted.Sum(pair => Math.Min(pair.Value, found.GetValueOrDefault(pair.Key)));
        return (found.Count == 0 ? 0 : (double)common / found.Values.Sum(), wanted.Count == 0 ? 1 : (double)common / wanted.Values.Sum());
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '_') { i++; continue; }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark)) i++;
            words.Add(text[start..i]);
        }
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(words.Count - 3, Math.Min(words.Count, 1)); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(4));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }

    /// <summary>Right on the day as the page's own zone has it, or as UTC has it.</summary>
    private static bool IsThatDay(PublicationTime published, DateOnly day, string gold)
    {
        if (published.Date == day || (published.Instant is { } instant && DateOnly.FromDateTime(instant.UtcDateTime) == day)) return true;
        return gold.Length > 19 && DateTimeOffset.TryParse(gold, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact) && published.Date == DateOnly.FromDateTime(exact.UtcDateTime);
    }

    private static List<string> Snippets(JsonElement line, string name) =>
        line.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(s => s.GetString()!)] : [];

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string? String(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
