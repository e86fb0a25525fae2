namespace InfoMonitor.Domain;

/// <summary>Who asks for the pause in force at a host.</summary>
internal enum PauseAsker
{
    /// <summary>The source itself, by its delay.</summary>
    Own,
    /// <summary>Another source with an entry point at the same host.</summary>
    Other,
    /// <summary>The host's robots.txt.</summary>
    Robots,
    /// <summary>The service's own floor.</summary>
    Service,
}

/// <summary>Least pause in force between two requests to a host: the longest that its sources, its robots.txt and the service ask for.</summary>
/// <param name="Host">Name and port.</param>
/// <param name="Source">The id of the other source; null where none asks for the most.</param>
internal sealed record HostPause(string Host, TimeSpan Pause, PauseAsker Asker, string? Source)
{
    /// <summary>The key of the service's floor, for code that does not know Fetching.</summary>
    public const string FloorKey = "Fetching:MinDelay";

    public static readonly TimeSpan DefaultFloor = TimeSpan.FromSeconds(1);

    /// <summary>The same of the longest crawl-delay that is waited for within a crawl.</summary>
    public const string LongestKey = "Fetching:MaxCrawlDelay";

    public static readonly TimeSpan DefaultLongest = TimeSpan.FromMinutes(10);

    /// <summary>What counts as one host: scheme, name and port.</summary>
    public static string KeyOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return $"{address.Scheme}://{address.IdnHost.TrimEnd('.').ToLowerInvariant()}:{address.Port}";
    }

    /// <param name="longest">The longest delay of all sources with an entry point there, and whose it is; null for none.</param>
    /// <param name="robots">What robots.txt asks for; null for nothing.</param>
    /// <param name="floor">The service's; zero for the office's own addresses.</param>
    public static HostPause Of(Uri address, Source source, (TimeSpan Delay, string Source)? longest, TimeSpan? robots, TimeSpan floor)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(source);
        var pause = new HostPause(address.Authority, source.Delay, PauseAsker.Own, null);
        if (robots > pause.Pause) pause = pause with { Pause = robots.Value, Asker = PauseAsker.Robots };
        if (longest is var (delay, other) && other != source.Id && delay > pause.Pause) pause = pause with { Pause = delay, Asker = PauseAsker.Other, Source = other };
        return floor > pause.Pause ? pause with { Pause = floor, Asker = PauseAsker.Service, Source = null } : pause;
    }
}
