namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Articles in the page forms of the Vietnamese press and of state portals, written for these tests. What must be read is marked by the constants; all else is furniture.</summary>
internal static class VietnamesePages
{
    public const string Title = "Tỉnh mở lớp tập huấn cho người phát ngôn về quyền con người";
    public const string Lead = "Hơn hai trăm cán bộ của các sở, ngành và địa phương dự lớp tập huấn kỹ năng cung cấp thông tin cho báo chí.";
    public const string First = "Sáng 7/3, Sở Thông tin và Truyền thông khai mạc lớp tập huấn kéo dài ba ngày tại trung tâm hội nghị của tỉnh, với sự tham gia của đại diện các cơ quan.";
    public const string Second = "Theo ban tổ chức, học viên được hướng dẫn cách trả lời câu hỏi của người dân, cách kiểm chứng một tin đồn và cách công bố thông tin đính chính kịp thời.";
    public const string Third = "Các tài liệu của lớp học sẽ được số hóa và đăng tải công khai trên cổng thông tin điện tử để mọi người dân đều có thể tra cứu miễn phí.";

    /// <summary>Title and the three paragraphs are common to all; <c>Lead</c> tells whether the lead is there too, <c>Time</c> is what must be read.</summary>
    public sealed record Page(string Name, string Address, string Html, bool HasLead, string Time, string[] Extra);

    private const string Related = "Giá rau xanh tại các chợ đầu mối giảm nhẹ sau đợt mưa kéo dài";
    private const string OtherNews = "Đội bóng chuyền nữ của huyện giành huy chương vàng giải trẻ";

