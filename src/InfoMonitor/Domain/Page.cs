using System.Security.Cryptography;
using System.Text;

namespace InfoMonitor.Domain;

/// <summary>What became of a page; every page ends in exactly one (DESIGN section 4).</summary>
internal enum PageOutcome { Stored, Copy, NotArticle, Disallowed, Gone, Unsupported, Unreachable, Quarantined }

/// <summary>Why a page is no article, or is not read: what <see cref="Page.Detail"/> says in words.</summary>
internal enum PageReason
{
    // No article.
    Nested, WithoutBody, Consent, Challenge, AgeWall, AdvertisementWall, Missing, Redirect, ServerError, LogIn, List, Documents, Terms, Schedule, Duties, About, Profile, Subscription, Contacts, Advertising, Vacancies, Product, Form, Confirmation, TooShort, NoText,

    // Not read.
    /// <summary>It leads to a place that is never read.</summary>
    Elsewhere,
    /// <summary>Redirects in a circle, or too many.</summary>
    Redirects,
    TooSlow,
    TooLarge,
    MediaType,
    /// <summary>Its scheme, host, address or port is not one that is read.</summary>
    Address,
    /// <summary>Its address, or what its host's name stands for, is private, link-local or otherwise not public.</summary>
    PrivateAddress,
    /// <summary>Its answer cannot be taken apart.</summary>
    Broken,
}

/// <summary>A discovered address. Pending while <see cref="Outcome"/> is null.</summary>
internal sealed class Page
{
    public long Id { get; init; }
    public required string SourceId { get; init; }

    /// <summary>Normalised and masked; scheme and host alone once what it leads to exposes a victim or child. Where that changed it, the address is fetched in the crawl that found it or found again later.</summary>
    public required string Url { get; set; }

    /// <summary>SHA-256 (hex) of the normalised address before masking: unique, so a page is discovered once.</summary>
    public required string UrlHash { get; init; }

    /// <summary>The value of <see cref="UrlHash"/>.</summary>
    /// <param name="address">Normalised.</param>
    public static string HashOf(Uri address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));

    /// <summary>True when <see cref="Url"/> was masked and so cannot be fetched from this row.</summary>
    public bool UrlMasked { get; set; }

    public DateTimeOffset FoundAt { get; init; }

    /// <summary>When the entry point says it was published (UTC); null when it does not.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    public PageOutcome? Outcome { get; set; }

    /// <summary>UTC; when the outcome was reached.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Fetches tried so far.</summary>
    public int Attempts { get; set; }

    /// <summary>UTC; a pending page is not fetched before this.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Masked text of the last failure or of the reason for the outcome, for people.</summary>
    public string? Detail { get; set; }

    /// <summary>The kind of reason for <see cref="PageOutcome.NotArticle"/> and <see cref="PageOutcome.Unsupported"/>; null for other outcomes, and for pages that ended before it was kept.</summary>
    public PageReason? Reason { get; set; }
}
