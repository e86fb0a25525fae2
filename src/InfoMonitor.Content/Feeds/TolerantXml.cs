using System.Buffers;

namespace InfoMonitor.Content.Feeds;

/// <summary>
/// A reader of XML as publishers write it: unknown entities, bare ampersands, unclosed and crossed tags, unquoted attributes, text before the declaration and
/// unfinished documents are read for what they hold. Linear in the length, bounded in depth; it opens nothing and expands nothing that grows.
/// </summary>
/// <remarks>System.Xml stops at the first of these slips; of the feeds that feedparser's authors collected, a third has one.</remarks>
/// <param name="text">The decoded document.</param>
/// <param name="opened">Sees each element when its start tag was read.</param>
/// <param name="closed">Sees each element once it is whole; true when it may be forgotten.</param>
internal sealed class TolerantXml(string text, Action<XmlElement> opened, Func<XmlElement, bool> closed)
{
    /// <summary>Deeper elements are read as if they stood at this depth.</summary>
    private const int MaximumDepth = 64;

    private const int MaximumAttributes = 64;

    /// <summary>Pieces kept of one entry; what comes after is read over.</summary>
    private const int MaximumPieces = 50_000;

    private static readonly SearchValues<char> EndOfUnquoted = SearchValues.Create(" \t\r\n><");

    private int _pieces;
    private readonly XmlEntities _entities = new();
    private readonly List<XmlElement> _open = [];
    private int _at;

    /// <summary>Why the document is not read further; null when nothing speaks against it.</summary>
    public FeedReading.Refused? Refusal { get; private set; }

    /// <summary>Whether all was read: what closes from now on is closed by the document's end, not by a tag.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Set by who has seen enough.</summary>
    public bool Stop { get; set; }

    public void Read()
    {
        while (_at < text.Length && !Stop && Refusal is null)
        {
            if (text[_at] != '<') ReadText();
            else if (Starts("<!--")) SkipPast("-->");
            else if (Starts("<![CDATA[")) ReadCharacterData();
            else if (Starts("<!DOCTYPE", ignoreCase: true)) ReadDocumentType();
            else if (Starts("</")) ReadEndTag();
            else if (Starts("<?")) SkipPast(">");
            else if (Starts("<!")) SkipPast(">");
            else if (_at + 1 < text.Length && IsNameStart(text[_at + 1])) ReadStartTag();
            else { Add("<"); _at++; }
        }
        AtEnd = true;
        while (_open.Count > 0 && Refusal is null && !Stop) CloseInnermost();
    }

    private void ReadText()
    {
        var end = text.IndexOf('<', _at);
        if (end < 0) end = text.Length;
        if (_open.Count > 0) Add(_entities.Decode(text[_at..end]));
        _at = end;
    }

    private void ReadCharacterData()
    {
        var start = _at + 9;
        var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
        Add(end < 0 ? text[start..] : text[start..end]);
        _at = end < 0 ? text.Length : end + 3;
    }

    private void ReadDocumentType()
    {
        var (start, quote, subset) = (_at + 9, '\0', -1);
        for (_at = start; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (quote != 0) { if (c == quote) quote = '\0'; }
            else if (c is '"' or '\'') quote = c;
            else if (c == '[' && subset < 0) subset = _at + 1;
            else if (subset >= 0 && Starts("<!--"))
            {
                // Quotes in comments quote nothing.
                var end = text.IndexOf("-->", _at + 4, StringComparison.Ordinal);
                if (end < 0) break;
                _at = end + 2;
            }
            else if (c == ']' && subset >= 0)
            {
                Refusal = _entities.Declare(text.AsSpan(subset, _at - subset));
                SkipPast(">");
                return;
            }
            else if (c == '>' && subset < 0) { _at++; return; }
        }
        // Unfinished: what it declares could still be meant.
        if (subset >= 0) Refusal = _entities.Declare(text.AsSpan(subset));
        _at = text.Length;
    }

