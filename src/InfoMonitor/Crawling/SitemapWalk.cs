using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>The way through nested sitemaps: newest first, each once, none too old, so many and so deep.</summary>
internal sealed class SitemapWalk
{
    private readonly PriorityQueue<Step, (long Newest, int Order)> waiting = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Announcement> pages = [];
    private readonly List<DateTimeOffset> old = [];

    public SitemapWalk(IEnumerable<Announcement> sitemaps) => Enqueue(sitemaps, null, 1);

    /// <param name="Depth">1 for a sitemap that the entry point itself names.</param>
    internal sealed record Step(Uri Address, DateTimeOffset? At, int Depth);

    public IReadOnlyCollection<Announcement> Pages => pages;
    public int Read { get; private set; }
    public int TooOld { get; private set; }

    /// <summary>When the sitemaps that were too old to be read last changed.</summary>
    public IReadOnlyCollection<DateTimeOffset> Old => old;

    public int BeyondLimits { get; private set; }
    public int Refused { get; private set; }

    /// <summary>Of the first sitemap that failed; null when none did.</summary>
    public Text? Error { get; private set; }

    private int Tried { get; set; }

    /// <summary>The next sitemap to read; null when the way is done.</summary>
    public Step? Next(Source source, CrawlingOptions options, DateTimeOffset now)
    {
        while (waiting.TryDequeue(out var step, out _))
        {
            if (Admission.RefusalOf(source, step.Address) is not null) Refused++;
            else if (step.At is { } at && at < now - options.PageAge)
            {
                TooOld++;
                old.Add(at);
            }
            else if (Tried >= options.Sitemaps || step.Depth > options.SitemapDepth) BeyondLimits++;
            else
            {
                Tried++;
                return step;
            }
        }
        return null;
    }

    public void Add(Step step, EntryContent.Announces body)
    {
        Read++;
        pages.AddRange(body.Pages);
        if (body.IsCut) Fail(step, CrawlingTexts.CutShort);
        Enqueue(body.Sitemaps, step.Address, step.Depth + 1);
    }

    /// <summary>Notes what is wrong with a sitemap; of several, the first is told.</summary>
    public void Fail(Step step, Text reason) => Error ??= CrawlingTexts.OfSitemap(step.Address.AbsoluteUri, reason);

    private void Enqueue(IEnumerable<Announcement> sitemaps, Uri? parent, int depth)
    {
        foreach (var (link, at) in sitemaps)
        {
            if (UrlNormalizer.Normalize(link, parent) is not { } address) Refused++;
            else if (seen.Add(address.AbsoluteUri)) waiting.Enqueue(new Step(address, at, depth), (-(at?.UtcTicks ?? 0), seen.Count));
        }
    }
}
