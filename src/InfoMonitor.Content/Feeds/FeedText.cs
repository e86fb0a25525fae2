using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Feeds;

/// <summary>Strings of feeds as people read them.</summary>
internal static partial class FeedText
{
    /// <summary>A title longer than this is no title; it is cut at a word.</summary>
    private const int LongestTitle = 1000;

    /// <summary>One line of plain text: what was escaped twice resolved, HTML's own tags dropped ("a &lt; b" stays), white space folded, NFC. Null when nothing is left.</summary>
    /// <param name="markup">False where the format says plain text: tags are then part of it.</param>
    public static string? Title(string? text, bool markup = true)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > LongestTitle * 16) text = text[..(LongestTitle * 16)];
        if (markup)
        {
            if (text.Contains('<', StringComparison.Ordinal)) text = Tag().Replace(text, Between);
            text = Decode(text);
        }
        else if (Escaped().IsMatch(text)) text = Decode(text);
        var line = Prose.Fold(Modern(text));
        if (line.Length > LongestTitle)
        {
            var end = line.LastIndexOf(' ', LongestTitle);
            line = line[..(end > LongestTitle / 2 ? end : LongestTitle - 1)] + "…";
        }
        return line.Length > 0 ? line : null;
    }

    /// <summary>An id or address: trimmed, else as given. Null when nothing is left.</summary>
    public static string? Word(string? text)
    {
        text = text?.Trim();
        return text is { Length: > 0 and <= 8192 } ? text : null;
    }

    private static string Between(Match tag) => tag.Groups["block"].Success ? " " : "";

    /// <summary>Feeds escape what was escaped already, sometimes more than once.</summary>
    private static string Decode(string text)
    {
        for (var round = 0; round < 2 && text.Contains('&', StringComparison.Ordinal); round++) text = WebUtility.HtmlDecode(text);
        return text;
    }

    /// <summary>Control characters 0x80-0x9F are windows-1252 under a wrong name (the HTML standard's table for &amp;#128; and its like).</summary>
    private static string Modern(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f') < 0) return text;
        var mended = new StringBuilder(text.Length);
        foreach (var c in text) mended.Append(c is >= '\u0080' and <= '\u009f' ? Windows1252[c - 0x80] : c);
        return mended.ToString();
    }

    private const string Windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    [GeneratedRegex(@"<!--.*?-->|<(script|style)\b.*?</(script|style)\s*>|</?(?<block>p|div|br|li|ul|ol|h[1-6]|tr|td|table|blockquote|img)\b[^<>]*>|</?(a|abbr|acronym|address|applet|article|aside|audio|b|base|basefont|bdi|bdo|big|blink|body|button|caption|cite|code|del|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr|script|style|iframe|object|embed|input|form|fieldset|figcaption|figure|footer|frame|frameset|head|header|html|link|main|meta|nav|noframes|noscript|ol|option|picture|pre|section|select|source|svg|tbody|textarea|tfoot|th|thead|time|title|video|math|marquee|center)\b[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();
}
