using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Fingerprints;
using InfoMonitor.Storage;

namespace InfoMonitor.Ingestion;

/// <summary>What stands in the place of a text that is not stored as it was read.</summary>
/// <param name="Alike">Stories like the redacted text.</param>
internal sealed record Withheld(Article Article, Assessment Assessment, Fingerprint Fingerprint, IReadOnlyList<LikeStory> Alike);

/// <summary>Decides whether a text is stored as it was read, of a new page and of one that is read again alike (DESIGN 2.1).</summary>
internal sealed class Withholding(StoryFinder finder)
{
    /// <param name="like">Stories like the text as it was read.</param>
    /// <returns>Null for a text that is stored as it was read: it exposes nobody, and neither does what it is like.</returns>
    public async Task<Withheld?> OfAsync(InfoMonitorDb db, Article read, Assessment judged, IReadOnlyList<LikeStory> like, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(like);
        var certain = ExposureRedactor.Exposes(judged) || like.Any(s => ExposureRedactor.Exposes(s.Assessment));
        if (!certain && !ExposureRedactor.MayExpose(judged)) return null;
        // Also what is like a story that exposes somebody but was judged otherwise: it says the same of the same child. That story is stored redacted, so it is compared redacted.
        var (article, assessment) = ExposureRedactor.Redact(read, judged, ExposureRedactor.Exposing(judged));
        var fingerprint = Fingerprint.Of(article.Text, article.Language);
        var alike = await finder.FindAsync(db, article.Text, article.Language, fingerprint, after: 0, cancellation);
        return certain || alike.Any(s => ExposureRedactor.Exposes(s.Assessment)) ? new Withheld(article, assessment, fingerprint, alike) : null;
    }

    /// <summary>Runs what handles a text that may expose somebody: what breaks there is told by its kind alone, for its words may quote the text.</summary>
    public static async Task<T> WithoutWordsAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await work();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && !InfoMonitorDb.IsAway(exception))
        {
#pragma warning disable MA0054 // without its cause, for the same reason
            throw new InvalidOperationException($"{exception.GetType().Name} while a text that exposes somebody was stored.");
#pragma warning restore MA0054
        }
    }
}
