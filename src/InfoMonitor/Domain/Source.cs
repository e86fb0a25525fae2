namespace InfoMonitor.Domain;

/// <summary>What kind of publisher a source is.</summary>
internal enum SourceKind { Press, Agency, Organisation, UnitedNations, FactChecker, Channel }

/// <summary>Who owns the publisher. Only <see cref="Independent"/> makes its fact-checks independent (DESIGN 2.3).</summary>
internal enum Ownership { State, Independent, Intergovernmental, Unknown }

/// <summary>What a host's robots.txt came to (RFC 9309, 2.3.1).</summary>
internal enum RobotsStanding
{
    /// <summary>Read: its rules are followed.</summary>
    Followed,
    /// <summary>Read, but an HTML page without a rule: every page may be read.</summary>
    HtmlPage,
    /// <summary>4xx, or redirects that lead nowhere: it counts as none, and every page may be read.</summary>
    Absent,
    /// <summary>5xx or no answer: no page may be read.</summary>
    Unreachable,
}

/// <summary>A publisher with entry points: the row mirrors <c>sources.yaml</c> and keeps what crawling learned. Never a model input (DESIGN 2.6).</summary>
internal sealed class Source
{
    /// <summary>The id in <c>sources.yaml</c>: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The publishing organisation's name.</summary>
    public required string Publisher { get; set; }

    public SourceKind Kind { get; set; }
    public Ownership Ownership { get; set; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; set; }

    /// <summary>How often the entry points are read while nothing is known of what the source publishes.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>Bounds of <see cref="ReadEvery"/> as the file gives them; null: what <see cref="Bounds"/> makes of <see cref="Interval"/>.</summary>
    public TimeSpan? LeastInterval { get; set; }

    /// <inheritdoc cref="LeastInterval"/>
    public TimeSpan? GreatestInterval { get; set; }

    /// <summary>The interval in force, learned from what the source publishes; null before the first crawl and after the file changed it: then <see cref="Interval"/> is.</summary>
    public TimeSpan? ReadEvery { get; set; }

    /// <summary>Least pause between two requests to one of its hosts; robots.txt or the service's own floor may make it longer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Most pages fetched in one crawl.</summary>
    public int PagesPerCrawl { get; set; }

    /// <summary>False once it left the file or is switched off there; its stories stay.</summary>
    public bool Enabled { get; set; }

    /// <summary>UTC; null before the first crawl.</summary>
    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>UTC; as scheduled, and where all its hosts are left alone the first time after that. Null while nothing is scheduled.</summary>
    public DateTimeOffset? NextReadAt { get; set; }

    /// <summary>Crawls in a row in which no entry point could be read.</summary>
    public int Failures { get; set; }

    /// <summary>UTC; when its newest item was published, or found where the page does not say: by the same rule as items are counted by day. Null before the first item.</summary>
    public DateTimeOffset? LastItemAt { get; set; }

    /// <summary>The gap that is usual for it after an item at the time of day of <see cref="LastItemAt"/>: minutes in a newsroom's day, the night after its last item of the evening. Assumed (<see cref="SourceConditions.AssumesGap"/>) while it has been seen for too short a time; null while too little is known.</summary>
    public TimeSpan? UsualGap { get; set; }

    /// <summary>Median time from publication to the stored, assessed item, of recent items that appeared since it is read; null while there are none.</summary>
    public TimeSpan? Lag { get; set; }

    /// <summary>The longest crawl-delay that a robots.txt of its hosts asks for; null for none.</summary>
    public TimeSpan? RobotsDelay { get; set; }

    /// <summary>Share (0..1) of pages that were no articles among the newest that ended; null while they are too few to tell whether most are.</summary>
    public double? NotArticles { get; set; }

    /// <summary>Why most of these are no articles; null while that is not known.</summary>
    public PageReason? NotArticlesBecause { get; set; }

    /// <summary>Why none, or hardly any, of the newest pages that ended became an item, and how many for each reason, for people; null where enough did, or they are few.</summary>
    public Text? Dropped { get; set; }

    /// <summary>Masked text of the last failure, for people; null after a good crawl.</summary>
    public Text? LastError { get; set; }

    /// <summary>UTC; when <c>sources check --try</c> last read all its entry points, or the day the file gives. Null until then, and again once an entry point changes.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    public ICollection<EntryPoint> EntryPoints { get; } = [];

