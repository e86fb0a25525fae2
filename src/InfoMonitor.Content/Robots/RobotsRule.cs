namespace InfoMonitor.Content.Robots;

/// <summary>One allow or disallow line. <c>*</c> stands for anything, <c>$</c> at the end for the end.</summary>
internal readonly record struct RobotsRule
{
    private const string Index = "/index.htm";

    private readonly string pattern;
    private readonly bool anchored;
    private readonly string[] parts;

    public RobotsRule(bool allow, string pattern)
    {
        Allow = allow;
        this.pattern = pattern;
        anchored = pattern.EndsWith('$');
        parts = (anchored ? pattern[..^1] : pattern).Split('*');
    }

    public bool Allow { get; }

    /// <summary>The pattern's length when it matches, which is its weight; 0 when it does not.</summary>
    public int Match(string path)
    {
        if (Matches(path)) return pattern.Length;
        // Allowing a folder's index.html allows the folder itself.
        var slash = pattern.LastIndexOf('/');
        if (!Allow || slash < 0 || !pattern.AsSpan(slash).StartsWith(Index)) return 0;
        var folder = new RobotsRule(allow: true, pattern[..(slash + 1)] + "$");
        return folder.Matches(path) ? folder.pattern.Length : 0;
    }

    /// <summary>Parts between stars are found leftmost, one after the other: linear, where backtracking could be made to take forever.</summary>
    private bool Matches(string path)
    {
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        if (parts.Length == 1) return !anchored || path.Length == parts[0].Length;
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return anchored
            ? path.Length - at >= parts[^1].Length && path.EndsWith(parts[^1], StringComparison.Ordinal)
            : path.IndexOf(parts[^1], at, StringComparison.Ordinal) >= 0;
    }
}
