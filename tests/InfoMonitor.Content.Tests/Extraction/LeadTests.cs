using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Leads that are set as headings or in bold below the headline, and say what happened without a full stop.</summary>
public sealed class LeadTests
{
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    private static readonly string Text = string.Join('\n', VietnamesePages.First, VietnamesePages.Second, VietnamesePages.Third);

    public static TheoryData<string, string> Leads
    {
        get
        {
            var leads = new TheoryData<string, string>();
            foreach (var lead in (ReadOnlySpan<string>)[
                "Hơn hai trăm người của chín xã dự lớp học, tài liệu sẽ được đăng công khai ngay trong tháng",
                "Nông dân ba huyện được giãn nợ đến hết năm 2027, không tính lãi phạt",
                "Sixth-formers win their fight; the flowers lose theirs",
                "Người cao tuổi ở bảy bản lần đầu được đo huyết áp tại nhà",
                "Campaigners had nine hundred signatures by Christmas, and flowers on the high street paid for it",
                "From Monday pupils will cross by boat while the beams are replaced, and cyclists must use the ring road",
                "Theo kế hoạch, mỗi xã được cử ba người và mọi chi phí đi lại do tỉnh chi trả"])
                foreach (var set in (ReadOnlySpan<string>)["<h2>$</h2>", "<h3 class=sp>$</h3>", "<p><strong>$</strong></p>", "<div><b>$</b></div>", "<div>Thứ bảy, 07/03/2026, 08:15</div><h2>$</h2>"]) leads.Add(lead, set.Replace("$", lead, StringComparison.Ordinal));
            return leads;
        }
    }

    [Theory]
    [MemberData(nameof(Leads))]
    public void A_lead_without_a_full_stop_is_of_the_text(string lead, string set) => Read($"{set}{Body}").ShouldBe($"{lead}\n{Text}");

    [Theory]
    [InlineData("1. Vì sao cần lớp học", "2. Ai được dự", true)]
    [InlineData("1. Vì sao cần lớp học", "Ai được dự", false)]
    [InlineData("1. Vì sao cần lớp học", "2) Ai được dự", false)]
    public void The_first_of_numbered_headings_is_of_the_text(string first, string second, bool isOfText) =>
        Read($"<h2>{first}</h2><p>{VietnamesePages.First}</p><h2>{second}</h2><p>{VietnamesePages.Second}</p>").StartsWith(first, StringComparison.Ordinal).ShouldBe(isOfText);

    [Fact]
    public void A_lead_may_be_a_list()
    {
        const string One = "Hơn hai trăm người của chín xã dự lớp học ngay trong sáng đầu tiên";
        const string Two = "Tài liệu được số hóa và đăng công khai trong tháng, ai cũng tra cứu được";
        Read($"<ul><li><b>{One}</b></li><li><b>{Two}</b></li></ul>{Body}").ShouldBe($"{One}\n{Two}\n{Text}");
    }

    [Theory]
    [InlineData("<h3>Trung tâm Dịch vụ việc làm và Giáo dục nghề nghiệp tỉnh Hà Mạn</h3>")]
    [InlineData("<h3>Trung tâm Hội nghị tỉnh Hà Mạn</h3>")]
    [InlineData("<p><b>By our education correspondent in Thornbury and the county desk in Gloucester</b></p>")]
    [InlineData("<p><b>Tin, ảnh: Ban Thời sự và các cộng tác viên ở chín huyện miền núi</b></p>")]
    [InlineData("<p><i>Học viên xếp hàng nhận tài liệu trong buổi sáng đầu tiên. Ảnh: Hà My</i></p>")]
    [InlineData("<h2><a href=/a-2.html>Hội đồng bán trạm cứu hỏa cũ và hai bãi đỗ xe vào mùa xuân tới</a></h2>")]
    [InlineData("<h3>Xem thêm: Hội đồng bán trạm cứu hỏa cũ và hai bãi đỗ xe vào mùa xuân</h3>")]
    public void What_else_stands_below_a_headline_is_no_lead(string line) => Read($"{line}{Body}").ShouldBe(Text);

    [Fact]
    public void A_heading_below_the_first_paragraphs_of_another_box_is_no_lead() =>
        Read($"<div class=related>Bài trước đó nói gì về những lớp học đầu tiên ở các huyện miền núi của tỉnh</div><h2>Hội đồng bán trạm cứu hỏa cũ và hai bãi đỗ xe vào mùa xuân tới</h2>{Body}").ShouldBe(Text);

    private static string Read(string body) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{VietnamesePages.Title}</title></head><body><div class=main><h1>{VietnamesePages.Title}</h1>{body}</div></body></html>", new Uri("https://bao.example.vn/a-1.html"), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None).Text ?? "";
}
