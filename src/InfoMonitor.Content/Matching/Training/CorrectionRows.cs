using System.Text.Json;

namespace InfoMonitor.Content.Matching.Training;

/// <summary>A row of <c>corrections.jsonl</c> or <c>reserve-corrections.jsonl</c>.</summary>
/// <param name="Near">Texts that differ from the statement in one respect, and so say something else; null where none were written.</param>
/// <param name="Same">Texts that say the same with a word or two changed; null where none were written.</param>
internal sealed record CorrectionRow(string Id, string Language, string Statement, string Verdict, IReadOnlyList<string> Paraphrases, IReadOnlyList<string> Lookalikes, string Debunk, IReadOnlyList<string>? Near = null, IReadOnlyList<string>? Same = null);

/// <summary>Reads the rows a re-ranker is made from.</summary>
internal static class CorrectionRows
{
    /// <exception cref="InvalidDataException">A line is broken; the message names file and line.</exception>
    public static List<CorrectionRow> Read(string path) => [.. Lines<CorrectionRow>(path).Where(r => r is { Statement: not null, Paraphrases: not null, Lookalikes: not null, Debunk: not null })];

    /// <summary>Texts that repeat no corrected claim: the other rows of the folder, claims apart. Debunks are left out: they quote rumours, some of them ours.</summary>
    public static (List<string> Claims, List<string> Others) Ordinary(string folder) =>
        (Texts(folder, "claims"), [.. Texts(folder, "protected"), .. Texts(folder, "topics"), .. Texts(folder, "harm")]);

    private static List<string> Texts(string folder, string name) =>
        Path.Combine(folder, name + ".jsonl") is var path && File.Exists(path) ? [.. Lines<TextRow>(path).Where(r => r.Class != "debunk").Select(r => r.Text ?? "").Where(t => t.Length > 0)] : [];

    private static IEnumerable<T> Lines<T>(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            T? row;
            try
            {
                row = JsonSerializer.Deserialize<T>(line.Normalize(), JsonSerializerOptions.Web);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}, line {number}: not JSON of the expected form ({e.Message}). Mend the line.", e);
            }
            if (row is not null) yield return row;
        }
    }

    private sealed record TextRow(string? Text, string? Class);
}
