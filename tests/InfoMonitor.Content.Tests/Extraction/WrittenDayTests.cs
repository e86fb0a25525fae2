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

    /// <summary>A server left at its American default writes so, whatever the language of its pages.</summary>
    [Theory]
    [InlineData("11/7/2026 2:30:00 PM", "", 11, 7)]
    [InlineData("3/17/2026 9:05:00 AM", "", 3, 17)]
    [InlineData("11/7/2026 2:30 PM", "<i>6/23/2026 9:00 AM</i>", 11, 7)]
    [InlineData("07/03/2026 02:30:00 PM", "<i>6/23/2026&nbsp;9:00:00 AM</i>", 7, 3)]
    // What the page says otherwise: a stamp that fits the other order, a day to come, zeros, no seconds, a clock of 24 hours.
    [InlineData("11/7/2026 2:30:00 PM", "<i>23/6/2026 9:00:00 AM</i>", 7, 11)]
    [InlineData("11/7/2026 2:30:00 PM", "<i>2/12/2026 9:00:00 AM</i>", 11, 7)]
    [InlineData("11/7/2026 2:30:00 PM", "<i>12/2/2026 9:00:00 AM</i>", 7, 11)]
    [InlineData("12/8/2026 2:30:00 PM", "", 8, 12)]
    [InlineData("07/03/2026 02:30:00 PM", "", 3, 7)]
    [InlineData("11/7/2026 2:30 PM", "", 7, 11)]
    [InlineData("11/7/2026 14:30:00", "", 7, 11)]
    // Stamps that contradict each other say nothing.
    [InlineData("11/7/2026 2:30 PM", "<i>6/23/2026 9:00 AM</i><i>23/6/2026 9:00 AM</i>", 7, 11)]
    public void The_month_comes_first_where_a_server_writes_so(string line, string elsewhere, int month, int day) => Read(line, elsewhere).ShouldBe(new DateOnly(2026, month, day));

    [Fact]
    public void An_hour_may_be_written_in_words() => (Page("Thứ Bảy, ngày 07 tháng 03 năm 2026 - 14 giờ 5 phút").PublishedAt?.Instant).ShouldBe(new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.FromHours(7)));

    [Theory]
    [InlineData("7 March 2026, 2.05pm GMT")]
    [InlineData("THORNBURY, March 7, 2026 2.05 p.m. GMT —")]
    [InlineData("Published at 2:05pm GMT on 7 March 2026")]
    public void An_hour_may_be_written_as_in_Britain(string line) => (Page(line).PublishedAt?.Instant).ShouldBe(new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.Zero));

    [Fact]
    public void An_hour_may_have_no_minutes() => (Page("Saturday 7 March 2026, 2pm GMT").PublishedAt?.Instant).ShouldBe(new DateTimeOffset(2026, 3, 7, 14, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_hour_of_a_dateline_is_read() => (Page("", "LONDON, March 7, 2026 2.05pm GMT — ").PublishedAt?.Instant).ShouldBe(new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("HÀ NỘI, 7 March 2026 – ")]
    [InlineData("(Cần Thơ, ngày 7/3/2026) - ")]
    [InlineData("GENEVA, March 7, 2026 — ")]
    public void A_text_may_open_with_its_place_and_day(string opening) => (Page("", opening).PublishedAt?.Date).ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData("Ông Lê Minh, sinh ngày 7/3/1976, ")]
    [InlineData("Hà Nội, ngày 7/3/2026 có mưa to, ")]
    public void A_day_that_a_text_speaks_of_is_not_its_own(string opening) => Page("", opening).PublishedAt.ShouldBeNull();

    private static DateOnly? Read(string line, string elsewhere = "") => Page(line, elsewhere: elsewhere).PublishedAt?.Date;

    private static ExtractedPage Page(string line, string opening = "", string elsewhere = "") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{Title}</title></head><body><main><h1>{Title}</h1><div>{line}</div>{Body.Replace("<div><p>", $"<div><p>{opening}", StringComparison.Ordinal)}</main><div><a href=/1>Hội nông dân xã ra mắt mô hình nuôi ong</a> {elsewhere}</div></body></html>", new Uri("https://bao.example.vn/tin/chi-tiet"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
