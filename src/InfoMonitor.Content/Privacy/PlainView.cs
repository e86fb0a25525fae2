using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Privacy;

/// <summary>A text as a reader sees it: full-width and foreign digits as 0-9, invisible characters gone, dashes and spaces of one kind;
/// every character remembers where it stood, so that what is found here is cut out of the original.</summary>
internal sealed class PlainView
{
    private readonly (int Start, int End)[]? places;

    private PlainView(string text, (int Start, int End)[]? places) => (Text, this.places) = (text, places);

    public string Text { get; }

    /// <summary>Where a stretch of <see cref="Text"/> stands in the original: start and end.</summary>
    public (int Start, int End) Original(int index, int length) => places is null ? (index, index + length) : (places[index].Start, places[index + length - 1].End);

    public static PlainView Of(string text)
    {
        if (IsPlain(text)) return new PlainView(WithDigits(text.ToCharArray()), places: null);
        var reading = new Reading(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var width) != System.Buffers.OperationStatus.Done) rune = new Rune(' ');
            reading.Add(rune, i, i + width);
            i += width;
        }
        return reading.View();
    }

    /// <summary>The same for an address, with percent-encoding undone (twice: "%2540" too).</summary>
    public static PlainView OfAddress(string address)
    {
        var units = new List<(byte Value, int Start, int End)>(address.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < address.Length;)
        {
            if (Rune.DecodeFromUtf16(address.AsSpan(i), out var rune, out var width) != System.Buffers.OperationStatus.Done) rune = new Rune(' ');
            var count = rune.EncodeToUtf8(bytes);
            for (var b = 0; b < count; b++) units.Add((bytes[b], i, i + width));
            i += width;
        }
        units = Unescape(Unescape(units));
        var reading = new Reading(units.Count);
        var utf8 = units.Select(u => u.Value).ToArray();
        for (var i = 0; i < utf8.Length;)
        {
            if (Rune.DecodeFromUtf8(utf8.AsSpan(i), out var rune, out var width) != System.Buffers.OperationStatus.Done) rune = new Rune(' ');
            reading.Add(rune, units[i].Start, units[i + width - 1].End);
            i += width;
        }
        return reading.View();
    }

    /// <summary>Read as written: most texts are.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is not (>= ' ' and <= '~' or '\n' or '\r' or >= 'À' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF')) return false;
        return true;
    }

    /// <summary>"O912..." for "0912...", "09l2..." for "0912...": letters that look like a digit, beside digits and no other letter, are read as one.</summary>
    /// <remarks>An l stands after numbers as a unit too ("5l"), so it needs a digit on both sides, or a number's length before it.</remarks>
    private static string WithDigits(char[] text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsLookalike(text[i])) continue;
            var end = i + 1;
            while (end < text.Length && IsLookalike(text[end])) end++;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = end < text.Length ? text[end] : ' ';
            if (char.IsLetter(before) || char.IsLetter(after) || !char.IsAsciiDigit(before) && !char.IsAsciiDigit(after)) { i = end - 1; continue; }
            var next = after is (' ' or '.' or '-') && end + 1 < text.Length ? text[end + 1] : after;
            var number = char.IsAsciiDigit(before) && (char.IsAsciiDigit(next) || Digits(text, i - 1, -1) + end - i >= PhoneLength);
            for (var k = i; k < end; k++)
                if (text[k] is 'o' or 'O') text[k] = '0';
                else if (number) text[k] = '1';
            i = end - 1;
        }
        return new string(text);
    }

    /// <summary>Digits of a telephone number, the shortest.</summary>
    private const int PhoneLength = 10;

    private static bool IsLookalike(char c) => c is 'o' or 'O' or 'l' or 'I';

    /// <summary>Digits beside a place, one space, stop or dash between two allowed; counted as far as a number needs.</summary>
    private static int Digits(ReadOnlySpan<char> text, int from, int step)
    {
        var digits = 0;
        for (var i = from; i >= 0 && i < text.Length && digits < PhoneLength; i += step)
            if (char.IsAsciiDigit(text[i])) digits++;
            else if (text[i] is not (' ' or '.' or '-') || i + step < 0 || i + step >= text.Length || !char.IsAsciiDigit(text[i + step])) break;
        return digits;
    }

    private static List<(byte Value, int Start, int End)> Unescape(List<(byte Value, int Start, int End)> units)
    {
        var result = new List<(byte, int, int)>(units.Count);
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Value == '%' && i + 2 < units.Count && Hex(units[i + 1].Value) is var high and >= 0 && Hex(units[i + 2].Value) is var low and >= 0)
            {
                result.Add(((byte)(high * 16 + low), units[i].Start, units[i + 2].End));
                i += 2;
            }
            else result.Add(units[i]);
        }
        return result;
    }

    private static int Hex(byte b) => char.IsAsciiHexDigit((char)b) ? Convert.ToInt32(((char)b).ToString(), 16) : -1;

    private sealed class Reading(int capacity)
    {
        private readonly List<char> text = new(capacity);
        private readonly List<(int Start, int End)> places = new(capacity);

        /// <summary>Where raised and lowered digits stand, and as what.</summary>
        private readonly List<(int At, char Written)> raised = [];

        public void Add(Rune rune, int start, int end)
        {
            var category = Rune.GetUnicodeCategory(rune);
            // Zero-width characters, variation selectors and keycap rings inside a number hide nothing from a reader.
            if (category == UnicodeCategory.Format || rune.Value is 0xFE0F or 0x20E3 or 0x034F) return;
            var plain = rune.Value switch
            {
                < 0x80 when category == UnicodeCategory.Control && rune.Value is not ('\n' or '\r') => ' ',
                < 0x80 => (char)rune.Value,
                >= 0xFF01 and <= 0xFF5E => (char)(rune.Value - 0xFEE0),
                >= 0x2010 and <= 0x2015 or 0x2212 or 0xFE58 or 0xFE63 => '-',
                0x2024 or 0x00B7 or 0x2022 or 0x2219 or 0x22C5 or 0x3002 => '.',
                0x2028 or 0x2029 or 0x0085 => '\n',
                _ when category == UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
                _ when category == UnicodeCategory.OtherNumber && Rune.GetNumericValue(rune) is >= 0 and <= 9 and var value && double.IsInteger(value) => (char)('0' + (int)value), // ① ❷ ⁰ ₁
                _ when category == UnicodeCategory.SpaceSeparator => ' ',
                <= 0xFFFF => (char)rune.Value,
                _ => '\u25A1', // one mark for what lies beyond: no rule looks at it
            };
            if (IsRaised(rune.Value)) raised.Add((text.Count, (char)rune.Value));
            text.Add(plain);
            places.Add((start, end));
        }

        private static bool IsRaised(int c) => c is 0xB2 or 0xB3 or 0xB9 or 0x2070 or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089);

        /// <summary>A raised digit is one of a number's where it stands among enough of them; "m²", "10⁹" and a note's sign behind a number are not.</summary>
        private void Lower(char[] text)
        {
            for (var i = 0; i < raised.Count;)
            {
                var end = i + 1;
                while (end < raised.Count && raised[end].At == raised[end - 1].At + 1) end++;
                var (from, length) = (raised[i].At, end - i);
                var (before, after) = (Digits(text, from - 1, -1), Digits(text, from + length, +1));
                var ofNumber = length >= RaisedNumber || before + length + after >= RaisedNumber && !(from > 0 && char.IsLetter(text[from - 1])) && !(before >= PhoneLength && after == 0);
                for (; i < end; i++) if (!ofNumber) text[raised[i].At] = raised[i].Written;
            }
        }

        /// <summary>Digits from which raised ones are a number of their own.</summary>
        private const int RaisedNumber = 8;

        public PlainView View()
        {
            char[] plain = [.. text];
            Lower(plain);
            return new PlainView(WithDigits(plain), [.. places]);
        }
    }
}