    private void ReadStartTag()
    {
        _at++;
        var qualified = ReadName();
        List<(string Name, string Value)> attributes = [];
        while (_at < text.Length && ReadAttribute() is { } attribute)
            if (attributes.Count < MaximumAttributes && attribute.Name.Length > 0) attributes.Add(attribute);
        if (_at >= text.Length) return;   // half a tag: which of its attributes are whole, and what they are of, nobody knows
        var empty = text[_at] == '/' && _at + 1 < text.Length && text[_at + 1] == '>';
        if (empty) _at++;
        if (text[_at] == '>') _at++;

        var parent = _open.Count > 0 ? _open[^1] : null;
        var declared = Declarations(attributes);
        var (space, name) = Split(qualified, declared, parent, isAttribute: false);
        // An entry inside an entry is one whose end tag is missing.
        if (space is "" or "atom" && name is "item" or "entry" && _open.FindIndex(e => e.Name == name && e.Space == space) is >= 0 and var unclosed)
        {
            while (_open.Count > unclosed) CloseInnermost();
            parent = _open.Count > 0 ? _open[^1] : null;
        }
        var element = new XmlElement(space, name, parent) { Declared = declared };
        foreach (var (attributeName, value) in attributes)
        {
            var (attributeSpace, local) = Split(attributeName, declared, parent, isAttribute: true);
            element.Attributes.Add((attributeSpace.Length > 0 ? attributeSpace + ":" + local : local, value));
        }
        if (_pieces++ < MaximumPieces) parent?.Add(element);
        _open.Add(element);
        opened(element);
        if (empty || _open.Count > MaximumDepth) CloseInnermost();
    }

    private void ReadEndTag()
    {
        _at += 2;
        var name = ReadName();
        SkipPast(">");
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        name = (colon < 0 ? name : name[(colon + 1)..]).ToLowerInvariant();
        var found = _open.FindLastIndex(e => e.Name == name);
        if (found < 0) return;
        while (_open.Count > found) CloseInnermost();
    }

    private void CloseInnermost()
    {
        var element = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (!closed(element)) return;
        element.Parent?.Drop(element);
        _pieces = 0;
    }

    /// <summary>Null at the end of the tag; an empty name for what is no attribute.</summary>
    private (string Name, string Value)? ReadAttribute()
    {
        SkipSpace();
        if (_at >= text.Length || text[_at] is '>' or '<' || text[_at] == '/' && _at + 1 < text.Length && text[_at + 1] == '>') return null;
        if (!IsNameStart(text[_at])) { _at++; return ("", ""); }
        var name = ReadName().ToLowerInvariant();
        SkipSpace();
        if (_at >= text.Length || text[_at] != '=') return (name, "");
        _at++;
        SkipSpace();
        if (_at >= text.Length) return (name, "");
        int start, end;
        if (text[_at] is '"' or '\'')
        {
            start = _at + 1;
            end = text.IndexOf(text[_at], start);
            if (end < 0) end = text.Length;
            _at = Math.Min(end + 1, text.Length);
        }
        else
        {
            start = _at;
            end = text.AsSpan(start).IndexOfAny(EndOfUnquoted);
            end = end < 0 ? text.Length : start + end;
            _at = end;
        }
        return (name, _entities.Decode(text[start..end]));
    }

    private static List<(string Prefix, string Space)>? Declarations(List<(string Name, string Value)> attributes)
    {
        List<(string, string)>? declared = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns") (declared ??= []).Add(("", Namespaces.Word(value)));
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) (declared ??= []).Add((name[6..], Namespaces.Word(value)));
        }
        return declared;
    }

    private static (string Space, string Name) Split(string qualified, List<(string Prefix, string Space)>? declared, XmlElement? parent, bool isAttribute)
    {
        var colon = qualified.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : qualified[..colon].ToLowerInvariant();
        var name = (colon < 0 ? qualified : qualified[(colon + 1)..]).ToLowerInvariant();
        if (isAttribute && colon < 0) return ("", name);
        if (prefix is "xml" or "xmlns") return (prefix, name);
        foreach (var (p, space) in declared ?? []) if (p == prefix) return (space, name);
        for (var above = parent; above is not null; above = above.Parent)
            foreach (var (p, space) in above.Declared ?? []) if (p == prefix) return (space, name);
        return (prefix is "rss" ? "" : prefix, name);
    }

    private string ReadName()
    {
        var start = _at;
        while (_at < text.Length && (IsNameStart(text[_at]) || text[_at] is '-' or '.' || char.IsAsciiDigit(text[_at]))) _at++;
        return text[start..Math.Min(_at, start + 128)];
    }

    private void Add(string piece)
    {
        if (_open.Count > 0 && _pieces++ < MaximumPieces) _open[^1].Add(piece);
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private void SkipPast(string mark)
    {
        var end = text.IndexOf(mark, _at, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + mark.Length;
    }

    private bool Starts(string mark, bool ignoreCase = false) =>
        string.Compare(text, _at, mark, 0, mark.Length, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0;

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c > '\u007f' && char.IsLetter(c);
}
