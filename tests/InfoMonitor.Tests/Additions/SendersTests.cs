using InfoMonitor.Additions;

namespace InfoMonitor.Tests.Additions;

/// <summary>Who passed a text on is not taken with it.</summary>
public sealed class SendersTests
{
    private const string Said = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ: ai cũng vậy.";

    [Theory]
    [InlineData("[10:32, 24/11/2026] Chị L.: " + Said)]
    [InlineData("24/11/2026, 10:32 - Chị L.: " + Said)]
    [InlineData("10:32 Chị L.: " + Said)]
    [InlineData("Chị L., [24.11.2026 10:32]\n" + Said)]
    [InlineData("Chị L. 10:32 AM\n" + Said)]
    [InlineData("Từ: Chị L.\nĐến: Nhóm phụ huynh\n" + Said)]
    [InlineData("Người gửi: Chị L.\n" + Said)]
    [InlineData("> From: Chị L. <l@example.com>\n" + Said)]
    [InlineData("Forwarded from Chị L.\n" + Said)]
    [InlineData("Chuyển tiếp từ Chị L.\n" + Said)]
    [InlineData("Chị L.\n2 giờ · 🌐\n" + Said + "\n25 bình luận\nThích  Trả lời  Chia sẻ")]
    [InlineData("Chị L.\nHôm qua lúc 10:32\n" + Said)]
    [InlineData("Chị L.\n3h\n" + Said + "\nLike · Reply\n1.2K views")]
    public void What_messengers_write_before_a_text_goes(string pasted)
    {
        var left = Senders.Remove(pasted);
        left.ShouldNotContain("Chị L.");
        left.Trim().ShouldBe(Said);
    }

    [Theory]
    [InlineData(Said)]
    [InlineData("Từ ngày 1/1/2027, học phí tăng gấp đôi.")]
    [InlineData("Đến nay xã chưa trả lời bằng văn bản.")]
    [InlineData("Cuộc họp bắt đầu lúc 10:30 tại nhà văn hoá.")]
    [InlineData("Bác sĩ cần tới ngay.\n2 giờ sáng nước lên.")]
    [InlineData("Từ tháng sau:\n- trẻ em phải đóng tiền\n- người già được miễn")]
    public void A_text_that_only_begins_alike_stays(string text) => Senders.Remove(text).ShouldBe(text);
}
