using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

#pragma warning disable MA0009 // no timeout, as in Patterns: a run is matched once, from its first word

namespace InfoMonitor.Content.Privacy;

/// <summary>Telephone numbers said in words, or in words and figures ("không chín 12 ba bốn năm 678", "oh nine one double two ..."), over a <see cref="PlainView"/>.</summary>
internal static partial class SpokenNumbers
{
    /// <summary>Figures of a mobile's number; landlines, mobiles before 2018 and numbers with the country's code have one more.</summary>
    private const int Mobile = 10;

    /// <summary>Figures said one by one from which nothing but a number is meant, whatever it begins with.</summary>
    private const int OneByOne = 9;

    /// <summary>One, two, three ...: nobody's number.</summary>
    private const string Counting = "12345678";

    private static readonly FrozenDictionary<string, string> Figures = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["khong"] = "0", ["mot"] = "1", ["hai"] = "2", ["ba"] = "3", ["bon"] = "4", ["tu"] = "4", ["nam"] = "5", ["lam"] = "5", ["sau"] = "6", ["bay"] = "7", ["tam"] = "8", ["chin"] = "9",
        ["zero"] = "0", ["oh"] = "0", ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where a text says one: start and length in the view.</summary>
    public static IEnumerable<TextSpan> In(string view)
    {
        if (!MaySay(view)) yield break;
        foreach (Match run in Run().Matches(view))
        {
            var said = run.Groups["said"].Captures;
            if (said.All(IsWritten)) continue;
            var figures = Read(said);
            for (var i = 0; i < said.Count;)
            {
                var end = Number(view, said, figures, i);
                if (end == i && SaidOneByOne(said, i) is var all && all - i >= OneByOne && !string.Concat(figures[i..all]).StartsWith(Counting, StringComparison.Ordinal)) end = all;
                if (end > i) yield return new TextSpan(said[i].Index, End(said[end - 1]) - said[i].Index);
                i = Math.Max(end, i + 1);
            }
        }
    }

    /// <summary>Whether as many words for figures follow each other as <see cref="Run"/> asks for: most texts are passed over by that, for less.</summary>
    private static bool MaySay(string view)
    {
        var parts = 0;
        for (var i = 0; i < view.Length;)
        {
            var end = i;
            while (end < view.Length && (char.IsLetterOrDigit(view[end]) || view[end] >= '\u0300' && char.GetUnicodeCategory(view[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)) end++;
            if (end == i) { i++; continue; }
            var word = view.AsSpan(i, end - i);
            if (Words.Contains(word) || char.IsAsciiDigit(word[0])) parts++;
            else if (!Marks.Contains(word)) parts = 0;
            if (parts == Fewest) return true;
            i = end;
        }
        return false;
    }

    /// <summary>Where a number that begins as telephone numbers do ends; at its beginning where there is none.</summary>
    private static int Number(string view, CaptureCollection said, string[] figures, int from)
    {
        if (figures[from] is not ['0' or '8', ..] || said[from].Value is ['l' or 'L', ..]) return from; // "giá lẻ 300.000-400.000"
        var (end, words, number, wanted) = (from, 0, "", Mobile);
        for (; end < said.Count && number.Length < wanted; end++)
        {
            // "không, năm 2019, 2020": a year is no part of a number.
            if (end > from && figures[end] is ['1', '9', _, _] or ['2', '0', _, _] && Folding.Fold(said[end - 1].Value) == "nam") return from;
            number += figures[end];
            if (!IsWritten(said[end])) words++;
            wanted = number is ['0', '1' or '2', ..] or ['8', '4', ..] ? Mobile + 1 : Mobile;
        }
        if (!Opening().IsMatch(number) || number.Length > wanted + 1 || number.Length < (number[0] == '0' ? Mobile : wanted)) return from;
        // One word among figures may be a "không" before an amount.
        return words > 1 || words == 1 && !Patterns.CurrencyAfter().IsMatch(view, End(said[end - 1])) && !Patterns.CountedAfter().IsMatch(view, End(said[end - 1])) ? end : from;
    }

    /// <summary>How far the words and single figures go on; no further than the first where none is a word.</summary>
    private static int SaidOneByOne(CaptureCollection said, int from)
    {
        // Looked at from the start of such a stretch only, so that the whole run is read once.
        if (from > 0 && IsOne(said[from - 1])) return from;
        var (end, words) = (from, false);
        for (; end < said.Count && IsOne(said[end]); end++) words |= !IsWritten(said[end]);
        return words ? end : from;
    }

    private static bool IsOne(Capture said) => said.Length == 1 || !IsWritten(said);

    private static bool IsWritten(Capture said) => char.IsAsciiDigit(said.Value[0]);

    /// <summary>The figures of each part: "mười hai" is 1 and 2, "ba mươi" 3 and 0, "double" as many again as what follows.</summary>
    private static string[] Read(CaptureCollection said)
    {
        var figures = new string[said.Count];
        for (var i = said.Count - 1; i >= 0; i--)
        {
            var word = Folding.Fold(said[i].Value);
            var next = i + 1 < said.Count ? figures[i + 1] : "";
            var ten = said[i].Value is "muoi" ? i == 0 || !Figures.ContainsKey(Folding.Fold(said[i - 1].Value)) : said[i].Value.Contains('ờ', StringComparison.OrdinalIgnoreCase);
            figures[i] = word switch
            {
                "muoi" => (ten ? "1" : "") + (next.Length == 1 ? "" : "0"),
                "linh" or "le" => "0",
                "double" => next.Length > 0 ? next[..1] : "",
                "triple" => next.Length > 0 ? new string(next[0], 2) : "",
                _ => Figures.GetValueOrDefault(word, word),
            };
        }
        return figures;
    }

    private static int End(Capture said) => said.Index + said.Length;

    /// <summary>Parts of a number said.</summary>
    private const int Fewest = 4;

    private const string Said = "không|khong|một|mốt|mot|hai|ba|bốn|bon|tư|tu|năm|nam|lăm|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mười|mươi|muoi|linh|lẻ|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple";
    private const string Mark = "chấm|cham|phẩy|gạch|gach|dot|dash";
    private const string Word = "(?:" + Said + ")";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Lookup(Said);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks = Lookup(Mark);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) => words.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private const string Part = "(?<said>" + Word + @"|\d{1,6})(?![\p{L}\p{M}\d])";

    /// <summary>Words for figures and short numbers, with no other word between but those for the marks that part a number.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\d])" + Part + @"(?:[ ,.\-]{1,3}(?:(?:" + Mark + @")[ ,]{1,2})?" + Part + "){3,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    /// <summary>Mobile, landline, mobile before 2018; 84 before any of them.</summary>
    [GeneratedRegex("^(?:(?:0|84)[235789]|01[2689])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
