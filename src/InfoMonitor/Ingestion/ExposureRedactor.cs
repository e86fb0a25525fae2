using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Ingestion;

/// <summary>Takes from an article that exposes a victim or child what identifies them: from title and text, and from what the assessment quotes (DESIGN 2.1).</summary>
/// <remarks>The score stays the one that was given to the unredacted text, so a redacted item cannot be replayed from its row. Fact-checks of such a page are not kept:
/// references are shown and exported.</remarks>
internal static class ExposureRedactor
{
    /// <summary>Stands for words that are not shown; their weights are summed there, so that the score still adds up.</summary>
    public const string Withheld = "[…]";

    private const int WordsAToken = 10;
    private const double Suspect = 0.05;

    /// <param name="exposing">The sentences that expose somebody, in <paramref name="article"/>'s text. The title always counts as one.</param>
    public static (Article Article, Assessment Assessment) Redact(Article article, Assessment assessment, IReadOnlyList<TextSpan> exposing)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(assessment);
        // What the assessment quotes counts as exposing: it is shown first.
        var parted = VictimRedactor.Redact([Whole(article.Title ?? ""), (article.Text, exposing), .. assessment.Because.Select(b => Whole(b.Sentence))]);
        var (title, text) = (parted[0], parted[1]);
        var words = new Words($"{article.Title}\n{article.Text}\n{string.Join('\n', assessment.Because.Select(b => b.Sentence))}", $"{title}\n{text}");
        return (
            article with { Title = article.Title is null ? null : title, Text = text, FactChecks = [] },
            assessment with { Because = [.. assessment.Because.Select((b, i) => Redact(b, parted[2 + i], article, title, text, words))], Exposing = [], Redacted = true });
    }

    private static (string, IReadOnlyList<TextSpan>) Whole(string text) => (text, [new TextSpan(0, text.Length)]);

    /// <summary>The sentences of an article that expose somebody: those over the threshold, and the one that weighed most.</summary>
    public static IReadOnlyList<TextSpan> Exposing(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return [.. assessment.Exposing, .. assessment.Because.Where(b => b.Reason == FlagReason.VictimExposure && b.Offset >= 0).Select(b => new TextSpan(b.Offset, b.Sentence.Length))];
    }

    /// <summary>Whether enough of a redacted text stands to tell its story from another's: two posts of which little but the closed list is left may speak of two children, and each keeps its own flag.</summary>
    public static bool CanBeTold(string redacted)
    {
        ArgumentNullException.ThrowIfNull(redacted);
        var words = redacted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Count(VictimRedactor.IsRedacted) * WordsAToken <= words.Length;
    }

    /// <summary>Whether a text is near enough to exposing somebody to be compared with stories that do. Far below any threshold.</summary>
    public static bool MayExpose(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return assessment.Scores.GetValueOrDefault(FlagReason.VictimExposure) >= Suspect;
    }

    public static bool Exposes(Assessment assessment) => assessment.Reasons.Contains(FlagReason.VictimExposure);

    private static Explanation Redact(Explanation because, string sentence, Article article, string title, string text, Words words)
    {
        var offset = because.Offset;
        if (offset < 0) sentence = title;
        else if ((offset = text.IndexOf(sentence, StringComparison.Ordinal)) < 0)
        {
            // Redacted otherwise than in its place: its whole line is shown.
            var lines = text.Split('\n');
            var line = Math.Min(article.Text.AsSpan(0, Math.Min(because.Offset, article.Text.Length)).Count('\n'), lines.Length - 1);
            (sentence, offset) = (lines[line], lines.Take(line).Sum(l => l.Length + 1));
        }
        var withheld = because.Words.Where(w => words.Reveal(w.Words)).ToArray();
        return because with
        {
            Sentence = sentence,
            Offset = offset,
            Words = withheld is [] ? because.Words
                : [.. because.Words.Except(withheld).Append(new WeightedWords(Withheld, withheld.Sum(w => w.Weight))).OrderByDescending(w => Math.Abs(w.Weight))],
        };
    }

    /// <summary>The words of a text before and after: an n-gram, of words or of letters, reveals something when it, or a word of it, stood there before and does no more, with accents or without.</summary>
    private sealed class Words(string before, string after)
    {
        private readonly (string Before, string After)[] spellings = [(Spaced(before.ToLowerInvariant()), Spaced(after.ToLowerInvariant())), (Spaced(Folding.Fold(before)), Spaced(Folding.Fold(after)))];

        private readonly (string Before, string After)[] letters = [(before.ToLowerInvariant(), after.ToLowerInvariant()), (Folding.Fold(before), Folding.Fold(after))];

        public bool Reveal(string ngram) => IsGone(ngram) || ngram.Replace("… ", "", StringComparison.Ordinal).Split(" + ").Any(part => letters.Any(text =>
                part.Length > 0 && text.Before.Contains(part, StringComparison.Ordinal) && !text.After.Contains(part, StringComparison.Ordinal))) || ngram.Split([' ', '_', '|'], StringSplitOptions.RemoveEmptyEntries).Any(IsGone);

        private bool IsGone(string words) => IsGone(spellings[0], Spaced(words.ToLowerInvariant())) || IsGone(spellings[1], Spaced(Folding.Fold(words)));

        private static bool IsGone((string Before, string After) text, string words) =>
            words.Length > 1 && text.Before.Contains(words, StringComparison.Ordinal) && !text.After.Contains(words, StringComparison.Ordinal);

        /// <summary>Runs of letters, marks and digits between single spaces, one at both ends.</summary>
        private static string Spaced(string text)
        {
            var spaced = new StringBuilder(text.Length + 2).Append(' ');
            foreach (var c in text)
            {
                if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) spaced.Append(c);
                else if (spaced[^1] != ' ') spaced.Append(' ');
            }
            if (spaced[^1] != ' ') spaced.Append(' ');
            return spaced.ToString();
        }
    }
}
