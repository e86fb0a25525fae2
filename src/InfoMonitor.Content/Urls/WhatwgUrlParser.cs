using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Urls;

/// <summary>The basic URL parser of the WHATWG URL Standard, state by state under the standard's own names; linear in the input.</summary>
internal sealed class WhatwgUrlParser
{
    private const int End = -1;

    private readonly WhatwgUrl? baseUrl;
    private readonly int[] input;
    private readonly WhatwgUrl url = new();
    private readonly StringBuilder buffer = new();
    private readonly StringBuilder tail = new();
    private State state = State.SchemeStart;
    private int at;
    private bool atSignSeen;
    private bool insideBrackets;
    private bool passwordSeen;

    public WhatwgUrlParser(string text, WhatwgUrl? baseUrl)
    {
        this.baseUrl = baseUrl;
        var trimmed = text.AsSpan();
        while (trimmed.Length > 0 && trimmed[0] <= ' ') trimmed = trimmed[1..];
        while (trimmed.Length > 0 && trimmed[^1] <= ' ') trimmed = trimmed[..^1];
        var points = new List<int>(trimmed.Length);
        foreach (var rune in trimmed.EnumerateRunes()) // halves of surrogate pairs come out as U+FFFD
            if (rune.Value is not ('\t' or '\n' or '\r')) points.Add(rune.Value);
        input = [.. points];
    }

    private enum State
    {
        SchemeStart, Scheme, NoScheme, SpecialRelativeOrAuthority, PathOrAuthority, Relative, RelativeSlash, SpecialAuthoritySlashes,
        SpecialAuthorityIgnoreSlashes, Authority, Host, Port, File, FileSlash, FileHost, PathStart, Path, OpaquePath, Query, Fragment,
    }

    private bool Special => url.IsSpecial;

    public WhatwgUrl? Parse()
    {
        for (; ; at++)
        {
            var c = at < input.Length ? input[at] : End;
            if (!Step(c)) return null;
            if (at >= input.Length) break;
        }
        return url;
    }

    /// <summary>One turn of the state machine; false is failure.</summary>
    private bool Step(int c) => state switch
    {
        State.SchemeStart => SchemeStart(c),
        State.Scheme => Scheme(c),
        State.NoScheme => NoScheme(c),
        State.SpecialRelativeOrAuthority => c == '/' && Next() == '/' ? Go(State.SpecialAuthorityIgnoreSlashes, 1) : Go(State.Relative, -1),
        State.PathOrAuthority => c == '/' ? Go(State.Authority) : Go(State.Path, -1),
        State.Relative => Relative(c),
        State.RelativeSlash => RelativeSlash(c),
        State.SpecialAuthoritySlashes => c == '/' && Next() == '/' ? Go(State.SpecialAuthorityIgnoreSlashes, 1) : Go(State.SpecialAuthorityIgnoreSlashes, -1),
        State.SpecialAuthorityIgnoreSlashes => c is '/' or '\\' || Go(State.Authority, -1),
        State.Authority => Authority(c),
        State.Host => Host(c),
        State.Port => Port(c),
        State.File => File(c),
        State.FileSlash => FileSlash(c),
        State.FileHost => FileHost(c),
        State.PathStart => PathStart(c),
        State.Path => Path(c),
        State.OpaquePath => OpaquePath(c),
        State.Query => Query(c),
        State.Fragment => Fragment(c),
    };

    private bool Go(State next, int move = 0)
    {
        state = next;
        at += move;
        return true;
    }

    private int Next(int ahead = 1) => at + ahead < input.Length ? input[at + ahead] : End;

    private bool EndsAuthority(int c) => c is End or '/' or '?' or '#' || (Special && c == '\\');

    private bool IsSlash(int c) => c == '/' || (Special && c == '\\');

    private bool SchemeStart(int c)
    {
        if (!IsAlpha(c)) return Go(State.NoScheme, -1);
        buffer.Append((char)(c | 0x20));
        return Go(State.Scheme);
    }

    private bool Scheme(int c)
    {
        if (IsAlpha(c) || IsDigit(c) || c is '+' or '-' or '.')
        {
            buffer.Append(IsAlpha(c) ? (char)(c | 0x20) : (char)c);
            return true;
        }
        if (c != ':')
        {
            buffer.Clear();
            at = 0;
            return Go(State.NoScheme, -1);
        }
        url.Scheme = buffer.ToString();
        buffer.Clear();
        if (url.Scheme == "file") return Go(State.File);
        if (Special) return Go(baseUrl?.Scheme == url.Scheme ? State.SpecialRelativeOrAuthority : State.SpecialAuthoritySlashes);
        if (Next() == '/') return Go(State.PathOrAuthority, 1);
        url.OpaquePath = new StringBuilder();
        return Go(State.OpaquePath);
    }

