using System.Text;

namespace InfoMonitor.Content.Text;

/// <summary>Composed text (Unicode's form C) of whatever a page, a form or a file holds.</summary>
public static class Nfc
{
    /// <summary>Never throws: half surrogate pairs and U+FFFE, of which <see cref="string.Normalize()"/> will have nothing, become U+FFFD.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Sound(text);
        return text.IsNormalized() ? text : text.Normalize();
    }

    internal static string Sound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\uD800' || c is > '\uDFFF' and not '\uFFFE') continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) { i++; continue; }
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD'); // puts U+FFFD for each half
        }
        return text;
    }
}
