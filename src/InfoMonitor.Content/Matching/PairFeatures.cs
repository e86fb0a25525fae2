namespace InfoMonitor.Content.Matching;

/// <summary>What is measured of a statement and a stretch of text. The order is the order of the model's weights. None measures length, accents or style: those tell rows apart, not claims.</summary>
internal enum PairFeature
{
    /// <summary>Share of the statement's three weightiest words (of what it is about) that stand there in no form.</summary>
    SubjectMissing,
    /// <summary>Longest run of words in common beyond three quarters of the statement, to 1: it is quoted.</summary>
    Quotes,
    /// <summary>Share of the statement's meanings, by weight, that stand in the text in whatever words.</summary>
    Meanings,
    /// <summary>Words and meanings found of the statement's first half or of its second, whichever are fewer: what it is about and what it says of it.</summary>
    BothHalves,
    NumbersAgree,
    NumbersDiffer,
    NumberMissing,
    NumberAdded,
    /// <summary>Weight of common words that one side denies and the other does not.</summary>
    NegationDiffers,
    /// <summary>Both sides speak of something denied, forbidden, lost or ended.</summary>
    DenialAgrees,
    DenialMissing,
    /// <summary>The statement speaks of something lost, cut or ended, the text does not.</summary>
    LossMissing,
    /// <summary>Both sides demand.</summary>
    ObligationAgrees,
    ObligationAdded,
    /// <summary>One side demands what the other says need not be.</summary>
    ObligationDenied,
    /// <summary>One side allows, the other forbids.</summary>
    PermissionDenied,
    ProhibitionMissing,
    /// <summary>The text asks: a question mark, or "có ... không".</summary>
    Asks,
}

/// <summary>Features of one pair, and which words made them.</summary>
internal static class PairFeatures
{
    /// <summary>Those that say how much of the statement stands in the text: explained by its words.</summary>
    public static readonly PairFeature[] Overlap = [PairFeature.SubjectMissing, PairFeature.Quotes, PairFeature.Meanings, PairFeature.BothHalves];

    public static readonly int Count = Enum.GetValues<PairFeature>().Length;

    /// <param name="values">Filled; of length <see cref="Count"/>.</param>
    /// <param name="shares">By word of the statement, filled: its share where it stands in the text, minus its share where its meaning does, else 0; null when not asked.</param>
    public static void Measure(ClaimText statement, ClaimText text, WordWeights weights, Span<float> values, float[]? shares = null)
    {
        values.Clear();
        var n = statement.Words.Count;
        if (n == 0 || text.Words.Count == 0) return;
        var inText = new Dictionary<ulong, int>(text.Words.Count); // key -> last place
        for (var j = 0; j < text.Words.Count; j++) inText[text.Words[j].Key] = j;
        var meant = new HashSet<int>();
        foreach (var meaning in text.Meanings) if (Thesaurus.Says(meaning.Id)) meant.Add(meaning.Id);
        var own = new HashSet<int>();
        var byMeaning = new bool[n];
        foreach (var meaning in statement.Meanings)
        {
            if (!Thesaurus.Says(meaning.Id)) continue;
            own.Add(meaning.Id);
            if (meant.Contains(meaning.Id)) for (var k = 0; k < meaning.Count; k++) byMeaning[meaning.First + k] = true;
        }

        var weight = new float[n];
        var found = new int[n]; // place in the text, -1 none
        float total = 0, denied = 0;
        for (var i = 0; i < n; i++)
        {
            found[i] = Find(statement, i, text, inText);
            if (statement.IsNumber[i]) continue;
            weight[i] = weights[statement.Words[i].Key];
            total += weight[i];
            if (found[i] >= 0)
            {
                if (statement.Negated[i] != text.Negated[found[i]]) denied += weight[i];
            }
            else if (byMeaning[i] || Stem(statement.Words[i].Plain, text)) byMeaning[i] = true;
        }
        total = Math.Max(total, 0.1f);
        values[(int)PairFeature.Meanings] = MeaningsShared(own, meant, weights);
        values[(int)PairFeature.BothHalves] = Halves(weight, found, byMeaning);
        values[(int)PairFeature.NegationDiffers] = denied / total;
        if (shares is not null) for (var i = 0; i < n; i++) shares[i] = weight[i] == 0 ? 0 : found[i] >= 0 ? weight[i] / total : byMeaning[i] ? -weight[i] / total : 0;

        Subject(weight, found, byMeaning, values);
        Order(statement, found, values);
        Numbers(statement, text, values);
        Manner(statement, text, values);
    }

    private static int Find(ClaimText statement, int i, ClaimText text, Dictionary<ulong, int> inText)
    {
        if (!inText.TryGetValue(statement.Words[i].Key, out var last)) return -1;
        if (ClaimText.Same(statement, i, text, last)) return last;
        for (var j = 0; j < last; j++) if (ClaimText.Same(statement, i, text, j)) return j;
        return -1;
    }

    /// <summary>English forms of one word: equal in their first five letters, six at least.</summary>
    private static bool Stem(string word, ClaimText text)
    {
        if (word.Length < 6 || word[0] > 'z') return false;
        foreach (var other in text.Words)
            if (other.Plain.Length >= 5 && other.Plain.AsSpan(0, 5).SequenceEqual(word.AsSpan(0, 5))) return true;
        return false;
    }

