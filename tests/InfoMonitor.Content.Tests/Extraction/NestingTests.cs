using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

public sealed class NestingTests
{
    [Theory]
    [InlineData("<div>", true)]
    [InlineData("<ul><li>", true)]
    [InlineData("<font><p>", true)]
    [InlineData("<div></div>", false)]
    [InlineData("<p>", false)]
    [InlineData("<option>", false)]
    [InlineData("<br>", false)]
    public void Only_what_stays_open_counts(string part, bool deep) =>
        Nesting.Read(string.Concat(Enumerable.Repeat(part, 4_000)), 3_000).IsDeeper.ShouldBe(deep);

    [Theory]
    [InlineData("<script>", "</script>")]
    [InlineData("<!--", "-->")]
    [InlineData("<textarea>", "</textarea>")]
    public void Tags_inside_text_do_not_count(string start, string end) =>
        Nesting.Read(start + string.Concat(Enumerable.Repeat("<div>", 4_000)) + end + "<div>", 3_000).IsDeeper.ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("<script")]
    [InlineData("a < b << c <3 </ >")]
    public void Broken_tags_are_survived(string html) => Nesting.Read(html, 10).IsDeeper.ShouldBeFalse();

    [Theory]
    [InlineData(100, null)]
    [InlineData(20_000, NonArticle.Nested)]
    public void Base_elements_that_cost_seconds_are_refused(int bases, NonArticle? because) =>
        ArticleExtractor.Extract(string.Concat(Enumerable.Repeat("<base href=\"https://bao.example/\">", bases)) + "<article><h1>Một buổi sáng ở chợ xã</h1><p>" + string.Concat(Enumerable.Repeat("Bà con đem rau và cá ra chợ từ lúc trời chưa sáng. ", 20)) + "</p></article>", null, DateTimeOffset.UnixEpoch, CancellationToken.None).Because.ShouldBe(because);

    [Fact]
    public void Fifty_thousand_nested_elements_are_refused_and_not_parsed() =>
        ArticleExtractor.Extract(string.Concat(Enumerable.Repeat("<div>", 50_000)), null, DateTimeOffset.UnixEpoch, CancellationToken.None).Outcome.ShouldBe(ExtractionOutcome.NotArticle);
}
