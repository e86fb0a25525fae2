using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

#pragma warning disable MA0009 // no timeout: a clue left standing would be worse than a slow sentence; no pattern here repeats inside a repeat

namespace InfoMonitor.Content.Privacy;

/// <summary>A sentence of which only words of a closed list stay: whatever else it says may identify somebody ("whose mother sells noodles at the corner").</summary>
/// <remarks>What is kept is always a token, punctuation, or a phrase of <see cref="GeneralWords"/>: no clue survives for want of a pattern.</remarks>
internal static partial class GeneralSentence
{
    public const string Name = "[NAME]";
    public const string School = "[SCHOOL]";
    public const string Address = "[ADDRESS]";
    public const string Detail = "[DETAIL]";

    /// <summary>Share of capitalised words from which capitals say nothing: a headline.</summary>
    private const double Headline = 0.7;

    private static readonly string[] Tokens = ["[PHONE]", "[EMAIL]", "[ID]", "[BANK]", "[HANDLE]", "[LINK]", Name, School, Address, Detail];
    private static readonly string[] Endings = ["s", "t", "re", "ve", "ll", "d"];

    private enum Fate { Gap, Break, Token, Keep, Function, Go, GoAsSchool, GoAsPlace }

    /// <param name="Text">As written.</param>
    private readonly record struct Part(string Text, Fate Fate, bool Capital = false);

    /// <param name="names">Receives capitalised runs that went, so that they can be taken elsewhere too.</param>
    public static string Of(string sentence, ICollection<string> names)
    {
        sentence = Link().Replace(sentence, "[LINK]");
        var words = Words(sentence);
        var (list, headline) = (GeneralWords.For([.. words.Select(w => w.ToLowerInvariant())]), IsHeadline(words));
        // What went may stand beside a word that goes with it. Every round takes words away, so this ends.
        for (var before = ""; before != sentence;) (before, sentence) = (sentence, Once(sentence, list, headline, names));
        return StrayStop().Replace(sentence, "");
    }

    private static string Once(string sentence, GeneralWords list, bool headline, ICollection<string> names)
    {
        var parts = Parts(sentence, list, headline);
        Merge(parts);
        var result = new StringBuilder(sentence.Length);
        for (var i = 0; i < parts.Count;)
        {
            if (!Goes(parts[i].Fate)) { result.Append(parts[i++].Text); continue; }
            var end = i + 1;
            for (var next = end; next < parts.Count && (Goes(parts[next].Fate) || parts[next].Fate == Fate.Gap); next++)
                if (Goes(parts[next].Fate)) end = next + 1;
            var run = parts[i..end];
            var token = run.Any(p => p.Fate == Fate.GoAsSchool) ? School : run.Any(p => p.Fate == Fate.GoAsPlace) ? Address : run[0].Capital ? Name : Detail;
            if (token == Name && run.TrueForAll(p => p.Capital || p.Fate == Fate.Gap)) names.Add(string.Concat(run.Select(p => p.Text)));
            result.Append(token);
            i = end;
        }
        return Repeated().Replace(result.ToString(), "${x}");
    }

    public static bool SpeaksOfVictim(string sentence) => GeneralWords.SpeakOfVictim([.. Words(sentence).Select(w => w.ToLowerInvariant())]);

    /// <summary>Whether a sentence plainly says nothing of anybody: no word for a person or for what is theirs, no pronoun, no name, place, age or link. Khmer is never plain: it marks no names.</summary>
    /// <param name="words">Receives how many words it has.</param>
    public static bool IsPlain(string sentence, ref int words)
    {
        var written = Words(sentence);
        words += written.Length;
        if (IsHeadline(written) || Link().IsMatch(sentence) || Mixed().IsMatch(sentence) || Ages.In(sentence).Any()) return false;
        for (var i = 1; i < written.Length; i++) if (char.IsUpper(written[i][0])) return false;
        var lower = Array.ConvertAll(written, w => w.ToLowerInvariant());
        return !GeneralWords.For(lower).SpeakOfSomebody(lower);
    }

    /// <summary>Written so that capitals do not mark a name.</summary>
    /// <remarks>Counts the words of <see cref="Piece"/> without making them: every name that is looked for asks.</remarks>
    public static bool IsHeadline(string sentence)
    {
        var (words, capitals) = (0, 0);
        for (var i = 0; i < sentence.Length;)
        {
            var end = i;
            while (end < sentence.Length && IsOfWord(sentence[end])) end++;
            if (end > i)
            {
                words++;
                if (char.IsUpper(sentence[i])) capitals++;
            }
            else end = i + Math.Max(1, sentence[i] switch { '[' => TokenLength(sentence.AsSpan(i)), '\'' or '’' => EndingLength(sentence.AsSpan(i)), _ => 1 });
            i = end;
        }
        return words > 2 && capitals >= Headline * words;
    }

