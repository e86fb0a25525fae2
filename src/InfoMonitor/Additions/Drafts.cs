using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Ingestion;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Additions;

/// <summary>Keeps a text that was looked at until somebody queues it: sealed, in the page's own form. So what was seen is what is queued, nobody can put another text in its place, and looking writes nothing.</summary>
internal sealed class Drafts(IDataProtectionProvider protection, IOptions<AdditionsOptions> options, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("InfoMonitor.Additions.Draft.v1");

    public string Seal(Article article, HandPlace? place)
    {
        ArgumentNullException.ThrowIfNull(article);
        var draft = new Draft(article.Title, article.Text, article.Language, article.PublishedAt?.Date, article.PublishedAt?.Instant, place?.Address.AbsoluteUri, place?.From.AbsoluteUri, clock.GetUtcNow());
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) JsonSerializer.Serialize(gzip, draft);
        return WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray()));
    }

    /// <returns>The place's source is not among it; null where it was not sealed here or too long ago.</returns>
    public (Article Article, Uri? Address, Uri? From)? Open(string? sealedText)
    {
        if (string.IsNullOrEmpty(sealedText)) return null;
        Draft draft;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(sealedText))), CompressionMode.Decompress);
            draft = JsonSerializer.Deserialize<Draft>(gzip)!;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)   // cut, changed, or sealed by keys that are gone
        {
            return null;
        }
        if (clock.GetUtcNow() - draft.At > options.Value.Keep) return null;
        var time = draft.Day is { } day ? new PublicationTime(day, draft.Instant) : null;
        return (new Article(draft.Title, draft.Text, draft.Language, time, []), Of(draft.Address), Of(draft.From));

        static Uri? Of(string? address) => address is null ? null : new Uri(address);
    }

    private sealed record Draft(string? Title, string Text, string Language, DateOnly? Day, DateTimeOffset? Instant, string? Address, string? From, DateTimeOffset At);
}
