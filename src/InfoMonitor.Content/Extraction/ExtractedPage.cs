namespace InfoMonitor.Content.Extraction;

public enum ExtractionOutcome
{
    /// <summary>An article or post with a text of its own.</summary>
    Article,
    /// <summary>A list, log-in wall, soft 404, consent wall, or a page without enough text.</summary>
    NotArticle,
}

/// <summary>What a page says. Bylines are not read, reader comments are not part of the text (DESIGN 2.1). Nothing here is masked yet.</summary>
public sealed record ExtractedPage
{
    public required ExtractionOutcome Outcome { get; init; }

    /// <summary>What it is instead of an article; null when it is one.</summary>
    public NonArticle? Because { get; init; }

    /// <summary>The same in English, for people.</summary>
    public string? Reason => Because?.Sentence();

    public string? Title { get; init; }

    /// <summary>Lead and body, NFC, a line per paragraph (<c>\n</c>); without the title.</summary>
    public string? Text { get; init; }

    public PublicationTime? PublishedAt { get; init; }

    /// <summary>ISO 639-1 code the page declares; null when it declares none. The text decides, this is a hint.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>ClaimReview records (schema.org) on the page: JSON-LD, else microdata or RDFa Lite.</summary>
    public IReadOnlyList<FactCheck> FactChecks { get; init; } = [];
}

/// <summary>When a page says it was published: a calendar day, and the instant where the page gives a time.</summary>
/// <param name="Date">The day as the page writes it, in its own zone.</param>
/// <param name="Instant">With the page's own offset; null where it gives no time. A time without a zone is taken in the zone of the source.</param>
public sealed record PublicationTime(DateOnly Date, DateTimeOffset? Instant)
{
    /// <summary>Seen away from the headline: below the text, in a box, in a picture's address, as the day of a change. A feed that announced the page knows better.</summary>
    public bool IsWeak { get; init; }

    /// <summary>ISO 8601: with offset where a time is known, else the date alone.</summary>
    public override string ToString() =>
        Instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) ?? Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A published fact-check. The publisher is an organisation; the person who made the claim is not read.</summary>
/// <param name="Claim">The claim that was reviewed.</param>
/// <param name="Verdict">The rating's words as published.</param>
/// <param name="Publisher">Name of the reviewing organisation; null when not given.</param>
/// <param name="Url">The review's own address, absolute; where it gives none, its page's. Null when neither is known.</param>
/// <param name="PublishedAt">When the review was published; null when not given.</param>
/// <param name="Supports">The rating says that the claim is true (<see cref="Matching.PublishedVerdict"/>).</param>
public sealed record FactCheck(string Claim, string Verdict, string? Publisher, string? Url, PublicationTime? PublishedAt, bool Supports = false);
