using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>What one crawl of a source came to. Every announced entry is counted in exactly one of new, known, too old, beyond the limits and refused.</summary>
internal sealed class CrawlReport
{
    private readonly int[] outcomes = new int[Enum.GetValues<PageOutcome>().Length];
    private int postponed;

    public required string SourceId { get; init; }

    /// <summary>Entry points read, unchanged ones included.</summary>
    public int Read { get; set; }

    /// <summary>Entry points that could not be read.</summary>
    public int Failed { get; private set; }

    /// <summary>Entry points that were not asked, as their hosts want to be left alone for now.</summary>
    public int Waiting { get; private set; }

    /// <summary>Of these, those of which nothing bad is known.</summary>
    private int waitingWell;

    /// <summary>The longest rest a failed entry point's server asked for; null when none did.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Entry points that answered 304.</summary>
    public int Unchanged { get; set; }

    /// <summary>Pages found for the first time.</summary>
    public int New { get; set; }

    /// <summary>Announced pages that were found before, by this source or another.</summary>
    public int Known { get; set; }

    /// <summary>Announced, but older than <see cref="CrawlingOptions.PageAge"/>.</summary>
    public int TooOld { get; set; }

    /// <summary>Announced, but beyond <see cref="CrawlingOptions.Entries"/>, <see cref="CrawlingOptions.Sitemaps"/> or <see cref="CrawlingOptions.PagesADay"/>.</summary>
    public int BeyondLimits { get; set; }

    /// <summary>Announced, but no page of this publisher: another site, a profile, an author's page, a search, not http.</summary>
    public int Refused { get; set; }

    /// <summary>Pages fetched in vain that are tried again later.</summary>
    public int Postponed => postponed;

    /// <summary>Pages that reached their outcome in this crawl.</summary>
    public IReadOnlyDictionary<PageOutcome, int> Outcomes => Enum.GetValues<PageOutcome>().Where(o => outcomes[(int)o] > 0).ToDictionary(o => o, o => outcomes[(int)o]);

    /// <summary>Masked text for people: what went wrong with the entry points; null when nothing did.</summary>
    public Text? Error { get; set; }

    /// <summary>The same: how long the servers of those that failed asked to wait. True now, so that it is told and not kept.</summary>
    public Text? AskedToWait { get; set; }

    /// <summary>Both.</summary>
    public Text? Told => Text.Join('\n', Error, AskedToWait);

    /// <summary>True when no entry point can be read.</summary>
    public bool IsFailure => Failed > 0 && IsUnread;

    /// <summary>True when no entry point was read, and of none is it known that it can be: all failed, or wait after they did.</summary>
    public bool IsUnread => Failed + Waiting > 0 && Read == 0 && waitingWell == 0;

    /// <summary>True when any entry point was to be read: else nothing new is known of them.</summary>
    public bool IsTold => Failed + Read > 0;

    /// <summary>True when any request was made.</summary>
    public bool HasAsked => IsTold || Outcomes.Count > 0;

    /// <param name="well">Whether nothing bad is known of it.</param>
    public void Wait(bool well)
    {
        Waiting++;
        if (well) waitingWell++;
    }

    public void Fail(TimeSpan? retryAfter)
    {
        Failed++;
        if (retryAfter is { } asked && !(RetryAfter >= asked)) RetryAfter = asked;
    }

    public void Count(PageOutcome outcome) => Interlocked.Increment(ref outcomes[(int)outcome]);

    public void CountPostponed() => Interlocked.Increment(ref postponed);
}

/// <summary>How far the pages of a crawl have got.</summary>
/// <param name="Done">Pages tried.</param>
/// <param name="Total">Pages of this crawl.</param>
internal readonly record struct CrawlProgress(string SourceId, int Done, int Total);
