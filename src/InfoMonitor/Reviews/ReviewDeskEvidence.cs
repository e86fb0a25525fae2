using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What a verdict relies on: read, masked and bounded before it is kept.</summary>
internal sealed partial class ReviewDesk
{
    /// <summary>Most pieces of one verdict.</summary>
    public const int MostEvidence = 5;

    /// <summary>Longest quotation from a page, in characters.</summary>
    public const int LongestWords = 500;

    private const int LongestAddress = 2_000;

    /// <returns>The pieces as they are kept, each once; null where none was given, which leaves what stood before, and where one cannot be used: then with what is wrong.</returns>
    private static (IReadOnlyList<Evidence>? Evidence, StepOutcome? Wrong) Read(IReadOnlyList<Evidence>? given)
    {
        if (given is null) return (null, null);
        var kept = given.Select(Read).Distinct().ToList();
        return kept.Contains(null) ? (null, StepOutcome.BadEvidence) : kept.Count > MostEvidence ? (null, StepOutcome.TooMuchEvidence) : (kept!, null);
    }

    private static Evidence? Read(Evidence? piece) => piece switch
    {
        { ReferenceId: not null, Url: null, Words: null } => piece,
        { ReferenceId: null, Url: { } url } when AddressOf(url) is { } address && (piece.Words?.Trim().Length ?? 0) <= LongestWords =>
            new Evidence(Url: PersonalDataMasker.MaskUrl(address), Words: string.IsNullOrWhiteSpace(piece.Words) ? null : PersonalDataMasker.Mask(Nfc.Of(piece.Words.Trim()))),
        _ => null,
    };

    private static async Task<bool> AreReferencesAsync(InfoMonitorDb db, string? evidence, CancellationToken cancellation)
    {
        var cited = EvidenceJson.Read(evidence).Select(e => e.ReferenceId).OfType<long>().ToArray();
        return cited is [] || await db.References.CountAsync(r => cited.Contains(r.Id), cancellation) == cited.Length;
    }

    /// <summary>Null where it is no http(s) address, or a person's page or account: none is kept (DESIGN 2.1).</summary>
    private static string? AddressOf(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestAddress } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && PublicAddress.KindOf(uri) is not (AddressKind.Credentials or AddressKind.Person or AddressKind.Author or AddressKind.Account) ? address : null;
}
