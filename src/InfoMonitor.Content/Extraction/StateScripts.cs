using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// The state that a server sends along for the page's program: <c>script</c> elements of JSON (<c>__NEXT_DATA__</c>), and literals assigned to a name
/// (<c>window.__INITIAL_STATE__ = {...}</c>, <c>= JSON.parse('...')</c>), and states whose values name each other by number (<see cref="StateReferences"/>). Nothing is executed: a state written as a program (Nuxt 2's function call) stays unread.
/// </summary>
internal static partial class StateScripts
{
    /// <summary>Characters of one state; those of real pages have up to a million.</summary>
    private const int LongestState = 4_000_000;
    private const int ShortestState = 250;
    private const int MaximumDepth = 48;
    private const int MaximumStates = 20;
    private const int MaximumPushes = 2_000;

    public static IEnumerable<JsonDocument> Of(IEnumerable<IElement> scripts) => All(scripts).Take(MaximumStates);

    private static IEnumerable<JsonDocument> All(IEnumerable<IElement> scripts)
    {
        var flight = new StringBuilder();
        foreach (var script in scripts)
        {
            var type = script.GetAttribute("type")?.Trim() ?? "";
            var text = script.TextContent;
            if (text.Contains("__next_f", StringComparison.Ordinal) && flight.Length + text.Length <= LongestState) AddPushed(text, flight);
            if (text.Length is < ShortestState or > LongestState) continue;
            if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            {
                if (Parse(text) is { } state) yield return StateReferences.Resolved(state);
            }
            else if (type.Length == 0 || type.Contains("javascript", StringComparison.OrdinalIgnoreCase) || type == "module")
            {
                foreach (var match in Assignment().Matches(text).Take(MaximumStates))
                    if (Assigned(text, match.Groups["value"].Index) is { } state) yield return state;
            }
        }
        if (flight.Length >= ShortestState && StateReferences.OfRows(flight.ToString()) is { } rows) yield return rows;
    }

    /// <summary>What a Next.js page hands to its program piece by piece: <c>self.__next_f.push([1,"..."])</c>.</summary>
    private static void AddPushed(string program, StringBuilder pushed)
    {
        foreach (var match in Push().Matches(program).Take(MaximumPushes))
        {
            if (StateLiteral.Read(program, match.Index + match.Length - 1) is not { } literal) continue;
            using var text = Parse(literal);
            if (text is not null) pushed.Append(JsonLd.Unescaped(text.RootElement));
        }
    }

    /// <summary>An object, or a string that holds one: <c>JSON.parse("{...}")</c>, <c>JSON.parse(decodeURIComponent("%7B..."))</c>.</summary>
    private static JsonDocument? Assigned(string program, int at)
    {
        if (program[at] is '{' or '[') return Parse(program[at..]) ?? (StateLiteral.Read(program, at) is { } literal ? Parse(literal) : null);
        if (Written().Match(program, at) is not { Success: true } written || StateLiteral.Read(program, written.Index + written.Length - 1) is not { } json) return null;
        using var text = Parse(json);
        if (text?.RootElement is not { ValueKind: JsonValueKind.String } held || JsonLd.Unescaped(held) is not { } state) return null;
        return Parse(written.Groups["encoded"].Success ? Uri.UnescapeDataString(state) : state);
    }

    /// <summary>The first value of a text; what follows it (the rest of a program) is not looked at.</summary>
    public static JsonDocument? Parse(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaximumDepth });
            return JsonDocument.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (JsonException) { return null; }
    }

    [GeneratedRegex(@"\b((window|self|globalThis)(\.\w{1,30}){0,2}(\.|\[[""'])|(var|let|const)\s+)(__\w{2,40}|\w{0,30}(state|data|props)\w{0,10})([""']\])?\s*=\s*(?<value>[{[]|JSON\.parse\()", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\b__next_f\.push\(\s*\[\s*1\s*,\s*[""']", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Push();

    [GeneratedRegex(@"\GJSON\.parse\(\s*(?<encoded>(decodeURIComponent|decodeURI|unescape)\(\s*)?[""'`]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Written();
}
