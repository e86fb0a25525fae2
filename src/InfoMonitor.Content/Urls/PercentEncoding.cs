using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Urls;

/// <summary>The percent-encode sets of the WHATWG URL Standard.</summary>
internal static class PercentEncoding
{
    private const string FragmentSet = " \"<>`";
    private const string QuerySet = " \"#<>";
    private const string PathSet = QuerySet + "?^`{}";
    private const string UserInfoSet = PathSet + "/:;=@[\\]|";

    public static bool InFragment(int c) => InControl(c) || FragmentSet.Contains((char)c);

    public static bool InQuery(int c) => InControl(c) || QuerySet.Contains((char)c);

    public static bool InSpecialQuery(int c) => InQuery(c) || c == '\'';

    public static bool InPath(int c) => InControl(c) || PathSet.Contains((char)c);

    public static bool InUserInfo(int c) => InControl(c) || UserInfoSet.Contains((char)c);

    public static bool InControl(int c) => c is <= 0x1F or > 0x7E;

    /// <summary>Appends a code point, its UTF-8 bytes escaped when it is in the set.</summary>
    public static void AppendEncoded(this StringBuilder text, int codePoint, Func<int, bool> set)
    {
        if (!set(codePoint))
        {
            text.Append((char)codePoint);
            return;
        }
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var b in utf8[..new Rune(codePoint).EncodeToUtf8(utf8)]) text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
    }

    /// <summary>The text whose UTF-8 bytes were escaped; invalid bytes become U+FFFD.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                bytes[length++] = (byte)((Hex(bytes[i + 1]) << 4) | Hex(bytes[i + 2]));
                i += 2;
            }
            else bytes[length++] = bytes[i];
        }
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>One spelling of escapes: capitals, and none for letters, digits and <c>-._~</c> (RFC 3986, 6.2.2).</summary>
    public static string Unify(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var unified = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                unified.Append(text[i]);
                continue;
            }
            var value = (char)((Hex((byte)text[i + 1]) << 4) | Hex((byte)text[i + 2]));
            if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~') unified.Append(value);
            else unified.Append('%').Append(char.ToUpperInvariant(text[i + 1])).Append(char.ToUpperInvariant(text[i + 2]));
            i += 2;
        }
        return unified.ToString();
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
