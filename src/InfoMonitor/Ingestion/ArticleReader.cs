using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Body to masked text (DESIGN steps 6 and 7). What leaves here may be stored.</summary>
internal sealed class ArticleReader(IOptions<IngestionOptions> options, TimeProvider clock)
{
    /// <summary>Of one page; a page with more is a catalogue.</summary>
    private const int MostFactChecks = 50;

    public Reading Read(FetchResult.Fetched fetched, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        if (!IsHtml(fetched)) return new Reading.Unsupported(PageReason.MediaType, FetchingTexts.OtherType(Clean(MediaType(fetched.ContentType))).What);
        ExtractedPage page;
        using var time = new CancellationTokenSource(options.Value.ReadWithin, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, time.Token);
        try
        {
            page = ArticleExtractor.Extract(CharsetDecoder.Decode(fetched.Body.Span, fetched.ContentType), fetched.Address, clock.GetUtcNow(), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reading.Unsupported(PageReason.TooSlow, IngestionTexts.TooSlow(options.Value.ReadWithin));
        }
        if (Characters(page) > options.Value.Characters) return new Reading.Unsupported(PageReason.TooLarge, IngestionTexts.TooLong(options.Value.Characters));
        var checks = Masked(page.FactChecks);
        var text = page.Text is null ? "" : Paragraphs(page.Text);
        return page.Outcome switch
        {
            ExtractionOutcome.NotArticle => new Reading.NotArticle(IngestionTexts.ReasonOf(page.Because!.Value), checks),
            ExtractionOutcome.Article when text.Length == 0 => new Reading.NotArticle(PageReason.NoText, checks),
            ExtractionOutcome.Article => new Reading.Readable(new Article(page.Title is null || Line(page.Title) is "" ? null : Line(page.Title), text, LanguageOf(text, page.DeclaredLanguage), page.PublishedAt, checks)),
        };
    }

    /// <summary>A text that was pasted, as it may be stored. Null where nothing is left of it.</summary>
    public static Article? Pasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = Paragraphs(text.ReplaceLineEndings("\n"));
        return clean.Length == 0 ? null : new Article(null, clean, LanguageOf(clean, null), null, []);
    }

    /// <summary>NFC, in plain letters, with single spaces, masked, without what no database or JSON takes (NUL, half surrogate pairs).</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PersonalDataMasker.Mask(Spaces.Fold(Nfc.Of(Lettering.Fold(text.Replace("\0", "", StringComparison.Ordinal)))));
    }

    /// <summary>As they may be stored, and no more of them than one page or feed can have.</summary>
    public static IReadOnlyList<FactCheck> Masked(IReadOnlyList<FactCheck> checks) => [.. checks.Take(MostFactChecks).Select(Masked)];

    private static long Characters(ExtractedPage page) =>
        (page.Title?.Length ?? 0) + (page.Text?.Length ?? 0) + page.FactChecks.Take(MostFactChecks).Sum(c => (long)c.Claim.Length + c.Verdict.Length + (c.Publisher?.Length ?? 0));

    private static string Line(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Paragraphs(string text) => string.Join('\n', Clean(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static FactCheck Masked(FactCheck check) => check with
    {
        Claim = Line(check.Claim),
        Verdict = Line(check.Verdict),
        Publisher = check.Publisher is null ? null : Line(check.Publisher),
        Url = check.Url is null ? null : PersonalDataMasker.MaskUrl(check.Url),
    };

    /// <summary>The text decides; what the page declares helps where it cannot.</summary>
    private static string LanguageOf(string text, string? declared) =>
        LanguageIdentifier.Identify(text) is not "und" and var language ? language : declared is { Length: 2 } ? declared.ToLowerInvariant() : "und";

    private static bool IsHtml(FetchResult.Fetched fetched) => MediaType(fetched.ContentType) switch
    {
        "text/html" or "application/xhtml+xml" => true,
        "" => LooksLikeMarkup(fetched.Body.Span),   // RFC 9110, 8.3: without the field the recipient may look at the content
        _ => false,
    };

    private static string MediaType(string? contentType)
    {
        var type = (contentType ?? "").Split(';', ',')[0].Trim().ToLowerInvariant();
        return type.Length > 100 ? type[..100] : type;
    }

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> body)
    {
        var start = body[..Math.Min(body.Length, 1024)];
        return start.Contains((byte)'<') && !start.StartsWith("%PDF"u8) && !start.StartsWith("<?xml"u8);
    }
}
