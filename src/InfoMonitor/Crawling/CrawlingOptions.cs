using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Crawling;

/// <summary>How sources are read: how many at once, how often, how far back, how patiently.</summary>
internal sealed class CrawlingOptions
{
    public const string Section = "Crawling";

    /// <summary>Default of <see cref="Jitter"/>.</summary>
    public const double UsualJitter = 0.1;

    /// <summary>Sources read at the same time by one worker.</summary>
    /// <value>Default: 8.</value>
    /// <remarks>1 reads one after the other, so that a slow source holds up the rest; beyond some 32 the time goes into assessing, not into waiting for servers.</remarks>
    [Range(1, 256)]
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Pages of one source in work at the same time. Requests to one host wait for their turn whatever stands here.</summary>
    /// <value>Default: 4.</value>
    /// <remarks>1 lets a slow host of a source hold up its others; more than its number of hosts, plus one page in assessment, gains nothing.</remarks>
    [Range(1, 32)]
    public int PagesAtOnce { get; init; } = 4;

    /// <summary>Least time between two crawls of a source, whatever its own interval says.</summary>
    /// <value>Default: 1 minute.</value>
    /// <remarks>Seconds are for tries on one's own machine; an hour makes a rumour's head start an hour.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LeastInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Most time between two crawls of a source, whatever its own interval says.</summary>
    /// <value>Default: 7 days.</value>
    /// <remarks>A feed drops its entries after a day or a week; what was dropped between two crawls is never seen.</remarks>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan GreatestInterval { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Most by which an interval is lengthened, as a share of it; each source has its own, so that equal intervals drift apart.</summary>
    /// <value>Default: 0.1.</value>
    /// <remarks>0 fires all sources of one interval together; 1 doubles the interval of some, and all are read the more often for it, so that a silence is still told in time.</remarks>
    [Range(0.0, 1.0)]
    public double Jitter { get; init; } = UsualJitter;

    /// <summary>Time over which the first crawls of new sources are spread.</summary>
    /// <value>Default: 5 seconds.</value>
    /// <remarks>Zero starts them all at once; minutes keep a newcomer waiting.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Spread { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What an entry point announces as older than this is counted and left alone. Where it gives no date, the page is read.</summary>
    /// <value>Default: 14 days.</value>
    /// <remarks>A day loses what was published while the service stood still; years read whole archives through sitemaps.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PageAge { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Most entries taken from one entry point in one crawl, newest first; further ones are counted.</summary>
    /// <value>Default: 1,000.</value>
    /// <remarks>Below a feed's length (10 to 100) new pages are missed; a sitemap without dates fills this up once.</remarks>
    [Range(1, 50_000)]
    public int Entries { get; init; } = 1_000;

    /// <summary>Most new pages that one source brings within 24 hours, over all its entry points; further ones are counted and left where they are announced.</summary>
    /// <value>Default: 5,000.</value>
    /// <remarks>A large newsroom publishes some hundreds a day; below that pages are found late. Without an end, a site that makes up links (a calendar, a trap) fills the database
    /// and is read for ever. Links on pages are never followed, so this is what bounds a source.</remarks>
    [Range(10, 1_000_000)]
    public int PagesADay { get; init; } = 5_000;

    /// <summary>Most sitemaps read for one entry point in one crawl, newest first; further ones are counted.</summary>
    /// <value>Default: 20.</value>
    /// <remarks>1 reads the newest part of an index; each is a request.</remarks>
    [Range(1, 1_000)]
    public int Sitemaps { get; init; } = 20;

    /// <summary>How deep sitemap indexes may name further indexes.</summary>
    /// <value>Default: 3.</value>
    /// <remarks>sitemaps.org allows 1; some publishers use 2.</remarks>
    [Range(1, 10)]
    public int SitemapDepth { get; init; } = 3;

    /// <summary>Fetches of one page before it is given up as unreachable.</summary>
    /// <value>Default: 5.</value>
    /// <remarks>1 gives up at the first failure; with the default waits 5 attempts take about two and a half hours.</remarks>
    [Range(1, 50)]
    public int Attempts { get; init; } = 5;

    /// <summary>Wait after a page's first failed fetch; it doubles with each further one. A server's Retry-After counts where it is longer.</summary>
    /// <value>Default: 10 minutes.</value>
    /// <remarks>Seconds press a server that is down; hours delay what a short outage hid.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest wait between two fetches of one page, Retry-After included.</summary>
    /// <value>Default: 12 hours.</value>
    /// <remarks>Shorter than a server's Retry-After ignores what it asked for; days keep pages pending for weeks.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How often the page of an item behind an open flag is read again.</summary>
    /// <value>Default: 1 day.</value>
    /// <remarks>Hours show a quiet correction sooner and ask the publisher as many times more; days show it late.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RereadEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>For how long after it was found.</summary>
    /// <value>Default: 7 days.</value>
    /// <remarks>Zero reads nothing again; a month follows texts that nobody changes any more.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RereadFor { get; init; } = TimeSpan.FromDays(7);
}
