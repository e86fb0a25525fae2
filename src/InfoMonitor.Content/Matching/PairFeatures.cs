namespace InfoMonitor.Content.Matching;

/// <summary>What is measured of a statement and a stretch of text. The order is the order of the model's weights. None measures length, accents or style: those tell rows apart, not claims.</summary>
internal enum PairFeature
{
    /// <summary>Share of the statement, by weight, that stands in the text, words of like meaning counted.</summary>
    Told,
    /// <summary>Longest run of words in common beyond three quarters of the statement, to 1: it is quoted.</summary>
    Quotes,
    /// <summary>Share of the statement's three weightiest words (of what it is about) that stand there in no form.</summary>
    SubjectMissing,
    /// <summary>Share of the statement's meanings, by weight, that stand in the text in whatever words.</summary>
    Meanings,
    /// <summary>Words and meanings found of the statement's first half or of its second, whichever are fewer: what it is about and what it says of it.</summary>
    BothHalves,
    /// <summary>Share of the text's own weight that the statement has.</summary>
    TextTold,
    /// <summary>Share of the text's three weightiest words that the statement has not.</summary>
    TextNew,
    NumbersAgree,
    NumbersDiffer,
    NumberMissing,
    NumberAdded,
    /// <summary>Share of what the statement counts ("100 kWh") that the text counts otherwise ("300 kWh").</summary>
    NumberReplaced,
    /// <summary>Share of the statement, by weight, in whose place the text says something else between the same words ("trẻ em" for "người lớn").</summary>
    Replaced,
    /// <summary>Weight of common words that one side denies and the other does not.</summary>
    NegationDiffers,
    /// <summary>Meanings of the text that rule out one of the statement.</summary>
    Opposite,
    /// <summary>Both sides speak of something denied, forbidden, lost or ended.</summary>
    DenialAgrees,
    DenialMissing,
    DenialAdded,
    /// <summary>The statement speaks of something lost, cut or ended, the text does not.</summary>
    LossMissing,
    LossAgrees,
    /// <summary>Both sides demand.</summary>
    ObligationAgrees,
    ObligationAdded,
    ObligationMissing,
    /// <summary>One side demands what the other says need not be.</summary>
    ObligationDenied,
    /// <summary>One side allows, the other forbids.</summary>
    PermissionDenied,
    PermissionAdded,
    ProhibitionMissing,
    ProhibitionAgrees,
    ProhibitionAdded,
    /// <summary>The text asks: a question mark, or "có ... không".</summary>
    Asks,
    /// <summary>The text says that it goes on as it was.</summary>
    AsBefore,
    /// <summary>The text calls something false.</summary>
    Refutes,
    /// <summary>The text passes on what others say.</summary>
    Hearsay,
    /// <summary>The text warns or laments.</summary>
    Alarm,
}

/// <summary>Features of one pair, and which words made them.</summary>
internal static class PairFeatures
{
    /// <summary>Those that say how much of the statement stands in the text: explained by its words.</summary>
    public static readonly PairFeature[] Overlap = [PairFeature.Told, PairFeature.Quotes, PairFeature.SubjectMissing,
        PairFeature.Meanings, PairFeature.BothHalves];

    /// <summary>What is told as one: a loss or a ban on both sides is something denied on both, and what the three weigh is theirs together.</summary>
    public static PairFeature ToldAs(PairFeature feature) => feature switch
    {
        PairFeature.LossAgrees or PairFeature.ProhibitionAgrees => PairFeature.DenialAgrees,
        PairFeature.LossMissing or PairFeature.ProhibitionMissing => PairFeature.DenialMissing,
        PairFeature.ProhibitionAdded => PairFeature.DenialAdded,
        _ => feature,
    };

    private static readonly bool[] IsOverlap = [.. Enum.GetValues<PairFeature>().Select(f => Overlap.Contains(f))];

    public static readonly int Count = Enum.GetValues<PairFeature>().Length;

