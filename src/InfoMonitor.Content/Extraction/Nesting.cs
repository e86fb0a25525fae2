using System.Collections.Frozen;

namespace InfoMonitor.Content.Extraction;

/// <summary>How deep a page's tags nest, told before it is parsed: AngleSharp looks through all open elements at every tag, so that 50,000 open ones cost half a minute, whatever depth its tree is held to.</summary>
internal static class Nesting
{
    /// <summary>Never left open by what a browser would call a page: void elements, and those whose end tag may be left out.</summary>
    private static readonly FrozenSet<string> Uncounted = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "path", "use", "image",
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "rb", "rp", "rt", "rtc", "html", "head", "body",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Their content is text, not tags.</summary>
    private static readonly FrozenSet<string> Raw = new[] { "script", "style", "textarea", "title", "noembed", "xmp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether more than <paramref name="most"/> elements are open at once somewhere, and how many end tags there are. One pass, no allocation; an estimate, for pages are not well-formed.</summary>
    public static (bool IsDeeper, int EndTags) Read(string html, int most)
    {
        var uncounted = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        var (open, ends) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = at + 1 < html.Length ? html.IndexOf('<', at + 1) : -1)
        {
            var rest = html.AsSpan(at + 1);
            var closing = rest is ['/', ..];
            var name = NameOf(closing ? rest[1..] : rest);
            if (name.IsEmpty)
            {
                if (rest.StartsWith("!--") && html.IndexOf("-->", at, StringComparison.Ordinal) is > 0 and var end) at = end;
                continue;
            }
            if (closing) ends++;
            if (uncounted.Contains(name)) continue;
            if (closing)
            {
                if (open > 0) open--;
                continue;
            }
            if (raw.Contains(name))
            {
                var end = html.AsSpan(at + 1).IndexOf(string.Concat("</", name), StringComparison.OrdinalIgnoreCase);
                if (end < 0) return (false, ends);   // the rest is text
                at += end + 1;
                continue;
            }
            if (++open > most) return (true, ends);
        }
        return (false, ends);
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0])) return default;
        var end = 1;
        while (end < text.Length && end < 32 && !char.IsWhiteSpace(text[end]) && text[end] is not ('>' or '/')) end++;
        return text[..end];
    }
}