    private static void Subject(float[] weight, int[] found, bool[] byMeaning, Span<float> values)
    {
        Span<int> top = [-1, -1, -1];
        for (var i = 0; i < weight.Length; i++)
            for (int rank = 0, at = i; rank < 3 && at >= 0 && weight[i] > 0; rank++)
                if (top[rank] < 0 || weight[at] > weight[top[rank]]) (top[rank], at) = (at, top[rank]);
        float all = 0, missing = 0;
        foreach (var i in top)
        {
            if (i < 0) continue;
            all += weight[i];
            if (found[i] < 0 && !byMeaning[i]) missing += weight[i];
        }
        values[(int)PairFeature.SubjectMissing] = all == 0 ? 0 : missing / all;
    }

    private static float MeaningsShared(HashSet<int> own, HashSet<int> meant, WordWeights weights)
    {
        float all = 0, shared = 0;
        foreach (var id in own.Order())
        {
            var weight = weights[Thesaurus.Key(id)];
            all += weight;
            if (meant.Contains(id)) shared += weight;
        }
        return all == 0 ? 0 : shared / all;
    }

    private static float Halves(float[] weight, int[] found, bool[] byMeaning)
    {
        var half = weight.Sum() / 2;
        float passed = 0, first = 0, second = 0, firstAll = 0, secondAll = 0;
        for (var i = 0; i < weight.Length; i++)
        {
            var hit = found[i] >= 0 || byMeaning[i] ? weight[i] : 0;
            if (passed < half) (first, firstAll) = (first + hit, firstAll + weight[i]);
            else (second, secondAll) = (second + hit, secondAll + weight[i]);
            passed += weight[i];
        }
        return firstAll == 0 || secondAll == 0 ? 0 : Math.Min(first / firstAll, second / secondAll);
    }

    private static void Order(ClaimText statement, int[] found, Span<float> values)
    {
        int run = 0, longest = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var follows = i > 0 && found[i] >= 0 && found[i - 1] >= 0 && found[i] == found[i - 1] + 1;
            run = found[i] < 0 ? 0 : follows ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        var share = (float)longest / statement.Words.Count;
        values[(int)PairFeature.Quotes] = Math.Max(0, share - 0.75f) * 4;
    }

    private static void Numbers(ClaimText statement, ClaimText text, Span<float> values)
    {
        var shared = 0;
        foreach (var value in statement.Numbers) if (text.Numbers.Contains(value)) shared++;
        if (statement.Numbers.Count == 0) values[(int)PairFeature.NumberAdded] = text.Numbers.Count > 0 ? 1 : 0;
        else if (shared > 0) values[(int)PairFeature.NumbersAgree] = (float)shared / statement.Numbers.Count;
        else values[(int)(text.Numbers.Count > 0 ? PairFeature.NumbersDiffer : PairFeature.NumberMissing)] = 1;
    }

    private static void Manner(ClaimText statement, ClaimText text, Span<float> values)
    {
        var (s, t) = (Mood.Of(statement), Mood.Of(text));
        Set(values, PairFeature.DenialAgrees, s.Denies && t.Denies);
        Set(values, PairFeature.DenialMissing, s.Denies && !t.Denies);
        Set(values, PairFeature.LossMissing, s.Loss && !t.Loss);
        Set(values, PairFeature.ObligationAgrees, s.Must && t.Must);
        Set(values, PairFeature.ObligationAdded, !s.Must && t.Must);
        Set(values, PairFeature.ObligationDenied, s.Must && t.NeedNot && !t.Must || s.NeedNot && !s.Must && t.Must);
        Set(values, PairFeature.PermissionDenied, s.Forbid && t.May && !t.Denies || s.May && !s.Denies && t.Forbid);
        Set(values, PairFeature.ProhibitionMissing, s.Forbid && !t.Forbid);
        Set(values, PairFeature.Asks, t.Asks && !s.Asks);
    }

    private static void Set(Span<float> values, PairFeature feature, bool holds) => values[(int)feature] = holds ? 1 : 0;

    /// <summary>How a text speaks: what it denies, demands, allows, forbids, takes away, asks.</summary>
    private readonly record struct Mood(bool Not, bool Must, bool NeedNot, bool May, bool Forbid, bool Loss, bool Asks)
    {
        public bool Denies => Not || Forbid || Loss;

        public static Mood Of(ClaimText text)
        {
            bool not = false, must = false, needNot = false, may = false, forbid = false, loss = false;
            foreach (var meaning in text.Meanings)
            {
                if (meaning.Id >= Thesaurus.FirstThing) continue;
                var negated = text.Negated[meaning.First];
                if (meaning.Id == Thesaurus.Not) not |= meaning.First + meaning.Count < text.Words.Count;
                else if (meaning.Id == Thesaurus.Must) { must |= !negated; needNot |= negated; }
                else if (meaning.Id == Thesaurus.May) { may |= !negated; forbid |= negated; }
                else if (meaning.Id == Thesaurus.Forbid) forbid = true;
                else if (meaning.Id == Thesaurus.Loss) loss |= !negated;
            }
            return new Mood(not, must, needNot, may, forbid, loss, text.Asks);
        }
    }
}
