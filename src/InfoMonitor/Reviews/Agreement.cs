using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

/// <summary>How far two people agree who looked at the same flags without seeing each other's verdict.</summary>
/// <param name="Pairs">Flags on which two people gave a verdict.</param>
/// <param name="Agreed">Of these, how many got the same one.</param>
/// <param name="Kappa">Cohen's kappa over all verdicts: 1 full agreement, 0 no more than by chance, below 0 less. Null where chance alone would always agree.</param>
internal sealed record Agreement(int Pairs, int Agreed, double? Kappa, IReadOnlyList<VerdictAgreement> Verdicts)
{
    /// <summary>Jacob Cohen, A Coefficient of Agreement for Nominal Scales, 1960; of one verdict, as that verdict against all others.</summary>
    public static Agreement Of(IReadOnlyCollection<(Verdict First, Verdict Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return new Agreement(pairs.Count, pairs.Count(p => p.First == p.Second), KappaOf(pairs), [..
            from verdict in Enum.GetValues<Verdict>()
            let own = pairs.Select(p => (First: p.First == verdict, Second: p.Second == verdict)).ToArray()
            let given = own.Count(p => p.First || p.Second)
            where given > 0
            select new VerdictAgreement(verdict, given, own.Count(p => p.First && p.Second), KappaOf(own))]);
    }

    private static double? KappaOf<T>(IReadOnlyCollection<(T First, T Second)> pairs) where T : struct
    {
        if (pairs.Count == 0) return null;
        double count = pairs.Count;
        var (first, second) = (pairs.CountBy(p => p.First).ToDictionary(), pairs.CountBy(p => p.Second).ToDictionary());
        var observed = pairs.Count(p => EqualityComparer<T>.Default.Equals(p.First, p.Second)) / count;
        var expected = first.Sum(f => f.Value / count * (second.GetValueOrDefault(f.Key) / count));
        return expected < 1 ? (observed - expected) / (1 - expected) : null;
    }
}

/// <param name="Given">Flags on which at least one of the two gave it.</param>
/// <param name="Both">Of these, how many got it from both.</param>
/// <param name="Kappa">As in <see cref="Agreement"/>.</param>
internal sealed record VerdictAgreement(Verdict Verdict, int Given, int Both, double? Kappa);
