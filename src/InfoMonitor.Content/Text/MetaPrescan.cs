using System.Buffers;
using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>The HTML standard's prescan of a byte stream for an encoding declared in a <c>meta</c> element (13.2.3.2), without parsing the page.</summary>
internal ref struct MetaPrescan
{
    /// <summary>The standard asks for 1,024 bytes, and lets the tree builder start anew at a later declaration; portals declare after their scripts.</summary>
    private const int Longest = 16 * 1024;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n\f;");

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private MetaPrescan(ReadOnlySpan<byte> bytes) => _bytes = bytes[..Math.Min(bytes.Length, Longest)];

    /// <summary>Null when nothing known is declared.</summary>
    public static Encoding? Find(ReadOnlySpan<byte> bytes) => new MetaPrescan(bytes).Scan();

    private Encoding? Scan()
    {
        if (XmlDeclaration.Sniff(_bytes) is { } sniffed) return sniffed;
        for (; _at < _bytes.Length; _at++)
        {
            if (_bytes[_at] != '<') continue;
            var rest = _bytes[_at..];
            if (rest.StartsWith("<!--"u8)) SkipComment();
            else if (IsMeta(rest))
            {
                _at += 5;
                if (FromMeta() is { } found) return found;
            }
            else if (rest.Length > 1 && (IsLetter(rest[1]) || rest[1] == '/' && rest.Length > 2 && IsLetter(rest[2]))) SkipTag();
            else if (rest.Length > 1 && rest[1] is (byte)'!' or (byte)'/' or (byte)'?') SkipTo('>');
        }
        return XmlDeclaration.EncodingOf(_bytes);
    }

    private Encoding? FromMeta()
    {
        bool gotPragma = false, usePragma = false, needPragma = false;
        string? charset = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Attribute() is var (name, value))
        {
            if (!seen.Add(name)) continue;
            switch (name)
            {
                case "http-equiv": gotPragma |= value == "content-type"; break;
                case "content" when charset is null && InContent(value) is { } named: (charset, usePragma) = (named, true); needPragma = true; break;
                case "charset": (charset, needPragma) = (value, false); usePragma = true; break;
            }
        }
        if (!usePragma || needPragma && !gotPragma || _at >= _bytes.Length) return null;
        var encoding = CharsetLabels.Find(charset);
        // A page that says so in ASCII bytes is not UTF-16.
        return encoding?.CodePage is 1200 or 1201 or 12000 or 12001 ? Encoding.UTF8 : encoding;
    }

    /// <summary>"Extracting a character encoding from a meta element" (2.4.4 of the URL and resources section).</summary>
    private static string? InContent(string content)
    {
        var at = 0;
        while ((at = content.IndexOf("charset", at, StringComparison.Ordinal)) >= 0)
        {
            at += 7;
            var rest = content.AsSpan(at).TrimStart(" \t\r\n\f");
            if (rest.Length == 0 || rest[0] != '=') continue;
            rest = rest[1..].TrimStart(" \t\r\n\f");
            if (rest.Length == 0) return null;
            if (rest[0] is '"' or '\'')
            {
                var close = rest[1..].IndexOf(rest[0]);
                return close < 0 ? null : rest[1..(close + 1)].ToString();
            }
            var end = rest.IndexOfAny(EndOfName);
            return (end < 0 ? rest : rest[..end]).ToString();
        }
        return null;
    }

    /// <summary>"Get an attribute": lower-case name and value; null at the end of the tag.</summary>
    private (string Name, string Value)? Attribute()
    {
        while (_at < _bytes.Length && (IsSpace(_bytes[_at]) || _bytes[_at] == '/')) _at++;
        if (_at >= _bytes.Length || _bytes[_at] == '>') return null;
        var start = _at;
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] is not ((byte)'/' or (byte)'>') && (_bytes[_at] != '=' || _at == start)) _at++;
        var name = Lower(_bytes[start.._at]);
        while (_at < _bytes.Length && IsSpace(_bytes[_at])) _at++;
        if (_at >= _bytes.Length || _bytes[_at] != '=') return (name, "");
        _at++;
        while (_at < _bytes.Length && IsSpace(_bytes[_at])) _at++;
        if (_at >= _bytes.Length) return (name, "");
        if (_bytes[_at] is (byte)'"' or (byte)'\'')
        {
            var quote = _bytes[_at++];
            var length = _bytes[_at..].IndexOf(quote);
            // Cut off inside: nothing that can be believed.
            if (length < 0) { _at = _bytes.Length; return null; }
            var quoted = Lower(_bytes.Slice(_at, length));
            _at += length + 1;
            return (name, quoted);
        }
        start = _at;
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] != '>') _at++;
        return _at < _bytes.Length ? (name, Lower(_bytes[start.._at])) : null;
    }

    private void SkipTag()
    {
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] != '>') _at++;
        while (Attribute() is not null) { }
    }

    private void SkipComment()
    {
        // "<!-->" is a whole comment: the dashes may be the same.
        var end = _bytes[(_at + 2)..].IndexOf("-->"u8);
        _at = end < 0 ? _bytes.Length : _at + 2 + end + 2;
    }

    private void SkipTo(char mark)
    {
        var end = _bytes[_at..].IndexOf((byte)mark);
        _at = end < 0 ? _bytes.Length : _at + end;
    }

    private static bool IsMeta(ReadOnlySpan<byte> rest) =>
        rest.Length > 5 && Ascii.EqualsIgnoreCase(rest[..5], "<meta"u8) && (IsSpace(rest[5]) || rest[5] == '/');

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f';

    private static string Lower(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).ToLowerInvariant();
}
