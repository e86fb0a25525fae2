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

    [Fact]
    public void Fifty_thousand_nested_elements_are_refused_and_not_parsed() =>
        ArticleExtractor.Extract(string.Concat(Enumerable.Repeat("<div>", 50_000)), null, DateTimeOffset.UnixEpoch, CancellationToken.None).Outcome.ShouldBe(ExtractionOutcome.NotArticle);
}
