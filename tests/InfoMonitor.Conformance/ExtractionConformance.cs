namespace InfoMonitor.Conformance;

/// <summary>Articles as other projects' annotators see them. Each set keeps its publisher's own measure; floors are what was reached.</summary>
public sealed class ExtractionConformance
{
    [SuiteFact("suites/extraction/scrapinghub.jsonl.gz")]
    public void Article_bodies_are_the_annotators_bodies()
    {
        var scores = ExtractionScores.Of(Suites.Lines("suites/extraction/scrapinghub.jsonl.gz"));
        Floors.Hold("extraction-scrapinghub-f1", scores.ShingleF1, scores.Worst());
    }

    [SuiteFact("suites/extraction/fundus.jsonl.gz")]
    public void Press_articles_have_their_text_title_and_day()
    {
        var scores = ExtractionScores.Of(Suites.Lines("suites/extraction/fundus.jsonl.gz"));
        Floors.Hold("extraction-fundus-f1", scores.ShingleF1, scores.Worst());
        Floors.Hold("extraction-fundus-pages-from-half", scores.Pages.Count(page => page.F1 >= 0.5), scores.Worst());
        Floors.Hold("extraction-fundus-title-percent", scores.TitlePercent, scores.Lost(page => page.Title));
        Floors.Hold("extraction-fundus-date-percent", scores.DatePercent, scores.Lost(page => page.Date));
    }

    [SuiteFact("suites/extraction/trafilatura.jsonl.gz")]
    public void Snippets_of_the_text_are_there_and_snippets_of_the_furniture_are_not()
    {
        var scores = ExtractionScores.Of(Suites.Lines("suites/extraction/trafilatura.jsonl.gz"));
        Floors.Hold("extraction-trafilatura-snippet-f1", scores.SnippetF1, scores.Lost(page => page.Missed + page.Wrong == 0));
        Floors.Hold("extraction-trafilatura-title-percent", scores.TitlePercent, scores.Lost(page => page.Title));
        Floors.Hold("extraction-trafilatura-date-percent", scores.DatePercent, scores.Lost(page => page.Date));
    }

    [SuiteFact("suites/extraction/htmldate.jsonl.gz")]
    public void Days_of_publication_are_found()
    {
        var scores = ExtractionScores.Of(Suites.Lines("suites/extraction/htmldate.jsonl.gz"));
        Floors.Hold("extraction-htmldate-percent", scores.DatePercent, scores.Lost(page => page.Date));
    }

    [SuiteFact("suites/extraction/vietnam.jsonl.gz")]
    public void A_Vietnamese_page_has_its_lead_and_body()
    {
        var scores = ExtractionScores.Of(Suites.Lines("suites/extraction/vietnam.jsonl.gz"));
        Floors.Hold("extraction-vietnam-f1", scores.ShingleF1, scores.Worst());
        scores.TitlePercent.ShouldBe(100);
    }

    /// <summary>These pages are hard on purpose: broken markup, no paragraphs, hidden parts.</summary>
    [SuiteFact("suites/extraction/readability.jsonl.gz")]
    public void Pages_that_broke_another_reader_are_read_and_dated()
    {
        var scores = ExtractionScores.Of(Suites.Lines("suites/extraction/readability.jsonl.gz"));
        Floors.Hold("extraction-readability-f1", scores.ShingleF1, scores.Worst());
        Floors.Hold("extraction-readability-date-percent", scores.DatePercent, scores.Lost(page => page.Date));
    }

    /// <summary>Reading the annotators' articles as no articles would lose them from the desk without a trace.</summary>
    [SuiteFact("suites/extraction/fundus.jsonl.gz")]
    public void No_press_article_is_taken_for_something_else()
    {
        foreach (var set in (ReadOnlySpan<string>)["scrapinghub", "fundus", "vietnam"])
            ExtractionScores.Of(Suites.Lines($"suites/extraction/{set}.jsonl.gz")).Pages
                .Where(page => page.Outcome != Content.Extraction.ExtractionOutcome.Article).Select(page => $"{page.Id} {page.Notes}").ShouldBeEmpty();
    }
}
