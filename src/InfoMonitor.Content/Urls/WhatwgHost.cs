using System.Globalization;
using System.Numerics;
using System.Text;

namespace InfoMonitor.Content.Urls;

/// <summary>The host parser of the WHATWG URL Standard.</summary>
internal static class WhatwgHost
{
    private const string Forbidden = "\0\t\n\r #/:<>?@[\\]^|";

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>The serialised host; null when it is none.</summary>
    public static string? Parse(string input, bool special)
    {
        if (input.StartsWith('[')) return input.EndsWith(']') && Ipv6(input[1..^1]) is { } pieces ? $"[{Serialize(pieces)}]" : null;
        if (!special) return Opaque(input);
        var domain = ToAscii(PercentEncoding.Decode(input));
        if (string.IsNullOrEmpty(domain)) return null;
        foreach (var c in domain)
            if (c is <= ' ' or '%' or '\x7F' || Forbidden.Contains(c)) return null;
        return EndsInNumber(domain) ? Ipv4(domain) : domain;
    }

    private static string? Opaque(string input)
    {
        var host = new StringBuilder(input.Length);
        foreach (var rune in input.EnumerateRunes())
        {
            if (Forbidden.Contains((char)rune.Value) && rune.Value < 0x80) return null;
            host.AppendEncoded(rune.Value, PercentEncoding.InControl);
        }
        return host.ToString();
    }

    /// <summary>UTS 46, non-transitional. Labels are mapped one by one, because the mapping of .NET refuses empty ones.</summary>
    private static string? ToAscii(string domain)
    {
        if (Ascii.IsValid(domain)) return domain.ToLowerInvariant();
        // The ideographic full stops separate labels too; the soft hyphen and its like vanish.
        var labels = domain.Split('.', '\u3002', '\uFF0E', '\uFF61');
        for (var i = 0; i < labels.Length; i++)
        {
            if (Label(labels[i]) is not { } label) return null;
            labels[i] = label;
        }
        return string.Join('.', labels);
    }

    private static string? Label(string label)
    {
        if (label.Length == 0) return label;
        if (Ascii.IsValid(label) && !label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) return label.ToLowerInvariant();
        try
        {
            var ascii = Idn.GetAscii(label).ToLowerInvariant();
            // A punycode label must decode to what would be encoded so, and to something that needs it.
            return ascii.StartsWith("xn--", StringComparison.Ordinal) && Ascii.IsValid(Idn.GetUnicode(ascii)) ? null : ascii;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool EndsInNumber(string domain)
    {
        var parts = domain.Split('.').ToList();
        if (parts[^1].Length == 0)
        {
            if (parts.Count == 1) return false;
            parts.RemoveAt(parts.Count - 1);
        }
        var last = parts[^1];
        return (last.Length > 0 && last.All(char.IsAsciiDigit)) || Number(last) is not null;
    }

    private static string? Ipv4(string domain)
    {
        var parts = domain.Split('.').ToList();
        if (parts[^1].Length == 0 && parts.Count > 1) parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 4) return null;
        BigInteger address = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (Number(parts[i]) is not { } number) return null;
            var last = i == parts.Count - 1;
            if (number >= (last ? BigInteger.Pow(256, 5 - parts.Count) : 256)) return null;
            address += last ? number : number * BigInteger.Pow(256, 3 - i);
        }
        var bits = (uint)address;
        return string.Create(CultureInfo.InvariantCulture, $"{bits >> 24}.{(bits >> 16) & 255}.{(bits >> 8) & 255}.{bits & 255}");
    }

    /// <summary>Decimal, octal (leading 0) or hexadecimal (leading 0x), as inet_aton reads it; null when it is no number.</summary>
    private static BigInteger? Number(string part)
    {
        if (part.Length == 0) return null;
        var radix = 10;
        if (part.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) (part, radix) = (part[2..], 16);
        else if (part.Length > 1 && part[0] == '0') (part, radix) = (part[1..], 8);
        // 64 digits are past any valid value: no need to compute with what a hostile page sends.
        BigInteger value = 0;
        foreach (var c in part)
        {
            if (!char.IsAsciiHexDigit(c)) return null;
            var digit = Convert.ToInt32(c.ToString(), 16);
            if (digit >= radix) return null;
            if (value.GetBitLength() < 256) value = value * radix + digit;
        }
        return value;
    }

    private static ushort[]? Ipv6(string input)
    {
        // IPAddress would take scope ids and ports, so the pieces are read here.
        var valid = input.Length is >= 2 and <= 45 && input.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.');
        if (!valid) return null;
        var v4 = input.Contains('.', StringComparison.Ordinal);
        if (v4)
        {
            var colon = input.LastIndexOf(':');
            var octets = input[(colon + 1)..].Split('.');
            if (colon < 0 || octets.Length != 4 || !Array.TrueForAll(octets, o => o.Length is > 0 and <= 3 && o.All(char.IsAsciiDigit) && (o.Length == 1 || o[0] != '0') && int.Parse(o, CultureInfo.InvariantCulture) < 256)) return null;
            var b = Array.ConvertAll(octets, o => int.Parse(o, CultureInfo.InvariantCulture));
            input = string.Create(CultureInfo.InvariantCulture, $"{input[..(colon + 1)]}{(b[0] << 8) | b[1]:x}:{(b[2] << 8) | b[3]:x}");
        }
        var compressed = input.IndexOf("::", StringComparison.Ordinal);
        if (compressed >= 0 && input.IndexOf("::", compressed + 1, StringComparison.Ordinal) >= 0) return null;
        var head = compressed < 0 ? input.Split(':') : Split(input[..compressed]);
        var tail = compressed < 0 ? [] : Split(input[(compressed + 2)..]);
        if (compressed < 0 ? head.Length != 8 : head.Length + tail.Length > 7) return null;
        var pieces = new ushort[8];
        for (var i = 0; i < head.Length; i++)
            if (!Piece(head[i], out pieces[i])) return null;
        for (var i = 0; i < tail.Length; i++)
            if (!Piece(tail[i], out pieces[8 - tail.Length + i])) return null;
        return pieces;

        static string[] Split(string side) => side.Length == 0 ? [] : side.Split(':');

        static bool Piece(string text, out ushort piece)
        {
            piece = 0;
            return text.Length is >= 1 and <= 4 && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out piece);
        }
    }

    /// <summary>The longest run of two or more zero pieces, the first of equals, becomes <c>::</c>.</summary>
    private static string Serialize(ushort[] pieces)
    {
        int best = -1, length = 1;
        for (var i = 0; i < 8; i++)
        {
            var end = i;
            while (end < 8 && pieces[end] == 0) end++;
            if (end - i > length) (best, length) = (i, end - i);
            if (end > i) i = end;
        }
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            if (i == best)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }
            if (text.Length > 0 && text[^1] != ':') text.Append(':');
            text.Append(pieces[i].ToString("x", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }
}
