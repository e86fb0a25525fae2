using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Audit;

/// <summary>A verdict as the log keeps it: what a person typed stands in it as length and hash, so that a change shows and the text can still be taken out of the database one day (the log never forgets).</summary>
/// <param name="Evidence"><c>reference:12</c>, or an address and the mark of the words relied on.</param>
/// <param name="Note">Its mark, see <see cref="Mark"/>; null for none.</param>
internal sealed record ReviewPicture(string Verdict, IReadOnlyList<string> Evidence, string? Note, JsonNode? Rabat)
{
    /// <summary>The property of an entry that holds <see cref="Digest"/>.</summary>
    public const string Property = "reviews";

    private static readonly string Before = $"\"{Property}\":\"";

    public static ReviewPicture Of(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var evidence = EvidenceJson.Read(review.Evidence).Select(e => e.ReferenceId is { } id ? string.Create(CultureInfo.InvariantCulture, $"reference:{id}") : e.Words is null ? e.Url! : $"{e.Url} {Mark(e.Words)}");
        return new ReviewPicture(review.Verdict.Word(), [.. evidence], review.Note is null ? null : Mark(review.Note), review.Rabat is null ? null : JsonNode.Parse(review.Rabat));
    }

    /// <summary>LENGTH:SHA-256 (hex) of a text.</summary>
    public static string Mark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }

    /// <summary>True where an entry tells of this review: the <c>given</c> of its before or after.</summary>
    public bool Is(JsonElement given) =>
        given.ValueKind == JsonValueKind.Object && given.TryGetProperty("verdict", out var verdict) && verdict.GetString() == Verdict
        && (given.TryGetProperty("note", out var note) ? note.GetString() : null) == Note
        && (given.TryGetProperty("evidence", out var evidence) ? evidence.EnumerateArray().Select(e => e.GetString()!) : []).SequenceEqual(Evidence);

    /// <summary>Half a SHA-256 (hex) over all reviews of a flag, those taken back included; null for none. Each entry about a flag's verdicts carries it, so that the rows can be compared with the log.</summary>
    public static string? Digest(IEnumerable<Review> reviews)
    {
        var lines = reviews.Select(r => JsonSerializer.Serialize(new object?[] { r.ReviewerId, r.Verdict.Word(), r.UndoneAt is null, r.Note, r.Evidence, r.Rabat })).Order(StringComparer.Ordinal).ToArray();
        return lines is [] ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))[..16]);
    }

    /// <summary>The digest that an entry carries; null for none.</summary>
    public static string? DigestOf(string? after)
    {
        // In JSON no text of a person can hold these characters: its quotation marks are escaped.
        var at = after?.IndexOf(Before, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : after!.Substring(at + Before.Length, 32);
    }
}
