using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Headers of portals show the day of the visit; it is no article's day of publication.</summary>
public sealed class VisitDayTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private const string Menu = "<ul><li><a href=/a>Trang chủ</a><li><a href=/b>Tin tức</a></ul>";

    private const string Head = $"<h1>{VietnamesePages.Title}</h1>";

    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    [Theory]
    [InlineData($"<div>Thứ năm, 26/11/2026</div><div class=main>{Head}{Body}<p>Ngày đăng: 07/03/2026</p></div>")]
    [InlineData($"<div class=pubdate>Thứ năm, 26/11/2026</div><div class=main>{Head}{Body}<p>Đăng lúc 14:05 07/03/2026</p></div>")]
    [InlineData($"<div id=datetime>Thứ năm, 26/11/2026</div>{Menu}<div class=main>{Head}{Body}<div class=info>07/03/2026 | Lượt xem: 12</div></div>")]
    [InlineData($"<div class=top-date>Thứ năm, 26/11/2026 | 12:10</div><div>{Head}{Body}<p>Ngày 7/3/2026</p></div>")]
    [InlineData($"<div class=clock>Thứ năm, ngày 26/11/2026</div><div class=w>{Head}{Body}<div class=pubdate>07/03/2026</div></div>")]
    [InlineData($"<table><tr><td>Hôm nay: Thứ năm, 26/11/2026</td></tr><tr><td>{Head}{Body}<p><i>Đăng lúc 14:05 07/03/2026</i></p></td></tr></table>")]
    [InlineData($"<div class=main>{Head}<div>Ngày ban hành 05/03/2026 - Ngày đăng 07/03/2026</div>{Body}</div>")]
    // Kept from an earlier visit.
    [InlineData($"<div>Thứ ba, 10/11/2026</div><div class=main>{Head}{Body}<p>Ngày đăng: 07/03/2026</p></div>")]
    // Nothing but the page's own day.
    [InlineData($"<div>07/03/2026</div>{Head}{Body}")]
    [InlineData($"{Menu}<div class=main><div class=date>Thứ bảy, 07/03/2026</div>{Head}{Body}</div><div><p>Một bản tin khác của xã</p><p>Đăng ngày 06/03/2026</p></div>")]
    public void The_articles_own_day_is_read(string page) => Read(page).ShouldBe(new DateOnly(2026, 3, 7));

    [Theory]
    [InlineData($"<div>Thứ năm, 26/11/2026 11:10:15</div>{Head}{Body}")]
    [InlineData($"<div class=date>Thứ năm, 26/11/2026</div>{Menu}<div class=main>{Head}{Body}</div>")]
    [InlineData($"<div><time>Thứ năm, 26/11/2026</time></div>{Menu}<div class=main>{Head}{Body}</div>")]
    public void The_day_of_the_visit_is_none(string page) => Read(page).ShouldBeNull();

    [Theory]
    [InlineData($"<div class=top>{Menu}</div><div class=main><div class=date>Thứ năm, 26/11/2026, 08:05</div>{Head}{Body}</div>")]
    [InlineData($"{Menu}<div class=main>{Head}<p>26/11/2026</p>{Body}</div>")]
    [InlineData($"<div>Thứ năm, 26/11/2026</div><div class=main>{Head}{Body}<p>Ngày đăng: 26/11/2026</p></div>")]
    public void What_was_published_today_is_of_today(string page) => Read(page).ShouldBe(new DateOnly(2026, 11, 26));

    private static DateOnly? Read(string page) =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{VietnamesePages.Title}</title></head><body>{page}</body></html>", new Uri("https://xa.example.vn/tin/chi-tiet"), Now, CancellationToken.None).PublishedAt?.Date;
}
