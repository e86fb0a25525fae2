using InfoMonitor.Content.Urls;

namespace InfoMonitor.Content.Tests.Urls;

public sealed class SiteTests
{
    [Theory]
    [InlineData("https://www.bao.vn/a", "https://video.bao.vn/b")]
    [InlineData("https://bao.com.vn/", "http://en.bao.com.vn:8080/x")]
    [InlineData("https://news.un.org/feed", "https://www.un.org/")]
    [InlineData("http://127.0.0.1:5000/a", "http://127.0.0.1:5000/b")]
    public void One_publisher_is_one_site(string one, string other) => Site.Of(new Uri(one)).ShouldBe(Site.Of(new Uri(other)));

    [Theory]
    [InlineData("https://moj.gov.vn/", "https://moh.gov.vn/")]
    [InlineData("https://bao.com.vn/", "https://khac.com.vn/")]
    [InlineData("https://bao.vn/", "https://bao.org/")]
    [InlineData("http://127.0.0.1:5000/", "http://127.0.0.1:5001/")]
    [InlineData("http://localhost:5000/", "http://localhost:5001/")]
    [InlineData("http://10.1.2.3/", "http://10.9.2.3/")]
    [InlineData("http://[::1]:5000/", "http://[::1]:5001/")]
    public void Two_publishers_are_two_sites(string one, string other) => Site.Of(new Uri(one)).ShouldNotBe(Site.Of(new Uri(other)));
}
