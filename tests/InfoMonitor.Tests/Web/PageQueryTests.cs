using System.Net;
using InfoMonitor.Content.Classification;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Web;

/// <summary>A filter that is not understood must not look like one that let everything through.</summary>
public sealed class PageQueryTests
{
    private const string Title = "Có chỗ trong địa chỉ không hiểu được";

    [Fact]
    public async Task A_page_says_what_of_its_address_it_left_out_and_what_may_stand_there()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ tháng sau trẻ em phải đóng tiền.");
        using var dung = await desk.SignInAsync("dung");
        foreach (var (address, says) in new[]
        {
            ("/queue?state=bogus&reason=hate", "“bogus” ở “state”. Có thể ghi: new, claimed, decided"),
            ("/queue?reason=hate,foo", "“foo” ở “reason”. Có thể ghi: matches-correction"),
            ("/queue?language=xx", "“xx” ở “language”. Có thể ghi: một ngôn ngữ theo ISO 639-1"),
            ("/queue?model=zzz", "“zzz” ở “model”"),
            ("/queue?after=nowhere", "“nowhere” ở “after”"),
            ("/queue?stat=new", "“stat”: ở đây không có mục này. Có: state, reason"),
            ($"/flags/{id}?sort=newest", "“newest” ở “sort”. Có thể ghi: priority, age"),
            ("/search?q=trẻ&in=flags", "“flags” ở “in”. Có thể ghi: open, settled, reference"),
            ("/sources?kind=blog", "“blog” ở “kind”. Có thể ghi: press"),
            ("/audit?from=zzz", "“zzz” ở “from”. Có thể ghi: một ngày, viết yyyy-MM-dd"),
            ("/audit?action=deleted", "“deleted” ở “action”. Có thể ghi: một việc trong nhật ký"),
            ("/audit?flag=0", "“0” ở “flag”. Có thể ghi: số nguyên từ 1"),
            ("/queue?state=<script>", "“&lt;script&gt;” ở “state”"),
        })
        {
            using var answer = await dung.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            var page = await answer.Content.ReadAsStringAsync();
            page.ShouldContain(Title, customMessage: address);
            page.ShouldContain(says, customMessage: address);
        }
        await dung.GetAsync("/preferences?lang=en");
        (await dung.GetStringAsync("/audit?to=zzz")).ShouldContain("“zzz” at “to”. It may be: a day, yyyy-MM-dd.");
    }

    [Fact]
    public async Task Nothing_is_said_of_an_address_that_is_understood()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, "Từ tháng sau trẻ em phải đóng tiền.");
        using var dung = await desk.SignInAsync("dung");
        foreach (var address in new[]
        {
            "/queue", "/queue?state=&reason=&topic=&age=&holder=&language=&publisher=&model=", "/queue?state=new,claimed&language=und&model=0af3&correction=1&sort=age", $"/queue?done={id}&undo=nothing", "/queue?step=0",
            $"/flags/{id}?state=all&done={id}", "/search?q=x&in=open", "/sources?kind=press", "/audit?action=flag&flag=1&from=2026-01-01&to=&verify=1&after=5", "/load", "/briefings/today", "/account",
        })
            (await dung.GetStringAsync(address)).ShouldNotContain(Title, customMessage: address);
    }
}
