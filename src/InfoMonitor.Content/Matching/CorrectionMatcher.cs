using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Matching;

/// <summary>Finds references that answer what a text claims: lexical candidates from a <see cref="CorrectionIndex"/>, then a trained re-ranker over pair features. Thread-safe.</summary>
public sealed class CorrectionMatcher
{
    internal const int Candidates = 6;
    private const int Most = 5;

    /// <summary>Sentences beyond this many are not read: a page that long is a list, not a claim.</summary>
    private const int MostSentences = 400;

    /// <summary>Log-odds at which a part of a claim stands well; below, a sentence and its neighbours are not tried together.</summary>
    private const double Hopeless = -1.5;

    /// <summary>Of two references that the same words answer to, the weaker by more than this is not named: it is about something else alike. Two publishers' wordings of one claim lie closer; what is quoted whole is always named.</summary>
    internal const double Margin = 0.3;

    /// <summary>Share of the statement's words, by weight, from which the text says the opposite of it. Of the texts that repeat a statement of the training rows and match it, 2 in 100 reach it; of those that call it false, a quarter of what nothing else tells.</summary>
    private const double Denied = 0.1;

    /// <summary>Share of the statement, by weight, that a text says which says that nobody demands it.</summary>
    private const double Undone = 0.5;

    /// <summary>Share of the statement, by weight, that a text says which says that it goes on as before.</summary>
    private const double Kept = 0.6;

    /// <summary>Sentences in one stretch.</summary>
    private const int Longest = 3;

    /// <summary>Words in a stretch of several sentences: in a longer one the words of most statements stand somewhere.</summary>
    private const int MostWords = 80;

    private readonly CorrectionModel model;

    internal CorrectionMatcher(CorrectionModel model) => this.model = model;

    /// <summary>The card's: calibrated probability from which a reference is matched.</summary>
    internal double Threshold => model.Output.Threshold;

