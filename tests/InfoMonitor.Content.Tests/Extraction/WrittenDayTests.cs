using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Written forms of a day that stand under a headline.</summary>
public sealed class WrittenDayTests
{
    private const string Title = VietnamesePages.Title;

    private const string Body = $"<div><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p></div>";

    [Theory]
    [InlineData("07 thg 3 2026")]
    [InlineData("07 thg 3, 2026, 14:05")]
    [InlineData("7 Thg. 3 2026")]
    public void A_month_may_be_abbreviated_as_systems_do_in_Vietnamese(string line) => Read(line).ShouldBe(new DateOnly(2026, 3, 7));

    private static DateOnly? Read(string line) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title></head><body><main><h1>{Title}</h1><div>{line}</div>{Body}</main></body></html>", new Uri("https://bao.example.vn/tin/chi-tiet"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).PublishedAt?.Date;
}
