using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// A literal of a page's program as JSON: what programs may write and JSON may not (names without quotes, single quotes, <c>undefined</c>, <c>!0</c>, <c>new Date("...")</c>, <c>0x1F</c>, <c>Infinity</c>, remarks, a comma at the end).
/// Nothing is executed: a literal that holds anything else (a name, a call) is none.
/// </summary>
internal sealed class StateLiteral
{
    private readonly string _text;
    private readonly StringBuilder _json = new();
    private int _at;

    private StateLiteral(string text, int at) => (_text, _at) = (text, at);

    /// <summary>The object, array or string that begins at a place of a program, as JSON; null where there is none that is a literal through and through.</summary>
    public static string? Read(string program, int at)
    {
        var literal = new StateLiteral(program, at);
        return literal.Skip() is '{' or '[' or '"' or '\'' or '`' && literal.Value(MaximumDepth) ? literal._json.ToString() : null;
    }

    private const int MaximumDepth = 48;

    private bool Value(int depth)
    {
        if (depth == 0) return false;
        switch (Skip())
        {
            case '{': return Members('}', depth);
            case '[': return Members(']', depth);
            case '"' or '\'' or '`': return Text();
            default: return Word();
        }
    }

    private bool Members(char end, int depth)
    {
        _json.Append(_text[_at++]);
        for (var isFirst = true; ; isFirst = false)
        {
            if (Skip() == end) { _json.Append(end); _at++; return true; }
            if (!isFirst)
            {
                if (_text[_at] != ',' || ++_at >= _text.Length) return false;
                if (Skip() == end) continue;   // a comma at the end
                _json.Append(',');
            }
            if (_at >= _text.Length || (end == '}' && !Name()) || !Value(depth - 1)) return false;
            if (Skip() == '\0') return false;
        }
    }

    private bool Name()
    {
        if (Skip() is '"' or '\'') { if (!Text()) return false; }
        else
        {
            var start = _at;
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$')) _at++;
            if (_at == start) return false;
            _json.Append('"').Append(_text, start, _at - start).Append('"');
        }
        if (Skip() != ':') return false;
        _json.Append(':');
        _at++;
        return true;
    }

    /// <summary>Escapes as ECMAScript has them.</summary>
    private bool Text()
    {
        var (quote, read) = (_text[_at++], new StringBuilder());
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == quote)
            {
                _at++;
                _json.Append(JsonSerializer.Serialize(read.ToString()));
                return true;
            }
            if (quote == '`' && c == '$' && _at + 1 < _text.Length && _text[_at + 1] == '{') return false;   // a program's own value
            if (c != '\\') { read.Append(c); continue; }
            if (++_at >= _text.Length) return false;
            switch (_text[_at])
            {
                case 'n': read.Append('\n'); break;
                case 'r': read.Append('\r'); break;
                case 't': read.Append('\t'); break;
                case 'b' or 'f' or 'v' or '0': read.Append(' '); break;
                case '\n': break;
                case 'u' when Hexadecimal(4) is { } unit: read.Append(unit); break;
                case 'x' when Hexadecimal(2) is { } unit: read.Append(unit); break;
                case var other: read.Append(other); break;
            }
        }
        return false;
    }

    private char? Hexadecimal(int digits)
    {
        if (_at + digits >= _text.Length || !ushort.TryParse(_text.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return null;
        _at += digits;
        return (char)unit;
    }

    /// <summary>A number, or what has another name in JSON.</summary>
    private bool Word()
    {
        foreach (var (written, json) in (ReadOnlySpan<(string, string)>)[("true", "true"), ("false", "false"), ("null", "null"), ("undefined", "null"), ("void 0", "null"), ("NaN", "null"), ("Infinity", "null"), ("-Infinity", "null"), ("!0", "true"), ("!1", "false")])
        {
            if (string.CompareOrdinal(_text, _at, written, 0, written.Length) != 0 || (_at + written.Length < _text.Length && char.IsLetterOrDigit(_text[_at + written.Length]))) continue;
            _json.Append(json);
            _at += written.Length;
            return true;
        }
        if (string.CompareOrdinal(_text, _at, "new Date(", 0, 9) == 0)
        {
            _at += 9;
            if (Skip() is '"' or '\'' ? !Text() : !Word()) return false;
            if (Skip() != ')') return false;
            _at++;
            return true;
        }
        var start = _at;
        if (string.CompareOrdinal(_text, _at, "0x", 0, 2) == 0) return Hexadecimal();
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] is '-' or '+' or '.' or 'e' or 'E')) _at++;
        if (_at == start || !double.TryParse(_text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return false;
        _json.Append(number.ToString("R", CultureInfo.InvariantCulture));
        return true;
    }

    private bool Hexadecimal()
    {
        var end = _at += 2;
        while (end < _text.Length && char.IsAsciiHexDigit(_text[end])) end++;
        if (!long.TryParse(_text.AsSpan(_at, end - _at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return false;
        _json.Append(number.ToString(CultureInfo.InvariantCulture));
        _at = end;
        return true;
    }

    /// <summary>The next character that is neither white space nor in a remark; <c>\0</c> at the end.</summary>
    private char Skip()
    {
        for (; _at < _text.Length; _at++)
        {
            if (char.IsWhiteSpace(_text[_at])) continue;
            var remark = _text.AsSpan(_at) switch { ['/', '*', ..] => "*/", ['/', '/', ..] => "\n", _ => null };
            if (remark is null) return _text[_at];
            if (_text.IndexOf(remark, _at + 2, StringComparison.Ordinal) is >= 0 and var end) _at = end + remark.Length - 1;
            else _at = _text.Length;
        }
        return '\0';
    }
}
