using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>Judges texts with a set of trained models. Thread-safe: one instance serves every worker.</summary>
/// <remarks>Every sentence is scored with what stands around it, and the strongest one speaks for the text. Topics and protected speech are read off the whole text.</remarks>
public sealed class Assessor
{
    /// <summary>Classes that say someone's rights were violated.</summary>
    private static readonly ProtectedClass[] Allegations = [ProtectedClass.ViolationReport, ProtectedClass.WhistleBlowing];

    /// <summary>Probability from which a text may be a tip, and from which a sentence may be an allegation: far below what recognises one, chosen with the reserve in view. At these, and by their words, 64 of its 73 reports and tips are spared; a third of its rumours wait for an independent fact-check with them.</summary>
    private const double SuspectTip = 0.06, SuspectSentence = 0.15;

    /// <summary>Log-odds by which incitement must outdo hate to be named before it. Each learns from the other's rows, so both reach most texts of either, and hate calls nobody to act. Chosen on the reserve.</summary>
    private const double Calling = 0.25;

    /// <summary>Probability from which a text is a debunk, whatever its words.</summary>
    private const double Refuting = 0.45;

    /// <summary>The same of a part of an article: whatever press says has something of a debunk's manner.</summary>
    private const double PartRefuting = 0.9;

    /// <summary>Words by which a text speaks of itself, as written: without accents "toi" may be the evening and "my" America, so there they count only where no word has any.</summary>
    private static readonly string[] English = ["i", "my", "me", "we", "our", "us"], Vietnamese = ["tôi", "tui", "mình"], Bare = ["toi", "tui", "minh"];

    /// <summary>Sentences on each side of a claim in which a text may call it false; its title may too.</summary>
    private const int Reach = 2;

    private readonly ModelSet models;
    private readonly CorrectionMatcher? matcher;
    private readonly Dictionary<FlagReason, double> thresholds;
    private readonly SortedDictionary<FlagReason, double>? set;
    private readonly HashSet<string> languages;

    internal Assessor(ModelSet models, CorrectionMatcher? matcher, IReadOnlyDictionary<FlagReason, double>? thresholds, string version)
    {
        (this.models, this.matcher, ModelVersion) = (models, matcher, version);
        languages = models.Languages.ToHashSet(StringComparer.Ordinal);
        this.thresholds = ModelSpec.Reasons.ToDictionary(s => s.Reason!.Value, s => models[s].Card.Outputs[0].Threshold);
        if (matcher is not null) this.thresholds[FlagReason.MatchesCorrection] = matcher.Threshold;
        set = thresholds is { Count: > 0 } ? new(thresholds.ToDictionary()) : null;
        foreach (var (reason, wanted) in set ?? [])
        {
            if (Looser(reason, wanted, this.thresholds.GetValueOrDefault(reason)) is { } refused) throw new InvalidDataException(refused);
            this.thresholds[reason] = wanted;
        }
    }

    /// <summary>Content hash (hex) of the models and cards that were loaded.</summary>
    public string ModelVersion { get; }

    internal CorrectionMatcher? Matcher => matcher;

    /// <param name="folder">The <c>models</c> folder: one sub-folder a model, with <c>model.zip</c> and <c>card.json</c>.</param>
    /// <param name="thresholds">Calibrated probabilities from which a reason counts, in place of the cards'; only stricter ones, since the gate passed at the cards'.</param>
    /// <exception cref="InvalidDataException">A model or card is missing or broken, or a threshold is looser than its card's; the message names the file and what to do.</exception>
    public static Assessor Load(string folder, IReadOnlyDictionary<FlagReason, double>? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var corrections = Path.Combine(folder, "corrections");
        if (Directory.Exists(corrections)) _ = LinearModel.ReadCard(Path.Combine(corrections, "card.json"));   // for its seal
        return new Assessor(ModelSet.Load(folder), Directory.Exists(corrections) ? CorrectionMatcher.Load(corrections) : null, thresholds, ModelSet.Version(folder));
    }

