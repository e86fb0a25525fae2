using InfoMonitor.Crawling;
using InfoMonitor.Domain;

namespace InfoMonitor.Tests.Crawling;

public sealed class AdmissionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly Uri Feed = new("https://bao.vn/rss");

    [Fact]
    public void An_address_is_taken_once_however_it_is_written()
    {
        var found = Of(true, "https://bao.vn/tin?utm_source=rss", "https://BAO.vn/tin#dau", "/tin");
        found.Pages.ShouldHaveSingleItem().Address.AbsoluteUri.ShouldBe("https://bao.vn/tin");
    }

    [Theory]
    [InlineData("https://bao.vn/tac-gia/mot-nguoi")]
    [InlineData("https://bao.vn/tim-kiem?q=tin")]
    [InlineData("https://facebook.com/profile.php?id=1")]
    [InlineData("mailto:toa-soan@bao.vn")]
    [InlineData("javascript:void(0)")]
    [InlineData("https://bao.vn/")]
    [InlineData("https://bao.vn/rss")]
    public void A_person_a_search_a_front_page_and_the_entry_point_itself_are_no_pages(string address)
    {
        var found = Of(true, "https://bao.vn/tin", address);
        found.Pages.ShouldHaveSingleItem();
        found.Refused.ShouldBe(1);
    }

    [Fact]
    public void A_stranger_in_a_list_or_beside_own_pages_is_no_page()
    {
        Of(false, "https://khac.vn/a", "https://khac.vn/b").ShouldSatisfyAllConditions(f => f.Pages.ShouldBeEmpty(), f => f.Refused.ShouldBe(2));
        Of(true, "https://bao.vn/a", "https://khac.vn/b").ShouldSatisfyAllConditions(f => f.Pages.Count.ShouldBe(1), f => f.Refused.ShouldBe(1));
    }

    [Fact]
    public void A_feed_kept_on_another_host_speaks_for_the_site_it_is_about()
    {
        var found = Of(true, "https://nha-xuat-ban.vn/a", "https://www.nha-xuat-ban.vn/b", "https://la.vn/c");
        found.Pages.Select(p => p.Address.Host).ShouldBe(["nha-xuat-ban.vn", "www.nha-xuat-ban.vn"]);
        found.Refused.ShouldBe(1);
    }

    [Fact]
    public void What_is_too_old_or_beyond_the_limit_is_counted_and_the_newest_are_taken()
    {
        var options = new CrawlingOptions { Entries = 2, PageAge = TimeSpan.FromDays(3) };
        Announcement[] announced =
        [
            new("https://bao.vn/1", Now.AddDays(-2)), new("https://bao.vn/2", Now.AddDays(-9)), new("https://bao.vn/3", null), new("https://bao.vn/4", Now.AddHours(-1)), new("https://bao.vn/5", Now.AddYears(1)),
        ];
        var found = Admission.Of(Bao, announced, isFeed: true, Feed, options, Now, _ => false);
        found.Pages.Select(p => p.Address.AbsolutePath).ShouldBe(["/5", "/4"]);
        found.Pages[0].At.ShouldBe(Now, "nothing is published in the future");
        (found.TooOld, found.BeyondLimits).ShouldBe((1, 2));
    }

    [Fact]
    public void A_day_far_ahead_tells_nothing_of_when_the_source_publishes()
    {
        Announcement[] announced = [new("https://bao.vn/1", Now.AddYears(70)), new("https://bao.vn/2", Now.AddHours(7)), new("https://bao.vn/3", Now.AddDays(-4))];
        var found = Admission.Of(Bao, announced, isFeed: true, Feed, new CrawlingOptions { PageAge = TimeSpan.FromDays(9) }, Now, _ => false);
        found.Pages.Count.ShouldBe(3);
        found.Dates.ShouldBe([Now, Now.AddDays(-4)]);
    }

    /// <summary>A pinned notice, a page about the site: what else is announced has its days. Where most have none, what is newest nobody knows.</summary>
    [Theory]
    [InlineData(1, 2), InlineData(2, 2), InlineData(3, 0)]
    public void Entries_without_a_day_hide_no_others_unless_they_are_most(int undated, int dates)
    {
        var announced = Enumerable.Range(0, undated).Select(i => new Announcement($"https://bao.vn/x{i}", null)).Concat([new("https://bao.vn/1", Now.AddHours(-1)), new("https://bao.vn/2", Now.AddDays(-4))]);
        Admission.Of(Bao, announced, isFeed: true, Feed, new CrawlingOptions { PageAge = TimeSpan.FromDays(9) }, Now, _ => false).Dates.Count.ShouldBe(dates);
    }

    [Fact]
    public void Every_entry_is_counted_once()
    {
        var found = Of(true, "https://bao.vn/a", "https://bao.vn/b", "https://khac.vn/c", "https://bao.vn/author/x", "ftp://bao.vn/d");
        (found.Pages.Count + found.TooOld + found.BeyondLimits + found.Refused).ShouldBe(5);
    }

    private static Source Bao
    {
        get
        {
            var source = new Source { Id = "bao", Publisher = "Báo", Language = "vi", Kind = SourceKind.Press };
            source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Url = Feed.AbsoluteUri });
            return source;
        }
    }

    [Fact]
    public void A_link_to_a_private_address_is_dropped_by_that_name()
    {
        var found = Admission.Of(Bao, [new("http://10.0.0.8/noi-bo.html", null), new("http://169.254.169.254/latest", null)], isFeed: true, Feed, new CrawlingOptions(), Now, address => address.HostNameType == UriHostNameType.IPv4);
        (found.Pages.Count, found.Refused).ShouldBe((0, 2));
        found.Dropped.ShouldHaveSingleItem().ShouldBe(new Drop("a private address", 2, "10.0.0.8"));
    }

    private static Admission Of(bool isFeed, params string[] links) =>
        Admission.Of(Bao, links.Select(l => new Announcement(l, null)), isFeed, Feed, new CrawlingOptions(), Now, _ => false);
}
