using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Content.Matching.Training;

/// <summary>A row of <c>corrections.jsonl</c> or <c>reserve-corrections.jsonl</c>.</summary>
/// <param name="Near">Texts that differ from the statement in one respect, and so say something else; null where none were written.</param>
/// <param name="Same">Texts that say the same with a word or two changed; null where none were written.</param>
internal sealed record CorrectionRow(string Id, string Language, string Statement, string Verdict, IReadOnlyList<string> Paraphrases, IReadOnlyList<string> Lookalikes, string Debunk, IReadOnlyList<string>? Near = null, IReadOnlyList<string>? Same = null);

/// <summary>Reads the rows a re-ranker is made from.</summary>
internal static class CorrectionRows
{
    /// <inheritdoc cref="RowReader.Lines" path="/exception"/>
    public static List<CorrectionRow> Read(string path) =>
    [
        .. from row in RowReader.Lines(path, RowForm.Corrections)
           select new CorrectionRow(row.Text("id"), row.Text("language"), row.Text("statement").Normalize(), row.Text("verdict").Normalize(), Normal(row.List("paraphrases"))!, Normal(row.List("lookalikes"))!, row.Text("debunk").Normalize(), Normal(row.List("near")), Normal(row.List("same"))),
    ];

    /// <summary>Texts that repeat no corrected claim: the other rows of the folder, claims apart. Debunks are left out: they quote rumours, some of them ours.</summary>
    /// <inheritdoc cref="RowReader.Lines" path="/exception"/>
    public static (List<string> Claims, List<string> Others) Ordinary(string folder) =>
        (Texts(folder, "claims.jsonl", RowForm.Claims), [.. Texts(folder, "protected.jsonl", RowForm.Protected), .. Texts(folder, "topics.jsonl", RowForm.Topics), .. Texts(folder, "harm.jsonl", RowForm.Harm)]);

    private static List<string> Texts(string folder, string name, RowForm form) => [.. RowReader.Lines(Path.Combine(folder, name), form).Where(r => r.Text("class") != "debunk").Select(r => r.Text("text").Normalize())];

    private static List<string>? Normal(IReadOnlyList<string>? texts) => texts?.Select(t => t.Normalize()).ToList();
}
