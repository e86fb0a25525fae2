using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

#pragma warning disable MA0009 // no timeout: an age left standing would be worse than a slow sentence; every repeat is bounded

namespace InfoMonitor.Content.Privacy;

/// <summary>Ages in Vietnamese, English and Khmer, in figures or words: of somebody who is exposed they are a clue like any other ("13 tuổi", "mười ba tuổi", "lên ba", "thirteen-year-old", "aged 13", "អាយុ ១៣ឆ្នាំ").</summary>
internal static partial class Ages
{
    private static readonly FrozenDictionary<string, int> Numbers = Words(
        ("mot", 1), ("hai", 2), ("ba", 3), ("bon", 4), ("tu", 4), ("nam", 5), ("lam", 5), ("sau", 6), ("bay", 7), ("tam", 8), ("chin", 9),
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
        ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90));

    /// <summary>Where a text says an age: the number alone, and how many years it is.</summary>
    public static IEnumerable<(TextSpan At, int Years)> In(string text) =>
        from match in Age().Matches(text)
        from number in match.Groups["n"].Captures
        select (new TextSpan(number.Index, number.Length), Years(number.Value));

    private static int Years(string number)
    {
        var years = 0;
        foreach (var word in Folding.Fold(number).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.All(char.IsDigit)) years = word.Aggregate(0, (sum, digit) => sum * 10 + (int)char.GetNumericValue(digit));
            else if (word == "muoi") years = years == 0 ? 10 : years * 10;
            else years += Numbers.GetValueOrDefault(word);
        }
        return years;
    }

    private static FrozenDictionary<string, int> Words(params (string Word, int Value)[] words) => words.ToFrozenDictionary(w => w.Word, w => w.Value, StringComparer.Ordinal);

    private const string Figures = @"\p{Nd}{1,3}";
    private const string Vietnamese = "(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi)";
    private const string Unaccented = "(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)";
    private const string English = "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    private const string Start = @"(?<![\p{L}\p{M}\p{N}])";
    private const string End = @"(?![\p{L}\p{M}\p{N}])";
    private const string Or = "(?: ?[-–/,] ?| hay | hoặc | đến | to | or )";

    [GeneratedRegex(
        Start + "(?<n>" + Figures + "|" + Vietnamese + "(?: " + Vietnamese + "){0,2})(?:" + Or + "(?<n>" + Figures + "|" + Vietnamese + "(?: " + Vietnamese + "){0,2}))?[ -]?(?:tháng )?tuổi" + End
        + "|" + Start + "(?<n>" + Figures + "|" + Unaccented + "(?: " + Unaccented + "){0,2})[ -]?(?:thang )?tuoi" + End
        + "|" + Start + "(?:tuổi|tuoi)(?: (?:mới|chỉ|vừa|moi|chi|vua|tròn|đời|là|la))?[ :]{1,2}(?<n>" + Figures + "|(?:" + Vietnamese + "|mười)(?: " + Vietnamese + "){0,2})" + End
        + "|" + Start + "(?:lên|mới lên|vừa lên) (?<n>" + Figures + "|" + Vietnamese + "(?: " + Vietnamese + "){0,2})" + End
        + "|" + Start + "(?<n>" + Figures + "|" + English + ")(?:" + Or + "(?<n>" + Figures + "|" + English + "))?[ -](?:years?|yrs?|months?)(?:[ -]olds?)" + End
        + "|" + Start + "(?<n>" + Figures + ") ?(?:y/o|yo)" + End
        + "|" + Start + "(?:aged?|age of|turned|turns|turning)[ :]{1,2}(?<n>" + Figures + "|" + English + ")" + End
        + @"|(?:, ?|\()(?<n>\p{Nd}{1,2})(?=[,)])"   // "the girl, T.H., 13, ..." and "Hoa (13)"
        + "|" + Start + @"(?:is|was) (?<n>\p{Nd}{1,2})(?=[.,;!?]|$)"
        + @"|(?<n>\p{Nd}{1,3}) ?ឆ្នាំ",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Age();
}
