using InfoMonitor.Audit;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Matching;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Ingestion;

/// <summary>Makes references of the fact-checks (ClaimReview) a page carries; each statement of a publisher once.</summary>
internal sealed partial class FactCheckRecorder(AuditLog audit, Judge judge, WorkCalendar calendar, TimeProvider clock, ILogger<FactCheckRecorder> logger)
{
    /// <remarks>Saves within the caller's transaction, to know the ids that the audit log names.</remarks>
    public async Task AddAsync(InfoMonitorDb db, Source source, Uri address, IReadOnlyList<FactCheck> checks, CancellationToken cancellation)
    {
        if (checks is []) return;
        var now = clock.GetUtcNow();
        var references = checks.Where(IsWhole).Select(c => Make(c, source, address, now)).DistinctBy(r => r.Hash).ToList();
        var hashes = references.Select(r => r.Hash).ToArray();
        var known = await db.References.Where(r => hashes.Contains(r.Hash)).Select(r => r.Hash).ToListAsync(cancellation);
        references.RemoveAll(r => known.Contains(r.Hash));
        if (references.RemoveAll(r => Exposes(r, source)) is var exposing and > 0) LogExposing(source.Id, exposing);
        if (references is []) return;
        db.References.AddRange(references);
        await db.SaveChangesAsync(cancellation);
        foreach (var reference in references)
            await audit.AppendAsync(db, AuditLog.System, "reference.new", $"reference:{reference.Id}", null, new { source = source.Id, url = reference.Url, independent = reference.Independent, supports = reference.Supports }, cancellation);
    }

    /// <summary>Whether there is something to cite: a claim, and what was found of it.</summary>
    public static bool IsWhole(FactCheck check) => check is { Claim.Length: > 0, Verdict.Length: > 0 };

    /// <summary>Whether it would not be kept because it tells who a victim or child is; of a page, as the text that carries fact-checks, which are then not kept either.</summary>
    public bool Exposes(FactCheck check, Source source, Uri address) => Exposes(Make(check, source, address, clock.GetUtcNow()), source);

    /// <inheritdoc cref="Exposes(FactCheck, Source, Uri)"/>
    public bool Exposes(Article? article) => article is not null && ExposureRedactor.Exposes(judge(article.Title, article.Text, article.Language, CorrectionIndex.Empty));

    /// <summary>A reference is shown, searched and exported: one that tells who a victim or child is may not be kept (DESIGN 2.1).</summary>
    private bool Exposes(Reference reference, Source source) =>
        ExposureRedactor.Exposes(judge(null, $"{reference.Statement}\n{reference.Verdict}\n{WordsOf(reference.Url)}", LanguageIdentifier.Identify(reference.Statement) is not "und" and var language ? language : source.Language, CorrectionIndex.Empty));

    /// <summary>An address often says what its page is about.</summary>
    private static string WordsOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? Uri.UnescapeDataString(address.AbsolutePath).Replace('-', ' ').Replace('/', ' ').Trim() : "";

    private Reference Make(FactCheck check, Source source, Uri address, DateTimeOffset now)
    {
        var publisher = check.Publisher is { Length: > 0 } ? check.Publisher : source.Publisher;
        return new Reference
        {
            Kind = ReferenceKind.FactCheck,
            Statement = check.Claim,
            Verdict = check.Verdict,
            Publisher = publisher,
            Url = check.Url ?? Content.Privacy.PersonalDataMasker.MaskUrl(address.AbsoluteUri),
            // A review that stands on another site is that site's, and nothing is known of its publisher.
            Independent = source.Ownership == Ownership.Independent && (check.Url is null || IsSameSite(check.Url, address)),
            Supports = check.Supports,
            PublishedAt = calendar.InstantOf(check.PublishedAt),
            AddedAt = now,
            Hash = Reference.HashOf(ReferenceKind.FactCheck, publisher, check.Claim, check.Verdict),
        };
    }

    private static bool IsSameSite(string url, Uri address) => Uri.TryCreate(url, UriKind.Absolute, out var review) && Site(review) == Site(address);

    private static string Site(Uri address) => address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;

    [LoggerMessage(Level = LogLevel.Information, Message = "Source {SourceId}: {Count} of its fact-checks would tell who a victim or child is, and are not kept as references")]
    private partial void LogExposing(string sourceId, int count);
}
