using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>Letters in fancy dress as letters: mathematical, full-width (with their punctuation) and circled ones, which adverts use to stand out and others to be overlooked.</summary>
public static class Lettering
{
    /// <summary>Each as the letter or digit it shows, and without the marks nobody sees (variation selectors, tags, joiners) behind a letter. Emoji stay as they are.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Any(c => IsUnseen(c) || IsDressed(c) || IsWide(c))) return text;
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var width) != System.Buffers.OperationStatus.Done) folded.Append(text, i, width); // halves are told later
            else if (IsDressed(rune.Value) || IsWide(rune.Value) && (folded.Length == 0 || folded[^1] < '\u2E80')) folded.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (!IsUnseen(rune.Value) || folded.Length == 0 || !IsLatin(folded[^1])) folded.Append(text, i, width);
            i += width;
        }
        return folded.ToString();
    }

    private static bool IsDressed(int c) => c is (>= 0xFF10 and <= 0xFF19) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) or (>= 0x24B6 and <= 0x24E9) or (>= 0x1D400 and <= 0x1D7FF) or (>= 0x1F130 and <= 0x1F149);

    /// <summary>Full-width, punctuation too: behind Chinese or Japanese it is as it should be.</summary>
    private static bool IsWide(int c) => c is >= 0xFF01 and <= 0xFF5E;

    private static bool IsUnseen(int c) => c is (>= 0xFE00 and <= 0xFE0F) or 0x034F or (>= 0x200C and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2061 and <= 0x2069) or (>= 0xE0000 and <= 0xE01EF);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is (>= '\u00C0' and <= '\u036F') or (>= '\u1E00' and <= '\u1EFF');
}
