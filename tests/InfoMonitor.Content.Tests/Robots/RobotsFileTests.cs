using System.Text;
using CsCheck;
using InfoMonitor.Content.Robots;

namespace InfoMonitor.Content.Tests.Robots;

public sealed class RobotsFileTests
{
    private const string Page = "https://bao.example/tin/1.html";

    [Theory]
    [InlineData("User-agent: *\nDisallow: /tin", false)]
    [InlineData("User-agent: *\nDisallow: /tin\nAllow: /tin/1", true)]
    [InlineData("User-agent: *\nDisallow: /tin\nAllow: /tin", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: InfoMonitor\nAllow: /\n\nUser-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /*.html$", false)]
    [InlineData("User-agent: *\nDisallow: /*.htm$", true)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /", false)]
    [InlineData("<html><body>Disallow: /</body></html>", true)]
    [InlineData("User-agent: *\nDisallow: */1.*l", false)]
    public void The_longest_rule_of_the_most_specific_group_decides(string robots, bool allowed) =>
        Parse(robots).IsAllowed("InfoMonitor", Page).ShouldBe(allowed);

    [Theory]
    [InlineData("/tin-tức", "https://x.vn/tin-tức", false)]
    [InlineData("/tin-t%E1%BB%A9c", "https://x.vn/tin-tức/1", false)]
    [InlineData("/tin-tức", "https://x.vn/tin-t%E1%BB%A9c", false)]
    [InlineData("/tin-t%e1%bb%a9c", "https://x.vn/tin-t%e1%bb%a9c", false)]
    [InlineData("/tin-tức", "https://x.vn/tin-tuc", true)]
    [InlineData("/tin-tức\nAllow: /tin-tức/mở", "https://x.vn/tin-tức/mở", true)]
    public void A_rule_holds_however_its_letters_and_those_of_the_address_are_escaped(string rule, string address, bool allowed) =>
        Parse("User-agent: *\nDisallow: " + rule).IsAllowed("InfoMonitor", address).ShouldBe(allowed);

    [Fact]
    public void The_rules_file_itself_may_always_be_read()
    {
        Parse("User-agent: *\nDisallow: /").IsAllowed("InfoMonitor", "https://x.vn/robots.txt").ShouldBeTrue();
        Parse("User-agent: *\nDisallow: /").IsAllowed("InfoMonitor", "https://x.vn/a/robots.txt").ShouldBeFalse();
    }

    [Fact]
    public void What_stands_after_500_KiB_is_not_read()
    {
        var padding = new string('#', 1000) + "\n";
        var within = string.Concat(Enumerable.Repeat(padding, 511)) + "User-agent: *\nDisallow: /";
        Parse(within).IsAllowed("InfoMonitor", Page).ShouldBeFalse();
        Parse(padding + within).IsAllowed("InfoMonitor", Page).ShouldBeTrue();
    }

    [Fact]
    public void A_crawl_delay_holds_for_the_agents_named_above_it_only()
    {
        var robots = Parse("User-agent: Slow\nCrawl-delay: 30\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x\nUser-agent: Free\nAllow: /");
        robots.CrawlDelay("slow").ShouldBe(TimeSpan.FromSeconds(30));
        robots.CrawlDelay("InfoMonitor").ShouldBe(TimeSpan.FromSeconds(2.5));
        robots.CrawlDelay("Free").ShouldBeNull();
        Parse("User-agent: *\nCrawl-delay: soon").CrawlDelay("InfoMonitor").ShouldBeNull();
        Parse("User-agent: *\nCrawl-delay: " + new string('9', 400)).CrawlDelay("InfoMonitor").ShouldBe(TimeSpan.FromDays(1));
        RobotsFile.AllowAll.CrawlDelay("InfoMonitor").ShouldBeNull();
    }

    [Fact]
    public void Sitemaps_are_listed_wherever_they_stand() =>
        Parse("Sitemap: https://a.example/s.xml\nUser-agent: *\nDisallow: /\nsitemap:https://a.example/bản-đồ.xml\nSITEMAP: https://a.example/s.xml")
            .Sitemaps.ShouldBe(["https://a.example/s.xml", "https://a.example/bản-đồ.xml"]);

    [Fact]
    public void The_answers_for_no_file_and_no_server_are_all_and_nothing()
    {
        RobotsFile.AllowAll.IsAllowed("InfoMonitor", Page).ShouldBeTrue();
        RobotsFile.DisallowAll.IsAllowed("InfoMonitor", Page).ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_of_many_stars_costs_no_more_than_its_length()
    {
        var path = "https://a.example/" + new string('a', 20_000);
        Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 8_000)) + "b").IsAllowed("InfoMonitor", path).ShouldBeTrue();
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.String, Gen.String).Sample((bytes, agent, address) =>
        {
            var robots = RobotsFile.Parse([.. "User-agent: *\nDisallow: "u8, .. bytes]);
            robots.IsAllowed(agent, address);
            robots.CrawlDelay(agent);
        });

    private static RobotsFile Parse(string robots) => RobotsFile.Parse(Encoding.UTF8.GetBytes(robots));
}
