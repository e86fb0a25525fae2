using System.Net;
using System.Text;

namespace InfoMonitor.Content.Feeds;

/// <summary>Entities of a feed: character references, HTML's names (feeds use them undeclared), and short literal ones from the document's own DOCTYPE.</summary>
internal sealed class XmlEntities
{
    /// <summary>Longer values are not what a feed declares entities for; many short uses of a long one are the quadratic blow-up.</summary>
    private const int LongestValue = 256;

    /// <summary>XHTML's three sets hold 253.</summary>
    private const int MostDeclared = 512;

    /// <summary>Characters that declared entities may add to a document; beyond it references stay as written.</summary>
    private const int MostAdded = 1_000_000;

    private int _added;

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);

    /// <summary>Takes the internal subset of a DOCTYPE; the reason where it must be refused. Nothing outside the document is ever looked at:
    /// parameter entities are passed over, so what they would have declared is simply not there.</summary>
    public FeedReading.Refused? Declare(ReadOnlySpan<char> subset)
    {
        for (int at; (at = subset.IndexOf("<!ENTITY", StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            subset = subset[(at + 8)..].TrimStart();
            if (subset.StartsWith("%")) continue;
            var end = subset.IndexOfAny(" \t\r\n");
            if (end <= 0) return null;
            var name = subset[..end].ToString();
            subset = subset[end..].TrimStart();
            if (subset.StartsWith("SYSTEM", StringComparison.OrdinalIgnoreCase) || subset.StartsWith("PUBLIC", StringComparison.OrdinalIgnoreCase))
                return new FeedReading.Refused(FeedFault.ExternalEntity, Short(name));
            if (subset.Length == 0 || subset[0] is not ('"' or '\'')) continue;
            var close = subset[1..].IndexOf(subset[0]);
            if (close < 0) return null;
            var value = Characters(subset[1..(close + 1)].ToString());
            subset = subset[(close + 2)..];
            if (value.Length > LongestValue || _declared.Count >= MostDeclared) return new FeedReading.Refused(FeedFault.LargeEntity, Short(name));
            if (NamesEntity(value)) return new FeedReading.Refused(FeedFault.NestedEntity, Short(name));
            _declared.TryAdd(name, value);
        }
        return null;
    }

    /// <summary>Text with its references resolved, each once; a reference that means nothing stays as written.</summary>
    public string Decode(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0) return text;
        if (_declared.Count > 0) text = WithDeclared(text, at);
        return WebUtility.HtmlDecode(text);
    }

    private string WithDeclared(string text, int at)
    {
        var result = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            var end = text[at] == '&' ? text.AsSpan(at + 1, Math.Min(64, text.Length - at - 1)).IndexOfAnyExcept(NameCharacters) : -1;
            if (end > 0 && text[at + 1 + end] == ';' && _declared.TryGetValue(text.Substring(at + 1, end), out var value) && _added < MostAdded)
            {
                _added += value.Length;
                // What it stands for is text already: its ampersands must survive the decoding that follows.
                result.Append(value.Replace("&", "&amp;", StringComparison.Ordinal));
                at += end + 2;
            }
            else result.Append(text[at++]);
        }
        return result.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    private static string Characters(string value) => value.Contains("&#", StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;

    private static bool NamesEntity(string value)
    {
        for (var at = value.IndexOf('&', StringComparison.Ordinal); at >= 0; at = value.IndexOf('&', at + 1))
        {
            var semicolon = value.IndexOf(';', at);
            if (semicolon > at + 1 && value.AsSpan(at + 1, semicolon - at - 1) is not ("amp" or "lt" or "gt" or "quot" or "apos")) return true;
        }
        return false;
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] : name;
}
