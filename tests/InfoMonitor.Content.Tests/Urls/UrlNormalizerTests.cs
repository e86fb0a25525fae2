using CsCheck;
using InfoMonitor.Content.Urls;

namespace InfoMonitor.Content.Tests.Urls;

public sealed class UrlNormalizerTests
{
    private static readonly Uri Section = new("https://bao.example/thoi-su/index.html?page=2");

    [Theory]
    [InlineData("/tin-1.html", "https://bao.example/tin-1.html")]
    [InlineData("tin-1.html#binh-luan", "https://bao.example/thoi-su/tin-1.html")]
    [InlineData("//m.bao.example:443/a", "https://m.bao.example/a")]
    [InlineData("HTTP://BAO.Example.:80/A/../b/./c", "http://bao.example/b/c")]
    [InlineData("https://bao.example/a?utm_source=zalo&id=7&fbclid=x&b=2&zarsrc=30", "https://bao.example/a?id=7&b=2")]
    [InlineData("https://bao.example/a?b=1&a=2", "https://bao.example/a?b=1&a=2")]
    [InlineData("https://bao.example/a?&utm_medium=rss", "https://bao.example/a")]
    [InlineData("https://bao.example/a?amp;utm_medium=rss", "https://bao.example/a")]
    [InlineData("https://user:secret@bao.example/a", "https://bao.example/a")]
    [InlineData("  https://bao.example/a b\n", "https://bao.example/a%20b")]
    [InlineData("https://bao.example\\tin\\1", "https://bao.example/tin/1")]
    [InlineData("https://báo.example/tin-tức", "https://xn--bo-mia.example/tin-t%E1%BB%A9c")]
    [InlineData("https://bao.example/%7ea%2fb%c3%a1", "https://bao.example/~a%2Fb%C3%A1")]
    [InlineData("https://bao.example", "https://bao.example/")]
    [InlineData("https://bao.example/a/", "https://bao.example/a/")]
    public void An_address_gets_one_spelling(string address, string expected) => UrlNormalizer.Normalize(address, Section)!.AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("javascript:void(0)")]
    [InlineData("mailto:toasoan@bao.example")]
    [InlineData("tel:0123")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://bao.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https://a b/")]
    [InlineData("http://[::1")]
    [InlineData("http://./")]
    public void What_is_no_web_address_is_none(string address) => UrlNormalizer.Normalize(address, Section).ShouldBeNull();

    [Fact]
    public void A_relative_address_without_a_base_is_none() => UrlNormalizer.Normalize("/tin-1.html", null).ShouldBeNull();

    [Theory]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://2130706433/", "http://127.0.0.1/")]
    [InlineData("http://①②⑦.0.0.1/", "http://127.0.0.1/")]
    [InlineData("http://[0:0::0:1]/", "http://[::1]/")]
    public void An_address_in_disguise_shows_its_number(string address, string expected) => UrlNormalizer.Normalize(address, null)!.AbsoluteUri.ShouldBe(expected);

    [Fact]
    public void Normalising_twice_changes_nothing_and_no_text_makes_it_throw()
    {
        var part = Gen.OneOf(
            Words("http://", "https:", "//", "/", "\\", "..", "%2e", "%", "%41", "%c3", "?", "#", "&", "=", "utm_x=1", "@", ":", ":80", ":443", "[", "]", "[::1]", "bao.example", ".", "xn--", "ß", "đ", "\u00AD", "09", "0x", "|", "^", " ", "\t"),
            Gen.String[0, 4]);
        part.Array[1, 12].Select(p => string.Concat(p)).Sample(text =>
        {
            foreach (var address in new[] { text, "https://bao.example/" + text, "http://" + text })
            {
                if (UrlNormalizer.Normalize(address, Section) is not { } once) continue;
                var twice = UrlNormalizer.Normalize(once.AbsoluteUri, null);
                if (twice?.AbsoluteUri != once.AbsoluteUri || !Uri.TryCreate(once.AbsoluteUri, UriKind.Absolute, out var again) || again != once)
                    throw new InvalidOperationException($"{address} -> {once.AbsoluteUri} -> {twice?.AbsoluteUri}");
            }
        }, iter: 20_000);
    }

    [Fact]
    public void Serialising_and_reading_again_changes_nothing()
    {
        Gen.Select(Words("http://a/", "sc:", "file:", "sc://h", "https://x.example/a?"), Gen.String[0, 8]).Sample((start, rest) =>
        {
            if (!WhatwgUrl.TryParse(start + rest, null, out var url)) return;
            WhatwgUrl.TryParse(url.ToString(), null, out var again).ShouldBeTrue();
            again!.ToString().ShouldBe(url.ToString());
        }, iter: 20_000);
    }

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);
}
