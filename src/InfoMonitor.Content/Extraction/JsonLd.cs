using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>The schema.org objects of a page's JSON-LD scripts, in page order, those inside <c>@graph</c>, arrays and other objects too.
/// What cannot be read is mended where a common slip explains it (bare line breaks, comments, trailing commas, a brace forgotten at the end, several objects in one script, quotes written as entities), else passed over.</summary>
internal sealed partial class JsonLd
{
    private const int MaximumObjects = 2_000;
    private const string CDataStart = "<![CDATA[";
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Properties that hold what stands beside the page's own thing: teasers, readers' comments, updates of a live report.</summary>
    private static readonly string[] Beside = ["itemListElement", "hasPart", "relatedLink", "mentions", "comment", "liveBlogUpdate", "citation", "isBasedOn"];

    private readonly HashSet<int> _beside;

    private JsonLd(IReadOnlyList<JsonElement> objects, HashSet<int> beside) => (Objects, _beside) = (objects, beside);

    /// <summary>Every object that names its type.</summary>
    public IReadOnlyList<JsonElement> Objects { get; }

    /// <summary>Whether the object stands in a list of others, or as a part of another.</summary>
    public bool IsBeside(int index) => _beside.Contains(index);

    /// <summary>The text an article carries in its data: its body, else the updates of a live report in their order; null when it carries none.</summary>
    public static string? Body(JsonElement article)
    {
        if (Text(article, "articleBody") is { } body) return body;
        if (article.ValueKind != JsonValueKind.Object || !article.TryGetProperty("liveBlogUpdate", out var updates) || updates.ValueKind != JsonValueKind.Array) return null;
        var told = updates.EnumerateArray().Take(MaximumObjects).Select(update => Text(update, "articleBody")).OfType<string>().ToList();
        return told.Count == 0 ? null : string.Join('\n', told);
    }