    private static bool IsOfWord(char c) => c is not (>= '\u1780' and <= '\u17D3') && (char.IsLetter(c) || char.IsNumber(c) || c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    private static int TokenLength(ReadOnlySpan<char> text)
    {
        foreach (var token in Tokens) if (text.StartsWith(token, StringComparison.Ordinal)) return token.Length;
        return 0;
    }

    /// <summary>"'s" of "Hoa's", apostrophe counted.</summary>
    private static int EndingLength(ReadOnlySpan<char> text)
    {
        foreach (var ending in Endings)
            if (text[1..].StartsWith(ending, StringComparison.Ordinal) && (text.Length == 1 + ending.Length || !IsLetterOfAny(text[1 + ending.Length]))) return 1 + ending.Length;
        return 0;
    }

    private static bool IsLetterOfAny(char c) => IsOfWord(c) || c is >= '\u1780' and <= '\u17D3';

    private static string[] Words(string sentence) => [.. Piece().Matches(sentence).Where(p => p.Groups["word"].Success).Select(p => p.Value)];

    private static bool IsHeadline(string[] words) => words.Length > 2 && words.Count(w => char.IsUpper(w[0])) >= Headline * words.Length;

    private static List<Part> Parts(string sentence, GeneralWords list, bool headline)
    {
        var pieces = Piece().Matches(sentence);
        var lower = pieces.Select(p => p.Value.ToLowerInvariant()).ToArray();
        var parts = new List<Part>(pieces.Count);
        var ages = Ages.In(sentence).Select(a => a.At).ToArray();
        var (opens, person) = (true, false);
        for (var i = 0; i < pieces.Count;)
        {
            var piece = pieces[i];
            if (piece.Groups["token"].Success)
            {
                parts.Add(new Part(piece.Value, Fate.Token));
                (opens, person) = (false, false);
            }
            else if (piece.Groups["gap"].Success) parts.Add(new Part(piece.Value, Fate.Gap));
            else if (piece.Groups["break"].Success)
            {
                parts.Add(new Part(piece.Value, Fate.Break));
                if (piece.Value[0] is not (',' or '\'' or '’')) opens = true;
                if (piece.Value[0] is not ',') person = false;
            }
            else if (Array.Exists(ages, a => piece.Index >= a.Start && piece.Index < a.Start + a.Length))
            {
                parts.Add(new Part(piece.Value, Fate.Go));   // "ba" and "một" are on the list for what else they mean
                (opens, person) = (false, false);
            }
            else if (piece.Groups["khmer"].Success) parts.AddRange(Khmer(piece.Value));
            else
            {
                var capital = char.IsUpper(piece.Value[0]);
                var initial = capital && piece.Length == 1 && i + 1 < pieces.Count && pieces[i + 1].Value == ".";
                var (kind, length) = initial || capital && !opens && !headline ? (null, 1) : Longest(list, pieces, lower, i, headline);
                if (person && kind is not null && length == 1 && IsNameLike(list, lower[i], kind.Value)) kind = null;
                var fate = kind switch
                {
                    GeneralKind.Key when list == GeneralWords.Unaccented && length == 1 && lower[i] is not "bi" => Fate.Function,   // "song" is to live and a river: it ends no place
                    GeneralKind.Victim or GeneralKind.Person or GeneralKind.Key => Fate.Keep,
                    GeneralKind.Function or GeneralKind.After => Fate.Function,
                    GeneralKind.School => Fate.GoAsSchool,
                    GeneralKind.Place => Fate.GoAsPlace,
                    null => Fate.Go,
                };
                for (var k = 0; k < length; k++)
                    parts.Add(new Part(pieces[i + k].Value, fate, k == 0 && capital && !headline && !opens));
                person = kind is GeneralKind.Victim or GeneralKind.Person || person && lower[i] is "là" or "la" or "is" or "was";
                opens = false;
                i += length - 1;
            }
            i++;
        }
        return parts;
    }

    /// <summary>The longest phrase of the list that begins here: words with one space between; its length in pieces.</summary>
    private static (GeneralKind? Kind, int Length) Longest(GeneralWords list, MatchCollection pieces, string[] lower, int at, bool headline)
    {
        var best = ((GeneralKind?)null, 1);
        var phrase = "";
        for (var (i, words) = (at, 1); i < pieces.Count && words <= GeneralWords.Longest && pieces[i].Groups["word"].Success; i += 2, words++)
        {
            if (i > at && char.IsUpper(pieces[i].Value[0]) && !headline) break;
            phrase = i == at ? lower[i] : $"{phrase} {lower[i]}";
            if (list.KindOf(phrase) is { } kind) best = (kind, i - at + 1);
            if (i + 1 < pieces.Count && pieces[i + 1].Value != " ") break;
        }
        return best;
    }

    /// <summary>A word that may be a name where it follows a person: a function word that is not among those known to follow, or a word for a relative that is a name as well.</summary>
    private static bool IsNameLike(GeneralWords list, string word, GeneralKind kind) => kind switch
    {
        GeneralKind.Function => !list.MayFollowPerson(word),
        GeneralKind.Victim or GeneralKind.Person or GeneralKind.Key => word is "anh" or "ba" or "chi" or "hai" or "tin" or "ho" or "ke" or "lo",
        GeneralKind.After or GeneralKind.School or GeneralKind.Place => false,
    };

    /// <summary>What began with a school or a place goes as far as the next word for a person or a happening; a function word between two words that go, goes with them.</summary>
    private static void Merge(List<Part> parts)
    {
        var leading = Fate.Gap;
        for (var i = 0; i < parts.Count; i++)
        {
            var fate = parts[i].Fate;
            if (fate is Fate.GoAsSchool or Fate.GoAsPlace) leading = leading == Fate.Gap ? fate : leading;
            else if (fate is Fate.Keep or Fate.Break or Fate.Token) leading = Fate.Gap;
            else if (leading != Fate.Gap && fate is (Fate.Go or Fate.Function)) parts[i] = parts[i] with { Fate = leading };
        }
        for (var i = 1; i + 1 < parts.Count; i++)
        {
            if (parts[i].Fate != Fate.Function || !IsDetail(parts, i, -1)) continue;
            var end = i;
            while (end + 1 < parts.Count && parts[end + 1].Fate is Fate.Function or Fate.Gap) end++;
            if (IsDetail(parts, end, +1))
                for (var k = i; k <= end; k++) if (parts[k].Fate == Fate.Function) parts[k] = parts[k] with { Fate = Fate.Go, Capital = false };
            i = end;
        }
    }

    private static bool IsDetail(List<Part> parts, int at, int step)
    {
        do at += step; while (at >= 0 && at < parts.Count && parts[at].Fate == Fate.Gap);
        return at >= 0 && at < parts.Count && (parts[at].Fate == Fate.Go || parts[at].Text == Detail);
    }

    private static bool Goes(Fate fate) => fate is Fate.Go or Fate.GoAsSchool or Fate.GoAsPlace;

    /// <summary>Known words at the start of a run stay; from the first unknown one on it goes.</summary>
    private static IEnumerable<Part> Khmer(string run)
    {
        var at = 0;
        while (at < run.Length && GeneralWords.Khmer.FirstOrDefault(w => string.CompareOrdinal(run, at, w, 0, w.Length) == 0) is { } word) at += word.Length;
        if (at > 0) yield return new Part(run[..at], Fate.Keep);
        if (at < run.Length) yield return new Part(run[at..], Fate.Go);
    }

    [GeneratedRegex(@"(?<token>\[(?:PHONE|EMAIL|ID|BANK|HANDLE|LINK|NAME|SCHOOL|ADDRESS|DETAIL)\])|(?<khmer>[\u1780-\u17D3]+)|(?<word>(?:(?![\u1780-\u17D3])[\p{L}\p{M}\p{N}])+)|(?<gap>[ \-–./]|\s)|(?<break>['’](?:s|t|re|ve|ll|d)(?![\p{L}\p{M}\p{N}])|[,;:!?…“”""‘’'()—។៕])|(?<odd>.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s\[\]]+|(?<![\p{L}\d.@-])(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}/[^\s\[\]]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    /// <summary>What may be a plate, a house, a class or a date of birth; a token; Khmer.</summary>
    [GeneratedRegex(@"\p{L}\p{Nd}|\p{Nd}\p{L}|\p{Nd}/\p{Nd}|[@\[]|[\u1780-\u17D3]", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    /// <summary>The stop of an initial that went ("trường H., nhà ở"): no sentence ends before a comma or a small letter.</summary>
    [GeneratedRegex(@"(?<=\[(?:NAME|SCHOOL|ADDRESS|DETAIL)\])\.(?=[,;:)]| \p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex StrayStop();

    /// <summary>One token said again and again.</summary>
    [GeneratedRegex(@"(?<x>\[(?:NAME|SCHOOL|ADDRESS|DETAIL|LINK)\])(?:[ ,.\-–/]{0,3}\k<x>)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Repeated();
}