    public static IReadOnlyList<Page> All { get; } =
    [
        new("newspaper with its lead above the body, signature at its end", "https://bao.example.vn/tap-huan-4712345.html", $"""
            <html lang=vi><head><title>{Title} - Báo Ví Dụ</title><meta property=og:title content="{Title}"><meta property=og:type content=article></head><body>
            <header class=top><a href=/>Báo Ví Dụ</a><span class=time-now>Thứ năm, 26/11/2026</span></header><nav><ul><li><a href=/thoi-su>Thời sự</a><li><a href=/the-gioi>Thế giới</a></ul></nav>
            <section class="page-detail"><div class=header-content><span class=date>Thứ bảy, 7/3/2026, 14:05 (GMT+7)</span></div><h1 class=title-detail>{Title}</h1><p class=description>{Lead}</p>
            <article class=fck_detail><p class=Normal>{First}</p><figure class=tplCaption><img src=a.jpg><figcaption><p class=Image>Học viên tại buổi khai mạc. Ảnh: <em>T.A</em></p></figcaption></figure><p class=Normal>{Second}</p>
            <p class=Normal>{Third}</p><p class=Normal style="text-align:right"><strong>Bình Minh</strong></p></article>
            <div class="box-tinlienquan"><h3>Tin liên quan</h3><ul><li><a href=/a-4712001.html>{Related}</a><li><a href=/b-4712002.html>{OtherNews}</a></ul></div></section>
            <div id=box_comment><h3>Ý kiến bạn đọc (2)</h3><p>Tôi thấy lớp học này rất có ích cho cán bộ cơ sở, mong tỉnh mở thêm nhiều lớp nữa.</p><p>Rất đồng tình với ý kiến trên, cần làm thường xuyên hơn.</p></div>
            <footer>© Báo Ví Dụ. Giấy phép số 12/GP-BTTTT ngày 01/02/2020. Ghi rõ nguồn khi phát hành lại thông tin.</footer></body></html>
            """, true, "2026-03-07T14:05:00+07:00", []),

        new("newspaper with a related box in mid-article and the time in GMT+7", "https://tre.example.vn/tap-huan-20260307140512.htm", $"""
            <html lang=vi-VN><head><title>{Title}</title><meta property=og:description content="{Lead}"></head><body><div class=header__top><a href=/>Trang chủ</a></div>
            <div class=detail__cmain><h1 class=detail-title data-role=title>{Title}</h1><div class=detail-time><div data-role=publishdate>07/03/2026 14:05 GMT+7</div></div>
            <h2 class=detail-sapo data-role=sapo>TTO - {Lead}</h2><div class="detail-content afcbc-body"><p>{First}</p>
            <div class=VCSortableInPreviewMode type=RelatedOneNews><a href=/rau-20260306.htm class=title>{Related}</a><p class=VCObjectBoxRelatedNewsItemSapo>Nguồn cung dồi dào khiến giá nhiều loại rau hạ so với tuần trước.</p></div>
            <p>{Second}</p><div class=VCSortableInPreviewMode type=Photo><img src=x.jpg><div class=PhotoCMS_Caption><p>Một buổi thảo luận nhóm của học viên</p></div></div><p>{Third}</p></div>
            <div class=detail-tab><div class=detail-tags><a href=/tag1>tập huấn</a><a href=/tag2>người phát ngôn</a></div></div><div class="box-category"><h4>Tin cùng chuyên mục</h4><a href=/c.htm>{OtherNews}</a></div></div></body></html>
            """, true, "2026-03-07T14:05:00+07:00", ["TTO - "]),

        new("newspaper with a time element and a share bar", "https://tri.example.vn/xa-hoi/tap-huan-20260307.htm", $"""
            <html lang=vi><head><title>{Title} | Báo Tri</title></head><body><main><article class=singular-container><h1 class="title-page detail">{Title}</h1>
            <div class=author-wrap><div class=author-name>Hoàng Lan</div><time class=author-time datetime="2026-03-07T14:05:00+07:00">Thứ bảy, 07/03/2026 - 14:05</time></div>
            <div class=social-share><a href=#>Chia sẻ Facebook</a><a href=#>Zalo</a><button>Lưu</button></div><h2 class=singular-sapo>(Báo Tri) - {Lead}</h2>
            <div class=singular-content><p>{First}</p><p>{Second}</p><figure class=image><img><figcaption><p>Toàn cảnh hội trường buổi sáng khai mạc (Ảnh: P.V).</p></figcaption></figure><p>{Third}</p></div>
            <div class=singular-related><h3>Đọc nhiều</h3><article><h3><a href=/a-20260301.htm>{Related}</a></h3></article><article><h3><a href=/b-20260301.htm>{OtherNews}</a></h3></article></div></article></main></body></html>
            """, true, "2026-03-07T14:05:00+07:00", ["(Báo Tri) - "]),

        new("newspaper whose headline is no heading and whose header shows today", "https://dautu.example.vn/tap-huan-d538952.html", $"""
            <html lang=vi><head><title>{Title}</title><meta name=description content="{Lead}"></head><body><header><div class=date_top>Thứ Năm, Ngày 26 tháng 11 năm 2026,</div></header>
            <div class=col630><div class=fs16><a href=/xa-hoi>Xã hội</a></div><div class=title-detail>{Title}</div><div class=author-share-top><a class=author>Nguyên Khang</a><span class=post-time> - 07/03/2026 08:47</span></div>
            <div class=sapo_detail>{Lead}</div><div class=list_news_relation_top><span><strong>TIN LIÊN QUAN</strong></span><ul><li><a href=/x-d1.html>{Related}</a><li><a href=/y-d2.html>{OtherNews}</a></ul></div>
            <div id=content_detail_news><p>{First}</p><table class=MASTERCMS_TPL_TABLE><tr><td><img></td></tr><tr><td class=media-caption>Quang cảnh lớp học trong ngày đầu tiên</td></tr></table><p>{Second}</p><p>{Third}</p></div>
            <div class=tag_detail><a href=/t>#tập huấn</a> <a href=/u>#người phát ngôn</a></div></div></body></html>
            """, true, "2026-03-07T08:47:00+07:00", []),

        new("provincial portal of tables and fonts", "https://tinh.example.gov.vn/Default.aspx?tabid=12&News=4711", $"""
            <html><head><title>Cổng thông tin điện tử tỉnh</title></head><body><form id=Form><table width=980><tr><td colspan=2><font color=white>CỔNG THÔNG TIN ĐIỆN TỬ</font></td></tr><tr><td width=200 valign=top><table><tr><td><a href=?tabid=1>Giới thiệu</a></td></tr>
            <tr><td><a href=?tabid=2>Tin tức - Sự kiện</a></td></tr><tr><td><a href=?tabid=3>Văn bản chỉ đạo điều hành</a></td></tr></table></td><td valign=top><h1><font size=4>{Title}</font></h1><font size=1>Ngày đăng: 07/03/2026</font><br>
            <font size=2><b>{Lead}</b><br><br>{First}<br><br>{Second}<br><br>{Third}</font><br><br><div align=right><b>Lê Q.</b></div><table><tr><td><b>Các tin khác</b></td></tr><tr><td><a href=?News=1>{Related}</a> (06/03/2026)</td></tr><tr><td><a href=?News=2>{OtherNews}</a> (05/03/2026)</td></tr></table></td></tr>
            <tr><td colspan=2>Lượt truy cập: 1.234.567</td></tr></table></form></body></html>
            """, true, "2026-03-07", []),

        new("ministry portal with the date and hour set apart", "https://bo.example.gov.vn/web/guest/tin/-/asset/tap-huan", $"""
            <html lang=vi-VN><head><title>{Title} - Cổng TTĐT</title></head><body><div class=breadcrumbs><a href=/>Trang chủ</a> » <a href=/tin>Tin hoạt động</a></div><div class=portlet-body><div class=asset-full-content><h3 class=header-title>{Title}</h3>
            <div class=news-date>07/03/2026 | 14:05</div><div class=journal-content-article><p><strong>{Lead}</strong></p><p>{First}</p><p>{Second}</p><p>{Third}</p></div><div class=asset-ratings>Đánh giá: 4,5 (12 lượt)</div>
            <div class=other-news><div class=title-other>Tin mới hơn</div><ul><li><a href=/1>{Related} (08/03/2026)</a></ul><div class=title-other>Tin cũ hơn</div><ul><li><a href=/2>{OtherNews} (01/03/2026)</a></ul></div></div></div></body></html>
            """, true, "2026-03-07T14:05:00+07:00", []),

        new("page builder that calls everything a widget", "https://huyen.example.vn/tap-huan-nguoi-phat-ngon/", $"""
            <html lang=vi><head><title>{Title} - Huyện</title><meta property=article:published_time content="2026-03-07T07:05:00+00:00"></head><body class="single elementor-page"><div class="elementor-widget elementor-widget-nav-menu"><nav><a href=/>Trang chủ</a></nav></div>
            <div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class=elementor-widget-container><h1>{Title}</h1></div></div><div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class=elementor-widget-container>
            <p>{Lead}</p><p>{First}</p><p>{Second}</p><p>{Third}</p><div class="sharedaddy sd-sharing-enabled"><h3>Chia sẻ:</h3><ul><li><a href=#>Facebook</a></ul></div></div></div>
            <div class="elementor-widget elementor-widget-posts"><h2>Bài viết liên quan</h2><article><h3><a href=/a>{Related}</a></h3><p>Nguồn cung dồi dào khiến giá nhiều loại rau hạ so với tuần trước.</p></article></div></body></html>
            """, true, "2026-03-07T07:05:00+00:00", []),

        new("story told in pictures with captions", "https://anh.example.vn/tap-huan-post1234567.html", $$"""
            <html lang=vi><head><title>{{Title}}</title><script type=application/ld+json>{"@context":"https://schema.org","@type":"NewsArticle","headline":"{{Title}}","datePublished":"2026-03-07T14:05:00+07:00"}</script></head><body>
            <h1 class=article__title>{{Title}}</h1><div class=article__sapo>{{Lead}}</div><div class="article__body cms-body"><p>{{First}}</p><figure class=photo><img><figcaption>Học viên làm việc theo nhóm.</figcaption></figure><p>{{Second}}</p>
            <div class="gallery"><div class=gallery-item><img><p class=photo-caption>Giảng viên trao đổi với học viên ở hàng ghế đầu.</p></div><div class=gallery-item><img><p class=photo-caption>Một góc hội trường của trung tâm hội nghị.</p></div></div><p>{{Third}}</p></div></body></html>
            """, true, "2026-03-07T14:05:00+07:00", []),

        new("table of figures inside the text", "https://so.example.vn/tin/tap-huan-42.html", $"""
            <html lang=vi><head><title>{Title}</title></head><body><div id=main><h1>{Title}</h1><p class=ngay>Đăng lúc: 14:05, 07/03/2026</p><div class=noidung><p><b>{Lead}</b></p><p>{First}</p>
            <table border=1><tr><th>Đơn vị</th><th>Số học viên đăng ký tham dự</th></tr><tr><td>Khối sở, ngành của tỉnh</td><td>120</td></tr></table><p>{Second}</p><p>{Third}</p></div><p class=luotxem>Số lượt xem: 321</p></div></body></html>
            """, true, "2026-03-07T14:05:00+07:00", ["Đơn vị", "Số học viên đăng ký tham dự", "Khối sở, ngành của tỉnh", "120"]),

        new("application page whose text stands in its data alone", "https://app.example.vn/tin/tap-huan", $$"""
            <html lang=vi><head><title>{{Title}}</title><script type=application/ld+json>[{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"{{Title}}","datePublished":"2026-03-07T14:05:00+07:00","articleBody":"{{First}}\n{{Second}}\n{{Third}}","author":{"@type":"Person","name":"Trần N."} }] }]</script></head>
            <body><div id=root><div class=spinner>Đang tải...</div></div></body></html>
            """, false, "2026-03-07T14:05:00+07:00", []),

        new("more comments than article", "https://dien.example.vn/tap-huan-99881.html", $"""
            <html lang=vi><head><title>{Title}</title></head><body><div class=content><h1>{Title}</h1><p class=time>07-03-2026, 14:05</p><div class=content-detail><p>{First}</p><p>{Second}</p><p>{Third}</p></div>
            <div class=binhluan>{string.Concat(Enumerable.Range(1, 20).Select(i => $"<div class=item><b>Bạn đọc {i}</b><p>Tôi cho rằng những lớp học như vậy nên được mở ở từng xã, để ai cũng được nghe và hỏi trực tiếp, ý kiến thứ {i}.</p></div>"))}</div></div></body></html>
            """, false, "2026-03-07T14:05:00+07:00", []),

        new("pointers to other articles between the paragraphs, newsletter below", "https://moi.example.vn/2026/03/07/tap-huan", $"""
            <html lang=vi><head><title>{Title} - Mới</title></head><body><article><h1>{Title}</h1><div class=entry-content><p>{First}</p><p>&gt;&gt; <a href=/2026/03/01/rau>{Related}</a></p><p>{Second}</p><p><strong>Xem thêm: <a href=/2026/03/02/bong>{OtherNews}</a></strong></p><p>{Third}</p>
            <p><em>Theo TTXVN</em></p></div><div class=newsletter><h4>Đăng ký nhận bản tin</h4><p>Nhận những tin quan trọng nhất mỗi sáng qua hộp thư của bạn, hoàn toàn miễn phí.</p></div></article></body></html>
            """, false, "2026-03-07", []),

        new("mobile copy (AMP)", "https://amp.example.vn/tap-huan-d538952.html", $"""
            <html amp lang=vi><head><title>{Title}</title><meta property=og:type content=article></head><body><amp-sidebar id=s><ul><li><a href=/>Trang chủ</a></ul></amp-sidebar><article><h1 class=title>{Title}</h1><div class=meta><span class=time>07/03/2026 14:05 (GMT +7)</span></div><p class=sapo>{Lead}</p>
            <div class=body><p>{First}</p><amp-img src=a.jpg></amp-img><p>{Second}</p><p>{Third}</p></div><amp-ad></amp-ad></article><section class=related><h3>Bài liên quan</h3><a href=/x>{Related}</a></section></body></html>
            """, true, "2026-03-07T14:05:00+07:00", []),
    ];
}