    /// <param name="scripts">The page's <c>script</c> elements.</param>
    public static JsonLd Read(IEnumerable<IElement> scripts) =>
        Read(scripts.Where(s => s.GetAttribute("type")?.Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) == true).Select(s => s.TextContent));

    public static JsonLd Read(IEnumerable<string> scripts)
    {
        var objects = new List<JsonElement>();
        var beside = new HashSet<int>();
        foreach (var script in scripts)
            if (Parse(script) is { } root) Collect(root, objects, beside);
        return new JsonLd(objects, beside);
    }

    /// <summary>These objects, and those of a root that was read elsewhere on the page.</summary>
    public JsonLd With(JsonElement root)
    {
        var objects = new List<JsonElement>(Objects);
        var beside = new HashSet<int>(_beside);
        Collect(root, objects, beside);
        return new JsonLd(objects, beside);
    }

    public static bool IsOfType(JsonElement item, params ReadOnlySpan<string> types)
    {
        if (!item.TryGetProperty("@type", out var type)) return false;
        if (type.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in type.EnumerateArray()) if (Matches(one, types)) return true;
            return false;
        }
        return Matches(type, types);

        static bool Matches(JsonElement type, ReadOnlySpan<string> types)
        {
            if (type.ValueKind != JsonValueKind.String) return false;
            return IsType(Unescaped(type)!, types);
        }
    }

    /// <summary>Whether a type, written as a name or an address, in whatever case, is one of these.</summary>
    public static bool IsType(ReadOnlySpan<char> written, params ReadOnlySpan<string> types)
    {
        var name = written.Trim().TrimEnd('/');
        var local = name[(name.LastIndexOfAny('/', ':', '#') + 1)..];
        foreach (var wanted in types) if (local.Equals(wanted, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A property as text: a string, a number, the first of an array, or an object's <c>@value</c> or <c>name</c>.</summary>
    public static string? Text(JsonElement item, string property)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(property, out var value)) return null;
        for (var hops = 0; hops < 4; hops++)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.String: return Unescaped(value);
                case JsonValueKind.Number: return value.GetRawText();
                case JsonValueKind.Array when value.GetArrayLength() > 0: value = value[0]; break;
                case JsonValueKind.Object when value.TryGetProperty("@value", out var inner) || value.TryGetProperty("name", out inner): value = inner; break;
                default: return null;
            }
        }
        return null;
    }

    /// <summary>Every string of a property that holds one or an array of them; else as <see cref="Text"/>.</summary>
    public static IEnumerable<string> Texts(JsonElement item, string property)
    {
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String))
            return value.EnumerateArray().Select(one => Unescaped(one)!);
        return Text(item, property) is { } text ? [text] : [];
    }

    /// <summary>What <c>{"@id": "#x"}</c> points at among the page's objects; else the object itself.</summary>
    public JsonElement Resolved(JsonElement item)
    {
        if (item.TryGetProperty("@type", out _) || Text(item, "@id") is not { } id) return item;
        foreach (var other in Objects) if (Text(other, "@id") == id) return other;
        return item;
    }

    /// <summary>The object (or the first of an array of objects) a property holds.</summary>
    public static JsonElement? Object(JsonElement item, string property)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind == JsonValueKind.Object ? value : null;
    }

    /// <summary>Lone surrogates (<c>\ud83d</c> cut in two) cannot be a string: such a value counts as absent.</summary>
    public static string? Unescaped(JsonElement value)
    {
        try { return value.GetString(); }
        catch (InvalidOperationException) { return ""; }
    }

    private static void Collect(JsonElement root, List<JsonElement> objects, HashSet<int> beside)
    {
        // Depth first with a stack of our own; the parser's MaxDepth bounds it.
        var open = new Stack<(JsonElement Item, bool IsBeside)>();
        open.Push((root, false));
        while (open.Count > 0 && objects.Count < MaximumObjects)
        {
            var (item, isBeside) = open.Pop();
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in item.EnumerateArray().Reverse()) open.Push((one, isBeside));
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                if (item.TryGetProperty("@type", out _))
                {
                    if (isBeside) beside.Add(objects.Count);
                    objects.Add(item);
                }
                foreach (var property in item.EnumerateObject().Reverse())
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) open.Push((property.Value, isBeside || Array.Exists(Beside, property.NameEquals)));
            }
        }
    }

    private static JsonElement? Parse(string source)
    {
        if (source.Contains(CDataStart, StringComparison.OrdinalIgnoreCase)) source = source.Replace(CDataStart, " ", StringComparison.OrdinalIgnoreCase).Replace("]]>", " ", StringComparison.Ordinal);   // its brackets are none of JSON's
        source = source.Trim();
        if (source.Length < 2) return null;
        // A prefix of the writer's choice stands for schema.org.
        source = Prefixed().Replace(source, "\"${name}\"${colon}");
        return Readable(source) ?? (source.Contains("&quot;", StringComparison.Ordinal) || source.Contains("&#34;", StringComparison.Ordinal) ? Readable(WebUtility.HtmlDecode(source)) : null);

        // Entities mean nothing in a script; publishers whose templates escape all they write put them there all the same.
        static JsonElement? Readable(string text) => TryParse(text) ?? TryParse(Mend(text));
    }

    private static JsonElement? TryParse(string source)
    {
        try
        {
            using var document = JsonDocument.Parse(source, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException) { return null; }
        catch (ArgumentException) { return null; } // a lone surrogate in the source itself
    }

    /// <summary>Cuts to the outermost braces (comments, a trailing semicolon), escapes bare control characters inside strings, closes what was left open and makes one array of several objects.</summary>
    private static string Mend(string source)
    {
        var start = source.AsSpan().IndexOfAny('{', '[');
        var end = source.Length - 1;
        if (start < 0) return source;
        var open = new Stack<char>();
        var roots = 0;
        var mended = new StringBuilder(source.Length + 64);
        var inString = false;
        for (var i = start; i <= end; i++)
        {
            var c = source[i];
            if (inString && c == '\\' && i < end)
            {
                var next = source[i + 1];
                // \' and the like are no JSON escapes.
                if (next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u') mended.Append(c).Append(next);
                else mended.Append(next < ' ' ? ' ' : next);
                i++;
            }
            else if (!inString && open.Count == 0 && c is not ('{' or '[')) continue;   // between and after the objects
            else if (!inString && (c is '{' or '['))
            {
                if (open.Count == 0 && roots++ > 0) mended.Append(',');
                open.Push(c == '{' ? '}' : ']');
                mended.Append(c);
            }
            else if (!inString && (c is '}' or ']'))
            {
                if (open.Peek() == c) open.Pop();
                mended.Append(c);
            }
            else if (c == '"' && inString && !EndsString(source, i, end)) mended.Append("\\\"");
            else if (c == '"') { inString = !inString; mended.Append(c); }
            else if (inString && c < ' ') mended.Append(c == '\n' ? "\\n" : " ");
            else if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i < end && char.IsLowSurrogate(source[i + 1])) && !(i > start && char.IsHighSurrogate(source[i - 1]))) mended.Append('\ufffd');
            else mended.Append(c);
        }
        if (inString) return source;
        while (open.TryPop(out var close)) mended.Append(close);
        return roots > 1 ? $"[{mended}]" : mended.ToString();
    }

    [GeneratedRegex(@"""[A-Za-z][\w-]{0,20}:(?<name>[A-Za-z]\w*)""(?<colon>\s*:)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Prefixed();

    /// <summary>A quote ends its string when what follows is JSON's own punctuation: templates often forget to escape quotes in headlines.</summary>
    private static bool EndsString(string source, int quote, int end)
    {
        var i = quote + 1;
        while (i <= end && char.IsWhiteSpace(source[i])) i++;
        if (i > end || source[i] is ':' or '}' or ']') return true;
        if (source[i] != ',') return false;
        i++;
        while (i <= end && char.IsWhiteSpace(source[i])) i++;
        return i > end || source[i] is '"' or '{' or '[' or '}' or ']' or '-' or (>= '0' and <= '9') or 't' or 'f' or 'n';
    }
}
