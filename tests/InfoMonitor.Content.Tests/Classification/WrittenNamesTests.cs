using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class WrittenNamesTests
{
    [Theory]
    [InlineData("Chị Trần Thị Hoa bảo vậy.", "Chị T.T.H. bảo vậy.")]
    [InlineData("Đó là lời ông Nguyễn Văn An.", "Đó là lời ông N.V.A.")]
    [InlineData("Ông Lê Văn Bảy và bà Phạm Thị Sáu cùng ký.", "Ông L.V.B. và bà P.T.S. cùng ký.")]
    [InlineData("Chủ tịch xã Nguyễn Văn An không trả lời.", "Chủ tịch xã N.V.A. không trả lời.")]
    [InlineData("The lawyer Jane Carter said so.", "The lawyer J.C. said so.")]
    public void Names_become_initials(string text, string initials) => WrittenNames.AsInitials(text).ShouldBe(initials);

    [Theory]
    [InlineData("Ông N.V.A. và chị Ng. Th. H. cùng ký.")]
    [InlineData("Tôi đã đi bốn lần mà chưa xong một tờ giấy xác nhận.")]
    [InlineData("Người Khmer và người Hoa cùng mở chợ. Bộ Y tế trả lời rồi.")]
    public void A_text_without_names_written_out_stays_as_it_is(string text)
    {
        WrittenNames.Of(text).ShouldBeEmpty();
        WrittenNames.AsInitials(text).ShouldBe(text);
    }

    [Fact]
    public void Every_row_for_training_holds_next_to_no_name_written_out()
    {
        var rows = RowReader.Training(Path.Combine(Repository.Models, "data"));
        var named = rows.Where(r => WrittenNames.Of(r.Text).Count > 0).Select(r => $"{r.Id}: {string.Join(", ", WrittenNames.Of(r.Text))}").ToList();
        named.Count.ShouldBeLessThan(rows.Count / 50, string.Join('\n', named));
    }
}
