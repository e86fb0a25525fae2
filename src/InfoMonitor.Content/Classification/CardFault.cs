using System.Text.Json;

namespace InfoMonitor.Content.Classification;

/// <summary>What is wrong with a card's file, in words for who mends it: the library's own speak of types of ours and count lines from zero.</summary>
internal static class CardFault
{
    /// <returns>Line, key and what is wrong, to stand behind the file and a colon.</returns>
    public static string Of(JsonException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var said = exception.Message;
        var line = (exception.LineNumber ?? 0) + 1;
        // "... was missing required properties including: 'name', 'purpose'."
        if (said.Contains("missing required properties", StringComparison.Ordinal) && said.Split('\'') is { Length: > 3 } quoted) return FormattableString.Invariant($"{line}: {quoted[3]}: is missing.");
        var key = exception.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "json";
        return said.Contains("could not be converted", StringComparison.Ordinal) ? FormattableString.Invariant($"{line}: {key}: holds something else than belongs there.")
            : FormattableString.Invariant($"{line}: {key}: this is not JSON: {said.Split(" LineNumber: ")[0].Split(" Path: ")[0].TrimEnd('.')}.");
    }

    /// <summary>The key that is null though every card has it; null where none is.</summary>
    public static string? Lacks(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        (string Key, bool Null)[] keys =
        [
            ("name", card.Name is null), ("purpose", card.Purpose is null), ("algorithm", card.Algorithm is null), ("licence", card.Licence is null), ("data", card.Data?.All(d => d is not null) != true), ("notUsed", card.NotUsed is null), ("languages", card.Languages is null),
            ("outputs", card.Outputs?.All(o => o is { Name: not null, Calibration: not null, Held: not null }) != true), ("gate", card.Gate?.All(g => g is { Rule: not null, On: not null, Found: not null }) != true),
            ("knownFailures", card.KnownFailures is null), ("weights", card.Weights is null), ("predictions", card.Predictions is null),
        ];
        return Array.Find(keys, k => k.Null).Key;
    }
}