    /// <param name="values">Filled; of length <see cref="Count"/>.</param>
    /// <param name="shares">By word of the statement, filled: its share where it stands in the text, minus its share where its meaning does, else 0; null when not asked.</param>
    public static void Measure(ClaimText statement, ClaimText text, WordWeights weights, Span<float> values, float[]? shares = null)
    {
        values.Clear();
        int n = statement.Words.Count, m = text.Words.Count;
        if (n == 0 || m == 0) return;
        Span<int> place = n <= 128 ? stackalloc int[n] : new int[n]; // of its meaning in the text, -1 none
        Span<int> found = n <= 128 ? stackalloc int[n] : new int[n]; // of the word itself in the text, -1 none
        Span<bool> told = m <= 512 ? stackalloc bool[m] : new bool[m]; // by word of the text: the statement has it
        place.Fill(-1);
        told.Clear();
        MeaningsShared(statement, text, weights, values);
        foreach (var meaning in statement.Meanings)
            if (Thesaurus.Says(meaning.Id) && Where(text, meaning.Id) is >= 0 and var there) place.Slice(meaning.First, meaning.Count).Fill(there);
        foreach (var meaning in text.Meanings)
            if (Thesaurus.Says(meaning.Id) && Where(statement, meaning.Id) >= 0) told.Slice(meaning.First, meaning.Count).Fill(true);

        var (weight, theirs) = (statement.Weights(weights), text.Weights(weights));
        float total = 0, all = 0, denied = 0;
        for (var i = 0; i < n; i++)
        {
            found[i] = i > 0 && found[i - 1] >= 0 && found[i - 1] + 1 < m && ClaimText.Same(statement, i, text, found[i - 1] + 1) ? found[i - 1] + 1 : Find(statement, i, text);
            if (found[i] >= 0) told[found[i]] = true;
            if (statement.IsNumber[i]) continue;
            total += weight[i];
            if (found[i] < 0 && place[i] < 0 && statement.Words[i].Plain is { Length: > ClaimText.Prefix } word && word[0] <= 'z') place[i] = text.FirstLike(word);
            if (found[i] >= 0 || place[i] >= 0) all += weight[i];
        }
        for (var i = 0; i < n; i++) if (found[i] >= 0 && !statement.IsNumber[i] && IsDenied(statement, text, found, i)) denied += weight[i];
        total = Math.Max(total, 0.1f);
        values[(int)PairFeature.Told] = all / total;
        values[(int)PairFeature.NegationDiffers] = denied / total;
        values[(int)PairFeature.BothHalves] = Halves(weight, found, place);
        if (shares is not null) for (var i = 0; i < n; i++) shares[i] = weight[i] == 0 ? 0 : found[i] >= 0 ? weight[i] / total : place[i] >= 0 ? -weight[i] / total : 0;

        Subject(weight, found, place, values);
        // A word that stands there twice is the one before the next.
        for (var i = n - 2; i >= 0; i--) if (found[i] >= 0 && found[i + 1] > 0 && ClaimText.Same(statement, i, text, found[i + 1] - 1)) found[i] = found[i + 1] - 1;
        values[(int)PairFeature.Quotes] = Math.Max(0, LongestRun(found) - 0.75f) * 4;
        values[(int)PairFeature.Replaced] = Replaced(weight, theirs, found, place, told) / total;
        Beyond(theirs, told, values);
        Numbers(statement, text, values);
        Manner(statement, text, values);
        // How a thing is said counts by how much of it is said at all: a text about something else gains nothing by its manner.
        for (var i = 0; i < values.Length; i++) if (!IsOverlap[i]) values[i] *= all / total;
    }

    /// <summary>One side denies the word and the other does not; not where the same negation denies another word on both sides ("không cài (ứng dụng) VNeID").</summary>
    private static bool IsDenied(ClaimText statement, ClaimText text, Span<int> found, int at)
    {
        if (statement.IsNegated(at) == text.IsNegated(found[at])) return false;
        var by = statement.IsNegated(at) ? statement.NegatedBy[at] : text.NegatedBy[found[at]];
        for (var i = 0; i < found.Length; i++)
            if (found[i] >= 0 && statement.IsNegated(i) && text.IsNegated(found[i]) && (statement.IsNegated(at) ? statement.NegatedBy[i] : text.NegatedBy[found[i]]) == by) return false;
        return true;
    }

