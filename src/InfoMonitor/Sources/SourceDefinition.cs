using InfoMonitor.Domain;

namespace InfoMonitor.Sources;

/// <summary>A source as <c>sources.yaml</c> gives it.</summary>
/// <param name="LeastInterval">Null where the file gives none: then a bound follows from the interval. So with <paramref name="GreatestInterval"/>.</param>
/// <param name="NamedOn">For an account on a platform: the page of the organisation's own site that names it.</param>
/// <param name="Tried">The day somebody says it was tried; null for never.</param>
/// <param name="Line">Where it begins, from 1.</param>
internal sealed record SourceDefinition(
    string Id, string Publisher, SourceKind Kind, Ownership Ownership, string Language, TimeSpan Interval, TimeSpan? LeastInterval, TimeSpan? GreatestInterval, TimeSpan Delay, int PagesPerCrawl,
    bool Enabled, DateOnly? Tried, string? NamedOn, IReadOnlyList<EntryPointDefinition> EntryPoints, int Line);

/// <param name="Url">Normalised.</param>
/// <param name="Selector">CSS selector of article links on a list page; null for automatic.</param>
internal sealed record EntryPointDefinition(EntryPointKind Kind, string Url, string? Selector, int Line);

/// <summary>One thing wrong in the file.</summary>
/// <param name="File">As a person finds it: relative to the home folder where it stands in it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Source">Id of the source it is in, or its place ("source 3"); null outside any.</param>
/// <param name="Key">The key at fault; null where the file as a whole is.</param>
internal sealed record SourceFileError(string File, int Line, string? Source, string? Key, Text What, Text Remedy)
{
    /// <summary>True where the address is private: no error where <c>Fetching:AllowPrivate</c> lets it in.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>English, as the command line and the log tell it.</summary>
    public override string ToString() => $"{Fault} {Remedy.En}";

    /// <summary>The same without what to do.</summary>
    public string Fault => $"{File}:{Line}: {(Source is null ? "" : Source + ": ")}{(Key is null ? "" : Key + ": ")}{What.En}";
}

/// <summary>What reading the file came to.</summary>
internal abstract record SourceFileReading
{
    private SourceFileReading() { }

    internal sealed record Read(IReadOnlyList<SourceDefinition> Sources) : SourceFileReading;

    /// <summary>Every error, in the order of lines.</summary>
    internal sealed record Wrong(IReadOnlyList<SourceFileError> Errors) : SourceFileReading;
}
