using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>Text without accents and case, for search and for comparing what people type with and without marks.</summary>
public static class Folding
{
    /// <summary>NFD, combining marks dropped, đ as d, lower case, white space folded to single spaces. Khmer vowel signs are kept.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c)) { space = folded.Length > 0; continue; }
            if (c < '\u1780' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (space) { folded.Append(' '); space = false; }
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