    private bool NoScheme(int c)
    {
        if (baseUrl is null || (baseUrl.OpaquePath is not null && c != '#')) return false;
        if (baseUrl.OpaquePath is not null)
        {
            url.Scheme = baseUrl.Scheme;
            url.OpaquePath = new StringBuilder().Append(baseUrl.OpaquePath);
            url.Query = baseUrl.Query;
            return StartFragment();
        }
        return Go(baseUrl.Scheme == "file" ? State.File : State.Relative, -1);
    }

    private bool Relative(int c)
    {
        url.Scheme = baseUrl!.Scheme;
        if (IsSlash(c)) return Go(State.RelativeSlash);
        CopyAuthority();
        url.Segments = [.. baseUrl.Segments];
        url.Query = baseUrl.Query;
        return AfterCopiedPath(c, shorten: true);
    }

    private bool AfterCopiedPath(int c, bool shorten)
    {
        if (c == '?') return StartQuery();
        if (c == '#') return StartFragment();
        if (c == End) return true;
        url.Query = null;
        if (shorten) Shorten();
        else url.Segments.Clear();
        return Go(State.Path, -1);
    }

    private bool RelativeSlash(int c)
    {
        if (Special && IsSlash(c)) return Go(State.SpecialAuthorityIgnoreSlashes);
        if (c == '/') return Go(State.Authority);
        CopyAuthority();
        return Go(State.Path, -1);
    }

    private void CopyAuthority()
    {
        url.UserName = baseUrl!.UserName;
        url.Password = baseUrl.Password;
        url.Host = baseUrl.Host;
        url.Port = baseUrl.Port;
    }

    private bool Authority(int c)
    {
        if (c == '@')
        {
            var target = new StringBuilder(passwordSeen ? url.Password : url.UserName);
            if (atSignSeen) target.Append("%40");
            atSignSeen = true;
            foreach (var rune in buffer.ToString().EnumerateRunes())
            {
                if (rune.Value == ':' && !passwordSeen)
                {
                    passwordSeen = true;
                    url.UserName = target.ToString();
                    target = new StringBuilder();
                    continue;
                }
                target.AppendEncoded(rune.Value, PercentEncoding.InUserInfo);
            }
            if (passwordSeen) url.Password = target.ToString();
            else url.UserName = target.ToString();
            buffer.Clear();
            return true;
        }
        if (!EndsAuthority(c)) return Keep(c);
        if (atSignSeen && buffer.Length == 0) return false;
        at -= RuneCount(buffer);
        buffer.Clear();
        return Go(State.Host, -1);
    }

    private bool Host(int c)
    {
        if (c == ':' && !insideBrackets)
        {
            if (buffer.Length == 0 || !SetHost()) return false;
            return Go(State.Port);
        }
        if (EndsAuthority(c))
        {
            if (Special && buffer.Length == 0) return false;
            return SetHost() && Go(State.PathStart, -1);
        }
        if (c == '[') insideBrackets = true;
        if (c == ']') insideBrackets = false;
        return Keep(c);
    }

    private bool SetHost()
    {
        url.Host = WhatwgHost.Parse(buffer.ToString(), Special);
        buffer.Clear();
        return url.Host is not null;
    }

    private bool Port(int c)
    {
        if (IsDigit(c))
        {
            buffer.Append((char)c);
            return true;
        }
        if (!EndsAuthority(c)) return false;
        if (buffer.Length > 0)
        {
            var digits = buffer.ToString().TrimStart('0');
            if (digits.Length > 5) return false;
            var port = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
            if (port > 65535) return false;
            url.Port = port == WhatwgUrl.DefaultPort(url.Scheme) ? null : port;
            buffer.Clear();
        }
        return Go(State.PathStart, -1);
    }

    private bool File(int c)
    {
        url.Scheme = "file";
        url.Host = "";
        if (c is '/' or '\\') return Go(State.FileSlash);
        if (baseUrl?.Scheme != "file") return Go(State.Path, -1);
        url.Host = baseUrl.Host;
        url.Segments = [.. baseUrl.Segments];
        url.Query = baseUrl.Query;
        return AfterCopiedPath(c, shorten: !DriveLetterAhead());
    }

