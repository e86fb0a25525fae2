using InfoMonitor.Content.Robots;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Fetching;

/// <summary>Reads public addresses politely: robots.txt, address guard, a turn per host, a Polly pipeline per host, limits on size and time.</summary>
internal sealed class Fetcher(HostReader reader, RobotsBook robots, AddressGuard guard, FetchMetrics metrics, IOptions<FetchingOptions> options, TimeProvider clock)
{
    /// <summary>False while no contact is configured: every read then ends as <see cref="FetchResult.Failed"/> without a request.</summary>
    public bool CanCrawl => options.Value.Contact.Length > 0;

    /// <summary>The longest pause between two requests that is waited for; a host that asks for more gets one request a crawl.</summary>
    public TimeSpan LongestPause => options.Value.MaxCrawlDelay;

    /// <summary>Waits for the host's turn, then reads. Never throws for what the world does.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var result = CanCrawl ? await FollowAsync(request, cancellation) : new FetchResult.Failed(FetchingTexts.NoContact, null, null) { Sent = false };
        metrics.Count(result, clock.GetElapsedTime(start));
        return result;
    }

    /// <summary>Sitemaps that the host's robots.txt names (RFC 9309 leaves them to sitemaps.org); empty when it names none or there is none.</summary>
    /// <param name="address">An entry point or another address of the host; its port counts as named by the source.</param>
    /// <returns>Why it could not be read, or the sitemaps.</returns>
    public async Task<(FetchResult.Unread? Unread, IReadOnlyList<Uri> Sitemaps)> SitemapsAsync(Uri address, CancellationToken cancellation)
    {
        if (!CanCrawl) return (new FetchResult.Failed(FetchingTexts.NoContact, null, null) { Sent = false }, []);
        if (guard.Refusal(address, address) is { } refusal) return (new FetchResult.Unsupported(refusal), []);
        return await robots.AskAsync(address, address, TimeSpan.Zero, cancellation) switch
        {
            RobotsAnswer.Known known => (null, [.. known.File.Sitemaps.Select(s => UrlNormalizer.Normalize(s, address)).OfType<Uri>().Distinct()]),
            RobotsAnswer.Absent => (null, []),
            RobotsAnswer.Unreachable unreachable => (Unread(unreachable), []),
            RobotsAnswer.Forbidden forbidden => (new FetchResult.Unsupported(forbidden.Why), []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What robots.txt of an address' host came to, as last read; null where the host is not read at all.</summary>
    public async Task<RobotsSeen?> RobotsAsync(FetchRequest request, CancellationToken cancellation) =>
        !CanCrawl || guard.Refusal(request.Address, request.EntryPoint) is not null ? null : await robots.AskAsync(request.Address, request.EntryPoint, request.Delay, cancellation) switch
        {
            RobotsAnswer.Known known => new RobotsSeen(known.IsPage ? RobotsStanding.HtmlPage : RobotsStanding.Followed, null, known.File.CrawlDelay(options.Value.Product)),
            RobotsAnswer.Absent absent => new RobotsSeen(RobotsStanding.Absent, absent.Status, null),
            RobotsAnswer.Unreachable unreachable => new RobotsSeen(RobotsStanding.Unreachable, unreachable.Status, null),
            RobotsAnswer.Forbidden => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Whether robots.txt, as last read, forbids an address; false where that is not known.</summary>
    public async Task<bool> IsForbiddenAsync(FetchRequest request, CancellationToken cancellation) =>
        CanCrawl && guard.Refusal(request.Address, request.EntryPoint) is null
        && Refusal(await robots.AskAsync(request.Address, request.EntryPoint, request.Delay, cancellation), request.Address) is FetchResult.Disallowed;

    private async Task<FetchResult> FollowAsync(FetchRequest request, CancellationToken cancellation)
    {
        var address = request.Address;
        var seen = new HashSet<Uri>();
        Uri? movedTo = null;
        var permanent = true;
        while (true)
        {
            var asked = seen.Count > 0;
            if (guard.Refusal(address, request.EntryPoint) is { } refusal) return new FetchResult.Unsupported(refusal) { Asked = asked };
            if (!seen.Add(address)) return new FetchResult.Unsupported(FetchingTexts.Circle);
            var allowed = await robots.AskAsync(address, request.EntryPoint, request.Delay, cancellation);
            if (Refusal(allowed, address) is { } refused) return refused with { Asked = asked };
            var file = (allowed as RobotsAnswer.Known)?.File ?? RobotsFile.AllowAll;
            // Elsewhere a date tells nothing: a page that has not changed since is not therefore the one we have.
            var since = asked ? null : request.LastModified;
            var answer = await reader.ReadAsync(
                new Ask(address, MediaTypes.Page, options.Value.MaxBytes, ETag: request.ETag, LastModified: since, Part: request.Part), request.Delay, file.CrawlDelay(options.Value.Product), cancellation);
            if (answer is not Answer.Redirect redirect) return Result(answer, address, movedTo);
            if (redirect.Location is null || Redirects.Resolve(redirect.Location, address) is not { } next)
                return new FetchResult.Gone(redirect.Status, FetchingTexts.RedirectsNowhere(AddressGuard.Shown(address)));
            if (seen.Count > options.Value.MaxRedirects) return new FetchResult.Unsupported(FetchingTexts.ManyRedirects(options.Value.MaxRedirects));
            permanent &= redirect.IsPermanent;
            address = next;
            if (permanent) movedTo = address;   // what stands behind it for the time being is no matter
        }
    }

    private FetchResult.Unread? Refusal(RobotsAnswer answer, Uri address) => answer switch
    {
        RobotsAnswer.Known known => known.File.IsAllowed(options.Value.Product, address.AbsoluteUri) ? null : new FetchResult.Disallowed(FetchingTexts.Forbidden(AddressGuard.Shown(address))),
        RobotsAnswer.Absent => null,
        RobotsAnswer.Unreachable unreachable => Unread(unreachable),
        RobotsAnswer.Forbidden forbidden => new FetchResult.Unsupported(forbidden.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static FetchResult.Failed Unread(RobotsAnswer.Unreachable unreachable) => new(unreachable.Why, unreachable.Status, unreachable.RetryAfter) { Sent = unreachable.Sent };

    private static FetchResult Result(Answer answer, Uri address, Uri? movedTo) => answer switch
    {
        Answer.Content content => new FetchResult.Fetched(address, content.Body, content.MediaType, content.ETag, content.LastModified, movedTo) { IsCut = content.IsCut, Place = content.Place },
        Answer.Unchanged => new FetchResult.NotModified(address, movedTo),
        Answer.Refusal refusal => new FetchResult.Gone(refusal.Status, FetchingTexts.Answered(refusal.Status)),
        Answer.Unreadable unreadable => new FetchResult.Unsupported(unreadable.Why),
        Answer.Trouble trouble => new FetchResult.Failed(trouble.Why, trouble.Status, trouble.RetryAfter) { Sent = trouble.Sent, NotDue = trouble.NotDue },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <param name="Status">HTTP status where it was not read; null where no answer came, or no end of redirects.</param>
/// <param name="Delay">The crawl-delay it asks for; null for none.</param>
internal readonly record struct RobotsSeen(RobotsStanding Standing, int? Status, TimeSpan? Delay);
