namespace InfoMonitor.Commands;

/// <summary>Findings for a terminal: what to do stands beside what is wrong where it holds for one place, and once, below, with all of them where it holds for several.</summary>
internal static class AdviceSheet
{
    /// <param name="Place">As the advice names it.</param>
    /// <param name="What">A line without the advice.</param>
    /// <param name="Advice">Whole sentences; null for none.</param>
    /// <param name="After">What follows the advice on the line; null for nothing.</param>
    internal sealed record Finding(string Place, string What, string? Advice = null, string? After = null)
    {
        /// <summary>All on one line.</summary>
        public override string ToString() => Line(Advice);

        internal string Line(string? advice) => string.Join(' ', new[] { What, advice, After }.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static IReadOnlyList<string> Lines(IEnumerable<Finding> findings)
    {
        var told = findings.ToArray();
        var shared = told.Where(f => f.Advice is not null).GroupBy(f => f.Advice!, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).ToDictionary(g => g.Key, g => g.Select(f => f.Place).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        return
        [
            .. told.Select(f => f.Line(f.Advice is { } advice && shared.ContainsKey(advice) ? null : f.Advice)),
            .. shared.Select(advice => $"{string.Join(", ", advice.Value)}: {advice.Key}"),
        ];
    }
}
