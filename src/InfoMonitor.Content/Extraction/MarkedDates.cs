using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>Days that the markup says are days: microdata, <c>time</c>, elements named so.</summary>
internal static class MarkedDates
{
    public static PublicationTime? InMicrodata(PageMetadata page, PageReading reading, DateReader dates)
    {
        var others = new HashSet<IElement>();
        foreach (var element in page.Elements.Dated)
            if (Value(element, dates) is { } found && !IsOfOtherItem(element, reading, others)) return found;
        return null;
    }

    /// <summary>A teaser marked up as an article has a headline of its own, and neither the page's headline nor its text.</summary>
    /// <param name="others">Items that were asked and are other articles'.</param>
    private static bool IsOfOtherItem(IElement date, PageReading reading, HashSet<IElement> others)
    {
        if (reading.Headline < 0 || date.Closest("[itemtype]") is not { } item || !MainContent.IsArticleItem(item)) return false;
        if (others.Contains(item)) return true;
        var headline = reading.Outline.Blocks[reading.Headline];
        return !item.Contains(reading.Outline.Nodes[headline.Node].Element) && MainContent.HeadlineOf(item) is { Length: > 0 } other && !Titles.Agree(other, headline.Text) && others.Add(item);
    }

    /// <summary>Between the headline and the first lines of the text: what stands elsewhere may be the time of another article.</summary>
    public static IEnumerable<IElement> AtHeadline(PageReading reading) =>
        reading.Outline.Times.Where(time => reading.Headline < 0 || (time.Block >= reading.Headline && time.Block <= reading.First + 3 && !(time.Block < reading.Last ? OtherStories.HoldsAboveText(time.Element, reading) : OtherStories.Holds(time.Element, reading)))).Select(time => time.Element);

    /// <summary>Any other <c>time</c> that is neither the day of the visit nor another article's.</summary>
    public static IEnumerable<IElement> Elsewhere(IHtmlDocument document, PageReading reading, DateReader dates) =>
        document.QuerySelectorAll("time").Where(time => !IsClock(time, reading, dates) && !OtherStories.Holds(time, reading));

    public static PublicationTime? InTimes(IEnumerable<IElement> times, DateReader dates)
    {
        PublicationTime? updated = null;
        foreach (var element in times)
        {
            if (Value(element, dates) is not { } found) continue;
            var name = element.ClassName + element.GetAttribute("itemprop");
            if (!name.Contains("updated", StringComparison.OrdinalIgnoreCase) && !name.Contains("modified", StringComparison.OrdinalIgnoreCase)) return found;
            updated ??= found;
        }
        return updated;
    }

    private static PublicationTime? Value(IElement element, DateReader dates) =>
        dates.Read(element.GetAttribute("datetime")) ?? dates.Read(element.GetAttribute("content")) ?? dates.Read(element.GetAttribute("title")) ?? dates.Read(element.TextContent);

    /// <summary>The day of the visit, above the headline.</summary>
    private static bool IsClock(IElement element, PageReading reading, DateReader dates)
    {
        if (reading.Headline < 0 || Value(element, dates)?.Date != dates.Today) return false;
        return element.CompareDocumentPosition(reading.Outline.Nodes[reading.Outline.Blocks[reading.Headline].Node].Element).HasFlag(DocumentPositions.Following);
    }

    /// <summary>Short elements whose class says "date".</summary>
    public static PublicationTime? InNamed(IHtmlDocument document, PageReading reading, DateReader dates)
    {
        foreach (var element in document.QuerySelectorAll("[class*='date'], [class*='Date'], [class*='datum'], [class*='publication'], [class*='published'], [class*='time'], [id*='date']"))
        {
            if (element.Closest("header, nav, footer") is { } frame && frame.Closest("article, main, section") is null && frame.QuerySelector("h1") is null) continue;
            if (element.ClassName is { } name && (name.Contains("update", StringComparison.OrdinalIgnoreCase) || name.Contains("comment", StringComparison.OrdinalIgnoreCase))) continue;
            var text = element.TextContent;
            if (text.Length < 200 && Prose.Fold(text) is { Length: >= 6 and <= 80 } line && dates.Read(line) is { } found && !IsClock(element, reading, dates) && !OtherStories.Holds(element, reading)) return found;
        }
        return null;
    }
}
