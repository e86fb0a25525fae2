using InfoMonitor.Content.Text;
using InfoMonitor.Content.Urls;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Additions;

/// <summary>Reads what a person gives: a page by the way of the crawler's own (admission, address guard, robots.txt, the host's turn), a pasted text without its sender. Stores nothing.</summary>
internal sealed class Taker(IDbContextFactory<InfoMonitorDb> databases, Fetcher fetcher, BigPages bigPages, ArticleReader reader, HandIngestor ingestor, IOptions<AdditionsOptions> options)
{
    public const int ShortestText = 20;
    public const int LongestText = 20_000;
    public const int LongestAddress = 2_000;

    public async Task<Taking> TakeAsync(string? url, string? text, CancellationToken cancellation)
    {
        var (hasUrl, hasText) = (!string.IsNullOrWhiteSpace(url), !string.IsNullOrWhiteSpace(text));
        if (hasUrl == hasText) return new Taking.Refused(Refusal.GiveOne);
        return hasUrl ? await OfAddressAsync(url!.Trim(), cancellation) : OfText(text!);
    }

    private static Taking OfText(string text)
    {
        if (text.Length > LongestText) return new Taking.Refused(Refusal.TooLong);
        return ArticleReader.Pasted(Senders.Remove(text)) is { } article && Folding.Fold(article.Text).Length >= ShortestText ? new Taking.Taken(article, null) : new Taking.Refused(Refusal.TooShort);
    }

    private async Task<Taking> OfAddressAsync(string url, CancellationToken cancellation)
    {
        if (url.Length > LongestAddress || UrlNormalizer.Normalize(url, null) is not { } address || Uri.TryCreate(url, UriKind.Absolute, out var written) && written.UserInfo.Length > 0) return new Taking.Refused(Refusal.NoAddress);
        var source = await SourceAsync(address, cancellation);
        if (RefusalOf(source, address) is { } refusal) return new Taking.Refused(refusal);
        if (await ingestor.KnownAsync(address, cancellation) is { } known) return new Taking.Known(known, new HandPlace(source, address, address));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.Within);
        try
        {
            return await ReadAsync(source, address, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Taking.Refused(Refusal.Slow);
        }
    }

    private async Task<Taking> ReadAsync(Source source, Uri address, CancellationToken cancellation)
    {
        if (!fetcher.CanCrawl) return new Taking.Refused(Refusal.NoContact);
        using var result = await fetcher.FetchAsync(FetchRequest.Of(source, address), cancellation);
        return result switch
        {
            FetchResult.Fetched fetched when RefusalOf(source, fetched.Address) is { } refusal => new Taking.Refused(refusal, AdditionsTexts.LeadsTo(AddressGuard.Shown(new Uri(fetched.Address.GetLeftPart(UriPartial.Authority))))),
            FetchResult.Fetched fetched => await bigPages.InTurnAsync(fetched, () => Task.FromResult(reader.Read(fetched, cancellation)), cancellation) switch
            {
                Reading.Readable readable => new Taking.Taken(readable.Article, new HandPlace(source, address, fetched.Address)),
                Reading.NotArticle none => new Taking.Refused(Refusal.NotArticle, none.Reason),
                Reading.Unsupported unsupported => new Taking.Refused(Refusal.Unsupported, unsupported.Reason),
                var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
            },
            FetchResult.Disallowed => new Taking.Refused(Refusal.Robots),
            FetchResult.Gone gone => new Taking.Refused(Refusal.Gone, gone.Reason),
            FetchResult.Unsupported unsupported => new Taking.Refused(PublicAddress.KindOf(address) is AddressKind.Private or AddressKind.LinkLocal ? Refusal.Private : Refusal.Unsupported, unsupported.Reason),
            FetchResult.Failed failed => new Taking.Refused(Refusal.Unreachable, failed.Reason.Each(PageCrawler.Masked)),
            FetchResult.NotModified => new Taking.Refused(Refusal.Unreachable, FetchingTexts.UnaskedNotModified.What),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is new here."),
        };
    }

    /// <summary>The place of an address that was taken before.</summary>
    public async Task<HandPlace> PlaceAsync(Uri address, Uri from, CancellationToken cancellation) => new(await SourceAsync(address, cancellation), address, from);

    /// <summary>The source whose site it is on, with its pause and its ports; else a stranger, which is in no list. A channel's site is a platform full of others, so it lends nobody its right.</summary>
    private async Task<Source> SourceAsync(Uri address, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Include(s => s.EntryPoints).Where(s => s.Enabled && s.Kind != SourceKind.Channel).ToListAsync(cancellation);
        var site = Site.Of(address);
        return sources.FirstOrDefault(s => s.EntryPoints.Any(e => Site.Of(new Uri(e.Url)) == site)) ?? Source.Stranger(address.IdnHost);
    }

    private static Refusal? RefusalOf(Source source, Uri address) => Admission.RefusalOf(source, address) is null
        ? address.AbsolutePath == "/" && address.Query.Length == 0 ? Refusal.FrontPage : null
        : PublicAddress.KindOf(address) switch
        {
            AddressKind.Person or AddressKind.Author => Refusal.Person,
            AddressKind.Account => Refusal.Account,
            AddressKind.Search => Refusal.Search,
            AddressKind.Comments => Refusal.Comments,
            AddressKind.Public or AddressKind.Private or AddressKind.LinkLocal or AddressKind.NotHttp or AddressKind.Credentials => Refusal.NoAddress,
        };
}
