using System.Buffers;
using System.Text;

namespace InfoMonitor.Content.Robots;

internal enum RobotsKey { UserAgent, Allow, Disallow, Sitemap, CrawlDelay, Unknown }

/// <summary>The line syntax of robots.txt, with the liberties webmasters take.</summary>
internal static class RobotsText
{
    public static readonly SearchValues<char> TokenLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    private static readonly (string Prefix, RobotsKey Key)[] Keys =
    [
        ("user-agent", RobotsKey.UserAgent), ("useragent", RobotsKey.UserAgent), ("user agent", RobotsKey.UserAgent),
        ("allow", RobotsKey.Allow),
        ("disallow", RobotsKey.Disallow), ("dissallow", RobotsKey.Disallow), ("dissalow", RobotsKey.Disallow), ("disalow", RobotsKey.Disallow),
        ("diasllow", RobotsKey.Disallow), ("disallaw", RobotsKey.Disallow),
        ("sitemap", RobotsKey.Sitemap), ("site-map", RobotsKey.Sitemap),
        ("crawl-delay", RobotsKey.CrawlDelay), ("crawldelay", RobotsKey.CrawlDelay),
    ];

    public static RobotsKey KeyOf(ReadOnlySpan<char> key)
    {
        foreach (var (prefix, value) in Keys)
            if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return value;
        return RobotsKey.Unknown;
    }

    /// <summary><c>key: value</c>, or <c>key value</c> when there are exactly two words.</summary>
    public static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        key = value = default;
        var comment = line.IndexOf('#');
        if (comment >= 0) line = line[..comment];
        line = Trim(line);
        var split = line.IndexOf(':');
        if (split < 0)
        {
            split = line.IndexOfAny(' ', '\t');
            if (split < 0 || Trim(line[split..]).IndexOfAny(' ', '\t') >= 0) return false;
        }
        key = Trim(line[..split]);
        value = Trim(line[(split + 1)..]);
        return key.Length > 0;
    }

    /// <summary>Escapes bytes outside ASCII and writes hexadecimal digits of escapes in capitals, so that two spellings of one path are equal.</summary>
    public static string Escape(ReadOnlySpan<char> value)
    {
        var escaped = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]))
            {
                escaped.Append('%').Append(char.ToUpperInvariant(value[i + 1])).Append(char.ToUpperInvariant(value[i + 2]));
                i += 2;
            }
            else if (value[i] >= 0x80) escaped.Append('%').Append(((int)value[i]).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else escaped.Append(value[i]);
        }
        return escaped.ToString();
    }

    /// <summary>Index of the first char not in <paramref name="letters"/>, or the length.</summary>
    public static int IndexOfNone(this ReadOnlySpan<char> text, SearchValues<char> letters)
    {
        var at = text.IndexOfAnyExcept(letters);
        return at < 0 ? text.Length : at;
    }

    /// <summary>Lines end with CR, LF or both; nothing else (not NEL, which is a byte of Latin 1 here).</summary>
    public static LineEnumerator EnumerateLinesOfRobots(this ReadOnlySpan<char> text) => new(text);

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t\v\f\r\n");

    public ref struct LineEnumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;
        private bool over;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly LineEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (over) return false;
            var end = rest.IndexOfAny('\r', '\n');
            Current = end < 0 ? rest : rest[..end];
            over = end < 0;
            if (!over) rest = rest[(end + 1)..];
            return true;
        }
    }
}