    /// <param name="title">Masked title; null when there is none.</param>
    /// <param name="text">Masked text, NFC.</param>
    /// <param name="language">As identified, ISO 639-1.</param>
    /// <param name="corrections">What <see cref="FlagReason.MatchesCorrection"/> is matched against.</param>
    public Assessment Assess(string? title, string text, string language, CorrectionIndex corrections)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(corrections);
        if (!text.IsNormalized()) text = text.Normalize();
        if (title?.IsNormalized() == false) title = title.Normalize();
        var compared = corrections.Count == 0 ? null : matcher?.Compare(title, text, corrections);
        var reading = Reading.Of(title, text, language);
        return languages.Contains(language) && reading.Units.Count > 0 ? Judge(reading, language, compared, corrections) : OnlyMatched(reading, language, compared, corrections);
    }

    /// <summary>Whether the text repeats the claim of one of the references; nothing else is judged, so that it costs little.</summary>
    public bool Repeats(string? title, string text, CorrectionIndex corrections)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(corrections);
        return matcher?.Match(title?.Normalize(), text.Normalize(), corrections).Any(Queues) ?? false;
    }

    /// <param name="compared">Null where there was no reference to compare with.</param>
    private Assessment Judge(Reading reading, string language, CorrectionMatcher.Compared? compared, CorrectionIndex references)
    {
        var matches = compared?.Matches ?? [];
        var strongest = ModelSpec.Reasons.ToDictionary(s => s.Reason!.Value, s => Strongest(models[s], reading));
        var kinds = Probabilities(models[ModelSpec.Claims], reading);
        var speech = Probabilities(models[ModelSpec.Protected], reading)[0];
        var subject = Probabilities(models[ModelSpec.Topics], reading)[0];
        var protection = Over<ProtectedClass>(models[ModelSpec.Protected], speech, o => o.Threshold);
        var claim = strongest[FlagReason.UnverifiedClaim];
        var contradicting = Contradicting(matches);

        var found = new Findings(
            Harms: [.. strongest.Where(s => s.Key.IsHarm() && s.Value.Probability >= thresholds[s.Key]).OrderByDescending(s => Math.Log(s.Value.Probability / (1 - s.Value.Probability)) - (s.Key == FlagReason.Incitement ? Calling : 0)).Select(s => s.Key)],
            Claims: claim.Probability >= thresholds[FlagReason.UnverifiedClaim] && Kind(kinds[claim.Unit]) == SentenceKind.Assertion && kinds[claim.Unit][(int)SentenceKind.Allegation] < SuspectSentence,
            Over<Topic>(models[ModelSpec.Topics], subject, o => o.Threshold), protection,
            Refutes: contradicting.Count == 0 ? speech[(int)ProtectedClass.Debunk] >= Refuting : contradicting.Exists(m => Refutes(m, reading) || Debunks(m, reading)),
            Alleges: protection.Any(Allegations.Contains) || matches.Any(m => Kind(kinds[UnitAt(reading, m.Offset)]) == SentenceKind.Allegation),
            Matched: [.. contradicting.Select(m => m.Reference.Independent)],
            Supported: contradicting.Count < matches.Count || compared is { Answered: true },
            MayAllege: speech[(int)ProtectedClass.WhistleBlowing] >= SuspectTip || contradicting.Any(m => kinds[UnitAt(reading, m.Offset)][(int)SentenceKind.Allegation] >= SuspectSentence || SpeaksOfViolation(m) || TellsOfOneself(m, language)));
        var decision = FlagPolicy.Decide(found);

        var scores = strongest.ToDictionary(s => s.Key, s => s.Value.Probability);
        if (compared is { Likeliest: var probability }) scores[FlagReason.MatchesCorrection] = probability;
        return new Assessment
        {
            Language = language,
            Assessed = true,
            Scores = scores,
            Topics = Over<Topic>(models[ModelSpec.Topics], subject, o => o.Shown),
            // The policy would rather see one class too many; beside a flag for harm only what is surely recognised is shown, or hate would be called counter-speech.
            Protected = !decision.Reasons.Any(FlagReasons.IsHarm) ? protection : Over<ProtectedClass>(models[ModelSpec.Protected], speech, o => o.Shown),
            Reasons = decision.Reasons,
            Spared = decision.Spared,
            Because = [.. decision.Reasons.Select(r => r == FlagReason.MatchesCorrection ? Because(Named(contradicting, found.Alleges || found.MayAllege)) : Because(r, reading, strongest[r].Unit, kinds))],
            Exposing = decision.Reasons.Contains(FlagReason.VictimExposure) ? Over(models[ModelSpec.VictimExposure], reading, thresholds[FlagReason.VictimExposure]) : [],
            CheckWorthiness = kinds.Max(k => k[(int)SentenceKind.Assertion]),
            DeservesAnswer = decision.DeservesAnswer,
            ModelVersion = ModelVersion,
            References = references.Count,
            LastReference = references.Last,
            Thresholds = set,
        };
    }

    /// <summary>No gated model for the language: only the corrections speak.</summary>
    private Assessment OnlyMatched(Reading reading, string language, CorrectionMatcher.Compared? compared, CorrectionIndex references)
    {
        var matches = compared?.Matches ?? [];
        var contradicting = Contradicting(matches);
        var found = new Findings([], false, [], [], Refutes: contradicting.Any(m => Refutes(m, reading)), Alleges: false, [.. contradicting.Select(m => m.Reference.Independent)], contradicting.Count < matches.Count, MayAllege: contradicting.Any(SpeaksOfViolation));
        var decision = FlagPolicy.Decide(found);
        return new Assessment
        {
            Language = language,
            Assessed = false,
            Scores = compared is { Likeliest: var probability } ? new Dictionary<FlagReason, double> { [FlagReason.MatchesCorrection] = probability } : [],
            Topics = [],
            Protected = [],
            Reasons = decision.Reasons,
            Spared = decision.Spared,
            Because = [.. decision.Reasons.Select(_ => Because(Named(contradicting, found.MayAllege)))],
            CheckWorthiness = 0,
            DeservesAnswer = decision.DeservesAnswer,
            ModelVersion = ModelVersion,
            References = references.Count,
            LastReference = references.Last,
            Thresholds = set,
        };
    }

    /// <summary>Whether the text denies the claim in its own words, or calls something false in the sentence that repeats it, within two of it or in the title, and does not insist against those who do.</summary>
    private static bool Refutes(CorrectionMatch match, Reading reading)
    {
        var near = Near(match, reading).ToList();
        return near.Exists(Refutation.Refutes) || match.Denies && !near.Exists(Refutation.Insists);
    }

    /// <summary>Whether the model takes what stands around the claim, with the title, for a debunk; a whole article of the press is like one in much.</summary>
    private bool Debunks(CorrectionMatch match, Reading reading)
    {
        var near = Beside(reading, match);
        var around = near.Count == reading.Units.Count ? reading : Reading.Of(null, string.Join('\n', near.Select(unit => unit.Sentence)));
        return Probabilities(models[ModelSpec.Protected], around)[0][(int)ProtectedClass.Debunk] >= (around == reading ? Refuting : PartRefuting) && !Near(match, reading).Any(Refutation.Insists);
    }

    /// <summary>The sentences that repeat a claim, those beside them and the title.</summary>
    private static IEnumerable<ClaimText> Near(CorrectionMatch match, Reading reading) => Beside(reading, match).Select(unit => ClaimText.Read(unit.Sentence));

    private static List<Unit> Beside(Reading reading, CorrectionMatch match)
    {
        if (reading.Units.Count == 0) return [];
        var at = UnitAt(reading, match.Offset);
        return [.. reading.Units.Where((_, i) => i == 0 && reading.Titled || Math.Abs(i - at) <= Reach)];
    }

    /// <summary>Whether what the reference says of anybody the text says of itself: what happened to somebody is theirs to report.</summary>
    private static bool TellsOfOneself(CorrectionMatch match, string language) => Oneself(match.Sentence, language) && !Oneself(match.Reference.Statement, language);

    private static bool Oneself(string sentence, string language)
    {
        var read = ClaimText.Read(sentence);
        var own = language == "en" ? English : read.Bare ? Bare : Vietnamese;
        return !read.Mood.Hearsay && read.Words.Any(word => own.Contains(sentence.Substring(word.Start, word.Length).ToLowerInvariant()));
    }

    /// <summary>Whether the claim, as the text or as the reference puts it, speaks of people being harmed or wronged.</summary>
    private static bool SpeaksOfViolation(CorrectionMatch match) =>
        new[] { match.Sentence, match.Reference.Statement }.Any(said => ClaimText.Read(said).Meanings.Any(meaning => Thesaurus.Violations.Contains(meaning.Id)));

    private static (double Probability, int Unit) Strongest(LinearModel model, Reading reading)
    {
        var scores = Scorer.LogOdds(model, reading);
        var best = 0;
        for (var i = 1; i < scores.Length; i++) if (scores[i][0] > scores[best][0]) best = i;
        return (model.Card.Outputs[0].Probability(scores[best][0]), best);
    }

    private static double[][] Probabilities(LinearModel model, Reading reading) =>
        [.. Scorer.LogOdds(model, reading).Select(unit => unit.Select((score, k) => model.Card.Outputs[k].Probability(score)).ToArray())];

    private static List<T> Over<T>(LinearModel model, double[] probabilities, Func<OutputCard, double> threshold) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select((value, k) => (value, k)).Where(v => probabilities[v.k] >= threshold(model.Card.Outputs[v.k])).OrderByDescending(v => probabilities[v.k]).Select(v => v.value)];

    /// <summary>The sentences of the text a harm model puts at its threshold or over it.</summary>
    private static IReadOnlyList<TextSpan> Over(LinearModel model, Reading reading, double threshold)
    {
        var scores = Scorer.LogOdds(model, reading);
        return [.. reading.Units.Where((unit, i) => unit.Offset >= 0 && model.Card.Outputs[0].Probability(scores[i][0]) >= threshold).Select(unit => new TextSpan(unit.Offset, unit.Sentence.Length))];
    }

    private static SentenceKind Kind(double[] probabilities) => (SentenceKind)Array.IndexOf(probabilities, probabilities.Max());

    private static int UnitAt(Reading reading, int offset)
    {
        for (var i = 0; i < reading.Units.Count; i++)
            if (offset < reading.Units[i].Offset + reading.Units[i].Sentence.Length && reading.Units[i].Offset >= 0 == offset >= 0) return i;
        return reading.Units.Count - 1;
    }

    private Explanation Because(FlagReason reason, Reading reading, int at, double[][] kinds)
    {
        var model = models[ModelSpec.Reasons.First(s => s.Reason == reason)];
        // What is queued as a claim is an assertion (DESIGN 2.3): no question or opinion beside it is shown for it.
        var (words, logOdds, unit) = Scorer.Explain(model, reading, at, reason == FlagReason.UnverifiedClaim ? i => Kind(kinds[i]) == SentenceKind.Assertion : null);
        return new Explanation
        {
            Reason = reason, Sentence = unit.Sentence, Offset = unit.Offset, Words = words, Bias = model.Bias[0], LogOdds = logOdds, Probability = model.Card.Outputs[0].Probability(logOdds),
        };
    }

    /// <summary>What may queue a text. One that supports its claim, or contradicts it below a threshold that was set, settles the claim all the same (DESIGN 2.3).</summary>
    private List<CorrectionMatch> Contradicting(IReadOnlyList<CorrectionMatch> matches) => [.. matches.Where(m => !m.Reference.Supports && Queues(m))];

    private bool Queues(CorrectionMatch match) => set?.TryGetValue(FlagReason.MatchesCorrection, out var wanted) != true || match.Probability >= wanted;

    /// <summary>The match that queued the text: for an allegation, the strongest of an independent publisher.</summary>
    private static CorrectionMatch Named(List<CorrectionMatch> matches, bool alleges) => alleges ? matches.First(m => m.Reference.Independent) : matches[0];

    private static Explanation Because(CorrectionMatch match) => new()
    {
        Reason = FlagReason.MatchesCorrection, Sentence = match.Sentence, Offset = match.Offset, Words = match.Words, Bias = match.Bias, LogOdds = match.LogOdds,
        Probability = match.Probability, ReferenceId = match.Reference.Id,
    };

    /// <summary>Why a threshold may not be set: the gate passed at the card's; null where it may.</summary>
    internal static string? Looser(FlagReason reason, double wanted, double card) => wanted >= card ? null : FormattableString.Invariant(
        $"Ingestion:Thresholds:{reason.Word()} is {wanted:0.#####}, looser than {card:0.#####}, at which its gate passed. Take it out, or set a higher one.");
}
