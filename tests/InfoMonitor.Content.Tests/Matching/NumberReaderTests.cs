using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Tests.Matching;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("200.000 đồng", 200_000)]
    [InlineData("200k", 200_000)]
    [InlineData("hai trăm nghìn đồng", 200_000)]
    [InlineData("hai tram ngan", 200_000)]
    [InlineData("1,5 triệu", 1_500_000)]
    [InlineData("5tr", 5_000_000)]
    [InlineData("năm triệu", 5_000_000)]
    [InlineData("hai mươi lăm nghìn", 25_000)]
    [InlineData("20%", 20)]
    [InlineData("hai mươi phần trăm", 20)]
    [InlineData("twelve", 12)]
    [InlineData("five hundred dollars", 500)]
    [InlineData("năm 2026", 2026)]
    public void A_number_is_read_by_value_however_it_is_written(string text, double value) => ClaimText.Read(text).Numbers.ShouldBe([value]);

    [Theory]
    [InlineData("năm nay")]
    [InlineData("ba mẹ")]
    [InlineData("sau khi")]
    public void A_word_that_may_be_something_else_is_no_number(string text) => ClaimText.Read(text).Numbers.ShouldBeEmpty();
}
