using System.Text.Json;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Conformance;

public sealed class UrlConformance
{
    [SuiteFact("suites/urls/urltestdata.json")]
    public void Addresses_are_read_as_browsers_read_them()
    {
        int right = 0, http = 0, rightHttp = 0, reject = 0, rejected = 0, all = 0;
        var lost = new List<string>();
        foreach (var c in Cases())
        {
            all++;
            var (input, parent, expected) = (c.GetProperty("input").GetString()!, c.TryGetProperty("base", out var b) ? b.GetString() : null, c.TryGetProperty("href", out var h) ? h.GetString() : null);
            var actual = Read(input, parent);
            if (actual == expected) right++;
            else lost.Add($"{input} ({parent}): {actual} instead of {expected}");
            if (expected is null)
            {
                reject++;
                if (actual is null) rejected++;
            }
            else if (expected.StartsWith("http:", StringComparison.Ordinal) || expected.StartsWith("https:", StringComparison.Ordinal))
            {
                http++;
                if (actual == expected) rightHttp++;
            }
        }
        Floors.Hold("urls-whatwg-http-percent", 100.0 * rightHttp / http, lost);
        Floors.Hold("urls-whatwg-reject-percent", 100.0 * rejected / reject, lost);
        Floors.Hold("urls-whatwg-all-percent", 100.0 * right / all, lost);
    }

    [SuiteFact("suites/urls/urltestdata.json")]
    public void What_must_be_rejected_is_never_normalised_and_what_is_normalised_stays()
    {
        foreach (var c in Cases())
        {
            var input = c.GetProperty("input").GetString()!;
            var parent = c.TryGetProperty("base", out var b) && Uri.TryCreate(b.GetString(), UriKind.Absolute, out var uri) ? uri : null;
            var normal = UrlNormalizer.Normalize(input, parent);
            if (normal is null) continue;
            UrlNormalizer.Normalize(normal.AbsoluteUri, null).ShouldBe(normal, input);
            (normal.Scheme is "http" or "https").ShouldBeTrue(input);
        }
    }

    private static string? Read(string input, string? parent)
    {
        WhatwgUrl? baseUrl = null;
        if (parent is not null && !WhatwgUrl.TryParse(parent, null, out baseUrl)) return null;
        return WhatwgUrl.TryParse(input, baseUrl, out var url) ? url.ToString() : null;
    }

    /// <summary>The suite holds halves of surrogate pairs, which JSON strings of .NET cannot: they are U+FFFD here, as the standard makes of them.</summary>
    private static IEnumerable<JsonElement> Cases()
    {
        var text = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(Suites.PathOf("suites/urls/urltestdata.json")),
            @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}",
            m => m.Length > 6 ? m.Value : "\\ufffd", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.Clone().EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object)];
    }
}
