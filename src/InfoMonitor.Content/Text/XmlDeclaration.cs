using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>What the first bytes of an XML document say of its encoding (XML 1.0, appendix F).</summary>
internal static class XmlDeclaration
{
    private const int Longest = 1024;

    /// <summary>UTF-16 and UTF-32 without a byte-order mark, by the shape of <c>&lt;?</c>, or of a first tag.</summary>
    public static Encoding? Sniff(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'<', 0, 0, 0, _, 0, 0, 0, ..] => CharsetLabels.Page(12000),
        [0, 0, 0, (byte)'<', 0, 0, 0, _, ..] => CharsetLabels.Page(12001),
        [(byte)'<', 0, not 0, 0, ..] => CharsetLabels.Page(1200),
        [0, (byte)'<', 0, not 0, ..] => CharsetLabels.Page(1201),
        _ => null,
    };

    /// <summary>The encoding named in the declaration; UTF-16 and UTF-32 are not believed of bytes that spell it in ASCII.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, Longest)].IndexOf("<?xml"u8);
        if (start < 0) return null;
        var declaration = bytes[start..Math.Min(bytes.Length, start + Longest)];
        var end = declaration.IndexOf((byte)'>');
        if (end >= 0) declaration = declaration[..end];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0) return null;
        var rest = Encoding.Latin1.GetString(declaration[(at + 8)..]).AsSpan().TrimStart();
        if (rest.Length < 3 || rest[0] != '=') return null;
        rest = rest[1..].TrimStart();
        if (rest.Length == 0 || rest[0] is not ('"' or '\'')) return null;
        var close = rest[1..].IndexOf(rest[0]);
        var encoding = close < 0 ? null : CharsetLabels.Find(rest[1..(close + 1)].ToString());
        return encoding?.CodePage is 1200 or 1201 or 12000 or 12001 ? null : encoding;
    }
}
