namespace InfoMonitor.Content.Matching;

/// <summary>References indexed for matching. Immutable: a changed set of references makes a new index.</summary>
public sealed class CorrectionIndex
{
    public static CorrectionIndex Empty { get; } = Build([]);

    public static CorrectionIndex Build(IEnumerable<CorrectionText> references) => new();
}
