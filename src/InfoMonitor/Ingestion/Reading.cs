using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;

namespace InfoMonitor.Ingestion;

/// <summary>What a body came to. Everything in it is masked and NFC.</summary>
internal abstract record Reading
{
    private Reading() { }

    /// <summary>A text of its own.</summary>
    internal sealed record Readable(Article Article) : Reading;

    /// <summary>A page without one; it may carry fact-checks all the same.</summary>
    internal sealed record NotArticle(PageReason Because, IReadOnlyList<FactCheck> FactChecks) : Reading
    {
        public Text Reason => PageReasonTexts.Of(Because);
    }

    /// <summary>Not something we read.</summary>
    internal sealed record Unsupported(PageReason Because, Text Reason) : Reading;
}

/// <summary>An article or post, masked and NFC.</summary>
/// <param name="Title">One line; null when the page gives none.</param>
/// <param name="Text">A line per paragraph, no empty ones.</param>
/// <param name="Language">ISO 639-1 or <c>und</c>.</param>
internal sealed record Article(string? Title, string Text, string Language, PublicationTime? PublishedAt, IReadOnlyList<FactCheck> FactChecks);
