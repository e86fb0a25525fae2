using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Matching;

/// <summary>Finds references that answer what a text claims: lexical candidates from a <see cref="CorrectionIndex"/>, then a trained re-ranker over pair features. Thread-safe.</summary>
public sealed class CorrectionMatcher
{
    /// <param name="folder">The model's folder (<c>models/corrections</c>), with <c>model.zip</c> and <c>card.json</c>.</param>
    /// <exception cref="InvalidDataException">The model or card is missing or broken; the message names the file and what to do.</exception>
    public static CorrectionMatcher Load(string folder) => throw new NotSupportedException();

    /// <summary>References whose claim the text repeats with at least the card's threshold, most probable first, at most five. Whether the text only debunks the claim is not decided here.</summary>
    /// <param name="title">Masked title; null when there is none.</param>
    /// <param name="text">Masked text, NFC.</param>
    public IReadOnlyList<CorrectionMatch> Match(string? title, string text, CorrectionIndex index) => throw new NotSupportedException();
}

/// <summary>A sentence of a text and the reference it repeats.</summary>
/// <param name="Offset">Start of the sentence in UTF-16 code units of the text; -1 when it is the title.</param>
/// <param name="Words">Words in common and named pair features with their weights; with <paramref name="Bias"/> they sum to <paramref name="LogOdds"/>. Strongest first.</param>
/// <param name="Probability">Calibrated, 0..1.</param>
public sealed record CorrectionMatch(CorrectionText Reference, string Sentence, int Offset, IReadOnlyList<WeightedWords> Words, double Bias, double LogOdds, double Probability);
