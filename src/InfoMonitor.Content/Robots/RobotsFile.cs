using System.Globalization;
using System.Text;

namespace InfoMonitor.Content.Robots;

/// <summary>
/// A robots.txt (RFC 9309): longest match wins, allow wins ties, at most 500 KiB are read. Where the RFC is silent, it is read as the parser that
/// defined it does (google/robotstxt): missing colons, misspelt keys, <c>index.html</c>, groups that share rules.
/// </summary>
public sealed class RobotsFile
{
    /// <summary>RFC 9309, 2.5: a limit must be at least this; what follows is not read.</summary>
    private const int MaxBytes = 500 * 1024;

    /// <summary>Eight times the longest address browsers took; the rest of a longer line is not read.</summary>
    private const int MaxLine = 2083 * 8;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly List<Group> groups = [];
    private readonly List<string> sitemaps = [];

    private RobotsFile() { }

    /// <summary>Everything is allowed: what a 4xx answer means.</summary>
    public static RobotsFile AllowAll { get; } = Parse([]);

    /// <summary>Nothing is allowed: what a 5xx answer or no answer means.</summary>
    public static RobotsFile DisallowAll { get; } = Parse("User-agent: *\nDisallow: /"u8);

    /// <summary>Addresses of Sitemap lines, as given, each once.</summary>
    public IReadOnlyList<string> Sitemaps => sitemaps;

    /// <summary>True when it names no agent and no sitemap: everything is allowed, and whoever wrote it may have meant something else.</summary>
    public bool IsEmpty => groups.Count == 0 && sitemaps.Count == 0;

    /// <summary>Reads any bytes: lines that mean nothing are passed over, so an HTML error page allows everything.</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBytes) body = body[..MaxBytes];
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        // One char a byte: patterns are compared as bytes, and what is not ASCII is escaped below.
        var text = body is [0xFF, 0xFE, ..] ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(body[2..])))
            : Encoding.Latin1.GetString(body);
        var file = new RobotsFile();
        var reading = new Reading(file);
        foreach (var line in text.AsSpan().EnumerateLinesOfRobots()) reading.Line(line.Length > MaxLine ? line[..MaxLine] : line);
        return file;
    }

    /// <param name="agent">The product token, e.g. <c>InfoMonitor</c>; letter case does not matter.</param>
    /// <param name="address">The whole address; only its path and query count, with letter case. Letters that should be escaped but are not must be allowed
    /// as they stand, as to the parser that defined robots.txt, and escaped too (RFC 9309, 2.2.2). <c>/robots.txt</c> itself always is (the same).</param>
    public bool IsAllowed(string agent, string address)
    {
        var path = PathAndQuery(address);
        if (path == "/robots.txt") return true;
        var escaped = RobotsText.Escape(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(path)));
        return Allows(agent, path) && (escaped == path || Allows(agent, escaped));
    }

    private bool Allows(string agent, string path)
    {
        var specific = false;
        int allowed = 0, disallowed = 0, allowedToAll = 0, disallowedToAll = 0;
        foreach (var group in groups)
        {
            var named = group.Names(agent);
            specific |= named;
            if (!named && !group.Everyone) continue;
            foreach (var rule in group.Rules)
            {
                var length = rule.Match(path);
                if (named) Longest(rule, length, ref allowed, ref disallowed);
                else Longest(rule, length, ref allowedToAll, ref disallowedToAll);
            }
        }
        return specific ? disallowed <= allowed : disallowedToAll <= allowedToAll;

        static void Longest(RobotsRule rule, int length, ref int allow, ref int disallow)
        {
            if (rule.Allow) allow = Math.Max(allow, length);
            else disallow = Math.Max(disallow, length);
        }
    }

    /// <summary>Crawl-delay for the agent's group, else for everyone's; null when none. At most a day. Not part of the RFC, but honoured.</summary>
    public TimeSpan? CrawlDelay(string agent) =>
        groups.Exists(g => g.Names(agent)) ? groups.Where(g => g.Names(agent)).Max(g => g.Delay(agent)) : groups.Max(g => g.DelayOfEveryone);

    /// <summary>From the first <c>/</c>, <c>?</c> or <c>;</c> after the host to the fragment; <c>/</c> when there is none.</summary>
    internal static string PathAndQuery(string address)
    {
        var start = address.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var early = address.AsSpan(start).IndexOfAny("/?;");
        var scheme = address.AsSpan(start).IndexOf("://");
        if (early >= 0 && early < scheme) scheme = -1;
        var host = scheme < 0 ? start : start + scheme + 3;
        var path = address.AsSpan(host).IndexOfAny("/?;");
        if (path < 0) return "/";
        path += host;
        var fragment = address.IndexOf('#', start);
        if (fragment >= 0 && fragment < path) return "/";
        var rest = fragment < 0 ? address[path..] : address[path..fragment];
        return rest[0] == '/' ? rest : "/" + rest;
    }

    private sealed class Group
    {
        private readonly List<string> agents = [];
        private readonly Dictionary<string, TimeSpan> delays = new(StringComparer.OrdinalIgnoreCase);

        public List<RobotsRule> Rules { get; } = [];
        public bool Everyone { get; private set; }
        public TimeSpan? DelayOfEveryone { get; private set; }
        public bool HasRules { get; set; }

        public void Add(string value)
        {
            if (value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1]))) Everyone = true;
            else agents.Add(value[..value.AsSpan().IndexOfNone(RobotsText.TokenLetters)]);
        }

        public bool Names(string agent) => agents.Contains(agent, StringComparer.OrdinalIgnoreCase);

        /// <summary>A delay holds for the agents named so far: a line of another agent below it, without rules between, must not inherit it.</summary>
        public void SetDelay(TimeSpan delay)
        {
            foreach (var agent in agents) delays.TryAdd(agent, delay);
            if (Everyone) DelayOfEveryone ??= delay;
        }

        public TimeSpan? Delay(string agent) => delays.TryGetValue(agent, out var delay) ? delay : null;
    }

    private sealed class Reading(RobotsFile file)
    {
        private Group? group;

        public void Line(ReadOnlySpan<char> line)
        {
            if (!RobotsText.TrySplit(line, out var key, out var value)) return;
            switch (RobotsText.KeyOf(key))
            {
                case RobotsKey.UserAgent:
                    // Only a rule ends the list of agents: blank lines, sitemaps and unknown lines do not.
                    if (group is null || group.HasRules) file.groups.Add(group = new Group());
                    group.Add(value.ToString());
                    break;
                case RobotsKey.Allow or RobotsKey.Disallow when group is not null:
                    group.HasRules = true;
                    if (value.Length > 0) group.Rules.Add(new RobotsRule(RobotsText.KeyOf(key) == RobotsKey.Allow, RobotsText.Escape(value)));
                    break;
                case RobotsKey.Sitemap:
                    var address = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value.ToString()));
                    if (address.Length > 0 && !file.sitemaps.Contains(address)) file.sitemaps.Add(address);
                    break;
                case RobotsKey.CrawlDelay when group is not null:
                    if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
                        group.SetDelay(seconds >= LongestDelay.TotalSeconds ? LongestDelay : TimeSpan.FromSeconds(seconds));
                    break;
                case RobotsKey.Allow or RobotsKey.Disallow or RobotsKey.CrawlDelay or RobotsKey.Unknown:
                    break;
            }
        }
    }
}