    private bool FileSlash(int c)
    {
        if (c is '/' or '\\') return Go(State.FileHost);
        if (baseUrl?.Scheme == "file")
        {
            url.Host = baseUrl.Host;
            if (!DriveLetterAhead() && baseUrl.Segments is [var first, ..] && IsDriveLetter(first) && first[1] == ':') url.Segments.Add(first);
        }
        return Go(State.Path, -1);
    }

    private bool FileHost(int c)
    {
        if (c is not (End or '/' or '\\' or '?' or '#')) return Keep(c);
        at--;
        if (IsDriveLetter(buffer.ToString())) return Go(State.Path);
        if (buffer.Length == 0) url.Host = "";
        else if (!SetHost()) return false;
        if (url.Host == "localhost") url.Host = "";
        return Go(State.PathStart);
    }

    private bool PathStart(int c)
    {
        if (Special) return Go(State.Path, c is '/' or '\\' ? 0 : -1);
        if (c == '?') return StartQuery();
        if (c == '#') return StartFragment();
        return c == End || Go(State.Path, c == '/' ? 0 : -1);
    }

    private bool Path(int c)
    {
        if (c is not (End or '?' or '#') && !IsSlash(c))
        {
            buffer.AppendEncoded(c, PercentEncoding.InPath);
            return true;
        }
        var segment = buffer.ToString();
        buffer.Clear();
        if (IsDoubleDot(segment))
        {
            Shorten();
            if (!IsSlash(c)) url.Segments.Add("");
        }
        else if (IsSingleDot(segment))
        {
            if (!IsSlash(c)) url.Segments.Add("");
        }
        else
        {
            if (url.Scheme == "file" && url.Segments.Count == 0 && IsDriveLetter(segment)) segment = segment[0] + ":";
            url.Segments.Add(segment);
        }
        if (c == '?') return StartQuery();
        return c != '#' || StartFragment();
    }

    private bool OpaquePath(int c)
    {
        if (c == '?') return StartQuery();
        if (c == '#') return StartFragment();
        if (c == ' ') url.OpaquePath!.Append(Next() is '?' or '#' ? "%20" : " ");
        else if (c != End) url.OpaquePath!.AppendEncoded(c, PercentEncoding.InControl);
        return true;
    }

    private bool StartQuery()
    {
        url.Query = "";
        return Go(State.Query);
    }

    private bool Query(int c)
    {
        if (c is not (End or '#'))
        {
            tail.AppendEncoded(c, Special ? PercentEncoding.InSpecialQuery : PercentEncoding.InQuery);
            return true;
        }
        url.Query = tail.ToString();
        tail.Clear();
        return c != '#' || StartFragment();
    }

    private bool StartFragment()
    {
        url.Fragment = "";
        return Go(State.Fragment);
    }

    private bool Fragment(int c)
    {
        if (c == End) url.Fragment = tail.ToString();
        else tail.AppendEncoded(c, PercentEncoding.InFragment);
        return true;
    }

    private bool Keep(int c)
    {
        buffer.Append(new Rune(c).ToString());
        return true;
    }

    private void Shorten()
    {
        if (url.Scheme == "file" && url.Segments is [var only] && IsDriveLetter(only) && only[1] == ':') return;
        if (url.Segments.Count > 0) url.Segments.RemoveAt(url.Segments.Count - 1);
    }

    private bool DriveLetterAhead() =>
        IsAlpha(Next(0)) && Next() is ':' or '|' && Next(2) is End or '/' or '\\' or '?' or '#';

    private static bool IsDriveLetter(string text) => text.Length == 2 && char.IsAsciiLetter(text[0]) && text[1] is ':' or '|';

    private static bool IsSingleDot(string segment) => segment is "." || segment.Equals("%2e", StringComparison.OrdinalIgnoreCase);

    private static bool IsDoubleDot(string segment) =>
        segment is ".." || (segment.Length is 4 or 6 && segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "..");

    private static bool IsAlpha(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private static int RuneCount(StringBuilder text)
    {
        var count = 0;
        foreach (var chunk in text.GetChunks())
            foreach (var c in chunk.Span)
                if (!char.IsLowSurrogate(c)) count++;
        return count;
    }
}
