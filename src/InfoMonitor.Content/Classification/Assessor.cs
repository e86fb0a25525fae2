using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Classification;

/// <summary>Judges texts with a set of trained models. Thread-safe: one instance serves every worker.</summary>
public sealed class Assessor
{
    /// <summary>Content hash (hex) of the models and cards that were loaded.</summary>
    public string ModelVersion => throw new NotSupportedException();

    /// <param name="folder">The <c>models</c> folder: one sub-folder a model, with <c>model.zip</c> and <c>card.json</c>.</param>
    /// <exception cref="InvalidDataException">A model or card is missing or broken; the message names the file and what to do.</exception>
    public static Assessor Load(string folder) => throw new NotSupportedException();

    /// <param name="title">Masked title; null when there is none.</param>
    /// <param name="text">Masked text, NFC.</param>
    /// <param name="language">As identified, ISO 639-1.</param>
    /// <param name="corrections">What <see cref="FlagReason.MatchesCorrection"/> is matched against.</param>
    public Assessment Assess(string? title, string text, string language, CorrectionIndex corrections) => throw new NotSupportedException();
}
