using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using InfoMonitor.Content.Feeds;

namespace InfoMonitor.Content.Tests.Feeds;

public sealed class FeedParserTests
{
    private static readonly Uri Address = new("https://bao.example.vn/rss/tin-moi.rss");

    /// <summary>A pattern's time is the clock's: a machine that is held up for as long would read a date as none.</summary>
    [Fact]
    public void No_date_is_lost_to_a_machine_that_is_held_up()
    {
        var patterns = new[] { typeof(FeedDates), typeof(Zones) }.SelectMany(type => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Static)).Where(method => method.ReturnType == typeof(Regex)).ToArray();
        patterns.Length.ShouldBe(5);
        patterns.ShouldAllBe(pattern => ((Regex)pattern.Invoke(null, null)!).MatchTimeout == Regex.InfiniteMatchTimeout);
    }

    [Fact]
    public void An_RSS_item_gives_title_link_id_and_date()
    {
        var feed = Read("""<?xml version="1.0"?><rss version="2.0"><channel><title>Tin mới</title><item><title><![CDATA[Mưa &amp; lũ]]></title><link>/mua-lu-12345.html</link><guid isPermaLink="false">12345</guid><pubDate>Sat, 07 Mar 2026 14:05:00 +0700</pubDate><author>a@b.example</author></item></channel></rss>""");
        feed.Kind.ShouldBe(FeedKind.Rss);
        feed.Title.ShouldBe("Tin mới");
        feed.Entries.ShouldBe([new FeedEntry("12345", "Mưa & lũ", "https://bao.example.vn/mua-lu-12345.html", new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.FromHours(7)))]);
    }

    [Fact]
    public void An_ampersand_that_was_escaped_twice_is_one_in_a_link_as_in_a_title() =>
        Read("""<rss version="2.0"><channel><item><title>Hỏi &amp;amp; đáp</title><link>https://bao.example.vn/a?b=1&amp;amp;c=2</link></item></channel></rss>""").Entries.Single()
            .ShouldBe(new FeedEntry(null, "Hỏi & đáp", "https://bao.example.vn/a?b=1&c=2", null));

    [Fact]
    public void Atom_links_are_relative_to_the_nearest_base()
    {
        var feed = Read("""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:base="y/"><id>tag:a,1</id><title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title><link rel="enclosure" href="e.mp3"/><link href="z"/><updated>2026-03-07T00:00:00Z</updated></entry></feed>""");
        feed.Kind.ShouldBe(FeedKind.Atom);
        feed.Entries.Single().Link.ShouldBe("https://a.example/x/y/z");
        feed.Entries.Single().Title.ShouldBe("A <b> c");
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><item><link>https://a.example/1</link></item><item><link>https://a.example/2</link><title>Nửa ch", 2)]
    [InlineData("<rss version=\"2.0\"><channel><item><link>https://a.example/1</link></item><item><title><![CDATA[Nửa", 1)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"https://a.example/1\"/></entry>", 1)]
    [InlineData("<urlset><url><loc>https://a.example/1</loc></url><url><lo", 1)]
    public void A_feed_that_ends_too_early_is_read_and_says_so(string text, int entries)
    {
        var feed = Read(text);
        feed.IsCut.ShouldBeTrue();
        feed.Entries.Count(e => e.Link is not null).ShouldBe(entries);
    }

    /// <summary>Half an address would be requested, half a date believed.</summary>
    [Theory]
    [InlineData("<rss><channel><item><title>Mưa</title><link>https://a.example/tin/mua-lon", "Mưa", null)]
    [InlineData("<rss><channel><item><title>Mưa</title><link><![CDATA[https://a.example/tin/mua-lon", "Mưa", null)]
    [InlineData("<rss><channel><item><title>Mưa</title><guid isPermaLink=\"true\">https://a.example/tin/mua-lon", "Mưa", null)]
    [InlineData("<rss><channel><item><link>https://a.example/1</link><title>Mưa l", null, "https://a.example/1")]
    [InlineData("<rss><channel><item><link>https://a.example/1</link><pubDate>Sat, 7 Mar 20", null, "https://a.example/1")]
    [InlineData("<rss><channel><item><link>https://a.example/1</li", null, null)]
    [InlineData("<rss><channel><item><link>https://a.example/1</link", null, "https://a.example/1")]
    [InlineData("<rss><channel><item><link>https://a.example/1</link><media:content url=\"https://a.exa", null, "https://a.example/1")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Mưa</title><link href=\"https://a.example/tin/mua-lon", "Mưa", null)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Mưa</title><link href=\"https://a.example/sua/1\" rel=\"ed", "Mưa", null)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Mưa</title><id>https://a.example/tin/mua-lon", "Mưa", null)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=https://a.example/tin/mua-lon", null, null)]
    public void What_a_feed_that_ends_too_early_holds_in_half_is_not_taken(string text, string? title, string? link)
    {
        var feed = Read(text);
        feed.IsCut.ShouldBeTrue();
        feed.Entries.ShouldBe([new FeedEntry(feed.Entries[0].Id, title, link, null)]);
    }

    [Fact]
    public void A_sitemap_that_ends_too_early_brings_no_half_address() =>
        Read("<urlset><url><loc>https://a.example/tin/1</loc></url><url><loc>https://a.example/tin/2").Entries.Select(e => e.Link).ShouldBe(["https://a.example/tin/1"]);

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://a.example/1"},{"id":"2","tags":["x"],"url":"https://a.example/2"},{"id":"3","url":"https://a.exam""", "1 2")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://a.example/1"},{"id":"2","url":"https://a.example/2"}""", "1 2")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://a.example/1"}],"home_page_url":"https://a.exam""", "1")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","author":{"name":"x","links":[1,2]},"items":[{"id":"1","url":"https://a.example/1","attachments":[{"url":"https://a.""", "")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","author":{"na""", "")]
    [InlineData("""{"items":[{"id":1,"url":"https://a.example/1"}, /* tiếp */ {"id":2}, {"id":3""", "1 2")]
    public void A_JSON_feed_that_ends_too_early_gives_its_whole_entries_and_says_so(string text, string ids)
    {
        var feed = Read(text);
        (feed.Kind, feed.IsCut).ShouldBe((FeedKind.JsonFeed, true));
        string.Join(' ', feed.Entries.Select(e => e.Id)).ShouldBe(ids);
    }

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/vers""")]
    [InlineData("""{"items":[{"id":"1"},{"id":"2" x}]}""")]
    [InlineData("""{"items":[{"id":"1"}]} {""")]
    [InlineData("""[{"id":"1"},""")]
    public void JSON_that_is_broken_or_of_which_nothing_is_whole_is_refused(string text) => Refused(text).ShouldContain("cannot be read");

    [Fact]
    public void Wherever_a_JSON_feed_is_cut_no_entry_is_read_in_half() => Gen.Int[1, Whole.Length - 1].Sample(at =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(Whole[..at]), null, Address) is not FeedReading.Read { Feed: var feed } || feed.IsCut && feed.Entries.SequenceEqual(Read(Whole).Entries.Take(feed.Entries.Count)), iter: 2 * Whole.Length);

    private static readonly string Whole = $$"""{"version":"https://jsonfeed.org/version/1.1","title":"Bản tin","items":[{{string.Join(',', Enumerable.Range(0, 6).Select(i => $$"""{"id":{{i}},"url":"https://a.example/bai-{{i}}","title":"Bài \"{{i}}\"","tags":["a",{"b":[]}],"date_published":"2026-03-07T14:05:00+07:00"}"""))}}],"icon":null}""";

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><item><link>https://a.example/1</link></channel></rss")]
    [InlineData("<br><b>Warning</b><rss version=\"2.0\"><channel><item><p><link>https://a.example/1</link></item></rss>\n<!-- xong")]
    public void A_sloppy_feed_that_closes_its_root_is_whole(string text) => Read(text).IsCut.ShouldBeFalse();

    [Fact]
    public void A_gzip_archive_that_breaks_off_gives_what_it_held_and_says_so()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes($"<urlset>{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<url><loc>https://a.example/{i * 7919 % 104_729}</loc></url>"))}</urlset>"));
        var feed = FeedParser.Parse(packed.ToArray().AsMemory(0, (int)packed.Length / 2), null, Address).ShouldBeOfType<FeedReading.Read>().Feed;
        feed.IsCut.ShouldBeTrue();
        feed.Entries.Count.ShouldBeInRange(1_000, 19_999);
    }

    [Fact]
    public void JSON_Feed_survives_numbers_for_ids_and_trailing_commas()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":7,"url":"/a","title":"A","date_published":"2026-03-07T14:05:00+07:00","authors":[{"name":"x"}]},]}""");
        feed.Kind.ShouldBe(FeedKind.JsonFeed);
        feed.Entries.Single().ShouldBe(new FeedEntry("7", "A", "https://bao.example.vn/a", new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.FromHours(7))));
    }

    [Theory]
    [InlineData("07/03/2026 14:05 GMT+7", "2026-03-07T14:05:00+07:00")]
    [InlineData("07/03/2026 - 14:05", "2026-03-07T14:05:00+00:00")]
    [InlineData("07 Thg 3 2026", "2026-03-07T00:00:00+00:00")]
    [InlineData("T7, 07 thg 3 2026 14:05:00 +0700", "2026-03-07T14:05:00+07:00")]
    [InlineData("14:05:00 7 thg 3, 2026", "2026-03-07T14:05:00+00:00")]
    [InlineData("Thg 12 7, 2026", "2026-12-07T00:00:00+00:00")]
    [InlineData("Sat, 7 Mar 2026 14:05:00 ICT", "2026-03-07T14:05:00+07:00")]
    [InlineData("Sat, 07 Mar 2026 14:05:00 GMT+7", "2026-03-07T14:05:00+07:00")]
    [InlineData("07 Mar 26 14:05 EST", "2026-03-07T14:05:00-05:00")]
    [InlineData("Saturday, 07-Mar-2026 14:05:00 UTC", "2026-03-07T14:05:00+00:00")]
    [InlineData("2026-03-07T14:05:00.123+0700", "2026-03-07T14:05:00.123+07:00")]
    [InlineData("2026-03-07 14:05:00 +07:00", "2026-03-07T14:05:00+07:00")]
    [InlineData("2026-03-07", "2026-03-07T00:00:00+00:00")]
    [InlineData("2026-03", "2026-03-01T00:00:00+00:00")]
    [InlineData("20260307T140500Z", "2026-03-07T14:05:00+00:00")]
    [InlineData("Sat Mar 7 14:05:00 2026", "2026-03-07T14:05:00+00:00")]
    [InlineData("March 7, 2026 2:05 pm", "2026-03-07T14:05:00+00:00")]
    [InlineData("Thứ Bảy, 07/03/2026 14:05", "2026-03-07T14:05:00+00:00")]
    [InlineData("1772867100", "2026-03-07T07:05:00+00:00")]
    public void Dates_are_read_in_the_forms_feeds_write(string written, string expected) =>
        FeedDates.Of(null, null).Read(written).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), written);

    [Theory]
    [InlineData("07/03/2026 14:05", "2026-03-07T14:05:00+07:00")]
    [InlineData("T7, 07/03/2026 14:05", "2026-03-07T14:05:00+07:00")]
    [InlineData("7/3/2026 2:05:00 CH", "2026-03-07T14:05:00+07:00")]
    [InlineData("2026-03-07", "2026-03-07T00:00:00+07:00")]
    [InlineData("Sat, 07 Mar 2026 14:05:00", "2026-03-07T14:05:00+07:00")]
    [InlineData("Sat, 07 Mar 2026 14:05:00 GMT", "2026-03-07T14:05:00+00:00")]
    [InlineData("2026-03-07 14:05:00 Asia/Tokyo", "2026-03-07T14:05:00+09:00")]
    [InlineData("2026-03-07 14:05:00 SE Asia Standard Time", "2026-03-07T14:05:00+07:00")]
    public void A_date_without_a_zone_is_its_countrys(string written, string expected) =>
        FeedDates.Of("vi", address: null).Read(written).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), written);

    [Theory]
    [InlineData("https://bao.example.vn/rss", null, "", 7)]
    [InlineData("https://bao.example/rss", "vi", "", 7)]
    [InlineData("https://bao.example/rss", "en", "<language>vi-VN</language>", 7)]
    [InlineData("https://bao.example/rss", "en", "", 0)]
    [InlineData("https://bao.example/rss", null, "<language>en</language>", 0)]
    public void The_host_the_source_or_the_feed_says_which_country(string address, string? language, string element, int offset)
    {
        var body = Encoding.UTF8.GetBytes($"<rss><channel>{element}<item><title>A</title><link>/1</link><pubDate>07/03/2026 14:05</pubDate></item></channel></rss>");
        ((FeedReading.Read)FeedParser.Parse(body, null, new Uri(address), language)).Feed.Entries.Single().Published.ShouldNotBeNull().Offset.ShouldBe(TimeSpan.FromHours(offset));
    }

    [Theory]
    [InlineData("a day that only one order has", "3/7/2026 2:05:00 PM|27/2/2026 9:00:00 AM", null, "2026-07-03|2026-02-27")]
    [InlineData("and the other", "07/03/2026 14:05|02/27/2026 09:00", null, "2026-07-03|2026-02-27")]
    [InlineData("ASP.NET in American English", "3/7/2026 2:05:00 PM", null, "2026-03-07")]
    [InlineData("a format of their own", "03/07/2026 02:05:00 PM", null, "2026-07-03")]
    [InlineData("one of them is padded", "3/7/2026 2:05:00 PM|3/06/2026 2:05:00 PM", null, "2026-07-03|2026-06-03")]
    [InlineData("Viet Nam's rule", "07/03/2026 14:05|7/3/2026 14:05:00|7/3/2026 2:05:00 CH", null, "2026-03-07|2026-03-07|2026-03-07")]
    [InlineData("nothing is of the days to come", "03/07/2026 14:05|03/06/2026 14:05", "2026-03-30", "2026-03-07|2026-03-06")]
    [InlineData("nor where it is padded", "03/07/2026 2:05:00 PM", "2026-05-30", "2026-03-07")]
    [InlineData("a living feed tells of the last days", "09/03/2026 14:05|09/02/2026 14:05", "2026-09-03", "2026-09-03|2026-09-02")]
    [InlineData("as of July", "3/7/2026 2:05:00 PM", "2026-07-04", "2026-07-03")]
    [InlineData("an old feed keeps the rule", "07/03/2026 14:05", "2026-11-27", "2026-03-07")]
    [InlineData("American and old", "3/7/2026 2:05:00 PM", "2026-11-27", "2026-03-07")]
    [InlineData("neither order has all: each day for itself", "27/2/2026 14:05|2/28/2026 14:05|3/4/2026 14:05", null, "2026-02-27|2026-02-28|2026-04-03")]
    public void Whether_the_month_comes_first_is_judged_by_all_dates_of_a_feed(string why, string written, string? now, string expected)
    {
        DateTimeOffset? moment = now is null ? null : DateTimeOffset.Parse(now + "T12:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var items = written.Split('|').Select((date, i) => (Date: date, Link: $"https://a.example/{i}")).ToArray();
        string[] feeds =
        [
            $"<rss><channel><title>20/11/2026: ngày Nhà giáo</title>{string.Concat(items.Select(i => $"<item><link>{i.Link}</link><pubDate>{i.Date}</pubDate></item>"))}</channel></rss>",
            $"<rss><channel>{string.Concat(items.Select(i => $"<item><link>{i.Link}</link><pubDate><![CDATA[ {i.Date} ]]></pubDate></item>"))}</channel></rss>",
            $$"""{"items":[{{string.Join(',', items.Select(i => $$"""{"url":"{{i.Link}}","date_published":"{{i.Date}}"}"""))}}]}""",
        ];
        foreach (var feed in feeds)
            string.Join('|', ((FeedReading.Read)FeedParser.Parse(Encoding.UTF8.GetBytes(feed), null, Address, "vi", moment)).Feed.Entries.Select(e => e.Published!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(expected, why);
    }

    /// <summary>AM and PM are written where the month comes first; not in Viet Nam, nor in Australia.</summary>
    [Theory]
    [InlineData("en", "", "03/07/2026 02:05:00 PM", null, "2026-03-07")]
    [InlineData(null, "", "03/07/2026 02:05 PM|03/06/2026 09:00 AM", "2026-11-27", "2026-03-07|2026-03-06")]
    [InlineData("en", "", "3/7/2026 2:05:00 PM|3/6/2026 2:05:00 PM", null, "2026-03-07|2026-03-06")]
    [InlineData("en", "", "3/07/2026 2:05:00 PM", null, "2026-07-03")]
    [InlineData("en", "", "03/07/2026 14:05", null, "2026-07-03")]
    [InlineData("en", "", "03/07/2026 02:05:00 PM|03/06/2026 14:05", null, "2026-07-03|2026-06-03")]
    [InlineData("vi", "", "03/07/2026 02:05:00 PM", null, "2026-07-03")]
    [InlineData(null, "<language>vi-VN</language>", "03/07/2026 02:05:00 PM", null, "2026-07-03")]
    [InlineData("en", "", "03/07/2026 02:05:00 PM", "2026-07-04", "2026-07-03")]
    [InlineData("en", "", "07/03/2026 02:05:00 PM", "2026-03-30", "2026-03-07")]
    public void AM_and_PM_tell_the_order_where_nothing_else_does(string? language, string element, string written, string? now, string expected)
    {
        DateTimeOffset? moment = now is null ? null : DateTimeOffset.Parse(now + "T12:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var feed = $"<rss><channel>{element}{string.Concat(written.Split('|').Select((date, i) => $"<item><link>https://a.example/{i}</link><pubDate>{date}</pubDate></item>"))}</channel></rss>";
        string.Join('|', ((FeedReading.Read)FeedParser.Parse(Encoding.UTF8.GetBytes(feed), null, Address, language, moment)).Feed.Entries.Select(e => e.Published!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("/Date(1772867100000)/")]
    [InlineData("/Date(1772867100000+0700)/")]
    [InlineData("\\/Date(1772867100000-0500)\\/")]
    public void A_count_in_the_manner_of_older_NET_is_of_UTC_whatever_its_offset(string written) =>
        FeedDates.Of("vi", null).Read(written).ShouldBe(new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.FromHours(7)));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("0000-00-00T00:00:00")]
    [InlineData("31/02/2026")]
    [InlineData("/Date(99999999999999)/")]
    public void What_is_no_date_is_none(string written) => FeedDates.Of(null, null).Read(written).ShouldBeNull();

    [Fact]
    public void Ill_formed_feeds_are_read_for_what_they_hold()
    {
        Read("Warning: line 3\n<?xml version='1.0'?><rss><channel><title>A&nbsp;B<item><title>Q & A</title><link>http://a.example/1</link><item><title>R < S</title><link>http://a.example/2</link>").Entries
            .Select(e => (e.Title, e.Link)).ShouldBe([("Q & A", "http://a.example/1"), ("R < S", "http://a.example/2")]);
    }

    [Fact]
    public void Entities_a_DOCTYPE_declares_are_read_when_short_and_refused_when_they_build_on_others_or_on_files()
    {
        Read("""<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss.dtd" [<!ENTITY tinh "Tỉnh">]><rss><channel><item><title>&tinh; B</title></item></channel></rss>""").Entries.Single().Title.ShouldBe("Tỉnh B");
        Refused("""<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>""").ShouldContain("entity");
        Refused("""<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>""").ShouldContain("external");
    }

    [Fact]
    public void A_gzip_bomb_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 60; i++) gzip.Write(new byte[1 << 20]);
        FeedParser.Parse(packed.ToArray(), null, null).ShouldBeOfType<FeedReading.Refused>().Reason.ShouldContain("MiB");
    }

    [Theory]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("<opml><body/></opml>")]
    [InlineData("{\"a\":1}")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("plain words")]
    public void What_is_no_feed_is_refused_with_a_reason(string body) => Refused(body).ShouldNotBeEmpty();

    [Fact]
    public void A_misnamed_encoding_does_not_spoil_UTF_8()
    {
        var body = Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Quyền trẻ em</title></item></channel></rss>");
        ((FeedReading.Read)FeedParser.Parse(body, "text/xml; charset=windows-1252", null)).Feed.Entries.Single().Title.ShouldBe("Quyền trẻ em");
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes => FeedParser.Parse(bytes, "text/xml", Address) is not null, iter: 3000);

    [Fact]
    public void No_mutation_of_a_feed_makes_it_throw() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Int[0, 600], Gen.Int[0, 40], Gen.Int[0, 100].Select(i => Pieces[i % Pieces.Length])).Sample((which, at, cut, piece) =>
        {
            var seed = Seeds[which];
            at = Math.Min(at, seed.Length);
            return FeedParser.Parse(Encoding.UTF8.GetBytes(seed[..at] + piece + seed[Math.Min(seed.Length, at + cut)..]), null, Address) is not null;
        }, iter: 5000);

    private static readonly string[] Pieces = ["", "<", "&", "&#", "]]>", "<![CDATA[", "<!DOCTYPE x [", "\"", "\0", "<item", "xmlns:a='b'", "9999999999", "\ud800"];

    private static readonly string[] Seeds =
    [
        """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><item><title>A &amp; B</title><link>http://a.example/</link><guid>1</guid><dc:date>2026-03-07T14:05:00+07:00</dc:date></item></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/x/"><title>T</title><entry><id>tag:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b></div></title><link rel="alternate" href="c"/><updated>2026-03-07T00:00:00Z</updated></entry></feed>""",
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.example/1</loc><lastmod>2026-03-07</lastmod></url></urlset>""",
        """{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"http://a.example/","title":"A","date_published":"2026-03-07T14:05:00Z"}]}""",
    ];

    private static Feed Read(string body) => FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, Address).ShouldBeOfType<FeedReading.Read>().Feed;

    private static string Refused(string body) => FeedParser.Parse(Encoding.UTF8.GetBytes(body), null, Address).ShouldBeOfType<FeedReading.Refused>().Reason;
}
