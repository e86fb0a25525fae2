using InfoMonitor.Content.Text;

namespace InfoMonitor.Reviews;

internal enum DiffKind { Same, Removed, Added, Skipped }

/// <param name="Text">Empty for <see cref="DiffKind.Skipped"/>.</param>
/// <param name="Sentences">How many unchanged sentences a <see cref="DiffKind.Skipped"/> stands for; 0 for the others.</param>
internal sealed record DiffPart(DiffKind Kind, string Text, int Sentences = 0);

/// <summary>What changed between two texts: by sentences first, then by words inside changed ones (longest common subsequence), so that a reader sees sentences and not confetti.</summary>
internal static class TextDiff
{
    /// <summary>Products of lengths beyond this are shown as replaced whole: a table of more cells takes longer than a reader waits.</summary>
    private const int MostCells = 4_000_000;

    /// <summary>Share of words two passages must have in common to be shown as one changed one.</summary>
    private const double Alike = 0.4;

    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var parts = new List<DiffPart>();
        var (removed, added, same) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (kind, sentence) in Compare(Cut(before), Cut(after)))
        {
            if (kind == DiffKind.Same)
            {
                Changed(parts, removed, added);
                same.Add(sentence);
                continue;
            }
            Unchanged(parts, same, last: false);
            (kind == DiffKind.Removed ? removed : added).Add(sentence);
        }
        Changed(parts, removed, added);
        Unchanged(parts, same, last: true);
        return parts;
    }

    /// <summary>Of a run of unchanged sentences, those beside a change are shown.</summary>
    private static void Unchanged(List<DiffPart> parts, List<string> same, bool last)
    {
        if (same.Count == 0) return;
        var (head, tail) = (parts.Count == 0 ? 0 : 1, last ? 0 : 1);
        if (same.Count <= head + tail + 1) parts.Add(new DiffPart(DiffKind.Same, string.Concat(same)));
        else
        {
            if (head > 0) parts.Add(new DiffPart(DiffKind.Same, same[0]));
            parts.Add(new DiffPart(DiffKind.Skipped, "", same.Count - head - tail));
            if (tail > 0) parts.Add(new DiffPart(DiffKind.Same, same[^1]));
        }
        same.Clear();
    }

    private static void Changed(List<DiffPart> parts, List<string> removed, List<string> added)
    {
        if (removed.Count + added.Count == 0) return;
        var (old, fresh) = (string.Concat(removed), string.Concat(added));
        var words = removed.Count > 0 && added.Count > 0 ? Compare(Words(old), Words(fresh)) : [];
        var common = words.Where(w => w.Kind == DiffKind.Same).Sum(w => w.Text.Length);
        if (common >= Alike * Math.Max(old.Length, fresh.Length))
            foreach (var (kind, text) in words) Add(parts, kind, text);
        else
        {
            if (old.Length > 0) parts.Add(new DiffPart(DiffKind.Removed, old));
            if (fresh.Length > 0) parts.Add(new DiffPart(DiffKind.Added, fresh));
        }
        removed.Clear();
        added.Clear();
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, string text)
    {
        if (parts is [.., var last] && last.Kind == kind) parts[^1] = last with { Text = last.Text + text };
        else parts.Add(new DiffPart(kind, text));
    }

    /// <summary>Both in order: what is in both once, what is only in one as removed or added, removals first.</summary>
    private static List<(DiffKind Kind, string Text)> Compare(List<string> before, List<string> after)
    {
        var (start, ends) = (0, 0);
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        while (ends < before.Count - start && ends < after.Count - start && before[^(ends + 1)] == after[^(ends + 1)]) ends++;
        var (n, m) = (before.Count - start - ends, after.Count - start - ends);
        var parts = before.Take(start).Select(t => (DiffKind.Same, t)).ToList();
        if ((long)n * m > MostCells)
        {
            parts.AddRange(before.Skip(start).Take(n).Select(t => (DiffKind.Removed, t)));
            parts.AddRange(after.Skip(start).Take(m).Select(t => (DiffKind.Added, t)));
        }
        else
        {
            var common = new int[n + 1, m + 1];   // of what stands from here on
            for (var i = n - 1; i >= 0; i--)
                for (var j = m - 1; j >= 0; j--)
                    common[i, j] = before[start + i] == after[start + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            for (var (i, j) = (0, 0); i < n || j < m;)
            {
                if (i < n && j < m && before[start + i] == after[start + j])
                {
                    parts.Add((DiffKind.Same, before[start + i++]));
                    j++;
                }
                else if (i < n && (j == m || common[i + 1, j] >= common[i, j + 1])) parts.Add((DiffKind.Removed, before[start + i++]));
                else parts.Add((DiffKind.Added, after[start + j++]));
            }
        }
        parts.AddRange(before.TakeLast(ends).Select(t => (DiffKind.Same, t)));
        return parts;
    }

    /// <summary>Sentences with the space or line break behind them.</summary>
    private static List<string> Cut(string text)
    {
        var starts = Sentences.Split(text).Select(s => s.Start).ToList();
        if (starts is [] or [> 0, ..]) starts.Insert(0, 0);
        return [.. starts.Select((start, i) => text[start..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]).Where(s => s.Length > 0)];
    }

    /// <summary>Words with the space behind them; other signs alone.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)) end++;
            if (end == at) end++;
            while (end < text.Length && text[end] == ' ') end++;
            words.Add(text[at..end]);
            at = end;
        }
        return words;
    }
}
