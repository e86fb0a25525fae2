using System.Collections.Concurrent;
using System.Security.Cryptography;
using InfoMonitor.Content.Classification;
using InfoMonitor.Storage;

namespace InfoMonitor.Reviews;

/// <summary>A model that judged an item.</summary>
/// <param name="Output">What it gives a score for: a reason's word, or <c>claims</c> for check-worthiness.</param>
/// <param name="Card">SHA-256 (hex) of its card, which names its weights: the model's own version.</param>
/// <param name="Threshold">Calibrated probability from which the score counted then: the office's where it had set one, else the card's; null where none is asked.</param>
internal sealed record JudgingModel(string Output, string Name, string Card, double? Threshold);

/// <summary>Which model of which version gave each score of a stored assessment: by the cards of the set that judged it, kept under its content hash.</summary>
internal sealed class JudgingModels(KeptModels kept)
{
    /// <summary>The model whose score is the check-worthiness.</summary>
    public const string Claims = "claims";

    private readonly ConcurrentDictionary<string, IReadOnlyList<JudgingModel>> known = new(StringComparer.Ordinal);

    /// <returns>Null where the set is not kept here (any more).</returns>
    public IReadOnlyList<JudgingModel>? Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var models = Of(assessment.ModelVersion);
        return assessment.Thresholds is not { } set ? models
            : models?.Select(m => Vocabulary.Parse<FlagReason>(m.Output) is { } reason && set.TryGetValue(reason, out var threshold) ? m with { Threshold = threshold } : m).ToList();
    }

    private IReadOnlyList<JudgingModel>? Of(string version)
    {
        if (known.TryGetValue(version, out var models)) return models;
        if (kept.Find(version) is not { } folder) return null;
        try
        {
            return known[version] = [.. ModelSet.Cards(folder).SelectMany(card => OutputsOf(card, HashOf(folder, card.Name)))];
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<JudgingModel> OutputsOf(ModelCard card, string hash) => card.Name == Claims
        ? [new JudgingModel(Claims, card.Name, hash, null)]
        : card.Outputs.Where(o => Vocabulary.Parse<FlagReason>(o.Name) is not null).Select(o => new JudgingModel(o.Name, card.Name, hash, o.Threshold));

    private static string HashOf(string folder, string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name, "card.json"))));
}
