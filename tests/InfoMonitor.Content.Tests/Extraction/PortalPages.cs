namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Articles with texts of their own, in page forms of provincial papers and portals that <see cref="VietnamesePages"/> lacks: comments, lists, boxes and dates without helpful names. Provinces and people are made up.</summary>
internal static class PortalPages
{
    /// <param name="Text">Lead and body, whole.</param>
    public sealed record Page(string Name, string Address, string Html, string Title, string Text, string? Time);

    private static Page Of(string name, string address, string title, string? time, string[] text, string html) => new(name, address, html, title, string.Join('\n', text), time);

    public static IReadOnlyList<Page> All { get; } =
    [
        Of("paper whose comments stand under a heading in the body's own element", "https://baosongtrang.example.vn/van-hoa/thu-vien-luu-dong-88123.html",
            "Xe thư viện lưu động đến với học sinh vùng cao Sông Trắng", "2026-09-02T07:30:00+07:00",
            [
                "Chiếc xe chở hơn ba nghìn cuốn sách mỗi tuần dừng ở năm điểm trường, để trẻ em các bản xa cũng được mượn sách như trẻ em ở thị trấn.",
                "Từ đầu năm học, cứ sáng thứ tư, chiếc xe sơn xanh lại leo con dốc dài hơn mười cây số để tới điểm trường Nà Lếch.",
                "Thủ thư đi cùng xe kể rằng sách tranh bằng hai thứ tiếng được mượn nhiều nhất, có cuốn đã phải vá gáy đến lần thứ ba.",
                "Thư viện tỉnh dự tính mua thêm một chiếc xe nữa vào năm sau, khi con đường vào hai xã phía bắc được rải nhựa xong.",
            ],
            """
            <html lang=vi><head><title>Xe thư viện lưu động đến với học sinh vùng cao Sông Trắng</title></head><body><div class=hot><a href=/the-thao/giai-chay-88200.html>Giải chạy đêm thu hút hai nghìn người</a> <time datetime=2026-11-20T01:00:00+07:00>20/11</time></div>
            <div class=khung><h1>Xe thư viện lưu động đến với học sinh vùng cao Sông Trắng</h1><div><span>Cập nhật: 04/09/2026 10:00</span> <span>Đăng lúc: 02/09/2026 07:30</span></div>
            <div><h2>Chiếc xe chở hơn ba nghìn cuốn sách mỗi tuần dừng ở năm điểm trường, để trẻ em các bản xa cũng được mượn sách như trẻ em ở thị trấn.</h2></div>
            <p>Từ đầu năm học, cứ sáng thứ tư, chiếc xe sơn xanh lại leo con dốc dài hơn mười cây số để tới điểm trường Nà Lếch.</p><p style="text-align:center"><img src=xe.jpg></p><p style="text-align:center"><em>Học sinh chọn sách bên thùng xe. Ảnh: P.T</em></p>
            <p>Thủ thư đi cùng xe kể rằng sách tranh bằng hai thứ tiếng được mượn nhiều nhất, có cuốn đã phải vá gáy đến lần thứ ba.</p><table><tr><td><a href=/doi-song/cho-phien-88090.html>Chợ phiên mở lại sau mùa lũ</a><br>Người bán từ ba huyện đã dựng lại sạp hàng trên bãi đất cao của xã.</td></tr></table>
            <p>Thư viện tỉnh dự tính mua thêm một chiếc xe nữa vào năm sau, khi con đường vào hai xã phía bắc được rải nhựa xong.</p>
            <p><strong>Ý kiến độc giả (2)</strong></p><p>Con tôi học ở đó, tuần nào cháu cũng mong đến ngày xe về để đổi cuốn sách mới.</p><p>Nên xin thêm sách cũ của các trường ở thành phố, nhiều nhà còn giữ mà không dùng.</p></div></body></html>
            """),

        Of("portal whose title names the portal, with the headline in a cell and other news below", "https://donghamy.example.gov.vn/Pages/chi-tiet.aspx?id=311&cat=4",
            "Đông Hà Mỹ mở đường dây tiếp nhận phản ánh về lao động trẻ em", "2026-05-11T08:12:44+07:00",
            [
                "Người dân có thể báo tin qua điện thoại, qua hộp thư ở trụ sở xã hoặc trực tiếp với cán bộ phụ trách trẻ em.",
                "Đường dây do Phòng Lao động huyện trực suốt ngày đêm, mọi tin báo được ghi sổ và trả lời trong vòng ba ngày làm việc.",
                "Tên của người báo tin được giữ kín, còn trẻ em được đưa về gia đình hoặc về nhà tạm lánh của huyện khi cần.",
                "Trong tháng đầu tiên, mười hai tin đã được tiếp nhận, trong đó bốn tin dẫn đến việc kiểm tra tại cơ sở sản xuất.",
            ],
            """
            <html lang=vi><head><title>Cổng thông tin điện tử huyện Đông Hà Mỹ</title></head><body><table width=100%><tr><td width=200><a href=/Pages/gioi-thieu.aspx>Giới thiệu</a><br><br><a href=/Pages/van-ban.aspx>Văn bản</a></td><td><table>
            <tr><td class=tieude>Đông Hà Mỹ mở đường dây tiếp nhận phản ánh về lao động trẻ em</td></tr><tr><td>(11/05/2026 08:12:44)</td></tr><tr><td><b>Người dân có thể báo tin qua điện thoại, qua hộp thư ở trụ sở xã hoặc trực tiếp với cán bộ phụ trách trẻ em.</b></td></tr>
            <tr><td>Đường dây do Phòng Lao động huyện trực suốt ngày đêm, mọi tin báo được ghi sổ và trả lời trong vòng ba ngày làm việc.<br><br>Tên của người báo tin được giữ kín, còn trẻ em được đưa về gia đình hoặc về nhà tạm lánh của huyện khi cần.<br><br>Trong tháng đầu tiên, mười hai tin đã được tiếp nhận, trong đó bốn tin dẫn đến việc kiểm tra tại cơ sở sản xuất.</td></tr></table>
            <div><b>Các tin khác</b><br>- <a href="/Pages/chi-tiet.aspx?id=310&cat=4">Lịch tiếp công dân của lãnh đạo huyện trong tháng năm</a> (08/05/2026)<br>- <a href="/Pages/chi-tiet.aspx?id=309&cat=4">Kết quả tiêm phòng cho đàn gia súc đợt một</a> (02/05/2026)</div></td></tr></table>
            <div>Giấy phép số 45/GP-TTĐT cấp ngày 15/05/2019. Chịu trách nhiệm: Văn phòng huyện.</div></body></html>
            """),

        Of("paper with a classless list of comments, and laws' dates in its text", "https://thoivanlam.example.vn/phap-luat/quyen-nguoi-thue-nha-5512.html",
            "Người thuê nhà ở Vân Lâm Thượng được biết gì trước khi ký hợp đồng", "2026-06-18",
            [
                "Luật mới về nhà ở cho thuê có hiệu lực từ ngày 01/01/2020 buộc chủ nhà nói rõ giá điện, giá nước và lý do giữ tiền đặt cọc.",
                "Theo luật sư của trung tâm trợ giúp pháp lý, phần lớn tranh chấp nảy sinh vì hai bên chỉ thỏa thuận miệng với nhau.",
                "Trung tâm phát miễn phí mẫu hợp đồng bằng bốn thứ tiếng và nhận giải thích từng điều cho công nhân của khu công nghiệp.",
                "Ai đã bị giữ tiền đặt cọc trái luật có thể gửi đơn, hạn cuối của đợt này là ngày 15/10/2026.",
            ],
            """
            <html lang=vi><head><title>Người thuê nhà ở Vân Lâm Thượng được biết gì trước khi ký hợp đồng</title></head><body><div class=trang><h1>Người thuê nhà ở Vân Lâm Thượng được biết gì trước khi ký hợp đồng</h1><span>18 Tháng Sáu, 2026</span>
            <div class=noi-dung><p>Luật mới về nhà ở cho thuê có hiệu lực từ ngày 01/01/2020 buộc chủ nhà nói rõ giá điện, giá nước và lý do giữ tiền đặt cọc.</p><p>Theo luật sư của trung tâm trợ giúp pháp lý, phần lớn tranh chấp nảy sinh vì hai bên chỉ thỏa thuận miệng với nhau.</p>
            <div><a href=/xa-hoi/nha-tro-5490.html>Nhà trọ xuống cấp, ai sửa</a><p>Nhiều dãy nhà xây từ hai mươi năm trước nay đã dột, chủ và người thuê chờ nhau.</p></div>
            <p>Trung tâm phát miễn phí mẫu hợp đồng bằng bốn thứ tiếng và nhận giải thích từng điều cho công nhân của khu công nghiệp.</p><p>Ai đã bị giữ tiền đặt cọc trái luật có thể gửi đơn, hạn cuối của đợt này là ngày 15/10/2026.</p></div>
            <ul><li><span>Bạn đọc H.</span><p>Tôi thuê nhà đã sáu năm mà chưa từng được đưa cho xem một tờ hợp đồng nào.</p><a href=#>Thích</a> <a href=#>Trả lời</a><li><span>Bạn đọc K.</span><p>Chủ nhà tôi thì rất đàng hoàng, tiền điện tính đúng theo đồng hồ của điện lực.</p><a href=#>Thích</a> <a href=#>Trả lời</a></ul></div></body></html>
            """),

        Of("page with marked-up comments, a box of two summaries and a newsletter below", "https://nhipsongphulam.example.vn/suc-khoe/kham-mien-phi-7001.html",
            "Bác sĩ Phú Lâm khám mắt miễn phí cho người cao tuổi ở đảo", "2026-03-21T16:40:00+07:00",
            [
                "Đoàn gồm chín bác sĩ và điều dưỡng đã ở lại đảo bốn ngày, khám cho hơn sáu trăm người và mổ tại chỗ cho ba mươi người.",
                "Nhiều cụ già lần đầu được đo thị lực, có người đã sống với đôi mắt mờ suốt hơn mười năm vì không có tiền vào đất liền.",
                "Chuyến tiếp theo dự kiến vào mùa biển lặng, khi tàu của tỉnh có thể chở thêm máy chụp đáy mắt ra trạm y tế.",
            ],
            """
            <html lang=vi><head><title>Bác sĩ Phú Lâm khám mắt miễn phí cho người cao tuổi ở đảo - Nhịp sống Phú Lâm</title></head><body><h1>Bác sĩ Phú Lâm khám mắt miễn phí cho người cao tuổi ở đảo</h1><p>P.L - 21/03/2026 16:40</p>
            <div class=fck><p>Đoàn gồm chín bác sĩ và điều dưỡng đã ở lại đảo bốn ngày, khám cho hơn sáu trăm người và mổ tại chỗ cho ba mươi người.</p><p>Nhiều cụ già lần đầu được đo thị lực, có người đã sống với đôi mắt mờ suốt hơn mười năm vì không có tiền vào đất liền.</p><p>Chuyến tiếp theo dự kiến vào mùa biển lặng, khi tàu của tỉnh có thể chở thêm máy chụp đáy mắt ra trạm y tế.</p></div>
            <div class=khoi><h3><a href=/a-6990.html>Bến cảng mới đón chuyến tàu đầu tiên</a></h3><p>Tàu chở hàng cập bến lúc sáng sớm, bốc dỡ xong trong buổi chiều cùng ngày.</p><h3><a href=/b-6991.html>Trường học trên đảo có thêm hai lớp</a></h3><p>Học sinh lớp mười nay không còn phải vào đất liền ở trọ để đi học.</p></div>
            <div><p>Đăng ký nhận bản tin sáng của chúng tôi qua hộp thư để không bỏ lỡ tin quan trọng.</p><input type=email></div>
            <div itemscope itemtype=https://schema.org/Comment><p itemprop=text>Mẹ tôi được mổ trong đợt này, nay đã đọc lại được báo, gia đình rất cảm ơn đoàn.</p></div></body></html>
            """),

        Of("NukeViet, its lead in an element of the system's own name, paragraphs divided by line breaks", "https://xanalech.example.gov.vn/index.php/vi/news/Giao-duc/Xa-Na-Lech-mo-lop-xoa-mu-chu-312/",
            "Xã Nà Lếch mở lớp xóa mù chữ buổi tối cho phụ nữ vùng cao", "2026-03-07T08:15:00+07:00",
            [
                "Ba mươi hai chị em người dân tộc thiểu số đã đến lớp đầu tiên, mang theo cả con nhỏ và đèn pin.",
                "Lớp học đặt tại nhà văn hóa thôn, do hai cô giáo của trường tiểu học đứng lớp ba buổi mỗi tuần, từ bảy giờ tối đến chín giờ.",
                "Sách vở được các nhà hảo tâm góp, còn tiền dầu chạy máy phát điện do hội phụ nữ xã vận động từng gia đình đóng góp.",
                "Xã dự kiến mở thêm hai lớp nữa sau mùa gặt, khi con đường vào thôn Phiêng Ban được sửa xong và có điện lưới.",
            ],
            """
            <html lang=vi><head><title>Xã Nà Lếch mở lớp xóa mù chữ buổi tối cho phụ nữ vùng cao - Xã Nà Lếch</title></head><body><div id=header><h1>XÃ NÀ LẾCH</h1><h2>Trang thông tin điện tử</h2></div><div class="news_column panel"><div class=panel-body><h1 class="title margin-bottom-lg">Xã Nà Lếch mở lớp xóa mù chữ buổi tối cho phụ nữ vùng cao</h1>
            <div class=row><em>Thứ bảy - 07/03/2026 08:15</em><ul class=list-inline><li><a href="javascript:void(0)" title="In ra"><i class="fa fa-print"></i></a></ul></div><div class=clearfix><div class="hometext m-bottom">Ba mươi hai chị em người dân tộc thiểu số đã đến lớp đầu tiên, mang theo cả con nhỏ và đèn pin.</div></div>
            <div id=news-bodyhtml class="bodytext margin-bottom-lg">Lớp học đặt tại nhà văn hóa thôn, do hai cô giáo của trường tiểu học đứng lớp ba buổi mỗi tuần, từ bảy giờ tối đến chín giờ.<br /><br />Sách vở được các nhà hảo tâm góp, còn tiền dầu chạy máy phát điện do hội phụ nữ xã vận động từng gia đình đóng góp.<br /><br />Xã dự kiến mở thêm hai lớp nữa sau mùa gặt, khi con đường vào thôn Phiêng Ban được sửa xong và có điện lưới.</div></div></div>
            <div class=panel-body><form id=form3B><div class=h5>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</div><p>Click để đánh giá bài viết</p></form></div><div class=h3>Những tin mới hơn</div><ul class=related><li><a href=/index.php/vi/news/a-313/>Hơn trăm hộ dân ven suối được dời đến nơi ở mới an toàn</a> <em>(08/03/2026)</em></ul></body></html>
            """),

        Of("press release that ends with whom journalists may ask", "https://un.example.org/vi/press-releases/nha-tam-lanh",
            "Nhà tạm lánh thứ ba cho phụ nữ bị bạo lực mở cửa ở Hà Mạch", "2026-04-02T09:00:00+07:00",
            [
                "Hà Mạch, ngày 2 tháng 4 năm 2026 – Nhà tạm lánh có mười hai phòng, người làm việc ở đó nói được ba thứ tiếng của vùng.",
                "Phụ nữ và trẻ em được ở lại đến ba tháng, được khám bệnh, được giúp làm giấy tờ và được đưa đón khi ra tòa.",
                "Người cần giúp đỡ xin liên hệ tổng đài 1900 000 000, trực cả ngày lẫn đêm.",
            ],
            """
            <html lang=vi><head><title>Nhà tạm lánh thứ ba cho phụ nữ bị bạo lực mở cửa ở Hà Mạch | Tổ chức Ví Dụ</title><meta property=article:published_time content=2026-04-02T09:00:00+07:00></head><body><main><h1>Nhà tạm lánh thứ ba cho phụ nữ bị bạo lực mở cửa ở Hà Mạch</h1><div class=content>
            <p><strong>Hà Mạch, ngày 2 tháng 4 năm 2026</strong> – Nhà tạm lánh có mười hai phòng, người làm việc ở đó nói được ba thứ tiếng của vùng.</p><p>Phụ nữ và trẻ em được ở lại đến ba tháng, được khám bệnh, được giúp làm giấy tờ và được đưa đón khi ra tòa.</p><p>Người cần giúp đỡ xin liên hệ tổng đài 1900 000 000, trực cả ngày lẫn đêm.</p>
            <p>###</p><p><strong>Thông tin liên hệ báo chí:</strong></p><p>Trần Thị N., Cán bộ truyền thông, ĐT: 0900 000 000, email: n@un.example.org</p></div></main></body></html>
            """),

        Of("commune portal with headline, day and text in one cell, parted by single line breaks", "https://namkhe.example.gov.vn/index.php?mod=news&id=412",
            "Nam Khê vận động người dân đăng ký khai sinh đúng hạn cho trẻ", "2026-04-03T15:20:00+07:00",
            [
                "Đầu tháng tư, tổ công tác của xã đến từng nhà ở năm bản để giúp các gia đình làm giấy khai sinh cho trẻ. Cán bộ tư pháp cho biết còn 37 trẻ dưới ba tuổi chưa có giấy khai sinh, phần lớn do cha mẹ đi làm xa. Việc đăng ký không mất tiền và làm xong trong ngày, người dân chỉ cần mang theo giấy chứng sinh.",
            ],
            """
            <html><head><title>XÃ NAM KHÊ - HUYỆN VÍ DỤ</title></head><body><table width=980><tr><td colspan=2>Chào mừng bạn đến với trang thông tin điện tử xã Nam Khê</td></tr><tr><td width=180><a href=?mod=1>Trang chủ</a><br><a href=?mod=2>Giới thiệu</a><br><a href=?mod=3>Tin tức</a><br><a href=?mod=4>Văn bản</a></td><td><font color=red size=4><b>Nam Khê vận động người dân đăng ký khai sinh đúng hạn cho trẻ</b></font><br><font size=1>Cập nhật lúc 15:20 ngày 3/4/2026</font><br>Đầu tháng tư, tổ công tác của xã đến từng nhà ở năm bản để giúp các gia đình làm giấy khai sinh cho trẻ.<br>Cán bộ tư pháp cho biết còn 37 trẻ dưới ba tuổi chưa có giấy khai sinh, phần lớn do cha mẹ đi làm xa.<br>Việc đăng ký không mất tiền và làm xong trong ngày, người dân chỉ cần mang theo giấy chứng sinh.<br><br><b>Tin cùng loại</b><br><a href=?id=411>Nam Khê làm đường vào bản Co Phương</a> (28/3/2026)<br><a href=?id=410>Lịch tiêm chủng tháng tư của trạm y tế xã</a> (25/3/2026)</td></tr></table></body></html>
            """),

        Of("press release set in a table, with a table of figures in it", "https://sotp.haman.example.gov.vn/thong-cao",
            "Về kết quả trợ giúp pháp lý sáu tháng đầu năm 2026", "2026-07-10",
            [
                "Trong sáu tháng đầu năm, Trung tâm trợ giúp pháp lý nhà nước tỉnh đã nhận 412 vụ việc, tăng một phần ba so với cùng kỳ năm trước.",
                "Loại vụ việc",
                "Số vụ",
                "Hình sự",
                "188",
                "Dân sự",
                "154",
                "Hành chính",
                "70",
                "Người được trợ giúp chủ yếu là trẻ em, người nghèo và người dân tộc thiểu số ở các xã đặc biệt khó khăn.",
            ],
            """
            <html><head><title>Sở Tư pháp tỉnh Hà Mạn</title></head><body><table><tr><td><img src=banner.jpg alt=banner></td></tr><tr><td>Thứ Năm, 26/11/2026 | <a href=/>Trang chủ</a> | <a href=/lien-he>Liên hệ</a></td></tr><tr><td><table><tr><td><b>THÔNG CÁO BÁO CHÍ</b></td></tr><tr><td><b>Về kết quả trợ giúp pháp lý sáu tháng đầu năm 2026</b></td></tr><tr><td align=right><i>Ngày 10/07/2026</i></td></tr><tr><td>Trong sáu tháng đầu năm, Trung tâm trợ giúp pháp lý nhà nước tỉnh đã nhận 412 vụ việc, tăng một phần ba so với cùng kỳ năm trước.</td></tr><tr><td><table border=1><tr><td>Loại vụ việc</td><td>Số vụ</td></tr><tr><td>Hình sự</td><td>188</td></tr><tr><td>Dân sự</td><td>154</td></tr><tr><td>Hành chính</td><td>70</td></tr></table></td></tr><tr><td>Người được trợ giúp chủ yếu là trẻ em, người nghèo và người dân tộc thiểu số ở các xã đặc biệt khó khăn.</td></tr></table></td></tr><tr><td>Sở Tư pháp tỉnh Hà Mạn - Địa chỉ: 5 đường Ven Sông. Giấy phép số 8/GP-STTTT ngày 02/02/2018</td></tr></table></body></html>
            """),

        Of("interview whose questions are bold and answers begin with a dash", "https://baosongha.example.vn/phong-van/quyen-tre-em-6651.html",
            "“Trẻ em phải được hỏi ý kiến”", "2026-03-09T07:00:00+07:00",
            [
                "Luật sư Lò Thị Mây nói về quyền được lắng nghe của trẻ em trong các vụ ly hôn.",
                "Thưa bà, vì sao tòa án ít khi hỏi ý kiến trẻ em?",
                "- Nhiều thẩm phán ngại làm các em tổn thương, nhưng không hỏi lại càng làm các em thấy mình không có tiếng nói.",
                "Vậy phải hỏi thế nào cho đúng?",
                "- Phải có người được đào tạo, trong một căn phòng riêng, không có mặt cha mẹ. Luật đã cho phép điều đó từ nhiều năm nay.",
                "Bà mong điều gì ở lần sửa luật tới đây?",
                "- Tôi mong luật quy định rõ rằng ý kiến của trẻ từ bảy tuổi phải được ghi vào hồ sơ vụ án.",
                "Xin cảm ơn bà!",
            ],
            """
            <html lang=vi><head><title>“Trẻ em phải được hỏi ý kiến” - Báo Sông Hà</title></head><body><main><h1>“Trẻ em phải được hỏi ý kiến”</h1><p class=date>Thứ Hai, 9/3/2026, 07:00</p><p><b>Luật sư Lò Thị Mây nói về quyền được lắng nghe của trẻ em trong các vụ ly hôn.</b></p><p><strong>Thưa bà, vì sao tòa án ít khi hỏi ý kiến trẻ em?</strong></p><p>- Nhiều thẩm phán ngại làm các em tổn thương, nhưng không hỏi lại càng làm các em thấy mình không có tiếng nói.</p><p><strong>Vậy phải hỏi thế nào cho đúng?</strong></p><p>- Phải có người được đào tạo, trong một căn phòng riêng, không có mặt cha mẹ. Luật đã cho phép điều đó từ nhiều năm nay.</p><p><strong>Bà mong điều gì ở lần sửa luật tới đây?</strong></p><p>- Tôi mong luật quy định rõ rằng ý kiến của trẻ từ bảy tuổi phải được ghi vào hồ sơ vụ án.</p><p><i>Xin cảm ơn bà!</i></p></main></body></html>
            """),
    ];
}
