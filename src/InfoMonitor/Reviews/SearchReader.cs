using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>Searches flags in every state and references, by words with or without accents, the newest first. Items that were never flagged are not looked at (DESIGN 2.1).</summary>
internal sealed class SearchReader(IDbContextFactory<InfoMonitorDb> databases)
{
    /// <summary>Longer questions are cut.</summary>
    public const int LongestQuestion = 200;

    /// <param name="before">The cursor: entries older than this one.</param>
    /// <returns>No hit where nothing that can be found was asked for.</returns>
    public async Task<SearchResult> FindAsync(string? question, SearchScope? scope, long? before, int size, CancellationToken cancellation)
    {
        var asked = question?.Trim() is { Length: > LongestQuestion } tooLong ? tooLong[..LongestQuestion] : question?.Trim() ?? "";
        if (SearchTerms.Parse(asked) is not { } terms) return new SearchResult(asked, scope, [], null, before is null, asked.Length == 0);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ids = await db.SearchAsync(terms, scope, before ?? long.MaxValue, size + 1, cancellation);
        var shown = ids.Take(size).ToArray();
        var flags = await db.SearchEntries.AsNoTracking().Where(e => shown.Contains(e.Id) && e.FlagId != null)
            .Select(e => new { e.Id, Flag = e.Flag!, e.Flag!.Item!.Title, e.Flag.Item.Text }).ToDictionaryAsync(e => e.Id, cancellation);
        var references = await db.SearchEntries.AsNoTracking().Where(e => shown.Contains(e.Id) && e.ReferenceId != null)
            .Select(e => new { e.Id, Reference = e.Reference! }).ToDictionaryAsync(e => e.Id, e => e.Reference, cancellation);
        var hits = new List<SearchHit>();
        foreach (var id in shown)
        {
            if (flags.TryGetValue(id, out var f)) hits.Add(new SearchHit.OfFlag(f.Flag, SearchMarks.Mark(f.Flag.Sentence, terms), SearchMarks.Mark(f.Title, terms), SearchMarks.Snippet(f.Text, terms)));
            else if (references.TryGetValue(id, out var r)) hits.Add(new SearchHit.OfReference(r, SearchMarks.Mark(r.Statement, terms), r.Correction is null ? [] : SearchMarks.Snippet(r.Correction, terms)));
        }
        return new SearchResult(asked, scope, hits, ids.Count > size ? ids[size - 1] : null, before is null, IsEmpty: false);
    }
}

/// <param name="Question">As asked; empty when nothing was.</param>
/// <param name="Next">Cursor of what follows; null at the end.</param>
/// <param name="IsEmpty">True when nothing was asked for.</param>
internal sealed record SearchResult(string Question, SearchScope? Scope, IReadOnlyList<SearchHit> Hits, long? Next, bool IsFirst, bool IsEmpty)
{
    public string Address(SearchScope? scope, long? after = null) =>
        $"/search?q={Uri.EscapeDataString(Question)}{(scope is { } s ? "&in=" + s.Word() : "")}{(after is { } a ? "&after=" + a.ToString(CultureInfo.InvariantCulture) : "")}";
}

/// <summary>Something that was found.</summary>
internal abstract record SearchHit
{
    /// <param name="Passage">The text around its first hit; empty when the words stand in sentence and title only.</param>
    internal sealed record OfFlag(Flag Flag, IReadOnlyList<MarkedRun> Sentence, IReadOnlyList<MarkedRun> Title, IReadOnlyList<MarkedRun> Passage) : SearchHit;

    internal sealed record OfReference(Reference Reference, IReadOnlyList<MarkedRun> Statement, IReadOnlyList<MarkedRun> Passage) : SearchHit;
}

/// <summary>A stretch of text.</summary>
internal sealed record MarkedRun(string Text, bool IsHit);

/// <summary>Marks the words that were searched for in the text as it stands, accents and all.</summary>
internal static class SearchMarks
{
    private const int Around = 110;

    public static IReadOnlyList<MarkedRun> Mark(string text, SearchTerms terms)
    {
        var runs = new List<MarkedRun>();
        var at = 0;
        foreach (var (start, end) in Hits(text, terms))
        {
            if (start > at) runs.Add(new MarkedRun(text[at..start], false));
            if (end > Math.Max(at, start)) runs.Add(new MarkedRun(text[Math.Max(at, start)..end], true));
            at = Math.Max(at, end);
        }
        if (at < text.Length) runs.Add(new MarkedRun(text[at..], false));
        return runs;
    }

    /// <returns>Empty when no word stands in the text.</returns>
    public static IReadOnlyList<MarkedRun> Snippet(string text, SearchTerms terms)
    {
        var (start, end) = Hits(text, terms).FirstOrDefault((-1, -1));
        if (start < 0) return [];
        var from = start <= Around ? 0 : text.IndexOf(' ', start - Around) is var space && space >= 0 && space < start ? space + 1 : start;
        var to = end + Around >= text.Length ? text.Length : text.LastIndexOf(' ', end + Around) is var last && last > end ? last : end;
        return [.. from > 0 ? [new MarkedRun("… ", false)] : Array.Empty<MarkedRun>(), .. Mark(text[from..to], terms), .. to < text.Length ? [new MarkedRun(" …", false)] : Array.Empty<MarkedRun>()];
    }

    private static IEnumerable<(int Start, int End)> Hits(string text, SearchTerms terms) =>
        SearchWords.Split(text).Where(w => terms.Hits(w.Folded)).Select(w => (w.Start, w.Start + w.Length));
}
