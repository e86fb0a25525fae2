using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Front pages: half Vietnamese. All names and addresses are made up.</summary>
internal static partial class ListPages
{
    public static IReadOnlyList<(string Name, string Address, string Html)> All { get; } =
    [
        ("numbered articles of a newspaper", "https://tinmoi.example.vn/thoi-su", """
            <!DOCTYPE html><html><body><header class="section top-header"><a href="/" class="logo">Tin mới</a><a href="/tin-24h">Mới nhất</a></header>
            <nav class="main-nav"><ul><li><a href="/thoi-su">Thời sự</a><ul class="sub"><li><a href="/thoi-su/chinh-tri">Chính trị</a><li><a href="/thoi-su/huong-toi-ky-nguyen-moi">Hướng tới kỷ nguyên mới</a></ul><li><a href="/phap-luat">Pháp luật</a></ul></nav>
            <section class="container"><article class="item-news thumb-left"><div class="thumb-art"><a data-gold href="https://tinmoi.example.vn/mua-lon-o-vung-nui-4812345.html" title="Mưa lớn ở vùng núi"><img alt="Mưa lớn ở vùng núi"></a></div>
            <h3 class="title-news"><a data-gold href="https://tinmoi.example.vn/mua-lon-o-vung-nui-4812345.html">Mưa lớn ở vùng núi, nhiều tuyến đường sạt lở</a></h3><p class="description"><a data-gold href="https://tinmoi.example.vn/mua-lon-o-vung-nui-4812345.html">Sáng nay nhiều xã vùng cao bị chia cắt, chính quyền đưa dân tới nơi an toàn.</a> <a href="https://tinmoi.example.vn/mua-lon-o-vung-nui-4812345.html#box_comment" class="count_cmt"><span>12</span></a></p></article>
            <article class="item-news"><h3 class="title-news"><a data-gold href="/hoc-phi-nam-hoc-moi-4812346.html">Học phí năm học mới giữ nguyên</a></h3><p class="description">Hội đồng nhân dân tỉnh quyết định không tăng mức thu.</p></article>
            <article class="item-news"><h3 class="title-news"><a data-gold href="/bao-hiem-y-te-4812347.html">Bảo hiểm y tế cho người khuyết tật</a></h3></article>
            <article class="item-news"><h3 class="title-news"><a data-gold href="/cap-can-cuoc-4812348.html">Cấp căn cước lưu động tại thôn bản</a></h3></article>
            <div class="button-page"><a href="/thoi-su-p2">2</a><a href="/thoi-su-p3">3</a><a class="next" href="/thoi-su-p2">Trang sau</a></div></section>
            <div class="tags"><a href="/chu-de/mua-lu-mien-trung-2026-7123">Mưa lũ miền Trung tháng mười 2026</a></div>
            <footer class="footer"><a href="/dieu-khoan-su-dung">Điều khoản sử dụng của trang</a><a href="/lien-he-quang-cao-tren-bao-in-va-bao-dien-tu">Liên hệ quảng cáo trên báo in và báo điện tử</a><a href="https://facebook.com/tinmoi">Theo dõi trên Facebook</a></footer></body></html>
            """),
        ("state portal with item ids", "https://tinhxa.example.gov.vn/Pages/tintuc.aspx?CateID=12", """
            <html><body><div id="topmenu"><a href="/Pages/trangchu.aspx">Trang chủ</a><a href="/Pages/tintuc.aspx?CateID=12">Tin hoạt động của lãnh đạo tỉnh</a><a href="/Pages/tintuc.aspx?CateID=13">Tin tức sự kiện trong tỉnh và cả nước</a></div>
            <table class="listnews"><tr><td><a data-gold class="tieude" href="chitiet.aspx?ItemID=5512&CateID=12">Tập huấn người phát ngôn về quyền con người</a> <span>(07/03/2026)</span><p>Hơn một trăm cán bộ của các sở và các huyện tham dự lớp tập huấn tại hội trường tỉnh.</p></td></tr>
            <tr><td><a data-gold class="tieude" href="chitiet.aspx?ItemID=5511&CateID=12">Hội nghị triển khai kế hoạch truyền thông</a> <span>(06/03/2026)</span></td></tr>
            <tr><td><a data-gold class="tieude" href="chitiet.aspx?ItemID=5508&CateID=12">Thăm hỏi già làng, người có uy tín</a> <span>(05/03/2026)</span></td></tr></table>
            <div class="phantrang"><a href="tintuc.aspx?CateID=12&page=2">2</a><a href="tintuc.aspx?CateID=12&page=3">Tiếp</a></div>
            <div class="lienket"><a href="https://chinhphu.example.vn/">Cổng thông tin điện tử Chính phủ</a></div><div id="footer"><a href="/Pages/sodo.aspx">Sơ đồ cổng</a></div></body></html>
            """),
        ("date paths under a section", "https://news.example.org/world/", """
            <body><header><nav><a href="/world/">World</a><a href="/world/asia/">Asia</a><a href="/opinion/">Opinion</a></nav></header><main>
            <div class="card"><a data-gold href="/world/2026/03/07/ministers-agree-on-childrens-charter"><h2>Ministers agree on children's charter</h2><p>The text binds nine states and takes effect next year.</p></a></div>
            <div class="card"><a data-gold href="/world/2026/03/07/floods"><h2>Floods cut off three valleys in the north</h2></a></div>
            <div class="card"><a data-gold href="/world/asia/2026/03/06/court-hears-labour-case"><h2>Court hears labour case</h2></a></div>
            <a href="/world/2026/03/">All stories of March 2026 in one place</a><a href="/world/page/2/" rel="next">Older stories</a></main>
            <footer><a href="/about/how-we-check-our-facts-and-correct-errors">How we check our facts and correct errors</a></footer></body>
            """),
        ("weblog with slugs and nothing else", "https://ngo.example.org/blog/", """
            <body><div class="site-header"><ul class="menu"><li><a href="https://ngo.example.org/what-we-do-for-people-in-need/">What we do for people in need</a></li></ul></div>
            <div class="content"><article class="post"><h2 class="entry-title"><a data-gold href="https://ngo.example.org/why-interpreters-matter-in-every-clinic/">Why interpreters matter</a></h2><time datetime="2026-03-05">5 March</time><p>Patients who cannot ask cannot consent, says a report that we publish today.</p><a data-gold href="https://ngo.example.org/why-interpreters-matter-in-every-clinic/">Read more</a><a href="/author/anna/" rel="author">Anna</a><a href="/tag/health/" rel="tag">health</a></article>
            <article class="post"><h2 class="entry-title"><a data-gold href="https://ngo.example.org/a-school-bus-for-the-upper-valley/">A school bus for the upper valley</a></h2><time datetime="2026-03-01">1 March</time></article>
            <article class="post"><h2 class="entry-title"><a data-gold href="https://ngo.example.org/annual-report/">Annual report: what we did in 2025</a></h2><time datetime="2026-02-11">11 February</time></article></div>
            <div class="pagination"><a href="/blog/page/2/">Older posts from our blog</a></div></body>
            """),
        ("post numbers and a most-read box", "https://bao.example.vn/", """
            <body><div class="menu-nav"><a href="/xa-hoi.htm">Xã hội</a><a href="/giao-duc.htm">Giáo dục</a><a href="/video.htm">Video</a><a href="/ban-doc.htm">Bạn đọc</a></div>
            <div class="box-category"><div class="box-category-item"><a data-gold class="box-category-link-title" href="/ho-tro-tien-dien-cho-ho-ngheo-20260307101512345.htm">Hỗ trợ tiền điện cho hộ nghèo</a><a class="box-category-category" href="/xa-hoi.htm">Xã hội</a><span class="time">2 giờ trước</span></div>
            <div class="box-category-item"><a data-gold class="box-category-link-title" href="/lop-hoc-xoa-mu-chu-o-ban-xa-20260307091512346.htm">Lớp học xóa mù chữ ở bản xa</a><a class="box-category-category" href="/giao-duc.htm">Giáo dục</a><span class="time">3 giờ trước</span></div>
            <div class="box-category-item"><a data-gold class="box-category-link-title" href="/tram-y-te-moi-20260307081512347.htm">Trạm y tế mới</a><p class="sapo">Người dân ba xã không còn phải đi hơn hai mươi cây số để khám bệnh.</p></div></div>
            <aside class="sidebar"><h3>Đọc nhiều</h3><ol><li><a data-gold href="/gia-vang-hom-nay-tang-manh-20260306081512001.htm">Giá vàng hôm nay tăng mạnh sau phiên giảm</a></ol></aside>
            <div class="hotline"><a href="tel:0900000000">Đường dây nóng</a><a href="mailto:a@bao.example.vn">Thư tòa soạn</a></div><a href="/dang-nhap.htm?next=12345">Đăng nhập để bình luận bài viết này</a></body>
            """),
        ("identifiers in a large newsroom", "https://www.broadcaster.example.com/news", """
            <body><nav aria-label="News"><a href="/news/world">World</a><a href="/news/in_pictures">In pictures</a></nav><main id="main-content">
            <div data-testid="card"><a data-gold href="/news/articles/c98dz1xqy4lo"><h2 data-testid="card-headline">Rescue teams reach village after landslide</h2></a><span>3 hrs ago</span></div>
            <div data-testid="card"><a data-gold href="/news/articles/cy8k2lmn41po"><h2 data-testid="card-headline">What the new labour code changes</h2></a></div>
            <div data-testid="card"><a data-gold href="/news/articles/cx2wq9zt5kpo?at_medium=x"><h2 data-testid="card-headline">Teachers' strike enters second week</h2></a></div>
            <a href="/news/live">Live</a><a href="/news/topics/c2vdnvdg6xxt">Asia</a></main><footer><a href="/usingthebbc/terms/can-i-share-things-from-the-service">Can I share things from the service?</a></footer></body>
            """),
        ("Liferay portal", "https://sotuphap.example.gov.vn/web/guest/tin-tuc", """
            <body><div id="navigation"><a href="/web/guest/gioi-thieu">Giới thiệu</a><a href="/web/guest/pho-bien-giao-duc-phap-luat">Phổ biến, giáo dục pháp luật cho người dân</a></div>
            <div class="portlet-asset-publisher"><div class="asset-abstract"><h3 class="asset-title"><a data-gold href="https://sotuphap.example.gov.vn/web/guest/tin-tuc/-/asset_publisher/Xy12/content/ngay-phap-luat?redirect=x">Ngày Pháp luật</a></h3><div class="asset-content">Sở phối hợp với các đoàn thể mở phiên tòa giả định cho học sinh trung học phổ thông.</div></div>
            <div class="asset-abstract"><h3 class="asset-title"><a data-gold href="/web/guest/tin-tuc/-/asset_publisher/Xy12/content/tro-giup-phap-ly-mien-phi">Trợ giúp pháp lý miễn phí ở xã</a></h3></div></div>
            <div class="taglib-page-iterator pagination"><a href="/web/guest/tin-tuc?p_p_id=101&cur=2">Tiếp theo</a></div></body>
            """),
        ("Joomla of a district", "https://huyen.example.gov.vn/index.php?option=com_content&view=category&id=8", """
            <body><ul class="nav menu"><li><a href="/index.php?option=com_content&view=category&id=9">Văn hóa, thể thao và du lịch</a></ul>
            <div class="blog"><div class="item"><h2><a data-gold href="/index.php?option=com_content&view=article&id=311:tap-huan&catid=8">Tập huấn phòng, chống mua bán người</a></h2><dd class="published">Ngày 07 tháng 3 năm 2026</dd></div>
            <div class="item"><h2><a data-gold href="/index.php?option=com_content&view=article&id=310:hoi-cho&catid=8">Hội chợ nông sản của đồng bào</a></h2></div></div>
            <p class="counter"><a href="/index.php?option=com_content&view=category&id=8&start=10">Trang sau</a></p></body>
            """),
        ("DotNetNuke whose menu is a table like any other", "https://soytetinh.example.gov.vn/Default.aspx?tabid=61", """
            <html><body><form><table><tr><td id="dnn_TopPane"><a href="/Default.aspx?tabid=36">Trang chủ</a><a href="/Default.aspx?tabid=61&language=vi-VN">Tin tức</a></td></tr>
            <tr><td><table class="khung"><tr><td><a href="/Default.aspx?tabid=72">Thông tin chỉ đạo điều hành của Uỷ ban nhân dân tỉnh</a></td></tr><tr><td><a href="/Default.aspx?tabid=73">Thông tin tuyên truyền phổ biến giáo dục pháp luật cho người dân</a></td></tr><tr><td><a href="/Default.aspx?tabid=1074">Hỏi đáp giữa người dân và lãnh đạo ngành y tế tỉnh</a></td></tr><tr><td><a href="?tabid=75&mid=402">Kết quả giải quyết đơn thư khiếu nại của công dân hằng quý</a></td></tr></table></td>
            <td><h2 class="hop"><a href="/Default.aspx?tabid=80">Tin hoạt động của các bệnh viện huyện và trạm y tế xã</a></h2>
            <table><tr><td><a data-gold href="/Default.aspx?tabid=80&ndid=5512&key=Tiem_chung">Tiêm chủng mở rộng cho trẻ em ba xã vùng cao</a> (07/03/2026)</td></tr><tr><td><a data-gold href="/Default.aspx?tabid=80&ndid=5511&key=Kham_benh">Khám bệnh miễn phí cho người cao tuổi</a> (06/03/2026)</td></tr>
            <tr><td><a data-gold href="/Default.aspx?tabid=80&ItemID=5508">Tập huấn sơ cứu cho giáo viên mầm non</a> (05/03/2026)</td></tr></table></td></tr></table><a href="/Default.aspx?tabid=80&CategoryID=4">Xem tất cả các tin đã đăng của mục này trong năm nay</a></form></body></html>
            """),
        ("DotNetNuke with names in its paths", "https://sovanhoa.example.gov.vn/tin-tuc/tabid/1188/Default.aspx", """
            <body><div id="dnn_ControlPanel"><ul><li><a href="/gioi-thieu-chung/tabid/1180/Default.aspx">Giới thiệu chung về cơ quan và các đơn vị trực thuộc</a></li><li><a href="/van-hoa-cac-dan-toc/tabid/1181/language/vi-VN/Default.aspx">Văn hoá của các dân tộc trong tỉnh ta</a></li><li><a href="/ke-hoach-nam-2026/tabid/1182/Default.aspx">Kế hoạch công tác của ngành trong năm 2026</a></li></ul></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/tabid/1188/articleType/ArticleView/articleId/412/Le-hoi-xuan.aspx">Lễ hội xuân ở bản Nà Lếch</a></h3><p>Hơn hai nghìn người dự lễ hội mở đầu mùa gieo trồng của đồng bào trong vùng.</p></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/tabid/1188/articleType/ArticleView/articleId/411/Lop-day-khen.aspx">Lớp dạy khèn cho học sinh nội trú</a></h3></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/tabid/1188/id/410/Default.aspx">Thư viện xã mở cửa buổi tối</a></h3></div></body>
            """),
        ("DotNetNuke whose categories, archives, authors and pages are pairs too", "https://sonongnghiep.example.gov.vn/tin-tuc/tabid/88/Default.aspx", """
            <body><div id="dnn_ContentPane"><div class="cats"><h3><a href="/tin-tuc/tabid/88/articleType/CategoryView/categoryId/20/Tin-hoat-dong-cua-nganh-trong-tinh.aspx">Tin hoạt động của ngành nông nghiệp trong tỉnh</a></h3></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/tabid/88/articleType/ArticleView/articleId/913/categoryId/20/Lua-he-thu.aspx">Lúa hè thu vào vụ gặt</a></h3><a href="/tin-tuc/tabid/88/articleType/AuthorView/authorID/7/Default.aspx">Xem tất cả các bài của cùng người viết</a> <span>07/03/2026</span></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/tabid/88/articleType/ArticleView/articleId/912/Ho-tro-giong.aspx">Hỗ trợ giống cho hộ nghèo ở ba xã</a></h3> <span>06/03/2026</span></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/articleType/ArticleView/articleId/911">Hợp tác xã của phụ nữ vùng cao bán chè</a></h3> <span>05/03/2026</span></div>
            <div class="edn_article"><h3><a data-gold href="/tin-tuc/tabid/88/newsid594/910/Default.aspx">Tiêm phòng cho đàn gia súc trước mùa rét</a></h3> <span>04/03/2026</span></div>
            <div class="edn_article"><h3><a data-gold href="/Default.aspx?tabid=88&articleId=909&userid=4">Nước sạch về tới hai thôn cuối xã</a></h3> <span>03/03/2026</span></div>
            <ul><li><a href="/tin-tuc/tabid/88/articleType/ArchiveView/month/2/year/2026/Default.aspx">Tất cả các tin đã đăng trong tháng hai</a><li><a href="/Default.aspx?tabid=88&GroupID=12">Các tin khác của nhóm trồng trọt và bảo vệ thực vật</a>
            <li><a href="/Default.aspx?tabid=88&CurrentPage=2">Xem tiếp các tin cũ hơn của mục này</a><li><a href="/trang-ca-nhan/userid/15/Default.aspx">Trang cá nhân của người đăng các bài này</a><li><a href="/Default.aspx?tabid=90&userid=15">Người đăng các bài này là ai, liên hệ ở đâu</a>
            <li><a href="/tin-tuc/articleType/CategoryView/categoryId/21">Khuyến nông, khuyến lâm và khuyến ngư của tỉnh</a></ul></div></body>
            """),
        ("DotNetNuke that writes an article's category beside its number", "https://soxaydung.example.gov.vn/Default.aspx?tabid=127", """
            <body><div id="dnn_ContentPane"><ul><li><a data-gold href="/Default.aspx?tabid=127&CateID=12&ID=7100">Cấp nước sạch cho ba thôn</a> (07/03/2026)</li><li><a data-gold href="/Default.aspx?tabid=127&ID=7099&CateID=12">Sửa cầu treo trước mùa mưa</a> (06/03/2026)</li>
            <li><a data-gold href="/Default.aspx?tabid=127&type=2&id=7098">Nhà ở cho công nhân thuê</a> (05/03/2026)</li><li><a data-gold href="/TinTuc/tabid/127/CatID/12/ID/7097/Default.aspx">Đường lên bản đã thông</a> (04/03/2026)</li>
            <li><a data-gold href="/Default.aspx?tabid=127&GroupID=12&detail=7096">Chợ huyện có mái che mới</a> (03/03/2026)</li></ul>
            <ul><li><a href="/Default.aspx?tabid=127&CateID=12">Quy hoạch và phát triển đô thị của tỉnh</a></li><li><a href="/TinTuc/tabid/127/CatID/13/Default.aspx">Quản lý chất lượng công trình xây dựng</a></li><li><a href="/Default.aspx?tabid=127&type=2&GroupID=3">Hạ tầng kỹ thuật của các khu công nghiệp</a></li>
            <li><a href="/Default.aspx?tabid=127&CateID=12&ParentID=4">Vật liệu xây dựng và công nghệ mới trong tỉnh</a></li><li><a href="/Default.aspx?tabid=127&CateID=12&SubCatID=5">Nhà ở xã hội và thị trường bất động sản</a></li></ul></div></body>
            """),
        ("framework that writes an article's category and number into its path", "https://cuckiemlam.example.gov.vn/news/index/catid/12", """
            <body><ul><li><a data-gold href="/news/view/catid/12/id/120/lop-xoa-mu-chu.html">Lớp xóa mù chữ buổi tối cho phụ nữ vùng cao</a><li><a data-gold href="/news/view/catid/12/id/121/trong-rung.html">Ba xã trồng thêm rừng đầu nguồn</a></ul>
            <a href="/news/index/catid/13">Tin hoạt động của các phòng trong cục này</a><a href="/news/index/catid/12/currentpage/2">Xem tiếp các tin cũ hơn của mục này</a></body>
            """),
        ("portal whose lists are made like each other", "https://xanalech.example.gov.vn/1278/33571/Tin-tuc", """
            <body><div class="ndTin"><a data-gold href="/1278/33571/78012/620000/Tin-tuc/Lop-xoa-mu-chu.aspx">Lớp xóa mù chữ buổi tối cho phụ nữ vùng cao</a></div><div class="ndTin"><a data-gold href="/1278/33571/78013/620001/Tin-tuc/Tram-y-te.aspx">Trạm y tế xã có thêm bác sĩ trẻ về</a></div>
            <div class="ndTin"><a data-gold href="/1278/33571/78014/620002/Tin-tuc/Duong-moi.aspx">Đường vào thôn Phiêng Ban đã sửa xong</a></div><div class="ndTin"><a data-gold href="/1278/33571/78015/620003/Tin-tuc/Gia-che.aspx">Giá chè búp tươi tăng nhẹ sau mưa</a></div><a href="/1278/33580/Van-ban-chi-dao-dieu-hanh-cua-xa">Văn bản chỉ đạo điều hành của xã ta</a><a href="/danh-sach-bai-viet/af2b8c1e-1a2b-4c3d-9e8f-001122334455">Chỉ đạo, điều hành của lãnh đạo xã ta</a></body>
            """),
        ("portal whose menu differs by a number alone", "https://huyensongbac.example.gov.vn/index.php?m=4", """
            <body><table><tr><td><a href="index.php?m=1">Giới thiệu</a><br><a href="index.php?m=2">Bộ máy</a><br><a href="index.php?m=5">Văn bản</a><br><a href="index.php?m=6">Thông tin về dự án đầu tư, đấu thầu và mua sắm công</a><br><a href="index.php?m=7">Lịch làm việc</a><br><a href="index.php?m=8">Góp ý dự thảo văn bản quy phạm pháp luật của huyện</a></td>
            <td><p><a data-gold href="index.php?m=4&f=xem&id=881">Huyện Sông Bắc sửa xong đường vào ba thôn</a> <i>07/03/2026</i></p><p><a data-gold href="index.php?m=4&f=xem&id=880">Trao nhà cho hộ nghèo ở xã Vĩnh Lộc</a> <i>06/03/2026</i></p><p><a data-gold href="index.php?m=4&f=xem&id=879">Phiên chợ quê mở lại sau mùa lũ</a> <i>05/03/2026</i></p></td></tr></table></body>
            """),
        ("fact-check desk with rubric labels", "https://factcheck.example.org/", """
            <body><div class="topbar"><a href="/methodology-and-principles-of-our-work">Methodology and principles of our work</a></div><div class="grid">
            <div class="teaser"><span class="rating">False</span><a data-gold href="/fact-check/no-the-law-does-not-end-free-vaccines"><h3>No, the law does not end free vaccines</h3></a><span>March 7, 2026</span></div>
            <div class="teaser"><span class="rating">Misleading</span><a data-gold href="/fact-check/old-photo-shows-a-different-flood"><h3>Old photo shows a different flood</h3></a><span>March 5, 2026</span></div>
            <div class="teaser"><span class="rating">True</span><a data-gold href="/fact-check/yes-the-hotline-answers-in-khmer"><h3>Yes, the hotline answers in Khmer</h3></a><span>March 4, 2026</span></div></div>
            <a href="/submit-a-claim-that-you-would-like-us-to-check">Submit a claim</a><a href="https://twitter.com/factcheck">Follow us on Twitter</a></body>
            """),
        ("Khmer newspaper", "https://sar.example.kh/", """
            <body><nav><a href="/category/national">ជាតិ</a></nav><div class="posts"><div class="post"><h3><a data-gold href="/archives/120345">ប្រជាពលរដ្ឋនៅខេត្តទទួលបានសេវាសុខភាពថ្មី</a></h3><span>៧ មីនា ២០២៦</span></div>
            <div class="post"><h3><a data-gold href="/news/120346">សាលារៀនថ្មីបើកទទួលសិស្សនៅតំបន់ព្រំដែន</a></h3></div><div class="post"><h3><a data-gold href="/news/120347">ក្រសួងប្រកាសផែនការជួយកម្មករចំណាកស្រុក</a></h3></div></div></body>
            """),
        ("base element and another host's advertisements", "https://m.daily.example.vn/kinh-te", """
            <html><head><base href="https://daily.example.vn/"></head><body><ul class="list-news"><li><a data-gold href="kinh-te/gia-lua-tang-tro-lai-d88123.html"><span class="title">Giá lúa tăng trở lại ở đồng bằng</span></a></li>
            <li><a data-gold href="kinh-te/hop-tac-xa-cua-phu-nu-d88124.html"><span class="title">Hợp tác xã của phụ nữ vùng cao</span></a></li><li><a href="https://ads.example.net/mua-ngay-giam-gia-99999.html">Mua ngay hôm nay để được giảm giá</a></li>
            <li><a data-gold href="kinh-te/vay-von-tao-viec-lam-d88125.html"><span class="title">Vay vốn tạo việc làm sau dịch</span></a></li></ul><a href="https://shop.daily.example.vn/sach-hay-cho-be-12345.html">Sách hay cho bé đọc cùng ba mẹ</a></body></html>
            """),
        ("agency with query numbers and banners", "https://congan.example.gov.vn/tin-tuc-su-kien", """
            <body><div class="banner-right"><a href="/van-ban-phap-luat/tra-cuu-thu-tuc-hanh-chinh-cap-tinh"><img alt="Tra cứu thủ tục hành chính cấp tỉnh"></a></div>
            <div class="news-list"><div class="news-item"><a data-gold href="/tin-tuc-su-kien/canh-bao-thu-doan-lua-dao-viec-nhe-luong-cao/88121"><img><h4>Cảnh báo thủ đoạn lừa đảo "việc nhẹ lương cao"</h4></a><span class="date">07-03-2026</span></div>
            <div class="news-item"><a data-gold href="/tin-tuc-su-kien/don-cong-dan-tro-ve/88119"><h4>Đón công dân trở về</h4></a><span class="date">06-03-2026</span></div>
            <div class="news-item"><a data-gold href="/tin-tuc-su-kien/tuyen-truyen-tai-truong-hoc/88117"><h4>Tuyên truyền tại trường học</h4></a><span class="date">05-03-2026</span></div></div>
            <div class="page"><a href="/tin-tuc-su-kien?trang=2">2</a></div><div class="site-footer"><p>Cơ quan chủ quản: <a href="/gioi-thieu/co-cau-to-chuc-bo-may-cua-co-quan-12345">Cơ cấu tổ chức bộ máy của cơ quan</a></p></div></body>
            """),
    ];

    /// <summary>Addresses of the links marked as articles.</summary>
    public static IEnumerable<string> Gold(string html, Uri address)
    {
        var parent = BaseElement().Match(html) is { Success: true } given ? new Uri(given.Groups["href"].Value) : address;
        return GoldLink().Matches(html).Select(m => Urls.Normal(m.Groups["href"].Value, parent)).Distinct(StringComparer.Ordinal);
    }

    private static class Urls
    {
        public static string Normal(string href, Uri parent) => Content.Urls.UrlNormalizer.Normalize(href, parent)!.AbsoluteUri;
    }

    [GeneratedRegex("""<base href="(?<href>[^"]+)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BaseElement();

    [GeneratedRegex("""<a data-gold [^>]*?href="(?<href>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoldLink();
}
