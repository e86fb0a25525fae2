using InfoMonitor.Content.Text;

namespace InfoMonitor.Conformance;

public sealed class CharsetConformance
{
    [SuiteFact("suites/charset/html5lib-encoding.json")]
    public void Encodings_are_found_as_the_HTML_standard_finds_them()
    {
        var lost = new List<string>();
        var right = 0;
        foreach (var c in Suites.Json("suites/charset/html5lib-encoding.json").EnumerateArray())
        {
            var body = c.GetProperty("b64").GetBytesFromBase64();
            var (expected, actual) = (CharsetLabels.Find(c.GetProperty("encoding").GetString())!, CharsetDecoder.EncodingOf(body, null));
            // The standard's last resort is the reader's locale, or what a script wrote; ours is UTF-8, which reads ASCII the same.
            if (actual.CodePage == expected.CodePage || actual.CodePage == 65001 && System.Text.Ascii.IsValid(body)) right++;
            else lost.Add($"{c.GetProperty("file")}: {actual.WebName} instead of {expected.WebName}: {System.Text.Encoding.Latin1.GetString(body)}");
        }
        Floors.Hold("charset-html5lib", right, lost);
    }
}