    /// <param name="folder">The model's folder (<c>models/corrections</c>), with <c>model.zip</c>, <c>words.tsv</c> and <c>card.json</c>.</param>
    /// <exception cref="InvalidDataException">The model or card is missing or broken; the message names the file and what to do.</exception>
    public static CorrectionMatcher Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new CorrectionMatcher(CorrectionModel.Load(folder));
    }

    /// <summary>References whose claim the text repeats with at least the card's threshold, most probable first, at most five. Whether the text only debunks the claim is not decided here.</summary>
    /// <param name="title">Masked title; null when there is none.</param>
    /// <param name="text">Masked text, NFC.</param>
    public IReadOnlyList<CorrectionMatch> Match(string? title, string text, CorrectionIndex index) => Match(title, text, index, model.Output.Threshold);

    internal IReadOnlyList<CorrectionMatch> Match(string? title, string text, CorrectionIndex index, double threshold) => Compare(title, text, index, threshold).Matches;

    /// <inheritdoc cref="Compared"/>
    internal Compared Compare(string? title, string text, CorrectionIndex index) => Compare(title, text, index, model.Output.Threshold);

    private Compared Compare(string? title, string text, CorrectionIndex index, double threshold)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(index);
        var best = new Dictionary<int, (double LogOdds, Stretch Where)>();
        var quoted = new HashSet<int>();
        var answered = false;
        var nearest = new List<int>();
        HashSet<int> hopeful = [];
        var window = new List<(Stretch Where, int[] Hopeful)>(Longest);
        var sentences = Stretch.Sentences(title, text).ToList();
        var taken = model.Output.Length * Reading.ExcessOf(sentences.Count);
        foreach (var stretch in sentences)
        {
            hopeful.Clear();
            index.Nearest(stretch.Read, Candidates, nearest);
            foreach (var reference in nearest)
                if (Weigh(reference, stretch) > Hopeless - taken) hopeful.Add(reference);
            if (stretch.Offset < 0) continue;
            // A claim may spread over two or three sentences: each then says a part of it.
            if (window.Count == Longest) window.RemoveAt(0);
            window.Add((stretch, [.. hopeful.Order()]));
            for (var first = window.Count - 2; first >= 0; first--)
            {
                hopeful.UnionWith(window[first].Hopeful);
                if (hopeful.Count == 0) continue;
                if (window.Skip(first).Sum(w => w.Where.Read.Words.Count) > MostWords) break;
                var several = Stretch.Several(text, window[first].Where, stretch, window.Count - first);
                foreach (var reference in hopeful.Order()) Weigh(reference, several);
            }
        }
        var likeliest = best.Where(b => !index[b.Key].Supports).Select(b => model.Output.Probability(b.Value.LogOdds)).DefaultIfEmpty().Max();
        var found = new List<(int Reference, double LogOdds, Stretch Where)>();
        foreach (var (reference, (logOdds, where)) in best.OrderByDescending(b => b.Value.LogOdds).ThenBy(b => b.Key))
        {
            if (found.Count == Most || model.Output.Probability(logOdds) < threshold) break;
            if (quoted.Contains(reference) || !found.Exists(f => f.LogOdds - logOdds > Margin && f.Where.Overlaps(where))) found.Add((reference, logOdds, where));
        }
        return new Compared([.. found.Select(f => Explain(index[f.Reference], index.Read(f.Reference), f.Where, taken))], likeliest, answered);

        double Weigh(int reference, Stretch stretch)
        {
            var statement = index.Read(reference);
            Span<float> values = stackalloc float[PairFeatures.Count];
            PairFeatures.Measure(statement, stretch.Read, model.Words, values);
            var logOdds = model.LogOdds(values);
            if (values[(int)PairFeature.Quotes] == 1) quoted.Add(reference);
            else logOdds -= taken; // what is quoted whole is so by no chance
            if (!index[reference].Supports && SaysItGoesOn(values)) answered = true;
            if (!best.TryGetValue(reference, out var now) || Speaks(logOdds, stretch, now)) best[reference] = (logOdds, stretch);
            return logOdds;
        }

        // What says the claim in fewer sentences is the claim: what stands beside it only leads up to it.
        bool Speaks(double logOdds, Stretch stretch, (double LogOdds, Stretch Where) now) =>
            stretch.Count == now.Where.Count || model.Output.Probability(Math.Min(logOdds, now.LogOdds)) < threshold ? logOdds > now.LogOdds : stretch.Count < now.Where.Count;
    }

    /// <summary>Whether the text says in the statement's words that what the statement says is lost or forbidden goes on ("người nghèo vẫn được cấp thẻ").</summary>
    private static bool SaysItGoesOn(ReadOnlySpan<float> values) =>
        values[(int)PairFeature.AsBefore] >= Kept && values[(int)PairFeature.DenialMissing] > 0 && values[(int)PairFeature.NumbersDiffer] == 0 && values[(int)PairFeature.NumberAdded] == 0;

    private CorrectionMatch Explain(CorrectionText reference, ClaimText statement, Stretch where, double taken)
    {
        var features = new float[PairFeatures.Count];
        var shares = new float[statement.Words.Count];
        PairFeatures.Measure(statement, where.Read, model.Words, features, shares);
        var words = new List<WeightedWords>();
        // What the statement and the text have in common is one sum over several features; each common word is given its share of it.
        var overlap = PairFeatures.Overlap.Sum(f => (double)features[(int)f] * model.Weights[(int)f]);
        double common = shares.Sum(s => Math.Abs(s));
        foreach (var group in shares.Select((share, i) => (Share: share, Word: statement.Words[i])).Where(s => s.Share != 0)
            .GroupBy(s => (s.Share < 0 ? "~" : "") + reference.Statement.Substring(s.Word.Start, s.Word.Length).ToLowerInvariant(), StringComparer.Ordinal))
            words.Add(new WeightedWords(group.Key, overlap * group.Sum(s => Math.Abs(s.Share)) / common));
        foreach (var group in Enumerable.Range(0, features.Length).Where(i => features[i] != 0 && (common == 0 || !PairFeatures.Overlap.Contains((PairFeature)i))).GroupBy(i => PairFeatures.ToldAs((PairFeature)i)))
            words.Add(new WeightedWords($"<{group.Key.Word()}>", group.Sum(i => (double)features[i] * model.Weights[i])));
        if (taken > 0 && features[(int)PairFeature.Quotes] < 1) words.Add(new WeightedWords(Scorer.LengthName, -taken));
        words.Sort((a, b) => Math.Abs(b.Weight).CompareTo(Math.Abs(a.Weight)));
        var logOdds = model.Bias + words.Sum(w => w.Weight);
        return new CorrectionMatch(reference, where.Sentence, where.Offset, words, model.Bias, logOdds, model.Output.Probability(logOdds), Denies: features[(int)PairFeature.NegationDiffers] >= Denied || features[(int)PairFeature.ObligationDenied] >= Undone);
    }

    /// <param name="Likeliest">Probability of the likeliest reference that contradicts, whether or not it reaches the threshold; 0 where none has anything in common with the text.</param>
    /// <param name="Answered">The text says the opposite of a claim that a reference contradicts, so the reference settles it.</param>
    internal readonly record struct Compared(IReadOnlyList<CorrectionMatch> Matches, double Likeliest, bool Answered);

    /// <summary>What is compared as one: the title, a sentence, or up to three neighbours.</summary>
    /// <param name="Count">Of its sentences.</param>
    internal readonly record struct Stretch(string Sentence, int Offset, ClaimText Read, int Count = 1)
    {
        /// <summary>The title, if there is one, then the sentences in order.</summary>
        public static IEnumerable<Stretch> Sentences(string? title, string text)
        {
            if (!string.IsNullOrWhiteSpace(title)) yield return new Stretch(title, -1, ClaimText.Read(title));
            foreach (var span in Text.Sentences.Split(text).Take(MostSentences)) yield return Part(text, span.Start, span.Start + span.Length);
        }

        public static Stretch Several(string text, Stretch first, Stretch last, int count) => Part(text, first.Offset, last.Offset + last.Sentence.Length) with { Count = count };

        /// <summary>Sentences, and up to three neighbours.</summary>
        public static List<Stretch> All(string text)
        {
            var sentences = Sentences(null, text).ToList();
            var all = sentences.ToList();
            for (var count = 2; count <= Longest; count++)
                for (var i = 0; i + count <= sentences.Count; i++)
                    if (sentences.Skip(i).Take(count).Sum(s => s.Read.Words.Count) <= MostWords) all.Add(Several(text, sentences[i], sentences[i + count - 1], count));
            return all;
        }

        public bool Overlaps(Stretch other) => Offset < 0 ? other.Offset < 0 : other.Offset >= 0 && Offset < other.Offset + other.Sentence.Length && other.Offset < Offset + Sentence.Length;

        private static Stretch Part(string text, int start, int end) => new(text[start..end], start, ClaimText.Read(text.AsSpan(start, end - start), start));
    }
}

/// <summary>A sentence of a text and the reference it repeats.</summary>
/// <param name="Sentence">The sentence, or up to three neighbours over which the claim is spread, as it stands in the text.</param>
/// <param name="Offset">Start of the sentence in UTF-16 code units of the text; -1 when it is the title.</param>
/// <param name="Words">Words of the statement that stand in the text, with "~" before those that stand there in another word, and in angle brackets named features of the pair,
/// with their weights; with <paramref name="Bias"/> they sum to <paramref name="LogOdds"/>. Strongest first.</param>
/// <param name="Probability">Calibrated, 0..1.</param>
/// <param name="Denies">The sentence denies what the statement says in the same words, or the other way round ("nobody is being cut off").</param>
public sealed record CorrectionMatch(CorrectionText Reference, string Sentence, int Offset, IReadOnlyList<WeightedWords> Words, double Bias, double LogOdds, double Probability, bool Denies);
