using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Urls;
using InfoMonitor.Domain;
using YamlDotNet.Core;
using static InfoMonitor.Sources.SourceFileTexts;

namespace InfoMonitor.Sources;

/// <summary>Reads <c>sources.yaml</c>: the whole file, all errors, each with its line. What the format is stands in <c>sources.schema.json</c>; a test holds the two together.</summary>
internal sealed partial class SourceFileReader(string file, PrivateRanges ranges, DateOnly today)
{
    public static readonly IReadOnlyList<string> SourceKeys = ["id", "publisher", "kind", "ownership", "language", "named-on", "interval", "least-interval", "greatest-interval", "delay", "pages-per-crawl", "enabled", "tried", "entry-points"];
    public static readonly IReadOnlyList<string> EntryPointKeys = ["feed", "sitemap", "list", "selector"];

    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(3);
    public const int DefaultPages = 50;
    public const int MostPages = 1000;

    /// <summary>Bounds for public addresses. Private ones, which an operator listed, may be read as fast as a second.</summary>
    private static readonly (TimeSpan Least, TimeSpan Most) Intervals = (TimeSpan.FromMinutes(5), TimeSpan.FromDays(7));
    private static readonly (TimeSpan Least, TimeSpan Most) Delays = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));

    private static readonly FrozenSet<string> Languages = CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(c => c.TwoLetterISOLanguageName).Where(c => c is [>= 'a', >= 'a'] and not "iv").ToFrozenSet(StringComparer.Ordinal);

    private readonly List<SourceFileError> errors = [];
    private string? source;

    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for the errors.</param>
    /// <param name="ranges">Private addresses that are allowed.</param>
    /// <param name="today">In the office's zone: nothing was tried on a day to come.</param>
    public static SourceFileReading Read(string text, string file, PrivateRanges ranges, DateOnly today) => new SourceFileReader(file, ranges, today).Read(text);

    /// <param name="body">The file's bytes: UTF-8, with or without a byte order mark.</param>
    /// <inheritdoc cref="Read(string, string, PrivateRanges, DateOnly)"/>
    public static SourceFileReading Read(ReadOnlySpan<byte> body, string file, PrivateRanges ranges, DateOnly today)
    {
        if (EncodingOf(body) is not var (encoding, name)) return Read(Encoding.UTF8.GetString(body.StartsWith("\uFEFF"u8) ? body[3..] : body), file, ranges, today);
        var reader = new SourceFileReader(file, ranges, today);
        reader.Wrong(1, null, OtherEncoding(encoding, name, file));
        return new SourceFileReading.Wrong(reader.errors);
    }

    /// <summary>The encoding of what is not UTF-8, as far as its first bytes tell, and iconv's name for it. A YAML file begins with an ASCII character, so in UTF-16 one of its first two bytes is zero.</summary>
    private static (Text Encoding, string Name)? EncodingOf(ReadOnlySpan<byte> body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => (new("UTF-32 (little-endian)", "UTF-32 (little-endian)"), "UTF-32LE"),
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => (new("UTF-32 (big-endian)", "UTF-32 (big-endian)"), "UTF-32BE"),
        [0xFF, 0xFE, ..] => (new("UTF-16 (little-endian)", "UTF-16 (little-endian)"), "UTF-16"),
        [0xFE, 0xFF, ..] => (new("UTF-16 (big-endian)", "UTF-16 (big-endian)"), "UTF-16"),
        [not 0, 0, ..] => (Utf16WithoutMark("little-endian"), "UTF-16LE"),
        [0, not 0, ..] => (Utf16WithoutMark("big-endian"), "UTF-16BE"),
        _ when !Utf8.IsValid(body) => (OneByteALetter, "WINDOWS-1258"),
        _ => null,
    };

    private SourceFileReading Read(string text)
    {
        var sources = new List<SourceDefinition>();
        try
        {
            if (YamlTree.Parse(text) is { } root) sources = Root(root);
            else Wrong(1, "sources", EmptyFile);
        }
        catch (YamlException exception)
        {
            Wrong((int)Math.Max(1, exception.Start.Line), null, NotYaml((exception as ForeignYaml)?.Why ?? Complaint(exception.Message, exception.Start.Column)));
        }
        return errors is [] ? new SourceFileReading.Read(sources) : new SourceFileReading.Wrong([.. errors.OrderBy(e => e.Line)]);
    }

    private List<SourceDefinition> Root(YamlTree root)
    {
        if (Keys(root, ["sources"], TheFile) is not { } keys) return [];
        if (!keys.TryGetValue("sources", out var listed) || listed is not YamlTree.List { Items.Count: > 0 } list)
        {
            Wrong(listed?.Line ?? root.Line, "sources", NoSources);
            return [];
        }
        var read = new List<SourceDefinition>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            source = IdOf(list.Items[i]) ?? $"source {i + 1}";   // known before its keys are read, which may be wrong themselves
            if (Source(list.Items[i]) is { } definition) read.Add(definition);
        }
        Doubles(list);
        return read;
    }

    private static string? IdOf(YamlTree tree) =>
        (tree as YamlTree.Map)?.Entries.FirstOrDefault(e => e.Key.Value == "id").Value is YamlTree.Scalar id && IdPattern().IsMatch(id.Value) ? id.Value : null;

    private SourceDefinition? Source(YamlTree tree)
    {
        if (Keys(tree, SourceKeys, ASource) is not { } keys) return null;
        var id = Required(keys, "id", tree.Line, GiveId);
        if (id is not null && !IdPattern().IsMatch(id.Value)) Wrong(id.Line, "id", NoId(id.Value));
        var publisher = Required(keys, "publisher", tree.Line, GivePublisher);
        var kind = Word<SourceKind>(keys, "kind", tree.Line);
        var ownership = Word<Ownership>(keys, "ownership", tree.Line);
        var language = Required(keys, "language", tree.Line, GiveLanguage);
        if (language is not null && !Languages.Contains(language.Value))
            Wrong(language.Line, "language", NoLanguage(language.Value, language.Value.ToLowerInvariant() is ['v', 'i' or 'n', ..] ? "vi" : null));
        var namedOn = Optional(keys, "named-on");
        if (namedOn is not null && Address(namedOn, "named-on") is { } page && PublicAddress.Refusal(PublicAddress.KindOf(page), channel: false) is not null)
            Wrong(namedOn.Line, "named-on", NoOwnPage(namedOn.Value));
        if (namedOn is not null && kind is not null and not SourceKind.Channel)
            Wrong(namedOn.Line, "named-on", NotAChannel);
        var before = errors.Count;
        var entryPoints = EntryPoints(keys, tree.Line, channel: kind == SourceKind.Channel && namedOn is not null);
        // Which bounds hold is not known while a private address is refused: that is told, and nothing that may follow from it.
        var isPrivate = errors.Skip(before).Any(e => e.IsPrivate) || (entryPoints is not [] && entryPoints.TrueForAll(p => PublicAddress.KindOf(new Uri(p.Url)) == AddressKind.Private));
        var intervals = isPrivate ? (Least: TimeSpan.FromSeconds(1), Intervals.Most) : Intervals;
        var interval = Span(keys, "interval", DefaultInterval, intervals);
        TimeSpan? least = keys.ContainsKey("least-interval") ? Span(keys, "least-interval", interval, (intervals.Least, interval)) : null;
        TimeSpan? greatest = keys.ContainsKey("greatest-interval") ? Span(keys, "greatest-interval", interval, (interval, intervals.Most)) : null;
        var delay = Span(keys, "delay", DefaultDelay, isPrivate ? (TimeSpan.Zero, Delays.Most) : Delays);
        var pages = Pages(keys);
        var enabled = Switch(keys, "enabled", true);
        var tried = Tried(keys);
        return id is null || publisher is null || kind is null || ownership is null || language is null ? null
            : new SourceDefinition(id.Value, publisher.Value, kind.Value, ownership.Value, language.Value, interval, least, greatest, delay, pages, enabled, tried, namedOn?.Value, entryPoints, tree.Line);
    }

    private List<EntryPointDefinition> EntryPoints(Dictionary<string, YamlTree> keys, int line, bool channel)
    {
        if (!keys.TryGetValue("entry-points", out var listed) || listed is not YamlTree.List { Items.Count: > 0 } list)
        {
            Wrong(listed?.Line ?? line, "entry-points", NoEntryPoint);
            return [];
        }
        var read = new List<EntryPointDefinition>();
        foreach (var item in list.Items)
        {
            var before = errors.Count;
            if (Keys(item, EntryPointKeys, AnEntryPoint) is not { } entry) continue;
            var kinds = Enum.GetValues<EntryPointKind>().Where(k => entry.ContainsKey(k.Word())).ToArray();
            if (kinds is not [var kind])
            {
                if (errors.Count > before) continue;   // a misspelt key: said already
                Wrong(item.Line, "entry-points", kinds is [] ? WithoutAddress : SeveralAddresses);
                continue;
            }
            var selector = Optional(entry, "selector");
            if (selector is not null && kind != EntryPointKind.List) Wrong(selector.Line, "selector", NoSelectorHere(kind));
            if (selector is not null && !IsSelector(selector.Value)) Wrong(selector.Line, "selector", NoSelector(selector.Value));
            if (Optional(entry, kind.Word()) is { } given && Address(given, kind.Word()) is { } address)
            {
                var found = PublicAddress.KindOf(address);
                if (found == AddressKind.Private && ranges.Allow(address)) found = AddressKind.Public;
                if (AddressTexts.RefusalOf(found, channel) is { } why) Wrong(given.Line, kind.Word(), Refused(given.Value, why), isPrivate: found == AddressKind.Private);
                else if (UrlNormalizer.Normalize(given.Value, null) is { } url) read.Add(new EntryPointDefinition(kind, url.AbsoluteUri, selector?.Value, item.Line));
            }
        }
        return read;
    }

    /// <summary>Ids, and addresses of all sources: a page read for two sources would be fetched twice and stand for neither.</summary>
    private void Doubles(YamlTree.List list)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var urls = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entries in list.Items.OfType<YamlTree.Map>().Select(m => m.Entries))
        {
            source = entries.FirstOrDefault(e => e.Key.Value == "id").Value is YamlTree.Scalar named ? named.Value : null;
            foreach (var (key, value) in entries)
            {
                if (key.Value == "id" && value is YamlTree.Scalar id && !ids.TryAdd(id.Value, id.Line))
                    Wrong(id.Line, "id", IdTwice(id.Value, ids[id.Value]));
                if (key.Value != "entry-points" || value is not YamlTree.List points) continue;
                foreach (var (entry, address) in points.Items.OfType<YamlTree.Map>().SelectMany(p => p.Entries))
                    if (address is YamlTree.Scalar given && Vocabulary.Parse<EntryPointKind>(entry.Value) is not null
                        && UrlNormalizer.Normalize(given.Value, null) is { } url && !urls.TryAdd(url.AbsoluteUri, given.Line))
                        Wrong(given.Line, entry.Value, AddressTwice(given.Value, urls[url.AbsoluteUri]));
            }
        }
        source = null;
    }

    private Dictionary<string, YamlTree>? Keys(YamlTree tree, IReadOnlyList<string> known, Text whose)
    {
        if (tree is not YamlTree.Map map)
        {
            Wrong(tree.Line, null, NotKeys(tree is YamlTree.Foreign foreign ? foreign.What : tree is YamlTree.List ? AList : AText, whose, known));
            return null;
        }
        var read = new Dictionary<string, YamlTree>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (!known.Contains(key.Value, StringComparer.Ordinal)) Wrong(key.Line, key.Value, UnknownKey(whose, known, Nearest(key.Value, known)));
            else if (!read.TryAdd(key.Value, value)) Wrong(key.Line, key.Value, KeyTwice);
        }
        return read;
    }

    private YamlTree.Scalar? Required(Dictionary<string, YamlTree> keys, string key, int line, Text remedy)
    {
        if (keys.TryGetValue(key, out var value) && value is YamlTree.Scalar { Value.Length: > 0 } scalar) return scalar;
        Wrong(value?.Line ?? line, key, new SourceFault(value switch { null or YamlTree.Scalar { Plain: true } => Missing, YamlTree.Scalar => Empty, YamlTree.Foreign foreign => ForeignText(foreign.What), _ => NotAText }, remedy));
        return null;
    }

    private YamlTree.Scalar? Optional(Dictionary<string, YamlTree> keys, string key)
    {
        if (!keys.TryGetValue(key, out var value)) return null;
        if (value is YamlTree.Scalar { Value.Length: > 0 } scalar) return scalar;
        Wrong(value.Line, key, new SourceFault(value is YamlTree.Scalar ? Empty : NotAText, GiveOrLeaveOut));
        return null;
    }

    private T? Word<T>(Dictionary<string, YamlTree> keys, string key, int line) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(v => v.Word()).ToArray();
        var all = string.Join(", ", words);
        if (Required(keys, key, line, OneOf(all)) is not { } given) return null;
        if (Vocabulary.Parse<T>(given.Value) is { } value) return value;
        Wrong(given.Line, key, NoneOf(given.Value, all, Nearest(given.Value, words)));
        return null;
    }

    private Uri? Address(YamlTree.Scalar given, string key)
    {
        if (Uri.TryCreate(given.Value, UriKind.Absolute, out var address) && address.Host.Length > 0 && UrlNormalizer.Normalize(given.Value, null) is not null) return address;
        var meant = !given.Value.Contains("://", StringComparison.Ordinal) && Uri.TryCreate("https://" + given.Value, UriKind.Absolute, out var guess) && guess.Host.Contains('.', StringComparison.Ordinal) ? guess : null;
        var authority = Authority().Match(given.Value);
        if (address is { Scheme: not ("http" or "https") } && given.Value.Contains("://", StringComparison.Ordinal)) Wrong(given.Line, key, Refused(given.Value, AddressTexts.RefusalOf(AddressKind.NotHttp, channel: false)!));
        else if (authority.Groups["account"].Success || meant is { UserInfo.Length: > 0 }) Wrong(given.Line, key, Refused(given.Value, AddressTexts.RefusalOf(AddressKind.Credentials, channel: false)!));
        else if (authority.Groups["port"] is { Success: true } port && !ushort.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)) Wrong(given.Line, key, NoPort(given.Value));
        else if (authority.Success) Wrong(given.Line, key, NoHost(given.Value));
        else Wrong(given.Line, key, NoAddress(given.Value, meant is null ? null : "https://" + given.Value));
        return null;
    }

    private TimeSpan Span(Dictionary<string, YamlTree> keys, string key, TimeSpan otherwise, (TimeSpan Least, TimeSpan Most) bounds)
    {
        if (Optional(keys, key) is not { } given) return otherwise;
        if (SpanText.Parse(given.Value) is not { } span) Wrong(given.Line, key, NoSpan(given.Value, otherwise));
        else if (span < bounds.Least) Wrong(given.Line, key, TooShort(given.Value, bounds));
        else if (span > bounds.Most) Wrong(given.Line, key, TooLong(given.Value, bounds));
        else return span;
        return otherwise;
    }

    private int Pages(Dictionary<string, YamlTree> keys)
    {
        const string key = "pages-per-crawl";
        if (Optional(keys, key) is not { } given) return DefaultPages;
        if (int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages is >= 1 and <= MostPages) return pages;
        Wrong(given.Line, key, NoPages(given.Value, MostPages));
        return DefaultPages;
    }

    private bool Switch(Dictionary<string, YamlTree> keys, string key, bool otherwise)
    {
        if (Optional(keys, key) is not { } given) return otherwise;
        if (given.Value is "true" or "false") return given.Value == "true";
        Wrong(given.Line, key, NoSwitch(given.Value));
        return otherwise;
    }

    private DateOnly? Tried(Dictionary<string, YamlTree> keys)
    {
        if (Optional(keys, "tried") is not { } given || given.Value == "never") return null;
        if (DateOnly.TryParseExact(given.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today) return day;
        if (day > today) Wrong(given.Line, "tried", DayToCome(given.Value));
        else Wrong(given.Line, "tried", NoDay(given.Value));
        return null;
    }

    /// <summary>One that finds elements: none of a pseudo-element, which is no part of a document.</summary>
    private static bool IsSelector(string text)
    {
        try { return new CssSelectorParser().ParseSelector(text)?.Text.Contains("::", StringComparison.Ordinal) == false; }
        catch (DomException) { return false; }
    }

    /// <summary>Errors are shown, logged and printed: what they quote of the file is shown without a name or password that stands in an address.</summary>
    private void Wrong(int line, string? key, SourceFault fault, bool isPrivate = false) =>
        errors.Add(new SourceFileError(file, line, source is null ? null : Shown(source), key is null ? null : Shown(key), fault.What.Each(Shown), fault.Remedy.Each(Shown)) { IsPrivate = isPrivate });

    private static string Shown(string text) => Account().Replace(text, "${before}…@");

    /// <summary>The word that was probably meant: at most a third of its letters away (Levenshtein 1966).</summary>
    internal static string? Nearest(string word, IEnumerable<string> words) => words
        .Select(w => (Word: w, Away: Distance(word.ToLowerInvariant().Replace('_', '-'), w.ToLowerInvariant())))
        .Where(w => w.Away <= Math.Max(2, w.Word.Length / 3) && w.Away < w.Word.Length)
        .OrderBy(w => w.Away).Select(w => w.Word).FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex IdPattern();

    /// <summary>Of an address of http or https: the user name and password before the host, and the port after it, whatever stands there.</summary>
    [GeneratedRegex(@"^https?:[/\\]+(?<account>[^\s/\\?#]*@)?[^@/\\?#:\[]*(?:\[[^\]]*\])?(?::(?<port>[^/\\?#]+))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Authority();

    /// <summary>A user name and password before a host, whatever they are made of. <c>host/@name</c> and <c>host:8080/@name</c> hold none.</summary>
    [GeneratedRegex(@"(?<!\S)(?<before>(?>['""]?(?:[a-z][a-z0-9+.-]*:[/\\]+)?))(?![\w.-]+(?::\d{1,5})?[/\\])\S*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();
}
