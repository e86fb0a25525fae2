using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoMonitor.Benchmarks;

/// <summary>Any number of real-sized pages out of a few hundred: each keeps its page's markup, and has running text of its own. Every other one is put into Vietnamese words.</summary>
/// <remarks>A word becomes the same word all over a page, in its text and in its structured data, so that they still agree; between two pages made of one, half of the words (in Vietnamese all)
/// differ, so that neither is a near-duplicate of the other.</remarks>
internal sealed partial class PressPages
{
    /// <summary>Shorter text nodes are labels and links, which pages of one site share.</summary>
    private const int ShortestText = 40;

    private readonly Template[] templates;
    private readonly string[] vietnamese;

    public PressPages()
    {
        templates = [.. new[] { "scrapinghub", "fundus" }.SelectMany(Suites.Pages).Select(page => Template.Of(page.Html))];
        vietnamese = [.. File.ReadLines(Path.Combine(Repository.Root, "models", "data", "ordinary.jsonl"))
            .SelectMany(line => Words().Matches(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!.ToLowerInvariant()).Select(m => m.Value)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The page of that number: the same in every run.</summary>
    public string this[int number]
    {
        get
        {
            var (template, round) = (templates[number / 2 % templates.Length], (uint)number);
            var isVietnamese = number % 2 == 1;
            var page = new StringBuilder(template.Length + template.Length / 8);
            foreach (var (piece, isText) in template.Pieces)
            {
                if (!isText) page.Append(piece);
                else Rewrite(piece, page, round, isVietnamese ? vietnamese : template.Words, isVietnamese ? 1u : 2u);
            }
            return page.ToString();
        }
    }

    private static void Rewrite(string text, StringBuilder page, uint round, string[] words, uint share)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i])) i++;
                var hash = Mix(Hash(text.AsSpan(start, i - start)) ^ (round * 0x9E3779B97F4A7C15));
                if (words.Length == 0 || hash % share != 0) page.Append(text, start, i - start);
                else if (words[hash / share % (uint)words.Length] is var word && char.IsUpper(text[start])) page.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
                else page.Append(word);
                continue;
            }
            // Entities and escapes stay whole.
            i++;
            if (text[start] == '&') while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '#')) i++;
            else if (text[start] == '\\' && i < text.Length) i += text[i] == 'u' ? Math.Min(5, text.Length - i) : 1;
            page.Append(text, start, i - start);
        }
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        return hash;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Words();

    /// <summary>Comments, scripts, styles and titles whole, then single tags; what stands between is text.</summary>
    [GeneratedRegex(@"<!--.*?-->|<(?<whole>script|style|title|noscript|textarea)\b.*?</\k<whole>\s*>|<[^>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 5000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=""articleBody""\s*:\s*"")(?:[^""\\]|\\.)*", RegexOptions.CultureInvariant | RegexOptions.Singleline, 5000)]
    private static partial Regex ArticleBody();

    private sealed record Template(IReadOnlyList<(string Piece, bool IsText)> Pieces, string[] Words, int Length)
    {
        public static Template Of(string html)
        {
            var pieces = new List<(string, bool)>();
            var (done, text) = (0, 0);
            void Text(int from, int to)
            {
                if (to - from < ShortestText) return;
                if (from > done) pieces.Add((html[done..from], false));
                pieces.Add((html[from..to], true));
                done = to;
            }
            foreach (Match tag in Markup().Matches(html))
            {
                Text(text, tag.Index);
                foreach (Match body in ArticleBody().Matches(tag.Value)) Text(tag.Index + body.Index, tag.Index + body.Index + body.Length);
                text = tag.Index + tag.Length;
            }
            pieces.Add((html[done..], false));
            return new Template(pieces, [.. pieces.Where(p => p.Item2).SelectMany(p => PressPages.Words().Matches(p.Item1).Select(m => m.Value.ToLowerInvariant())).Where(w => w.Length > 3).Distinct(StringComparer.Ordinal)], html.Length);
        }
    }
}
