using System.Text.Json.Serialization;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>What the models said of one text. A value: the same text, models and references give an equal assessment.</summary>
public sealed record Assessment
{
    /// <summary>ISO 639-1 code of the text, or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>False when no gated model exists for the language: then only corrections were matched, and the text is shown as not assessed.</summary>
    public required bool Assessed { get; init; }

    /// <summary>Calibrated probability, 0..1, for each reason that was computed; a reason that was not is absent.</summary>
    public required IReadOnlyDictionary<FlagReason, double> Scores { get; init; }

    /// <summary>Topics that are surely recognised, most probable first: from the probability at which their card says four in five are right. The policy counts less sure ones too.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Recognised classes of protected speech, most probable first; shown beside a flag, never a reason for one. Of a text that has reasons only those that are surely recognised; else all that the policy counts.</summary>
    public required IReadOnlyList<ProtectedClass> Protected { get; init; }

    /// <summary>Reasons the policy gives, in order of weight; empty means the text is not flagged.</summary>
    public required IReadOnlyList<FlagReason> Reasons { get; init; }

    /// <summary>Reasons whose score is over their threshold and that the policy does not give, with what spares the text; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<FlagReason, SparedBecause>? Spared { get; init; }

    /// <summary>One explanation for each reason in <see cref="Reasons"/>, same order.</summary>
    public required IReadOnlyList<Explanation> Because { get; init; }

    /// <summary>Where the text (not the title) exposes a victim or child: every sentence at or over the threshold; empty unless that is a reason. Never stored: it speaks of the text before it was redacted.</summary>
    [JsonIgnore]
    public IReadOnlyList<TextSpan> Exposing { get; init; } = [];

    /// <summary>Check-worthiness of the strongest sentence, 0..1; part of a flag's priority.</summary>
    public required double CheckWorthiness { get; init; }

    /// <summary>True when the text alleges a violation that only the office's own or another dependent correction answers: not queued, but counted among what deserves an answer.</summary>
    public required bool DeservesAnswer { get; init; }

    /// <summary>Content hash of the model set (hex), so that a stored assessment can be replayed.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The thresholds that were set in place of the cards', by reason; null for none. With the model version they say from which probability each reason counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<FlagReason, double>? Thresholds { get; init; }

    /// <summary>How many references the text was compared with. They are only ever added, so this and <see cref="LastReference"/> say which: the oldest so many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int References { get; init; }

    /// <summary>Id of the newest of these; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? LastReference { get; init; }

    /// <summary>True where the text was redacted after it was judged, for it exposes somebody: what is stored is not what was read, and cannot be replayed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Redacted { get; init; }
}

/// <summary>Why a text is flagged, in terms a reader can check.</summary>
public sealed record Explanation
{
    public required FlagReason Reason { get; init; }

    /// <summary>The sentence that weighed most, as it stands in the text: of the strongest sentence and those around it, the one whose words add most to the score.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where <see cref="Sentence"/> starts, in UTF-16 code units of the text (not of the title); -1 when it is the title.</summary>
    public required int Offset { get; init; }

    /// <summary>Words with their weights; with <see cref="Bias"/> they sum to <see cref="LogOdds"/> (error below 1e-5). Strongest first.</summary>
    public required IReadOnlyList<WeightedWords> Words { get; init; }

    /// <summary>The model's constant term, log-odds.</summary>
    public required double Bias { get; init; }

    /// <summary>The uncalibrated score, log-odds.</summary>
    public required double LogOdds { get; init; }

    /// <summary>Calibrated probability, 0..1: a monotone function of <see cref="LogOdds"/>.</summary>
    public required double Probability { get; init; }

    /// <summary>The matched reference's id; null unless the reason is <see cref="FlagReason.MatchesCorrection"/>.</summary>
    public string? ReferenceId { get; init; }
}

/// <summary>An n-gram (or a named feature of a pair) and its contribution to the log-odds.</summary>
public sealed record WeightedWords(string Words, double Weight);
