using System.Net;
using System.Text;
using System.Text.Json;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Feeds;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Conformance;

/// <summary>What attacks a reader's browser and what breaks programs that expect words: read by every reader of ours, in every place of a page and a feed.</summary>
public sealed class HostileTextConformance
{
    private static readonly Uri Address = new("https://bao.example/bai-1.html");
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    [SuiteFact("suites/hostile/dompurify.json")]
    public void Markup_that_attacks_browsers_is_read_as_a_page_and_leads_to_no_other_scheme()
    {
        var payloads = Suites.Json("suites", "hostile", "dompurify.json").EnumerateArray().Select(e => e.GetProperty("payload").GetString()!).ToList();
        payloads.Count.ShouldBe(223);
        foreach (var payload in payloads) Read(payload, payload);
    }

    [SuiteFact("suites/hostile/blns.json")]
    public void Naughty_strings_are_read_as_what_they_are()
    {
        foreach (var text in Suites.Json("suites", "hostile", "blns.json").EnumerateArray().Select(e => e.GetString()!)) Read(WebUtility.HtmlEncode(text), text);
    }

    private static void Read(string markup, string text)
    {
        var why = text[..Math.Min(text.Length, 60)];
        var page = ArticleExtractor.Extract($"<html><head><title>{markup}</title></head><body><article><h1>{markup}</h1><p>Trạm y tế xã mở cửa cả tuần, người dân đến khám không mất tiền.</p>{markup}<p>Thuốc được cấp theo đơn của bác sĩ.</p></article></body></html>", Address, Now, CancellationToken.None);
        foreach (var part in new[] { page.Title, page.Text }.OfType<string>())
        {
            part.ShouldNotContain('\0', why);
            part.IsNormalized(NormalizationForm.FormC).ShouldBeTrue(why);
            PersonalDataMasker.Mask(part).ShouldNotBeNull(why);
            LanguageIdentifier.Identify(part).ShouldNotBeNull(why);
        }
        foreach (var link in ListPage.ArticleLinks($"<html><body><ul>{string.Concat(Enumerable.Repeat($"<li>{markup}</li>", 6))}</ul></body></html>", Address, null, CancellationToken.None)) IsWeb(link, why);

        var feed = $"<rss><channel><title>{WebUtility.HtmlEncode(text)}</title><item><title><![CDATA[{text.Replace("]]>", "", StringComparison.Ordinal)}]]></title><link>{WebUtility.HtmlEncode(text)}</link></item></channel></rss>";
        foreach (var body in new[] { feed, JsonSerializer.Serialize(new { version = "https://jsonfeed.org/version/1.1", title = text, items = new[] { new { id = text, title = text, url = text } } }) })
            if (FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, Address) is FeedReading.Read read)
                foreach (var entry in read.Feed.Entries.Where(e => e.Link is not null))
                    if (UrlNormalizer.Normalize(entry.Link!, Address) is { } address) IsWeb(address.AbsoluteUri, why);   // what the crawler makes of it before it asks
    }

    private static void IsWeb(string link, string why) => new Uri(link).Scheme.ShouldBeOneOf(["http", "https"], why);
}
