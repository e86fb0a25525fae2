using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>White space as a reader sees it.</summary>
public static class Spaces
{
    /// <summary>Every run of white space within a line as one space, no-break and wide ones among them; characters without a width left out. Line breaks stay, and so do Khmer's marks between words.</summary>
    /// <remarks>Names, addresses and numbers are told by single spaces: a pasted text with others would hide them.</remarks>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') folded.Append(c);
            else if (char.IsWhiteSpace(c)) { if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' '); }
            else if (!IsWithoutWidth(c) || IsKhmer(text, i - 1) && IsKhmer(text, i + 1)) folded.Append(c);
        }
        return folded.ToString();
    }

    private static bool IsWithoutWidth(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    private static bool IsKhmer(string text, int at) => at >= 0 && at < text.Length && text[at] is >= '\u1780' and <= '\u17FF';
}
