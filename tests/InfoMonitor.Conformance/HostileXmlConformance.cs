using System.Text;
using InfoMonitor.Content.Feeds;

namespace InfoMonitor.Conformance;

public sealed class HostileXmlConformance
{
    [SuiteFact("suites/hostile/xml")]
    public void Bombs_and_external_entities_are_refused_also_when_they_stand_in_a_feed()
    {
        foreach (var file in Suites.Files("suites", "hostile", "xml").Where(f => f.EndsWith(".xml", StringComparison.Ordinal)))
        {
            FeedParser.Parse(File.ReadAllBytes(file), "text/xml", null).ShouldBeOfType<FeedReading.Refused>(file);
            var text = File.ReadAllText(file);
            if (!text.Contains("<!ENTITY", StringComparison.Ordinal)) continue;
            // xmlbomb2 declares one short literal, which is no bomb.
            var reading = FeedParser.Parse(Encoding.UTF8.GetBytes(text[..(text.IndexOf("]>", StringComparison.Ordinal) + 2)] + "<rss><channel><item><title>&a;&c;&ee;</title></item></channel></rss>"), null, null);
            if (file.EndsWith("xmlbomb2.xml", StringComparison.Ordinal)) reading.ShouldBeOfType<FeedReading.Read>();
            else reading.ShouldBeOfType<FeedReading.Refused>(file).Reason.ShouldContain("entit");
        }
    }

    [Fact]
    public void Large_hostile_documents_take_seconds_at_most()
    {
        string[] bodies =
        [
            "<rss>" + Repeat("<a>", 200_000),
            "<rss><channel><item>" + Repeat("<a>", 400_000) + Repeat("</a>", 400_000),
            "<rss><item>" + Repeat("<title>", 200_000),
            "<rss>" + Repeat("<item>", 200_000),
            "<rss>" + Repeat("< ", 1_000_000),
            "<rss a=" + Repeat("\"x\" b=", 200_000),
            "<rss>" + Repeat("<![CDATA[", 200_000),
            "<rss>" + Repeat("<!--", 300_000),
            "<!DOCTYPE a [" + Repeat("<!ENTITY a \"b\"", 100_000),
            "<!DOCTYPE a [" + Repeat("<!ENTITY % a \"b\">", 100_000),
            "<!DOCTYPE a [<!ENTITY a \"" + new string('x', 250) + "\">]><rss><item><title>" + Repeat("&a;", 1_000_000) + "</title></item></rss>",
            "<rss><item><title>" + Repeat("&", 1_000_000) + "</title></item></rss>",
            "<rss><item><title>" + Repeat("&lt;script ", 300_000) + "</title></item></rss>",
            Repeat("<rss xmlns:a='b'>", 100_000),
            Repeat("{\"items\":[", 100_000),
        ];
        foreach (var body in bodies)
        {
            FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, null).ShouldNotBeNull(body[..40]);   // a hang is a test that does not end
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
