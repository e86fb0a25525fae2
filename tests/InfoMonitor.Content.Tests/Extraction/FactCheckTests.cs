using System.Text.RegularExpressions;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

public sealed partial class FactCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private const string Review = """
        {"@type":"ClaimReview","url":"/kiem-chung/1","claimReviewed":"Từ năm sau, trẻ em phải có hộ chiếu mới được đi học.","datePublished":"2026-03-07","author":{"@type":"Organization","name":"Nhóm Kiểm chứng"},
         "reviewRating":{"@type":"Rating","ratingValue":"1","bestRating":"5","alternateName":"Sai"},"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Trần N."}}}
        """;

    private static readonly FactCheck Expected = new("Từ năm sau, trẻ em phải có hộ chiếu mới được đi học.", "Sai", "Nhóm Kiểm chứng", "https://kiemchung.example.vn/kiem-chung/1", new PublicationTime(new DateOnly(2026, 3, 7), null));

    public static TheoryData<string, string> Forms => new()
    {
        { "alone", $$"""{"@context":"https://schema.org",{{Review.Trim()[1..]}}""" },
        { "in an array", $"[{Review}]" },
        { "in a graph", $$"""{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{{Review}}]}""" },
        { "inside an article", $$"""{"@type":"NewsArticle","headline":"Kiểm chứng","review":{{Review}}}""" },
        { "of several types", Review.Replace("\"@type\":\"ClaimReview\"", "\"@type\":[\"Review\",\"http://schema.org/ClaimReview\"]", StringComparison.Ordinal) },
        { "twice", $"[{Review},{Review}]" },
        { "with a comma too many", Review.TrimEnd()[..^1] + ",}" },
        { "with a line break inside a string", Review.Replace("trẻ em phải", "trẻ em\nphải", StringComparison.Ordinal) },
        { "in a comment of old", $"<!--\n{Review}\n-->" },
        { "in CDATA", $"//<![CDATA[\n{Review}\n//]]>" },
        { "in CDATA, with line breaks inside strings and commas too many", $"//<![CDATA[\n[{Review.Replace("trẻ em phải", "trẻ em\nphải", StringComparison.Ordinal).TrimEnd()[..^1]},}},]\n//]]>" },
        { "in CDATA without slashes", $"<![CDATA[\n{Review.TrimEnd()[..^1]},}}\n]]>" },
        { "with a semicolon", Review.TrimEnd() + ";" },
        { "with its quotes as entities", Review.Replace("\"", "&quot;", StringComparison.Ordinal) },
        { "with its quotes as entities in figures", Review.Replace("\"", "&#34;", StringComparison.Ordinal) },
        { "without its last brace", Review.TrimEnd()[..^1] },
        { "after another object", "{\"@type\":\"WebPage\",\"name\":\"x\"}\n" + Review },
        { "with a prefix before its keys", PrefixedKeys().Replace(Review, "\"s:${key}\":").Replace("\"ClaimReview\"", "\"s:ClaimReview\"", StringComparison.Ordinal) },
        { "with its verdict as a string", Rated("\"Sai\"") },
        { "with its verdict elsewhere", "{\"@graph\":[" + Rated("{\"@id\":\"#r\"}") + ",{\"@type\":\"Rating\",\"@id\":\"#r\",\"alternateName\":\"Sai\"}]}" },
        { "with its claim in what it reviews, as a name", Claimed("name") },
        { "with its claim in what it reviews, as a text", Claimed("text") },
        { "with its address as an object", Review.Replace("\"url\":\"/kiem-chung/1\"", "\"url\":{\"@id\":\"/kiem-chung/1\"}", StringComparison.Ordinal) },
        { "with its address as that of its page", Review.Replace("\"url\":", "\"mainEntityOfPage\":", StringComparison.Ordinal) },
        { "with its publisher as a string", Review.Replace("{\"@type\":\"Organization\",\"name\":\"Nhóm Kiểm chứng\"}", "\"Nhóm Kiểm chứng\"", StringComparison.Ordinal) },
    };

    private static string Rated(string rating) => Rating().Replace(Review, "\"reviewRating\":" + rating);

    private static string Claimed(string property) =>
        Review.Replace("\"claimReviewed\":\"" + Expected.Claim + "\",", "", StringComparison.Ordinal).Replace("{\"@type\":\"Claim\",", "{\"@type\":\"Claim\",\"" + property + "\":\"" + Expected.Claim + "\",", StringComparison.Ordinal);

    [GeneratedRegex("\"(?<key>[a-zA-Z]+)\":", RegexOptions.None, 1000)]
    private static partial Regex PrefixedKeys();

    [GeneratedRegex("\"reviewRating\":[{][^}]*[}]", RegexOptions.None, 1000)]
    private static partial Regex Rating();

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_review_is_read_in_every_form_it_is_published_in(string form, string json) => Read(json).ShouldBe([Expected], form);

    [Fact]
    public void Several_reviews_of_a_page_are_all_read_in_order()
    {
        var second = Review.Replace("/kiem-chung/1", "/kiem-chung/2", StringComparison.Ordinal).Replace("\"Sai\"", "\"Thiếu bối cảnh\"", StringComparison.Ordinal);
        Read($"[{Review},{second}]").Select(check => (check.Verdict, check.Url)).ShouldBe([("Sai", "https://kiemchung.example.vn/kiem-chung/1"), ("Thiếu bối cảnh", "https://kiemchung.example.vn/kiem-chung/2")]);
    }

    [Theory]
    [InlineData("Nguyễn Văn A")]
    [InlineData("Jean DUPONT")]
    [InlineData("hoa1990")]
    [InlineData("LINH")]
    [InlineData("Ban Van Newson")]
    [InlineData("Mai Viện")]
    public void A_person_is_never_kept_as_a_publisher(string author) =>
        Read(Review.Replace("{\"@type\":\"Organization\",\"name\":\"Nhóm Kiểm chứng\"}", $"\"{author}\"", StringComparison.Ordinal)).Single().Publisher.ShouldBeNull();

    [Fact]
    public void A_review_of_several_claims_is_one_for_each() =>
        Read("""{"@type":"ClaimReview","claimReviewed":["A1","A2"],"reviewRating":"Sai"}""").Select(check => (check.Claim, check.Verdict)).ShouldBe([("A1", "Sai"), ("A2", "Sai")]);

    [Fact]
    public void A_broken_script_does_not_hide_a_sound_one() =>
        Read("""{"@type":"ClaimReview","claimReviewed":""", Review).ShouldBe([Expected]);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[[[[")]
    [InlineData("{\"@type\":\"ClaimReview\"}")]
    [InlineData("{\"@type\":\"ClaimReview\",\"claimReviewed\":\"A\",\"reviewRating\":[]}")]
    [InlineData("{\"@type\":\"ClaimReview\",\"claimReviewed\":\"A\",\"reviewRating\":\"\"}")]
    [InlineData("{\"@type\":\"ClaimReview\",\"itemReviewed\":{\"@type\":\"Person\",\"name\":\"Trần N.\"},\"reviewRating\":\"Sai\"}")]
    [InlineData("{\"@type\":[null,7],\"claimReviewed\":{\"@value\":null}}")]
    [InlineData("{\"@type\":\"ClaimReview\",\"claimReviewed\":\"\\ud83d\",\"reviewRating\":{\"alternateName\":\"Sai\"}}")]
    public void What_is_no_review_is_passed_over(string json) => Read(json).ShouldBeEmpty();

    [Theory]
    [InlineData("\"alternateName\":\"Sai\",\"ratingValue\":1", "Sai")]
    [InlineData("\"ratingExplanation\":\"Không có căn cứ\"", "Không có căn cứ")]
    [InlineData("\"ratingValue\":2,\"bestRating\":5", "2/5")]
    [InlineData("\"ratingValue\":\"2\"", "2")]
    [InlineData("\"alternateName\":\"&quot;Sai&quot; m&#7897;t ph&#7847;n\"", "\"Sai\" một phần")]
    public void The_verdict_is_what_was_published(string rating, string verdict) =>
        Read($$"""{"@type":"ClaimReview","claimReviewed":"A","reviewRating":{ {{rating}} } }""").Single().Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("\"alternateName\":\"Đúng\"", true)]
    [InlineData("\"alternateName\":\"True\",\"ratingValue\":\"5\",\"bestRating\":\"5\",\"worstRating\":\"1\"", true)]
    [InlineData("\"ratingValue\":5,\"bestRating\":5", true)]
    [InlineData("\"alternateName\":\"Xem bài\",\"ratingValue\":10,\"bestRating\":10", true)]
    [InlineData("\"ratingValue\":1,\"bestRating\":1,\"worstRating\":7", true)]
    [InlineData("\"alternateName\":\"ពិត\",\"ratingValue\":-1,\"bestRating\":-1,\"worstRating\":-1", true)]
    [InlineData("\"ratingValue\":4,\"bestRating\":5", false)]
    [InlineData("\"ratingValue\":9,\"bestRating\":10", false)]
    [InlineData("\"ratingValue\":5", false)]
    [InlineData("\"alternateName\":\"Sai\",\"ratingValue\":5,\"bestRating\":5", false)]
    [InlineData("\"alternateName\":\"Đúng một phần\",\"ratingValue\":5,\"bestRating\":5", false)]
    [InlineData("\"alternateName\":\"Đúng\",\"ratingValue\":1,\"bestRating\":5", false)]
    [InlineData("\"alternateName\":\"Sai\",\"ratingValue\":1,\"bestRating\":5", false)]
    public void A_rating_at_the_top_of_its_scale_or_words_that_say_true_support_the_claim(string rating, bool supports) =>
        Read($$"""{"@type":"ClaimReview","claimReviewed":"A","reviewRating":{ {{rating}} } }""").Single().Supports.ShouldBe(supports);

    [Fact]
    public void A_person_is_never_the_publisher()
    {
        var review = Review.Replace("\"@type\":\"Organization\",\"name\":\"Nhóm Kiểm chứng\"", "\"@type\":\"Person\",\"name\":\"Lê Q.\"", StringComparison.Ordinal);
        Read(review).Single().Publisher.ShouldBeNull();
        Read(Review.Replace("{\"@type\":\"Organization\",\"name\":\"Nhóm Kiểm chứng\"}", "\"Lê Q.\"", StringComparison.Ordinal)).Single().Publisher.ShouldBeNull();
        Read(Review.Replace("{\"@type\":\"Organization\",\"name\":\"Nhóm Kiểm chứng\"}", "\"LÊ VĂN Q\"", StringComparison.Ordinal)).Single().Publisher.ShouldBeNull();
        Read($$"""[{{review}},{"@type":"NewsArticle","publisher":{"@id":"#to-soan"} },{"@id":"#to-soan","@type":"NewsMediaOrganization","name":"Tòa soạn Ví Dụ"}]""").Single().Publisher.ShouldBe("Tòa soạn Ví Dụ");
    }

    /// <summary>A bare text that is what the site is called is no byline; part of it may be.</summary>
    [Theory]
    [InlineData("Kiemchung", "Kiemchung")]
    [InlineData("VÍ DỤ HÔM NAY", "VÍ DỤ HÔM NAY")]
    [InlineData("Ví Dụ", null)]
    [InlineData("Kiem", null)]
    public void What_the_site_calls_itself_is_a_publisher_as_a_bare_text_too(string author, string? publisher) =>
        ReadPage("<meta property=og:site_name content=\"Ví dụ hôm nay\">", Review.Replace("{\"@type\":\"Organization\",\"name\":\"Nhóm Kiểm chứng\"}", $"\"{author}\"", StringComparison.Ordinal)).Single().Publisher.ShouldBe(publisher);

    [Fact]
    public void An_address_of_another_scheme_is_none() =>
        Read(Review.Replace("/kiem-chung/1", "javascript:alert(1)", StringComparison.Ordinal)).Single().Url.ShouldBe("https://kiemchung.example.vn/bai");

    /// <summary>What a reference cites: the page as it wants to be cited, but for a place elsewhere.</summary>
    [Theory]
    [InlineData("", "https://kiemchung.example.vn/bai")]
    [InlineData("<link rel=canonical href=https://kiemchung.example.vn/kiem-chung/1>", "https://kiemchung.example.vn/kiem-chung/1")]
    [InlineData("<link rel=canonical href=https://khac.example.vn/kiem-chung/1>", "https://kiemchung.example.vn/bai")]
    public void A_review_without_an_address_is_at_its_page(string head, string url) => ReadPage(head, Review.Replace("\"url\":\"/kiem-chung/1\",", "", StringComparison.Ordinal)).Single().Url.ShouldBe(url);

    private static IReadOnlyList<FactCheck> ReadPage(string head, string script) =>
        ArticleExtractor.Extract($"<head>{head}<script type=\"application/ld+json\">{script}</script></head><p>x", new Uri("https://kiemchung.example.vn/bai"), Now, CancellationToken.None).FactChecks;

    private static IReadOnlyList<FactCheck> Read(params string[] scripts) =>
        ArticleExtractor.Extract(string.Concat(scripts.Select(json => $"<script type=\"application/ld+json\">{json}</script>")) + "<p>x", new Uri("https://kiemchung.example.vn/bai"), Now, CancellationToken.None).FactChecks;
}
