using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>Text without accents and case, for search and for comparing what people type with and without marks.</summary>
public static class Folding
{
    /// <summary>NFD, combining marks dropped, đ as d, lower case, white space folded to single spaces, invisible characters gone. Khmer vowel signs are kept.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, NormalizationForm.FormD);
    }

    /// <summary>The same with accents kept: two texts that differ by spacing, case or composition alone come out equal, "tố" and "to" do not.</summary>
    internal static string FoldSpacingAndCase(string text) => Fold(text, NormalizationForm.FormC);

    internal static string FoldSpacing(string text) => Fold(text, NormalizationForm.FormC, keepCase: true);

    private static string Fold(string text, NormalizationForm form, bool keepCase = false)
    {
        var accents = form == NormalizationForm.FormC;
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in Nfc.Sound(text).Normalize(form))
        {
            // Khmer may mark its words with U+200B; in other scripts it stands inside words, to be missed.
            if (char.IsWhiteSpace(c) || c == '\u200B' && folded.Length > 0 && folded[^1] is >= '\u1780' and <= '\u17FF') { space = folded.Length > 0; continue; }
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Format || !accents && category == UnicodeCategory.NonSpacingMark && c < '\u1780') continue;
            if (space) { folded.Append(' '); space = false; }
            folded.Append(!accents && (c is 'đ' or 'Đ') ? 'd' : keepCase ? c : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