    /// <summary>Where a meaning first stands; -1 when it does not.</summary>
    private static int Where(ClaimText text, int id)
    {
        int from = 0, to = text.Said.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (text.Said[middle].Id == id) return text.Said[middle].First;
            if (text.Said[middle].Id < id) from = middle + 1; else to = middle;
        }
        return -1;
    }

    private static int Find(ClaimText statement, int i, ClaimText text)
    {
        if (!text.Places.TryGetValue(statement.Words[i].Key, out var last)) return -1;
        if (ClaimText.Same(statement, i, text, last)) return last;
        for (var j = 0; j < last; j++) if (ClaimText.Same(statement, i, text, j)) return j;
        return -1;
    }

    private static void Subject(float[] weight, Span<int> found, Span<int> place, Span<float> values)
    {
        Span<int> top = [-1, -1, -1];
        for (var i = 0; i < weight.Length; i++)
            Place(top, weight, i);
        float all = 0, missing = 0;
        foreach (var i in top)
        {
            if (i < 0) continue;
            all += weight[i];
            if (found[i] < 0 && place[i] < 0) missing += weight[i];
        }
        values[(int)PairFeature.SubjectMissing] = all == 0 ? 0 : missing / all;
    }

    private static void Place(Span<int> top, float[] weight, int i)
    {
        for (int rank = 0, at = i; rank < top.Length && at >= 0 && weight[i] > 0; rank++)
            if (top[rank] < 0 || weight[at] > weight[top[rank]]) (top[rank], at) = (at, top[rank]);
    }

    private static void MeaningsShared(ClaimText statement, ClaimText text, WordWeights weights, Span<float> values)
    {
        float ours = 0, shared = 0, opposite = 0;
        foreach (var meaning in statement.Said)
        {
            if (!Thesaurus.Says(meaning.Id)) continue;
            var weight = weights.OfMeaning(meaning.Id);
            ours += weight;
            if (Where(text, meaning.Id) >= 0) shared += weight;
            foreach (var other in Thesaurus.Opposites[meaning.Id])
                if (Where(text, other) is >= 0 and var against && Where(statement, other) < 0 && statement.IsNegated(meaning.First) == text.IsNegated(against)) opposite++;
        }
        values[(int)PairFeature.Meanings] = ours == 0 ? 0 : shared / ours;
        values[(int)PairFeature.Opposite] = Math.Min(opposite, 3);
    }

    private static float Halves(float[] weight, Span<int> found, Span<int> place)
    {
        var half = weight.Sum() / 2;
        float passed = 0, first = 0, second = 0, firstAll = 0, secondAll = 0;
        for (var i = 0; i < weight.Length; i++)
        {
            var hit = found[i] >= 0 || place[i] >= 0 ? weight[i] : 0;
            if (passed < half) (first, firstAll) = (first + hit, firstAll + weight[i]);
            else (second, secondAll) = (second + hit, secondAll + weight[i]);
            passed += weight[i];
        }
        return firstAll == 0 || secondAll == 0 ? 0 : Math.Min(first / firstAll, second / secondAll);
    }

    private static float LongestRun(Span<int> found)
    {
        int run = 0, longest = 0;
        for (var i = 0; i < found.Length; i++)
        {
            run = found[i] < 0 ? 0 : i > 0 && found[i - 1] >= 0 && found[i] == found[i - 1] + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        return (float)longest / found.Length;
    }

    /// <summary>What weighs something between two words that stand in the text in the same order, with words between them that the statement has not.</summary>
    private static float Replaced(float[] weight, float[] theirs, Span<int> found, Span<int> place, Span<bool> told)
    {
        float replaced = 0;
        for (var i = 1; i < found.Length; i++)
        {
            if (found[i] >= 0 || found[i - 1] < 0) continue;
            var end = i;
            float ours = 0, other = 0;
            for (; end < found.Length && found[end] < 0; end++) if (place[end] < 0) ours += weight[end];
            var (from, to) = (found[i - 1] + 1, end < found.Length ? found[end] : Math.Min(found[i - 1] + 1 + end - i, told.Length));
            if (to - from is > 0 and <= MostReplacing) for (var j = from; j < to; j++) if (!told[j]) other += theirs[j];
            replaced += Math.Min(ours, other);
            i = end;
        }
        return replaced;
    }

    /// <summary>Words that may stand for others.</summary>
    private const int MostReplacing = 6;

    private static void Beyond(float[] theirs, Span<bool> told, Span<float> values)
    {
        float all = 0, ours = 0, heavy = 0, fresh = 0;
        Span<int> top = [-1, -1, -1];
        for (var j = 0; j < told.Length; j++)
        {
            all += theirs[j];
            if (told[j]) ours += theirs[j];
            Place(top, theirs, j);
        }
        foreach (var j in top)
        {
            if (j < 0) continue;
            heavy += theirs[j];
            if (!told[j]) fresh += theirs[j];
        }
        values[(int)PairFeature.TextTold] = all == 0 ? 0 : ours / all;
        values[(int)PairFeature.TextNew] = heavy == 0 ? 0 : fresh / heavy;
    }

    private static void Numbers(ClaimText statement, ClaimText text, Span<float> values)
    {
        var shared = 0;
        foreach (var value in statement.Numbers) if (text.Numbers.Contains(value)) shared++;
        if (statement.Numbers.Count == 0) values[(int)PairFeature.NumberAdded] = text.Numbers.Count > 0 ? 1 : 0;
        else if (shared > 0) values[(int)PairFeature.NumbersAgree] = (float)shared / statement.Numbers.Count;
        else values[(int)(text.Numbers.Count > 0 ? PairFeature.NumbersDiffer : PairFeature.NumberMissing)] = 1;
        var replaced = 0;
        foreach (var (value, of) in statement.Counts)
            if (!text.Numbers.Contains(value) && text.Counts.Exists(other => other.Of == of)) replaced++;
        if (replaced > 0) values[(int)PairFeature.NumberReplaced] = (float)replaced / statement.Counts.Count;
    }

    private static void Manner(ClaimText statement, ClaimText text, Span<float> values)
    {
        var (s, t) = (statement.Mood, text.Mood);
        Set(values, PairFeature.DenialAgrees, s.Denies && t.Denies);
        Set(values, PairFeature.DenialMissing, s.Denies && !t.Denies);
        Set(values, PairFeature.DenialAdded, !s.Denies && t.Denies);
        Set(values, PairFeature.LossMissing, s.Loss && !t.Loss);
        Set(values, PairFeature.LossAgrees, s.Loss && t.Loss);
        Set(values, PairFeature.ObligationAgrees, s.Must && t.Must);
        Set(values, PairFeature.ObligationAdded, !s.Must && t.Must);
        Set(values, PairFeature.ObligationMissing, s.Must && !t.Must);
        Set(values, PairFeature.ObligationDenied, s.Must && t.NeedNot && !t.Must || s.NeedNot && !s.Must && t.Must);
        Set(values, PairFeature.PermissionDenied, s.Forbid && t.May && !t.Denies || s.May && !s.Denies && t.Forbid);
        Set(values, PairFeature.PermissionAdded, !s.May && t.May);
        Set(values, PairFeature.ProhibitionMissing, s.Forbid && !t.Forbid);
        Set(values, PairFeature.ProhibitionAgrees, s.Forbid && t.Forbid);
        Set(values, PairFeature.ProhibitionAdded, !s.Forbid && t.Forbid);
        Set(values, PairFeature.Asks, t.Asks && !s.Asks);
        Set(values, PairFeature.AsBefore, t.Still && !s.Still);
        Set(values, PairFeature.Refutes, t.Refutes && !s.Refutes);
        Set(values, PairFeature.Hearsay, t.Hearsay);
        Set(values, PairFeature.Alarm, t.Alarm);
    }

    private static void Set(Span<float> values, PairFeature feature, bool holds) => values[(int)feature] = holds ? 1 : 0;
}