    /// <summary>The publisher of a page that somebody added by hand and that is no source's: in no file and no table, known by its host alone.</summary>
    public static Source Stranger(string host) => new() { Id = host, Publisher = host, Language = "und", Ownership = Ownership.Unknown, PagesPerCrawl = 20 };

    /// <summary>Most pages of one host fetched in one crawl: no more than are read by the next one at the pace that its robots.txt asks for, and one at least.</summary>
    /// <param name="robotsDelay">Null for none.</param>
    public int PagesAtPaceOf(TimeSpan? robotsDelay) => robotsDelay is { } delay && delay > TimeSpan.Zero ? Math.Clamp((int)((ReadEvery ?? Interval) / delay), 1, PagesPerCrawl) : PagesPerCrawl;

    /// <summary>Most pages read within a day at its pace: of each host's pause and of the pages that a crawl reads.</summary>
    public int PagesADay()
    {
        var day = TimeSpan.FromDays(1);
        var hosts = EntryPoints.DistinctBy(p => HostPause.KeyOf(new Uri(p.Url))).Select(p => (p.RobotsDelay, Pause: p.RobotsDelay > Delay ? p.RobotsDelay.Value : Delay)).ToArray();
        var crawled = day / (ReadEvery ?? Interval) * Math.Min(PagesPerCrawl, hosts.Sum(h => PagesAtPaceOf(h.RobotsDelay)));
        return (int)Math.Max(1, Math.Min(crawled, hosts.Sum(h => h.Pause > TimeSpan.Zero ? day / h.Pause : crawled)));
    }

    /// <summary>Between what the interval in force may lie: what the file gives, else half (5 minutes at least, where the interval is not shorter itself) and four times the interval.</summary>
    public (TimeSpan Least, TimeSpan Greatest) Bounds()
    {
        var half = Interval / 2 > TimeSpan.FromMinutes(5) ? Interval / 2 : TimeSpan.FromMinutes(5);
        var least = LeastInterval ?? (half < Interval ? half : Interval);
        var greatest = GreatestInterval ?? Interval * 4;
        return (least, greatest > least ? greatest : least);
    }
}

internal enum EntryPointKind { Feed, Sitemap, List }

/// <summary>An address where a source announces new pages, with the validators of the last answer (RFC 9110 conditional requests).</summary>
internal sealed class EntryPoint
{
    public long Id { get; init; }
    public required string SourceId { get; init; }
    public EntryPointKind Kind { get; set; }
    public required string Url { get; set; }

    /// <summary>CSS selector of article links on a list page; null for automatic.</summary>
    public string? Selector { get; set; }

    /// <summary>Validator as received, quotes included or not.</summary>
    public string? ETag { get; set; }

    /// <summary>Last-Modified as received.</summary>
    public string? LastModified { get; set; }

    /// <summary>UTC; when it was last requested. Null before the first time.</summary>
    public DateTimeOffset? LastReadAt { get; set; }

    /// <summary>HTTP status of the last answer; null when none came, or it was not requested.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Masked text for people; null when the last read was good. How long its host asked to wait is no part of it: <see cref="NotBefore"/>.</summary>
    public Text? LastError { get; set; }

    /// <summary>What robots.txt of its host came to at the last read; null before, and where the host may not be read at all.</summary>
    public RobotsStanding? Robots { get; set; }

    /// <summary>HTTP status of that robots.txt where it was not read; null where no answer came, or no end of redirects.</summary>
    public int? RobotsStatus { get; set; }

    /// <summary>The crawl-delay that this robots.txt asks for; null for none.</summary>
    public TimeSpan? RobotsDelay { get; set; }

    /// <summary>UTC; the newest date of what it announced when its body last came, too old to be read or not. Null where it gives none, or most entries have none.</summary>
    public DateTimeOffset? NewestAt { get; set; }

    /// <summary>The gap between two of these dates that is usual, by the measure of <see cref="Source.UsualGap"/>; null where they are too few to tell.</summary>
    public TimeSpan? AnnouncedGap { get; set; }

    /// <summary>From the oldest of these dates to the newest; null for fewer than two.</summary>
    public TimeSpan? AnnouncedSpan { get; set; }

    /// <summary>UTC; it is not asked again before, as its host wants to be left alone until then. Null where nothing was asked for.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Where the address has moved for good (301, 308), by the last answer; null when it has not.</summary>
    public string? MovedTo { get; set; }
}
