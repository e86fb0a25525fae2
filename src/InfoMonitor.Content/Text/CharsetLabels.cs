using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>Names of character sets as pages write them, to encodings (WHATWG Encoding Standard, section 4.2).</summary>
internal static class CharsetLabels
{
    /// <summary>What browsers read under another name: the labels lie, and the wider set reads both.</summary>
    private static readonly FrozenDictionary<string, int> Corrected = Table("""
        1252: ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 l1 latin1 cp819 ibm819 csisolatin1 windows-1252 cp1252 x-cp1252 x-user-defined
        1254: iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 l5 latin5 csisolatin5 windows-1254 cp1254 x-cp1254
        874: iso-8859-11 iso8859-11 iso885911 tis-620 dos-874 windows-874
        54936: gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 gb18030 cp936
        949: euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
        932: shift_jis shift-jis sjis csshiftjis ms932 ms_kanji windows-31j x-sjis
        51932: euc-jp cseucpkdfmtjapanese x-euc-jp
        950: big5 big5-hkscs cn-big5 csbig5 x-x-big5
        1258: windows-1258 cp1258 x-cp1258
        1250: windows-1250 cp1250 x-cp1250
        1251: windows-1251 cp1251 x-cp1251
        28592: iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 l2 latin2 csisolatin2
        28598: iso-8859-8-i logical csiso88598i
        28605: iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 csisolatin9
        10000: macintosh mac x-mac-roman csmacintosh
        10007: x-mac-cyrillic x-mac-ukrainian
        65001: utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
        1201: utf-16be unicodefffe
        1200: utf-16 utf-16le ucs-2 csunicode iso-10646-ucs-2 unicode unicodefeff utf16 utf-16-le
        12000: utf-32 utf-32le ucs-4 utf32
        12001: utf-32be
        """);

    private static readonly SearchValues<char> EndOfParameter = SearchValues.Create("; \t\r\n\f,");

    static CharsetLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null for a name that is none, or none a page may use (UTF-7 and its kin hide markup from whoever inspects the bytes).</summary>
    public static Encoding? Find(string? label)
    {
        label = label?.Trim(' ', '\t', '\r', '\n', '\f').ToLowerInvariant();
        if (label is not { Length: > 0 and < 40 }) return null;
        if (Corrected.TryGetValue(label, out var page)) return Page(page);
        if (label is "utf-7" or "unicode-1-1-utf-7" or "csunicode11utf7" || label.StartsWith("x-unicode", StringComparison.Ordinal) || label.StartsWith("iso-2022-", StringComparison.Ordinal) && label != "iso-2022-jp" || label.StartsWith("hz-", StringComparison.Ordinal) || label.StartsWith("ibm0", StringComparison.Ordinal)) return null;
        try { return Encoding.GetEncoding(label) is { CodePage: not (65000 or 37) } found ? found : null; }
        catch (ArgumentException) { return null; }
    }

    public static Encoding Page(int codePage) => codePage switch
    {
        65001 => Encoding.UTF8,
        _ => Encoding.GetEncoding(codePage),
    };

    /// <summary>The charset parameter of a Content-Type header; null when there is none that is known.</summary>
    public static Encoding? FromContentType(string? contentType)
    {
        if (contentType is null) return null;
        for (var at = contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase); at >= 0; at = contentType.IndexOf("charset", at + 7, StringComparison.OrdinalIgnoreCase))
        {
            var rest = contentType.AsSpan(at + 7).TrimStart();
            if (rest.Length == 0 || rest[0] != '=') continue;
            rest = rest[1..].TrimStart();
            if (rest.Length > 0 && rest[0] is '"' or '\'')
            {
                var close = rest[1..].IndexOf(rest[0]);
                return close < 0 ? null : Find(rest[1..(close + 1)].ToString());
            }
            var end = rest.IndexOfAny(EndOfParameter);
            return Find((end < 0 ? rest : rest[..end]).ToString());
        }
        return null;
    }

    /// <summary>A byte-order mark; the number of bytes it takes.</summary>
    public static (Encoding? Encoding, int Length) FromMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Page(12000), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Page(12001), 4),
        [0xFF, 0xFE, ..] => (Page(1200), 2),
        [0xFE, 0xFF, ..] => (Page(1201), 2),
        _ => (null, 0),
    };

    private static FrozenDictionary<string, int> Table(string lines) =>
        lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(label => (label, page: int.Parse(words[0].TrimEnd(':'), System.Globalization.CultureInfo.InvariantCulture))))
            .ToFrozenDictionary(pair => pair.label, pair => pair.page, StringComparer.Ordinal);
}
