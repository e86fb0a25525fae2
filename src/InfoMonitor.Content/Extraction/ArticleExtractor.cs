namespace InfoMonitor.Content.Extraction;

/// <summary>Title, main text and publication time of a page.</summary>
public static class ArticleExtractor
{
    /// <summary>What a page shows until its program has drawn it: a notice, a description.</summary>
    private const int LongestPlaceholder = 400;
    private const int LongestLead = 800;
    /// <summary>Blocks between the headline and a lead.</summary>
    private const int FarthestLead = 5;

    /// <param name="html">Decoded text of the page.</param>
    /// <param name="address">The page's address; null when unknown.</param>
    /// <param name="now">Dates after this are not believed.</param>
    /// <param name="cancellation">Ends a page that takes too long (nesting costs quadratic time).</param>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static ExtractedPage Extract(string html, Uri? address, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var document = PageParser.Parse(html, whole: false, cancellation);
        if (document is null) return new ExtractedPage { Outcome = ExtractionOutcome.NotArticle, Because = NonArticle.Nested };

        var page = PageMetadata.Read(document, address);
        var dates = new DateReader(now, page.Zone, page.IsMonthFirst, html);
        var names = new SiteNames(page);
        var title = Titles.Read(document, page, names);
        var checks = FactChecks.Read(page.Data, page.Address, dates, (names, page.Cited));
        // What a page says twice is one review: its elements are asked where its scripts carry none.
        if (checks.Count == 0 && html.Contains("ClaimReview", StringComparison.OrdinalIgnoreCase)) checks = FactChecks.Read(page.Data.With(MarkedReviews.Read(document)), page.Address, dates, (names, page.Cited));
        if (document.Body is not { } body) return new ExtractedPage { Outcome = ExtractionOutcome.NotArticle, Because = NonArticle.WithoutBody };
        var reading = BodyReader.Read(body, page, title, dates, cancellation);
        if (Titles.AboveText(document, page, names, title, reading) is { } shown)
        {
            title = shown;
            reading = BodyReader.Read(body, page, title, dates, cancellation);
        }
        var published = PublicationDates.Read(document, html, page, reading, dates);
        var kind = NonArticles.KindOf(document, page, reading, title, names, published);
        if (MayStandInState(kind, reading, page) && EmbeddedState.Read(page.Elements.Scripts, page.Address, title, names.IsName(title) || Rubrics.Is(title)) is { } stated
            && PageParser.Parse(stated.Html, whole: false, cancellation) is { Body: { } state } drawn)
        {
            using (drawn)
            {
                var read = BodyReader.Read(state, page, stated.Headline, dates, cancellation);
                // What is shown is the whole text or its lead.
                if (kind is not null || read.Text.Length >= 2 * reading.Text.Length)
                {
                    if (kind is null && Lead(reading, read) is { } lead) read = read with { Text = $"{lead}\n{read.Text}" };
                    (title, reading) = (stated.Headline, read);
                    kind = NonArticles.KindOf(drawn, page, reading, title, names, published);
                    if (published is null or { IsWeak: true }) published = dates.Read(stated.Published) ?? published;
                }
            }
        }
        var text = reading.Text;
        return new ExtractedPage
        {
            Outcome = kind is null ? ExtractionOutcome.Article : ExtractionOutcome.NotArticle,
            Because = kind,
            Title = title.Length == 0 ? null : title,
            Text = text.Length == 0 ? null : text,
            PublishedAt = published,
            DeclaredLanguage = page.Language,
            FactChecks = checks,
        };
    }

    /// <summary>A page shows hardly a text, or one as short as a lead, and sells nothing.</summary>
    private static bool MayStandInState(NonArticle? kind, PageReading reading, PageMetadata page) =>
        (kind is NonArticle.TooShort or NonArticle.List && reading.Text.Length < LongestPlaceholder || kind is null && reading.Text.Length < LongestLead)
        && !page.IsForSubscribers && !reading.Outline.Blocks.Any(block => Walls.IsPayLine(block.Text));

    /// <summary>The lines shown below the headline that the state has under no name that was looked at.</summary>
    private static string? Lead(PageReading shown, PageReading stated)
    {
        if (shown.Headline < 0 || shown.First > shown.Headline + FarthestLead) return null;
        var lines = shown.Text.Split('\n').Where(line => !stated.Text.Contains(line, StringComparison.Ordinal)).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
