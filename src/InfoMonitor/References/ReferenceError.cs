using InfoMonitor.Domain;

namespace InfoMonitor.References;

/// <summary>What is wrong with a line of a file of references, and what to do.</summary>
internal sealed record ReferenceError(string File, int Line, string Key, string What, string Remedy)
{
    public override string ToString() => $"{File}:{Line}: {Key}: {What} {Remedy}";
}

/// <summary>One good line, masked.</summary>
/// <param name="PublishedAt">UTC; null when not given.</param>
internal sealed record ReferenceLine(ReferenceKind Kind, string Statement, string Verdict, string? Correction, string Publisher, string? Url, DateTimeOffset? PublishedAt);

/// <summary>What a file of references holds: every line of it, or what is wrong with some.</summary>
internal abstract record ReferenceReading
{
    internal sealed record Read(IReadOnlyList<ReferenceLine> Lines) : ReferenceReading;

    internal sealed record Wrong(IReadOnlyList<ReferenceError> Errors) : ReferenceReading;
}
