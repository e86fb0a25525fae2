using System.ComponentModel.DataAnnotations;
using InfoMonitor.Domain;

namespace InfoMonitor.Fetching;

/// <summary>How the service reads the web: who it says it is, how often it asks, what it refuses.</summary>
internal sealed class FetchingOptions
{
    public const string Section = "Fetching";

    /// <summary>The most that <see cref="MaxCrawlDelay"/> may be.</summary>
    public static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromHours(1);

    /// <summary>Where a publisher can reach the office: an http(s) address or an e-mail address (<c>mailto:</c> before it or not), sent in the User-Agent of every request.</summary>
    /// <value>Default: empty, and then nothing is read at all.</value>
    /// <remarks>A team's mailbox or a page that explains the crawler; a wrong one leaves publishers only blocking as an answer.</remarks>
    public string Contact { get; init; } = "";

    /// <summary>Product token of the User-Agent, and the name that groups of robots.txt are matched with.</summary>
    /// <value>Default: <c>InfoMonitor</c>.</value>
    /// <remarks>Letters, hyphen and underscore only (RFC 9309, 2.2.1).</remarks>
    [Required, RegularExpression("^[A-Za-z_-]+$", ErrorMessage = "Fetching:Product takes letters, '-' and '_' only (RFC 9309, 2.2.1).")]
    public string Product { get; init; } = "InfoMonitor";

    /// <summary>Private address ranges that may be read, e.g. <c>10.20.30.0/24</c> or <c>127.0.0.0/8:5081</c> (that port alone). Warned of at every start.</summary>
    /// <value>Default: empty: public addresses only.</value>
    /// <remarks>Each range opens what stands inside to whoever can put a link on a watched page. Link-local and metadata addresses stay refused whatever is listed.</remarks>
    [AddressRanges]
    public string[] AllowPrivate { get; init; } = [];

    /// <summary>Least pause between two requests to one scheme, host and port. Addresses of <see cref="AllowPrivate"/>, written as numbers, are excepted.</summary>
    /// <value>Default: 1 second.</value>
    /// <remarks>Less is not accepted. Long: a source with many pages takes as many times longer. A source's own delay or robots.txt may lengthen it.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MinDelay { get; init; } = HostPause.DefaultFloor;

    /// <summary>Longest time for name, connection and TLS handshake.</summary>
    /// <value>Default: 10 seconds.</value>
    /// <remarks>Short: slow sites look unreachable. Long: dead ones hold their turn.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for one request, to the last byte of the body.</summary>
    /// <value>Default: 30 seconds.</value>
    /// <remarks>Short: large pages of slow sites are lost. Long: a site that drips bytes holds a worker for as long.</remarks>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body, in bytes, after decompression.</summary>
    /// <value>Default: 8 MiB.</value>
    /// <remarks>Small: big sitemaps are lost. Large: memory, times the sources read at once.</remarks>
    [Range(64 * 1024, 64 * 1024 * 1024)]
    public int MaxBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Largest answer head, in KiB.</summary>
    /// <value>Default: 32.</value>
    /// <remarks>Small: sites with many cookies are lost. Large: memory a hostile site can fill.</remarks>
    [Range(4, 256)]
    public int MaxHeaders { get; init; } = 32;

    /// <summary>Most redirects followed for one page. Of a robots.txt at least five are, as RFC 9309 wants.</summary>
    /// <value>Default: 5.</value>
    /// <remarks>0 follows none; many let a site lead us in circles.</remarks>
    [Range(0, 20)]
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Requests sent for one page before it is left for the next crawl; two at most to a server that cannot serve now (503), and one to a server that is asked too often (429), where they name no time.</summary>
    /// <value>Default: 3.</value>
    /// <remarks>1 tries once. Each further one holds the host's turn for its pause and its time.</remarks>
    [Range(1, 6)]
    public int Attempts { get; init; } = 3;

    /// <summary>Pause before the second attempt where the site asks for none; four times as long after a 503, doubled before each further one, and varied by half.</summary>
    /// <value>Default: 2 seconds.</value>
    /// <remarks>Short: a site in trouble is asked again at once. Long: the queue behind this page waits.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest rest (Retry-After) that is waited for; for a longer one the page is put off.</summary>
    /// <value>Default: 1 minute.</value>
    /// <remarks>Short: more pages wait for the next crawl. Long: a crawl can be held for as long, at every page.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest crawl-delay of a robots.txt that is waited for. A crawl then reads as many pages as fit into the source's interval; of a host that asks for more it gets one request a crawl at most.</summary>
    /// <value>Default: 10 minutes.</value>
    /// <remarks>Short: hosts that ask for long pauses are hardly read. Long: such a host's crawl takes a worker's place for the whole of its interval.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]   // LongestCrawlDelay
    public TimeSpan MaxCrawlDelay { get; init; } = HostPause.DefaultLongest;

    /// <summary>Addresses of a host that could not be had (no answer, 429, 5xx, time-outs), N of its last 2N - 1, after which it is left alone: N in a row, or more than every second one.
    /// Each counts once but is tried up to <see cref="Attempts"/> times (three by default), so N addresses are up to 3N requests.</summary>
    /// <value>Default: 4 of its last 7, which are 12 requests that failed at most.</value>
    /// <remarks>Few: two bad pages stop a source. Many: a dead host is asked for longer.</remarks>
    [Range(2, 100)]
    public int BreakAfter { get; init; } = 4;

    /// <summary>How long a host is left alone then, and after a 429 that names no time.</summary>
    /// <value>Default: 5 minutes.</value>
    /// <remarks>Short: a host in trouble gets no rest. Long: one that recovered is read late.</remarks>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a robots.txt that was read is used.</summary>
    /// <value>Default: 24 hours, which is also the most (RFC 9309, 2.4).</value>
    /// <remarks>Short: more requests. Long: a publisher's change takes effect as much later.</remarks>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RobotsCache { get; init; } = TimeSpan.FromHours(24);
}
