using System.Globalization;

namespace InfoMonitor.Crawling;

/// <summary>When a page that could not be fetched is tried again.</summary>
internal static class Patience
{
    /// <param name="attempts">Fetches tried so far, this one included.</param>
    /// <param name="retryAfter">What the server asked for; null when it did not.</param>
    /// <param name="pageId">Spreads the pages of one outage over a fifth of the wait.</param>
    /// <returns>Null when the attempts are used up.</returns>
    public static TimeSpan? Wait(CrawlingOptions options, int attempts, TimeSpan? retryAfter, long pageId)
    {
        if (attempts >= options.Attempts) return null;
        var doubled = options.FirstRetry * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        var wait = (doubled < options.LongestRetry ? doubled : options.LongestRetry) * (1 + 0.2 * Spread.Of(string.Create(CultureInfo.InvariantCulture, $"{pageId}/{attempts}")));
        if (retryAfter > wait) wait = retryAfter.Value;
        return wait < options.LongestRetry ? wait : options.LongestRetry;
    }
}
