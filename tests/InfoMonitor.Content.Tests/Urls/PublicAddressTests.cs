using InfoMonitor.Content.Urls;

namespace InfoMonitor.Content.Tests.Urls;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://vnexpress.net/rss/tin-moi-nhat.rss")]
    [InlineData("https://tuoitre.vn/tim-ra-nguyen-nhan-ngap-20261120.htm")]
    [InlineData("https://bao.example/chinh-sach?page=2&id=7")]
    [InlineData("https://www.ohchr.org/en/news?page=1")]
    [InlineData("https://bao.example/ho-so/profile")]
    [InlineData("https://xn--bo-mua.example/tac-gia-hoa-binh-viet-gi.html")]
    [InlineData("http://8.8.8.8/tin")]
    [InlineData("https://[2001:4860:4860::8888]/")]
    public void A_publishers_page_is_public(string address) => PublicAddress.KindOf(new Uri(address)).ShouldBe(AddressKind.Public);

    [Theory]
    [InlineData("ftp://bao.example/", AddressKind.NotHttp)]
    [InlineData("mailto:toa-soan@bao.example", AddressKind.NotHttp)]
    [InlineData("https://ten:mat-khau@bao.example/", AddressKind.Credentials)]
    [InlineData("http://localhost/", AddressKind.Private)]
    [InlineData("http://cong.noibo.internal/", AddressKind.Private)]
    [InlineData("http://mayin/", AddressKind.Private)]
    [InlineData("http://127.1/", AddressKind.Private)]
    [InlineData("http://10.1.2.3/", AddressKind.Private)]
    [InlineData("http://172.31.0.1/", AddressKind.Private)]
    [InlineData("http://192.168.1.1/", AddressKind.Private)]
    [InlineData("http://100.64.0.1/", AddressKind.Private)]
    [InlineData("http://[::1]/", AddressKind.Private)]
    [InlineData("http://[fd00::1]/", AddressKind.Private)]
    [InlineData("http://[::ffff:10.0.0.1]/", AddressKind.Private)]
    [InlineData("http://169.254.169.254/latest/meta-data", AddressKind.LinkLocal)]
    [InlineData("http://[fe80::1]/", AddressKind.LinkLocal)]
    [InlineData("https://www.facebook.com/people/A-B/100000000000001/", AddressKind.Person)]
    [InlineData("https://m.facebook.com/profile.php?id=100000000000001", AddressKind.Person)]
    [InlineData("https://www.facebook.com/groups/xom-tren", AddressKind.Person)]
    [InlineData("https://www.linkedin.com/in/a-b", AddressKind.Person)]
    [InlineData("https://www.reddit.com/user/a-b", AddressKind.Person)]
    [InlineData("https://t.me/+AbCdEf", AddressKind.Person)]
    [InlineData("https://x.com/a_b", AddressKind.Account)]
    [InlineData("https://www.tiktok.com/@a.b", AddressKind.Account)]
    [InlineData("https://www.youtube.com/@ab", AddressKind.Account)]
    [InlineData("https://www.youtube.com/channel/UC0000", AddressKind.Account)]
    [InlineData("https://www.youtube.com/feeds/videos.xml?channel_id=UC0000", AddressKind.Account)]
    [InlineData("https://mastodon.example/@ab", AddressKind.Account)]
    [InlineData("https://x.com/search?q=abc", AddressKind.Search)]
    [InlineData("https://x.com/hashtag/abc", AddressKind.Search)]
    [InlineData("https://www.google.com/search?q=abc", AddressKind.Search)]
    [InlineData("https://www.google.com.vn/alerts/feeds/1/2", AddressKind.Search)]
    [InlineData("https://news.google.com/rss/search?q=abc", AddressKind.Search)]
    [InlineData("https://www.bing.com/news/search?q=abc", AddressKind.Search)]
    [InlineData("https://bao.example/tim-kiem.htm?keywords=abc", AddressKind.Search)]
    [InlineData("https://bao.example/tim-kiem/abc", AddressKind.Search)]
    [InlineData("https://bao.example/?s=abc", AddressKind.Search)]
    [InlineData("https://bao.example/tin?Q=abc", AddressKind.Search)]
    [InlineData("https://bao.example/tac-gia/a-b-12.html", AddressKind.Author)]
    [InlineData("https://bao.example/author/a-b/", AddressKind.Author)]
    [InlineData("https://bao.example/nha-bao/a-b-12.html", AddressKind.Author)]
    [InlineData("https://bao.example/?author=12", AddressKind.Author)]
    [InlineData("https://dien-dan.example/members/a-b.12/", AddressKind.Author)]
    public void What_no_source_may_be_is_told_by_its_kind(string address, AddressKind kind)
    {
        PublicAddress.KindOf(new Uri(address)).ShouldBe(kind);
        PublicAddress.Refusal(kind, channel: false).ShouldNotBeNull();
        (PublicAddress.Refusal(kind, channel: true) is null).ShouldBe(kind == AddressKind.Account, "a channel lets an account in, and nothing else");
    }
}
