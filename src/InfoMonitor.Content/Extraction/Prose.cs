using System.Net;
using System.Text;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Strings as people read them.</summary>
internal static class Prose
{
    /// <summary>One line: entities that were escaped twice resolved, tags dropped, white space folded, NFC. Empty for null.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase)) text = WithoutTags(text);
        return Fold(text);
    }

    /// <summary>As <see cref="Line"/>, keeping paragraphs: a line per <c>p</c>, <c>br</c> or line break. Empty for null.</summary>
    public static string Lines(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        foreach (var mark in (ReadOnlySpan<string>)["</p>", "<br", "</li>", "</div>", "</h2>", "</h3>"]) text = text.Replace(mark, "\n" + mark, StringComparison.OrdinalIgnoreCase);
        return string.Join('\n', WithoutTags(text).Split('\n').Select(Fold).Where(line => line.Length > 0));
    }

    /// <summary>White space folded to single spaces, invisible characters dropped, NFC.</summary>
    public static string Fold(string text)
    {
        var line = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) { space = line.Length > 0; continue; }
            if (c is '\u00ad' or '\u200b' or '\ufeff' or '\u2060' or '\0' || (c < ' ')) continue;
            if (space) { line.Append(' '); space = false; }
            line.Append(c);
        }
        return Nfc.Of(line.ToString());
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!') && text.IndexOf('>', i) is > 0 and var end) { plain.Append(' '); i = end; }
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
