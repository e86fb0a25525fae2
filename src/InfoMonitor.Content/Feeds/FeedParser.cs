namespace InfoMonitor.Content.Feeds;

/// <summary>Reads RSS 0.9x and 2.0, RSS 1.0/RDF, Atom 0.3 and 1.0, JSON Feed, sitemaps, news sitemaps and sitemap indexes (gzip or plain) from bytes.</summary>
/// <remarks>Cost is linear in the (unpacked) length; at most 50 MiB and 50,000 entries are read, the sitemap protocol's limits.</remarks>
public static class FeedParser
{
    /// <summary>Never throws on any input; entity bombs and external entities are refused.</summary>
    /// <param name="body">The response body.</param>
    /// <param name="contentType">The Content-Type header, if any.</param>
    /// <param name="address">Where the body came from, base of relative links; null when unknown.</param>
    /// <param name="language">Of the source: times without an offset are those of Viet Nam where it is <c>vi</c> or <c>km</c>, as where the feed or its host says so; else UTC. Null when unknown.</param>
    /// <param name="now">No later date of a fact-check is believed, and it tells whether 3/7/2026 is of March or July where the feed itself does not. Null where the feed's fact-checks are not wanted: they are not looked for then.</param>
    public static FeedReading Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? address, string? language = null, DateTimeOffset? now = null)
    {
        var (plain, cut, refused) = FeedBody.Unpack(body);
        if (refused is not null) return refused;
        var text = FeedBody.Decode(plain.Span, contentType);
        var start = text.AsSpan().TrimStart("\ufeff \t\r\n\0");
        if (start.Length == 0) return new FeedReading.Refused(FeedFault.Empty);
        var isJson = start[0] is '{' or '[';
        if (isJson && JsonFeedReader.Mended(text) is { } whole) (text, cut) = (whole, true);
        var dates = FeedDates.Of(language, address, DayOrder.IsMonthFirst(text, now, language));
        var reading = isJson ? JsonFeedReader.Read(text, address, dates) : new XmlFeedReader(address, dates).Read(text);
        return reading is FeedReading.Read(var feed)
            ? new FeedReading.Read(feed with { IsCut = feed.IsCut || cut, FactChecks = now is { } today ? FeedFactChecks.Of(text, address, language, today) : [] })
            : reading;
    }
}
