using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>Reads the licensed sets a folder given by <c>--data</c> holds. Sets without a licence to train on are read by <c>model evaluate</c> alone.</summary>
internal static partial class LicensedSets
{
    /// <summary>Name, licence and how it is used; all are trained on.</summary>
    public static readonly IReadOnlyDictionary<string, (string Licence, string Note)> Known = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        [RowSets.SafeSense] = ("MIT; its README says CC BY-SA 4.0, which is followed: attribution and share-alike (Trần Thanh Thiện, vietnamese-hate-speech-dataset)",
            "only comments under videos about couples of one sex or regional insult, or naming a group, count as hate; such a label weighs 0.1, since it often rests on the video, an offensive comment 0.45, every other 0.3; of hate aimed at a single person 0.3 counts towards the label and 0.7 against it; OFFENSIVE counts against it, for coarse words alone are no hate"),
        [RowSets.HateCheck] = ("CC BY 4.0 (Röttger et al., HateCheck, 2021)", "half of the templates, by hash; the other half is held back for measuring; a hateful row weighs 0.04, since short templates would outweigh real texts; a mention of a group that is friendly or neutral 5 and any other that is not hateful 3, since the same templates would teach that a group named in a short sentence is hated"),
        [RowSets.Press] = ("MIT (Ho Quang Thanh, VFND)", "its articles only, as press that harms no one; its labels of true and false are not used"),
    };

    public static List<Row> Read(string data) => [.. SafeSense(data), .. HateCheck(data), .. Press(data)];

    /// <summary>Articles of the press that may be trained on, with their titles before them.</summary>
    public static List<string> Articles(string data) => [.. Press(data).Select(row => row.Title is null ? row.Text : row.Title + "\n" + row.Text)];

    /// <summary>Long articles: what a sentence of the press is like, so that one of thirty is not taken for harm by chance.</summary>
    private static IEnumerable<Row> Press(string data) =>
        from line in RowReader.Set(data, RowSets.Press, "vfnd.jsonl", RowForm.Articles)
        select new Row(RowSets.Press, line.Text("id"), "vi", line.Text("text"), line.Text("id"), 1) { Title = line.Text("title") is { Length: > 0 } title ? title : null, Harms = [] };

    /// <summary>Comments with labels CLEAN, OFFENSIVE, HATE. Much of HATE insults one person, which is not ours.</summary>
    private static IEnumerable<Row> SafeSense(string data)
    {
        foreach (var line in RowReader.Set(data, RowSets.SafeSense, "safesense.jsonl.gz", RowForm.SafeSense))
        {
            var (text, title, label) = (line.Text("text"), line.Text("title"), line.OneOf("label", "CLEAN", "OFFENSIVE", "HATE"));
            if (text.Length < 8) continue;
            var hate = label == "HATE";
            var atGroup = hate && (AboutGroup().IsMatch(title) || Groups.Merge(Tokens.Of(text, 0)).Exists(t => t.Marked == Groups.Name));
            yield return new Row(RowSets.SafeSense, line.Text("id"), "vi", text, title, atGroup ? 0.1 : label == "OFFENSIVE" ? 0.45 : 0.3)
            {
                Harms = atGroup ? [FlagReason.Hate] : [], Hostile = atGroup ? 0 : hate ? 0.3 : 0, Function = label,
            };
        }
    }

    private static IEnumerable<Row> HateCheck(string data)
    {
        foreach (var line in RowReader.Set(data, RowSets.HateCheck, "hatecheck_en.jsonl", RowForm.HateCheck))
        {
            var (text, function) = (line.Text("text"), line.Text("function"));
            if (line.Text("lang").Length > 0) _ = line.OneOf("lang", "en");
            var template = TemplateOf(text);
            var hateful = line.OneOf("label", "hateful", "non-hateful") == "hateful";
            FlagReason[] harms = !hateful ? [] : function.StartsWith("threat", StringComparison.Ordinal) ? [FlagReason.Hate, FlagReason.Incitement] : [FlagReason.Hate];
            yield return new Row(RowSets.HateCheck, line.Text("id"), "en", text, template, hateful ? 0.04 : function.StartsWith("ident_", StringComparison.Ordinal) ? 5 : 3) { Harms = harms, Function = function, Group = line.Text("target"), HeldBack = Folds.Of(template, 2) == 1 };
        }
    }

    /// <summary>Friendly and neutral mentions of a group in the half of HateCheck that is kept back.</summary>
    public static List<Row> Mentions(string data) => [.. HateCheck(data).Where(r => r.HeldBack && r.Function!.StartsWith("ident_", StringComparison.Ordinal))];

    /// <summary>The first four words with the group's name and its article as one: no form of a template, nor the same sentence with another slur, may stand on both sides.</summary>
    public static string TemplateOf(string text) => string.Join(' ', Identity().Replace(text.ToLowerInvariant(), "*").Split(' ').Take(4));

    [GeneratedRegex("hôn đồng tí|vùng miền", RegexOptions.NonBacktracking)]
    private static partial Regex AboutGroup();

    [GeneratedRegex(@"\b(an? )?((trans|gay|black|disabled|muslim|islamic|female|immigrant|migrant) )?(people|persons?|wom[ae]n|m[ae]n|gays?|blacks?|muslims?|immigrants?|migrants?|trans|disabled|females?|girls?|islam)('s|s')?\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Identity();
}

/// <summary>Deterministic parts of a set.</summary>
internal static class Folds
{
    public static int Of(string cluster, int parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in cluster) hash = (hash ^ c) * 1099511628211;
        return (int)((hash >> 20) % (ulong)parts);
    }

    /// <summary>The same with the hash mixed to the end: <see cref="Of"/> puts rows with consecutive numbers together, and with them most of a class that was written in one go.</summary>
    public static int Even(string cluster, int parts)
    {
        var hash = Features.Hash(cluster);
        hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53;
        return (int)((hash ^ hash >> 33) % (ulong)parts);
    }
}
