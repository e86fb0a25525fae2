using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Short lines without a full stop in which a fact-check says what is claimed and what it found.</summary>
internal static partial class ClaimLines
{
    /// <summary>The line is, or begins with, a word for a claim or for what was found of it: "Tin đồn", "Claim: ...", "Our rating: ...".</summary>
    public static bool Names(string line) => Named().IsMatch(line);

    /// <summary>Of what, and what, in words: neither whose it is nor where it stands nor how much it costs. A verdict may look like a name: "Verdict: Mostly False".</summary>
    public static bool IsStatement(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 2 and var colon && char.IsLetter(line[0]) && line[(colon + 1)..].Trim() is var said
        && !line.AsSpan().ContainsAny('|', '@', '©') && !line.Contains("www.", StringComparison.OrdinalIgnoreCase) && !said.Contains(": ", StringComparison.Ordinal)
        && said.Count(char.IsLetter) is > 2 and var letters && letters > said.Count(char.IsAsciiDigit)
        && (Names(line) || Signature.Of(said) is not { Name: { Length: > 0 } name } || !(name.Contains(' ', StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal)));

    [GeneratedRegex(@"^\W*((our|the|final) )?(tin đồn|tin giả|tuyên bố|phát ngôn|nội dung (lan truyền|kiểm chứng)|thông tin (lan truyền|sai)|kết luận|đánh giá|sự thật|claims?|rumou?rs?|what was claimed|rating|verdict|ruling|conclusion|finding|fact)\W*(:|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Named();
}
