using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages that answer with something else than an article, in the forms seen on our sources; and articles about such things, which stay articles.</summary>
public sealed class NonArticleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private static readonly string Menu = "<header><nav><ul>" + string.Concat(Enumerable.Range(1, 15).Select(i => $"<li><a href=/muc-{i}>Chuyên mục {i}</a>")) + "</ul></nav></header>";

    private static readonly string Teasers = string.Concat(Enumerable.Range(1, 20).Select(i =>
        $"<div class=item><h3><a href=/tin-{i}-471234{i}.html>Tin số {i} về công tác truyền thông của địa phương</a></h3><p>Địa phương vừa tổ chức buổi gặp gỡ thứ {i} với người dân để giải đáp các câu hỏi về chính sách mới.</p></div>"));

    private static readonly string Links = "<div class=moi><h2>Tin mới</h2><ul>" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<li><a href=/tin-{i}-471234{i}.html>Tin số {i} về công tác truyền thông của địa phương</a>")) + "</ul></div>";

    private const string About = "Về việc ban hành quy định quản lý, vận hành và bảo trì nhà ở công nhân trên địa bàn tỉnh, áp dụng từ ngày ký cho đến khi có văn bản thay thế.";

    private static string Rows(Func<int, string> row) => "<table><tr><th>STT</th><th>Số ký hiệu</th><th>Ngày ban hành</th><th>Trích yếu</th></tr>" + Entries(row) + "</table>";

    private static readonly string Terms = string.Concat(Enumerable.Range(1, 4).Select(i => $"<h2>{i}. Phạm vi</h2><p>Khi truy cập trang này, bạn đồng ý với các điều khoản dưới đây; chúng tôi có thể thay đổi chúng vào bất cứ lúc nào mà không cần báo trước.</p><p>Nội dung của trang không được sao chép, phát tán nếu chưa có sự đồng ý bằng văn bản, trừ trường hợp pháp luật cho phép.</p>"));

    private static readonly string Spoken = string.Concat(Enumerable.Repeat("<p>Chúng tôi thu thập thông tin mà bạn cung cấp khi đăng ký, và chỉ dùng vào việc trả lời bạn trong mười ngày làm việc.</p>", 4));

    private static readonly string[] Days = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu"];

    private static readonly string Week = "<table><tr><th>Ngày</th><th>Buổi</th><th>Nội dung</th></tr>" + string.Concat(Days.Select(day =>
        $"<tr><td rowspan=2>{day}</td><td>Sáng</td><td>8h00: Chủ tịch Ủy ban nhân dân xã chủ trì họp giao ban với các ban, ngành, đoàn thể và trưởng thôn về công tác tuần.</td></tr><tr><td>Chiều</td><td>14h00: Phó Chủ tịch kiểm tra tiến độ làm đường giao thông nông thôn cùng cán bộ địa chính của xã.</td></tr>")) + "</table>";

    private static readonly string Paragraphs = string.Concat(Days.Select(day => $"<p><b>{day}</b></p><p>8h00: Chủ tịch Ủy ban nhân dân xã chủ trì họp giao ban với các ban, ngành, đoàn thể về công tác tuần.</p><p>14h00: Phó Chủ tịch kiểm tra tiến độ làm đường giao thông nông thôn cùng cán bộ địa chính của xã.</p>"));

    private const string Reach = "<p>Địa chỉ: 12 đường Ven Sông, xã Sông Bắc, huyện Hà Khê, tỉnh Hà Mạn. Điện thoại: 0299 3812 345. Email: ubnd@example.vn. Giờ làm việc: 7h30 đến 17h từ thứ hai đến thứ sáu hằng tuần, trừ ngày lễ theo quy định.</p>";

    private static string Leaders(string entry) => string.Concat("ABCDEF".Select((letter, i) => entry.Replace("$", $"Ông Nguyễn Văn {letter}.", StringComparison.Ordinal).Replace("#", $"{i}", StringComparison.Ordinal)));

    private static string Procedures(string beside) => string.Concat(new[] { "Đăng ký khai sinh có yếu tố nước ngoài tại Ủy ban nhân dân cấp xã", "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp", "Cấp giấy xác nhận tình trạng hôn nhân cho công dân cư trú ở trong nước", "Công nhận hộ nghèo, hộ cận nghèo phát sinh trong năm ở thôn, tổ dân phố", "Trợ cấp xã hội hằng tháng cho người cao tuổi, người khuyết tật" }
        .Select((name, i) => beside.Replace("$", name, StringComparison.Ordinal).Replace("#", $"/tthc/{i}", StringComparison.Ordinal)));

    private const string DutiesOf = "<p><b>I. Vị trí và chức năng</b></p><p>1. Sở Tư pháp là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, giúp Ủy ban nhân dân tỉnh quản lý nhà nước về công tác xây dựng và thi hành pháp luật.</p><p>2. Sở Tư pháp có tư cách pháp nhân, có con dấu và tài khoản riêng; chịu sự chỉ đạo, quản lý của Ủy ban nhân dân tỉnh.</p>"
        + "<p><b>II. Nhiệm vụ và quyền hạn</b></p><p>1. Trình Ủy ban nhân dân tỉnh dự thảo quyết định, quy hoạch, kế hoạch dài hạn và hằng năm về lĩnh vực tư pháp.</p><p>2. Kiểm tra, thanh tra và giải quyết khiếu nại, tố cáo trong lĩnh vực được giao theo quy định của pháp luật.</p>";

    public static TheoryData<string, string, string> Pages => new()
    {
        { "reached or who leads it", "Liên hệ - UBND", $"{Menu}<h1>Liên hệ</h1>{Reach}<iframe></iframe><form><label>Họ tên</label><input><label>Nội dung</label><textarea></textarea></form>" },
        { "reached or who leads it", "Liên hệ", $"{Menu}<h1>Thông tin liên hệ</h1><ul><li>Trụ sở: số 5 đường Ven Sông, xã Sông Bắc, tỉnh Hà Mạn.</li><li>Điện thoại: 0299 3811 000</li><li>Email: xa@example.vn</li></ul><p>Mọi ý kiến xin gửi về văn phòng xã, văn phòng sẽ trả lời trong giờ hành chính của ngày làm việc tiếp theo.</p>" },
        { "reached or who leads it", "Contact us", $"{Menu}<h1>Contact us</h1><p>Address: 5 Riverside Road, Song Bac, Ha Man Province. Phone: +84 299 3811 000. Email: desk@example.org. Our office is open from Monday to Friday.</p>" },
        { "reached or who leads it", "Ban lãnh đạo Sở", $"{Menu}<h1>Ban lãnh đạo</h1><table>{Leaders("<tr><td>$</td><td>Phó Giám đốc Sở</td><td>Điện thoại: 0299.38#1234</td><td>Phụ trách lĩnh vực kế hoạch, tài chính, công nghệ thông tin và các đơn vị trực thuộc Sở.</td></tr>")}</table>" },
        { "reached or who leads it", "Lãnh đạo Ủy ban nhân dân xã Sông Bắc", $"{Menu}<h1>Lãnh đạo Ủy ban nhân dân xã Sông Bắc</h1><ul>{Leaders("<li>$ - Phó Chủ tịch Ủy ban nhân dân xã, phụ trách văn hóa, xã hội và y tế của xã. ĐT: 0299.38#1234. Email: pct#@example.vn.</li>")}</ul>" },
        { "reached or who leads it", "Liên hệ - Báo Hà Mạn", $"{Menu}<h1>Ban biên tập và liên hệ quảng cáo</h1><p>Tổng biên tập phụ trách nội dung của tờ báo và trang điện tử, ĐT 0299 3812 001. Phó tổng biên tập phụ trách bản in, di động 0299 3812 002.</p><p>Phòng quảng cáo, 0299 3812 003, nhận và thiết kế quảng cáo cho khách hàng trong cả nước.</p>" },
        { "reached or who leads it", "Cơ cấu tổ chức", $"{Menu}<h1>Lãnh đạo UBND tỉnh qua các thời kỳ</h1>{Leaders("<p>$ Phó Chủ tịch, phụ trách khối văn xã và nội chính của tỉnh, điện thoại 0299 381 234#.</p>")}" },
        { "reached or who leads it", "Danh sách", $"{Menu}<h1>Danh sách cán bộ tiếp dân</h1><div>07/03/2026</div><p>{VietnamesePages.First}</p>{Leaders("<p>$, điện thoại: 0299 381 234#</p>")}" },
        { "terms of its site", "Chính sách bảo mật của Cổng dịch vụ công", $"{Menu}<h1>Chính sách bảo mật của Cổng dịch vụ công</h1>{Spoken}" },
        { "terms of its site", "Chính sách bảo mật của Công ty cổ phần Ví Dụ", $"{Menu}<h1>Chính sách bảo mật của Công ty cổ phần Ví Dụ</h1>{Spoken}" },
        { "terms of its site", "Chính sách bảo mật của Báo Ví Dụ", $"<meta property='og:type' content=article><meta property='og:site_name' content='Báo Ví Dụ'>{Menu}<h1>Chính sách bảo mật của Báo Ví Dụ</h1>{Terms}" },
        { "terms of its site", "Điều khoản sử dụng Báo Ví Dụ", $"<meta property='og:site_name' content='Báo Ví Dụ'>{Menu}<h1>Điều khoản sử dụng Báo Ví Dụ</h1>{Terms}" },
        { "a schedule", "Lịch công tác tuần 10", $"<meta property='og:type' content=article>{Menu}<h1>Lịch công tác tuần 10</h1>{Paragraphs}" },
        { "a schedule", "Lịch công tác tuần", $"{Menu}<h1>Lịch công tác tuần</h1>" + string.Concat(Days.Select((_, i) => $"<p>Ngày 0{i + 2}/3/2026</p><p>Đồng chí Chủ tịch dự hội nghị giao ban khối tại hội trường huyện, cùng đi có Văn phòng.</p>")) },
        { "lists documents", "Văn bản chỉ đạo điều hành", $"{Menu}<h1>Văn bản chỉ đạo điều hành</h1><ul>" + Entries(i => $"<li>Quyết định số {i + 10}/QĐ-UBND ngày 0{i % 9 + 1}/03/2026 của Ủy ban nhân dân xã về việc quản lý nhà ở công nhân trên địa bàn xã, áp dụng từ ngày ký.</li>") + "</ul>" },
        { "a schedule", "Lịch công tác tuần 10 năm 2026", $"{Menu}<h1>Lịch công tác tuần 10 năm 2026</h1>{Week}" },
        { "a schedule", "Lịch làm việc của Thường trực Huyện ủy", $"{Menu}<h1>Lịch làm việc của Thường trực Huyện ủy</h1>" + string.Concat(Days.Select((day, i) => $"<p><b>{day}, ngày 0{i + 2}/3/2026</b></p><p>- Sáng: Đồng chí Bí thư dự hội nghị sơ kết công tác dân vận tại hội trường huyện, cùng đi có Văn phòng.</p><p>- Chiều: Đồng chí Phó Bí thư làm việc với Đảng ủy xã.</p>")) },
        { "an office's duties", "Chức năng, nhiệm vụ", $"{Menu}<h1>Chức năng, nhiệm vụ</h1>{DutiesOf}" },
        { "an office's duties", "Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp", $"{Menu}<h1>Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp</h1><p>Theo Quyết định số 12/2025/QĐ-UBND ngày 01/03/2025 của Ủy ban nhân dân tỉnh, Sở Tư pháp có chức năng, nhiệm vụ như sau:</p>{DutiesOf}" },
        { "an office's duties", "Giới thiệu chung", $"{Menu}<h1>Giới thiệu chung</h1><ul>{DutiesOf.Replace("<p>", "<li>", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal)}</ul>" },
        { "terms of its site", "Quy định sử dụng trang thông tin điện tử", $"{Menu}<h1>Quy định sử dụng trang thông tin điện tử</h1><p>1. Trang thông tin điện tử xã Hà Mạn cung cấp thông tin về hoạt động của Ủy ban nhân dân xã và các đoàn thể trên địa bàn.</p><p>2. Tổ chức, cá nhân khi trích dẫn, sử dụng lại thông tin từ trang phải ghi rõ nguồn và đường dẫn tới trang.</p><p>3. Người sử dụng không được lợi dụng việc truy cập trang để phát tán mã độc hoặc quảng cáo.</p>" },
        { "terms of its site", "Quy định về việc sử dụng Cổng thông tin điện tử tỉnh Hà Mạn", $"{Menu}<h1>Quy định về việc sử dụng Cổng thông tin điện tử tỉnh Hà Mạn</h1><p>Người dùng khi truy cập Cổng phải tuân thủ các quy định sau đây và pháp luật hiện hành về thông tin điện tử.</p><p>Ban Biên tập Cổng có quyền từ chối đăng tải ý kiến của người dùng vi phạm các quy định này.</p>" },
        { "terms of its site", "Bản quyền và miễn trừ trách nhiệm", $"{Menu}<h1>Bản quyền và miễn trừ trách nhiệm</h1><p>Toàn bộ nội dung, hình ảnh trên Cổng thuộc bản quyền của Ủy ban nhân dân xã, trừ trường hợp có ghi nguồn khác.</p><p>Ủy ban nhân dân xã không chịu trách nhiệm về thiệt hại phát sinh từ việc sử dụng thông tin trên Cổng hoặc trên các trang liên kết.</p>" },
        { "lists documents", "Bộ thủ tục hành chính cấp xã", $"{Menu}<h1>Bộ thủ tục hành chính cấp xã</h1><p>Danh sách thủ tục hành chính thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã, cập nhật đến tháng ba năm nay.</p><ol>{Procedures("<li><a href=#>$</a>")}</ol>" },
        { "lists documents", "Danh mục TTHC", $"{Menu}<h1>Danh mục TTHC</h1><table><tr><th>STT</th><th>Tên</th><th>Lĩnh vực</th></tr>{Procedures("<tr><td>1</td><td>$, theo quy định của pháp luật về hộ tịch, cư trú và xử lý hồ sơ của công dân.</td><td>Hộ tịch</td><td><a href=#>Nộp hồ sơ</a></td></tr>")}</table>" },
        { "lists documents", "Danh mục văn bản", $"{Menu}<h1>Danh mục văn bản</h1>" + Rows(i => $"<tr><td>{i}</td><td>{i + 10}/KH-UBND</td><td>0{i % 9 + 1}/03/2026</td><td>{About}</td></tr>") },
        { "lists documents", "Hệ thống văn bản", $"{Menu}<h1>Hệ thống văn bản</h1>" + Entries(i => $"<div class=vb><h4><a href=/vb/{i}>Quyết định số {i + 10}/2026/QĐ-UBND</a></h4><p>{About}</p><span>Ngày ban hành: 0{i % 9 + 1}/03/2026</span></div>") },
        { "lists documents", "Văn bản pháp luật", $"{Menu}<h1>Văn bản pháp luật</h1><ul>" + Entries(i => $"<li><a href=/vb/{i}>Thông tư {i + 10}/2026/TT-BXD</a> ngày 0{i % 9 + 1}/03/2026 của Bộ trưởng: {About}") + "</ul>" },
        { "lists documents", "Danh sách công khai", $"{Menu}<h1>Danh sách công khai</h1><table>" + Entries(i => $"<tr><td>{i}</td><td>{About}</td><td>0{i % 9 + 1}/03/2026</td><td><a href=/f{i}.pdf>Tải về</a></td></tr>") + "</table>" },
        { "lists documents", "Văn bản chỉ đạo", $"{Menu}<h1>Văn bản chỉ đạo</h1><ul>" + Entries(i => $"<li><b>{i + 10}/UBND-VX</b> - {About} <i>(Ngày 0{i % 9 + 1} tháng 3 năm 2026)</i>") + "</ul>" },
        { "lists documents", "Thủ tục hành chính", $"{Menu}<h1>Thủ tục hành chính</h1><table><tr><th>Mã thủ tục</th><th>Tên thủ tục</th></tr>" + Entries(i => $"<tr><td>1.0045{i + 10}</td><td>Cấp giấy phép sửa chữa, cải tạo nhà trọ từ ba tầng trở lên cho hộ gia đình và tổ chức kinh doanh ở đô thị, lần thứ {i}.</td></tr>") + "</table>" },
        { "lists other pages", "Văn bản", $"{Menu}<h1>Văn bản</h1>" + Rows(i => $"<tr><td>{i}</td><td><a href=/vb/{i}>{i + 10}/2026/QĐ-UBND</a></td><td>0{i % 9 + 1}/03/2026</td><td>{About}</td><td><a href=/f{i}.pdf>Tải về</a></td></tr>") },
        { "terms of its site", "Điều khoản sử dụng - Báo Ví Dụ", $"{Menu}<h1>Điều khoản sử dụng</h1>{Terms}" },
        { "terms of its site", "Chính sách bảo mật", $"{Menu}<h1>Chính sách bảo mật thông tin cá nhân</h1>{Terms}" },
        { "terms of its site", "Privacy Policy | Example News", $"<meta property='og:type' content=article><h1>Privacy Policy</h1>" + Entries(_ => "<p>We collect the information that you give us when you register, and we use it to send you the newsletters that you asked for.</p>") },
        { "terms of its site", "Terms of Use of Example News", "<h1>Terms of Use of Example News</h1>" + Entries(_ => "<p>You may read what we publish for free; you may not copy more than a paragraph of it unless we have agreed in writing.</p>") },
        { "nothing at this address", "Lỗi 404", $"{Menu}<h1>404</h1><p>Rất tiếc, trang bạn tìm không tồn tại hoặc đã bị gỡ bỏ. Mời bạn quay về trang chủ để đọc những tin tức mới nhất trong ngày, hoặc dùng ô tìm kiếm ở đầu trang để tìm bài viết theo từ khóa.</p>{Links}" },
        { "nothing at this address", "Báo Ví Dụ", $"{Menu}<div class=content><h2>Không tìm thấy trang bạn yêu cầu</h2><p>Không tìm thấy trang bạn yêu cầu. Đường dẫn có thể đã thay đổi, bài viết có thể đã được chuyển sang chuyên mục khác hoặc không còn được lưu trên hệ thống của chúng tôi nữa.</p></div>" },
        { "nothing at this address", "Page not found | Example News", $"{Menu}<main><h1>Page not found</h1><p>Sorry, the page you are looking for has been moved or deleted. Please check the address, or go back to our front page, where you will find the latest stories from all our sections.</p></main>" },
        { "error of its server", "502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>" },
        { "error of its server", "Hệ thống đang bảo trì", "<h1>Hệ thống đang bảo trì</h1><p>Hệ thống đang được nâng cấp để phục vụ bạn đọc tốt hơn. Xin vui lòng quay lại sau ít phút. Chúng tôi xin lỗi vì sự bất tiện này và cảm ơn sự kiên nhẫn của bạn đọc.</p>" },
        { "whether its reader is a person", "Just a moment...", "<h1>example.vn</h1><p>Verifying you are human. This may take a few seconds. example.vn needs to review the security of your connection before proceeding. Please enable cookies and reload the page if nothing happens for a while.</p>" },
        { "log in", "Đăng nhập - Báo Ví Dụ", $"{Menu}<h1>Đăng nhập</h1><form><input name=u><input type=password name=p><button>Đăng nhập</button></form><p>Vui lòng đăng nhập để tiếp tục đọc bài viết này. Nếu bạn chưa có tài khoản, hãy đăng ký miễn phí trong vài phút bằng địa chỉ thư điện tử của bạn.</p>" },
        { "log in", "Members area", "<h1>Please log in to continue</h1><p>This content is for subscribers only. Already a subscriber? Sign in with your e-mail address. Otherwise choose one of our plans and read everything we publish, on every device you own.</p>" },
        { "consent", "Before you continue", "<h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against abuse, and to measure how our audience is engaged.</p><p>If you choose to accept all, we will also use cookies and data to develop new services, and to show personalised ads.</p><p>If you reject all, we will not use cookies for these additional purposes. More options: manage preferences.</p>" },
        { "consent", "Báo Ví Dụ", "<div><h2>Quyền riêng tư của bạn</h2><p>Trước khi bạn tiếp tục, chúng tôi và các đối tác sử dụng cookie để lưu trữ thông tin trên thiết bị của bạn và đo lường lượng truy cập.</p><p>Bấm chấp nhận tất cả nếu bạn đồng ý với việc này, hoặc bấm từ chối tất cả để tiếp tục mà không có cookie.</p></div>" },
        { "lists other pages", "Thời sự - Báo Ví Dụ", $"{Menu}<main><h1>Thời sự</h1>{Teasers}</main>" },
        { "lists other pages", "Báo Ví Dụ", $"{Menu}{Links}{Links.Replace("tin-", "bai-", StringComparison.Ordinal)}" },
        { "lists other pages", "Tin hoạt động", $"{Menu}<h1>Tin hoạt động</h1>" + Entries(i => $"<div><b><a href=/b-{i}-10{i}.html>Hội nghị giao ban của các phòng lần thứ {i}</a></b><br>{VietnamesePages.First}</div>") },
        { "lists other pages", "Tin hoạt động", $"{Menu}<h1>Tin hoạt động</h1>" + Entries(i => $"<p><a href=/b-{i}-10{i}.html><b>Hội nghị giao ban của các phòng lần thứ {i}</b></a> - {VietnamesePages.First}</p>") },
        { "lists other pages", "Tin hoạt động", $"{Menu}<h1>Tin hoạt động</h1>" + Entries(i => $"<table><tr><td><img></td><td><a href=/b-{i}-10{i}.html>Hội nghị giao ban của các phòng lần thứ {i}</a> <span>(0{i % 9 + 1}/03/2026)</span><br>{VietnamesePages.First}</td></tr></table>") },
        { "lists other pages", "Tin hoạt động", $"{Menu}<h1>Tin hoạt động</h1>" + Entries(i => $"<div class=it><h3>Hội nghị giao ban của các phòng lần thứ {i}</h3><p>{VietnamesePages.First}</p><a href=/b-{i}-10{i}.html>Xem chi tiết</a></div>") },
        { "nothing at this address", "Báo Ví Dụ", $"{Menu}<h1>Báo Ví Dụ</h1><p>Bài viết này không còn tồn tại hoặc đã bị gỡ bỏ khỏi hệ thống. Quý độc giả vui lòng quay lại trang chủ để tiếp tục theo dõi các tin tức mới nhất trong ngày của chúng tôi, xin cảm ơn.</p>" },
        { "nothing at this address", "Thông báo", $"{Menu}<h1>Thông báo</h1><p>Liên kết bạn truy cập không tồn tại hoặc đã hết hạn. Bạn sẽ được chuyển về trang chủ sau 5 giây. Nếu trình duyệt không tự chuyển, xin nhấn vào đây để quay về trang chủ của cổng thông tin.</p>" },
        { "nothing at this address", "Cổng thông tin", $"{Menu}<h2>Rất tiếc!</h2><p>Trang quý khách đang tìm kiếm không có trên máy chủ, có thể đã bị di chuyển sang vị trí khác hoặc bị xóa, quý khách vui lòng kiểm tra lại đường dẫn hoặc liên hệ với ban biên tập để được hỗ trợ.</p>" },
        { "log in", "Cổng nội bộ", $"{Menu}<h1>Cổng nội bộ</h1><p>Quý vị vui lòng đăng nhập bằng tài khoản công vụ để sử dụng hệ thống. Trường hợp quên mật khẩu, đề nghị liên hệ bộ phận hỗ trợ kỹ thuật của Sở Thông tin và Truyền thông trong giờ làm việc.</p><form><input type=password></form>" },
        { "whether its reader is a person", "Xác nhận", $"{Menu}<p>Hệ thống phát hiện truy cập bất thường từ mạng máy tính của bạn. Vui lòng nhập mã xác nhận để tiếp tục truy cập trang web này. Nếu bạn cho rằng đây là nhầm lẫn, hãy liên hệ quản trị viên.</p>" },
        { "consent", "Cookie", $"{Menu}<h1>Thông báo về cookie</h1><p>Trang web này lưu các tệp nhỏ trên thiết bị của bạn để ghi nhớ lựa chọn và đo lường lượt xem. Bằng việc bấm Đồng ý, bạn cho phép chúng tôi và bên thứ ba xử lý dữ liệu của bạn.</p><p>Nếu không đồng ý, một số chức năng của trang có thể không hoạt động.</p><button>Đồng ý</button>" },
        { "reader's age", "Xác nhận độ tuổi", $"{Menu}<h1>Xác nhận độ tuổi</h1><p>Nội dung này chỉ dành cho người từ 18 tuổi trở lên. Bằng việc bấm tiếp tục, bạn xác nhận rằng mình đã đủ 18 tuổi và đồng ý với các điều khoản sử dụng của trang web này. Nếu chưa đủ tuổi, vui lòng rời khỏi.</p>" },
        { "nothing at this address", "Cổng thông tin", $"{Menu}<h2>Ôi! Trang quý vị tìm hiện không còn</h2><p>Có thể địa chỉ đã thay đổi khi chúng tôi nâng cấp hệ thống. Quý vị dùng ô tìm kiếm phía trên hoặc gọi tổng đài để được hỗ trợ, xin cảm ơn quý vị.</p>" },
        { "nothing at this address", "The Post", "<h1>Well, this is awkward</h1><p>The story you were looking for has moved or been taken down. Our archive goes back to 1992, so try the search box above, or head back to the front page for the latest from the provinces.</p>" },
        { "nothing at this address", "ព័ត៌មាន", "<h1>រកទំព័រមិនឃើញ</h1><p>សូមអភ័យទោស ទំព័រដែលអ្នកស្វែងរកមិនមានទេ។ សូមត្រឡប់ទៅទំព័រដើម ឬប្រើប្រអប់ស្វែងរកខាងលើ ដើម្បីស្វែងរកព័ត៌មានដែលអ្នកចង់បាន។ សូមអរគុណសម្រាប់ការចូលមើលគេហទំព័ររបស់យើង។</p>" },
        { "nothing at this address", "Tìm kiếm", $"{Menu}<h1>Tìm kiếm</h1><p>Không có kết quả nào phù hợp với từ khóa “xyz”. Vui lòng thử lại bằng từ khóa khác hoặc kiểm tra chính tả, bỏ dấu ngoặc kép và dùng ít từ hơn để có nhiều kết quả hơn.</p>" },
        { "nothing at this address", "x.vn", "<h1>x.vn</h1><p>Tên miền này đã hết hạn và đang chờ gia hạn. Nếu bạn là chủ sở hữu, vui lòng liên hệ nhà đăng ký để gia hạn trong vòng 20 ngày. Tên miền có thể được đăng ký lại bởi người khác sau thời gian này.</p>" },
        { "advertisements", "Báo Ví Dụ", "<h1>Chúng tôi phát hiện trình chặn quảng cáo</h1><p>Quảng cáo giúp chúng tôi trả lương cho phóng viên. Hãy tắt trình chặn quảng cáo cho trang này rồi tải lại, hoặc đăng ký gói không quảng cáo với giá 49.000 đồng mỗi tháng.</p>" },
        { "error of its server", "Request Rejected", "<h1>Request Rejected</h1><p>The requested URL was rejected. Please consult with your administrator. Your support ID is: 1234567890123456789. This page is shown by the firewall protecting the portal; contact the help desk if you believe this is an error.</p>" },
        { "error of its server", "Cổng thông tin", "<h1>Cổng thông tin tạm ngừng hoạt động</h1><p>Để nâng cấp hệ thống, cổng thông tin điện tử tạm ngừng cung cấp dịch vụ từ 22 giờ ngày 06/03/2026 đến 6 giờ ngày 09/03/2026. Rất mong quý vị thông cảm vì sự bất tiện này. Trân trọng cảm ơn.</p>" },
        { "whether its reader is a person", "x.vn", "<h2>Xin chờ một chút</h2><p>Hệ thống đang kiểm tra kết nối của bạn trước khi cho phép truy cập. Việc này thường mất vài giây. Nếu trang không tự chuyển, hãy bật JavaScript và tải lại trang giúp chúng tôi nhé, xin cảm ơn.</p>" },
        { "sends its reader on", "x", "<p>Đang chuyển hướng đến trang mới của cổng thông tin. Nếu trình duyệt không tự chuyển sau 5 giây, bấm vào đây. Cổng thông tin điện tử huyện đã được hợp nhất với cổng thông tin điện tử của tỉnh.</p>" },
        { "log in", "Cổng Dịch vụ công", "<h1>Hệ thống đăng nhập tập trung</h1><p>Vui lòng sử dụng tài khoản định danh điện tử mức độ 2 để truy cập dịch vụ. Nếu chưa có tài khoản, liên hệ công an xã, phường nơi cư trú để được cấp và kích hoạt tài khoản theo quy định.</p><form><input type=password></form>" },
        { "lists other pages", "nhà ở - tag", $"{Menu}<h1>Tag: nhà ở xã hội</h1>" + string.Concat(Enumerable.Range(1, 4).Select(i => $"<article><h2><a href=/b-{i}-10{i}.html>Hội nghị giao ban của các phòng lần thứ {i}</a></h2><p>{VietnamesePages.First}</p></article>")) },
        { "lists other pages", "Tin hoạt động", $"{Menu}<h1>Tin hoạt động</h1>" + Entries(i => $"<div><h4>Hội nghị giao ban của các phòng lần thứ {i}</h4><span>0{i % 9 + 1}/03/2026</span><div>{VietnamesePages.First} <a href=/b-{i}-10{i}.html>Chi tiết</a></div></div>") },
        { "too little text", "Phóng sự", $"<h1>Phóng sự: nhà mới ở xã</h1><video></video><p>Hơn một nghìn hộ có nhà mới.</p><div class=ft><p>Cơ quan chủ quản: Ủy ban nhân dân tỉnh. Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày 05/04/2019. Chịu trách nhiệm chính: Chánh Văn phòng. Điện thoại: 0299.3822.339</p></div>" },
        { "log in", "Con đường chờ sửa", $"<article><h1>Con đường chờ sửa</h1><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><div>Nội dung dành cho hội viên. Đăng ký gói đọc báo để xem toàn bộ bài viết.</div></article>" },
        { "log in", "A road waits", $"<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"A road waits\",\"isAccessibleForFree\":\"False\"}}</script><article><h1>A road waits</h1><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><aside>Members only. Join today and read on.</aside></article>" },
        { "log in", "Nước lên nhanh", $"<h1>Nước lên nhanh ở hạ lưu</h1><p>{VietnamesePages.First}</p><p>Bạn đã đọc hết 3 bài miễn phí của tháng này. Trở thành hội viên để đọc không giới hạn.</p>" },
        { "log in", "Bảng giá đất", $"<h1>Bảng giá đất mới gây lo</h1><p>{VietnamesePages.First}</p><div>Quý độc giả đã xem hết lượt đọc miễn phí. Vui lòng đăng ký.</div>" },
        { "log in", "River rises", $"<h1>River rises fast below the weir</h1><p>{VietnamesePages.First}</p><p>You've reached your limit of free articles. Subscribe for unlimited access.</p>" },
        { "log in", "New clerk", $"<h1>Council picks new clerk</h1><p>{VietnamesePages.First}</p><div>You have read 5 of your 5 free articles this month.</div>" },
        { "log in", "Join us", "<h1>Join us</h1><p>Read everything for €2 a month in your first year. Cancel at any time.</p><p>Your subscription keeps a reporter in every district court and at every council meeting.</p>" },
        { "who those of its site are", "Về chúng tôi", "<h1>Về chúng tôi</h1><p>Chúng tôi là nhóm kỹ sư và điều dưỡng tình nguyện, chuyên ghi lại tình trạng đường sá ở những nơi ít ai để ý tới.</p><p>Chúng tôi bắt đầu ở hai huyện, nay đã có mặt ở chín huyện, kinh phí do hội viên đóng góp.</p>" },
        { "an office's duties", "Chức năng, nhiệm vụ", "<h1>Chức năng, nhiệm vụ</h1><p>Sở Giao thông là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, giúp Ủy ban quản lý nhà nước về đường bộ, đường thủy.</p><p>Sở chịu sự chỉ đạo, quản lý của Ủy ban nhân dân tỉnh; có con dấu và tài khoản riêng.</p>" },
        { "too little text", "Thông báo", $"{Menu}<h1>Thông báo</h1><p>Cơ quan nghỉ lễ ba ngày.</p>" },
        { "too little text", "", "" },
    };

    private static string Entries(Func<int, string> entry) => string.Concat(Enumerable.Range(1, 12).Select(entry));

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_is_no_article_is_told_with_its_reason(string reason, string title, string body)
    {
        var read = Extract($"<html lang=vi><head><title>{title}</title></head><body>{body}</body></html>", "https://bao.example.vn/muc/trang");
        read.Outcome.ShouldBe(ExtractionOutcome.NotArticle);
        read.Reason.ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData("https://bao.example.vn/tac-gia/hoang-lan", ExtractionOutcome.NotArticle)]
    [InlineData("https://bao.example.vn/xa-hoi/hoang-lan", ExtractionOutcome.Article)]
    public void What_an_author_has_written_is_no_article(string address, ExtractionOutcome outcome) =>
        Extract($"<html lang=vi><head><title>Hoàng Lan</title></head><body><h1>Hoàng Lan</h1><p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>{string.Concat(Enumerable.Range(1, 8).Select(i => $"<h3><a href=/b-{i}>Con đường liên xã thứ {i} chờ sửa đến năm thứ ba mà chưa xong</a></h3>"))}</body></html>", address).Outcome.ShouldBe(outcome);

    private const string Dated = "<div class=date>07/03/2026 18:00</div>";

    private static readonly string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>{VietnamesePages.Third}</p>";

    public static TheoryData<string, string> Articles => new()
    {
        { "Không tìm thấy bằng chứng về tin đồn tăng học phí", Body },
        { "Đăng nhập để tiếp tục: chiêu lừa mới qua mã QR", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>" },
        { "Please sign in again: why the bank keeps asking", $"<p>{VietnamesePages.First}</p>" },
        { "Đăng nhập tài khoản định danh điện tử để nộp hồ sơ", Body + "<form><input type=password></form>" },
        { "Trả tiền để đọc báo", Body + Body.Replace("7/3", "8/3", StringComparison.Ordinal) + "<p>Đăng ký để đọc tiếp những bài như thế này.</p>" },
        { "Papers tell readers: you have used your free articles", $"<p>{VietnamesePages.First}</p><p>“You have used your five free articles,” says the box that now greets visitors of eleven titles in the county.</p>" },
        { "Thư viện bỏ hạn mức đọc miễn phí", $"<p>{VietnamesePages.First}</p><p>Ai đã dùng hết lượt đọc miễn phí trong tháng thì trước đây phải chờ.</p>" },
        { "Subscribe or lose it: papers ask their readers for money", $"<p>{VietnamesePages.First}</p><p>Readers who subscribe pay about £5 a month, the survey found, and can cancel at any time.</p>" },
        { "Phòng tập bị phạt", $"<p>{VietnamesePages.First}</p><p>Phòng tập thu $30 a month của học viên đã nghỉ.</p>" },
        { "404 hộ dân được cấp nhà ở mới trong năm nay", Body },
        { "Trước khi bạn tiếp tục chia sẻ, hãy kiểm chứng", Body + "<div class=cookie-notice><p>Trang này sử dụng cookie. Bấm chấp nhận tất cả để tiếp tục.</p></div>" },
        { "Năm trăm cán bộ dự lớp tập huấn", Body + Links },
        { "Hệ thống đang bảo trì khiến nhiều người phải chờ", Body + Body.Replace("7/3", "8/3", StringComparison.Ordinal) },
        { "Mạng xã hội gỡ bài sai sự thật", $"<p>{VietnamesePages.First}</p><p>Bài viết sai sự thật về lớp học không còn tồn tại trên mạng, người đăng đã bị gỡ tài khoản. Người dân hãy kiểm tra nguồn tin trước khi chia sẻ.</p>" },
        { "Robot học tiếng Khmer", $"<p>{VietnamesePages.First}</p><p>Robot cần mã xác nhận của giáo viên, học sinh nói xong thì máy mới chuyển bài.</p>" },
        { "Từ 18 tuổi được đăng ký lớp học", $"<p>{VietnamesePages.First}</p><p>Người từ đủ 18 tuổi trở lên đều được đăng ký, ban tổ chức xác nhận qua điện thoại.</p>" },
        { "Không tìm thấy trang web giả mạo nào mới", $"<p>{VietnamesePages.First}</p><p>Người dân vẫn cần cảnh giác với các đường dẫn lạ gửi qua tin nhắn.</p>" },
        { "Hệ thống đang bảo trì: người dân chờ làm căn cước", $"<p>{VietnamesePages.First}</p>" },
        { "Đăng nhập VNeID: hướng dẫn từng bước", $"<p>{VietnamesePages.First}</p><p>Người dân vui lòng đăng nhập bằng số định danh rồi nhập mật khẩu trước khi nộp hồ sơ ở xã.</p><form><input type=password></form>" },
        { "Báo giấy dành cho thuê bao vùng cao ngừng phát hành", $"<p>{VietnamesePages.First}</p><p>Bài viết dành cho đồng bào thiểu số sẽ chuyển sang bản điện tử.</p>" },
        { "Phạt hãng công nghệ vì cookie", $"<p>{VietnamesePages.First}</p><p>Hãng bị phạt vì đặt cookie trên thiết bị người dùng, và phải để người dùng từ chối dễ như bấm “Đồng ý”.</p>" },
        { "Điểm báo trong ngày", "<p>07/03/2026</p>" + Entries(i => $"<h3><a href=https://bao{i}.example.vn/tin-{i}.html>Hội nghị giao ban của các phòng lần thứ {i}</a></h3><p>{VietnamesePages.First}</p>") },
        { "10 chính sách mới có hiệu lực từ tháng ba", $"<p>{VietnamesePages.First}</p>" + Entries(i => $"<h3>{i}. Trợ giúp xã hội người cao tuổi</h3><p>{VietnamesePages.Second}</p><p><a href=/chi-tiet-{i}.htm>Xem chi tiết</a></p>") },
        { "Bảng mức phạt năm 2026", $"<div><p>{VietnamesePages.First}</p><table>" + Entries(i => $"<tr><td>{i}</td><td>Vượt đèn đỏ</td><td>{i}.000.000 đồng</td></tr>") + "</table><p>Người dân có thể nộp phạt trực tuyến qua Cổng dịch vụ công quốc gia.</p></div>" },
        { "Điểm tin trong tuần", Body + "<p><a href=/tin-1-47123451.html>Tỉnh mở thêm ba lớp học nữa</a> trong tháng tới, theo kế hoạch vừa được duyệt của hội đồng.</p>" },
        { "Sở Xây dựng công bố mười hai văn bản hết hiệu lực", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>" + Rows(i => $"<tr><td>{i}</td><td><a href=/vb/{i}>{i + 10}/2016/QĐ-UBND</a></td><td>0{i % 9 + 1}/03/2016</td><td>{About}</td></tr>") },
        { "Những quyết định mới về nhà ở", $"<p>{VietnamesePages.First}</p>" + Entries(i => $"<p>Quyết định số {i + 10}/2026/QĐ-UBND ngày 0{i % 9 + 1}/03/2026 cho phép hộ gia đình sửa nhà trọ mà không phải xin phép trong mười hai tháng.</p>") },
        { "Quyết định số 12/2026/QĐ-UBND về nhà ở công nhân", Rows(i => $"<tr><td>{i}</td><td>{i + 10}/2026/QĐ-UBND</td></tr>").Replace("Trích yếu", "", StringComparison.Ordinal) + Body + Entries(i => $"<p><b>Điều {i}.</b> Chủ nhà trọ bảo đảm mỗi phòng có đủ nước sạch, lối thoát hiểm và diện tích tối thiểu cho từng người.</p>") },
        { "Lịch thi của ba trường", Body + "<table>" + Entries(i => $"<tr><td>0{i % 9 + 1}/06/2026</td><td>Môn thi thứ {i}</td><td><a href=/de-{i}>Đề thi</a></td></tr>") + "</table>" },
        { "Bốn nghị quyết được thông qua", Body + Rows(i => i > 4 ? "" : $"<tr><td>{i}</td><td>{i}/NQ-HĐND</td><td>0{i}/03/2026</td><td>{About}</td></tr>") },
        { "Lịch công tác tuần của xã bị người dân chê khó hiểu", Body + Week },
        { "Lịch công tác tuần được công khai trên mạng", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>" },
        { "Lịch tiêm chủng tháng ba tại các trạm y tế", $"<p>{VietnamesePages.First}</p>{Week}" },
        { "Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp", $"<p>Ủy ban nhân dân tỉnh vừa ban hành quyết định quy định chức năng, nhiệm vụ, quyền hạn của Sở Tư pháp.</p><p>{VietnamesePages.First}</p>{DutiesOf}" },
        { "Chức năng, nhiệm vụ mới của phòng tư pháp từ tháng ba", $"<p>{VietnamesePages.First}</p>{DutiesOf}" },
        { "Nghị định mới về chức năng, nhiệm vụ của Bộ Tư pháp", $"<p>{VietnamesePages.First}</p>{DutiesOf}" },
        { "Năm thủ tục hành chính được làm tại nhà", Body + $"<ol>{Procedures("<li><a href=#>$</a>")}</ol>" },
        { "Thủ tục hành chính được rút gọn", Body + $"<ol>{Procedures("<li><a href=#>$</a>")}</ol>" },
        { "Quy định sử dụng trang thông tin điện tử bị người dân phản đối", $"<p>{VietnamesePages.First}</p><p>Người sử dụng nói rằng quy định mới làm khó họ.</p>" },
        { "Bản quyền", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p><p>Nhà báo cho rằng bản quyền của họ bị xâm phạm, còn nền tảng nói rằng họ chỉ dẫn lại.</p>" },
        { "Cô gái kể chuyện cưới xin", $"<p>{VietnamesePages.First} Tôi đồng ý ngay, vì nhà trai nói rằng họ đã lo xong mọi việc, từ tiệc cưới cho đến chỗ ở của hai vợ chồng trẻ sau này.</p>" },
        { "Chính sách bảo mật mới của mạng xã hội bị kiện", Body },
        { "Điều khoản sử dụng của ứng dụng gọi xe bị kiện", $"<p>{VietnamesePages.First}</p><p>“Chúng tôi không biết dữ liệu đi đâu”, một người kiện nói tại phiên tòa sơ thẩm hôm thứ ba ở thành phố.</p><p>{VietnamesePages.Second}</p>" },
        { "Quyền riêng tư", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>" },
        { "Chính sách bảo mật của Nhắn thay đổi", $"{Dated}<p>Bạn đọc nói: {VietnamesePages.First}</p>" + Entries(i => $"<p>Nhắn cho biết bạn cần đồng ý điều khoản mới, nếu không tài khoản của bạn sẽ bị xóa sau {i + 30} ngày và bạn không thể khôi phục.</p>") },
        { "Hệ thống dịch vụ công tạm ngưng, người dân mất cả ngày chờ", $"{Dated}<p>{VietnamesePages.First}</p><p>Cổng dịch vụ công tạm dừng để nâng cấp khiến hàng trăm người phải quay về. Sở gửi lời xin lỗi: “Mong quý vị thông cảm”.</p>" },
        { "Hàng loạt bài báo về vụ thu hồi đất biến mất", $"{Dated}<p>{VietnamesePages.First}</p><p>Bài viết về vụ cưỡng chế đất đã bị gỡ khỏi trang của tỉnh. Bạn đọc mở trang thì chỉ thấy lời nhắn mời quay lại trang chủ.</p>" },
        { "Trang web của hội bị chiếm tên miền", $"{Dated}<p>{VietnamesePages.First}</p><p>Trang của hội chuyển sang quảng cáo cờ bạc vì tên miền này đã hết hạn từ tháng trước mà không ai gia hạn.</p>" },
        { "Nhiệm vụ, quyền hạn của Công an xã", $"{Dated}<p>1. {VietnamesePages.First}</p><p>2. Không được tạm giữ người quá mười hai giờ nếu không có quyết định bằng văn bản.</p><p>3. Phải báo gia đình người bị tạm giữ và bảo đảm quyền gặp luật sư.</p>" },
        { "Liên hệ giữa khói bếp và bệnh phổi", $"<p>{VietnamesePages.First}</p>{Reach}" },
        { "Liên hệ", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>{Reach}" },
        { "Ban lãnh đạo mới của Sở Xây dựng nhận nhiệm vụ", Body + Reach + Reach + Reach },
        { "Danh sách sáu điểm tiêm chủng", $"<p>{VietnamesePages.First}</p><ul>{Leaders("<li>Trạm y tế số #. Địa chỉ: thôn #. Điện thoại: 0299.38#1234</li>")}</ul>" },
        { "Lãnh đạo tỉnh thăm người dân vùng lũ", Body + Reach },
        { "Tin ngắn", $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>" + Links },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_that_only_looks_like_it_stays_one(string title, string body)
    {
        var read = Extract($"<html lang=vi><head><title>{title}</title></head><body>{Menu}<h1>{title}</h1>{body}</body></html>", "https://bao.example.vn/tin-4712345.html");
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldNotBeNull().ShouldContain(VietnamesePages.First);
    }

    private const string Fined = "Ủy ban châu Âu hôm thứ tư phạt Meta vì chuyển dữ liệu của người dùng sang máy chủ ngoài khối mà không có bảo vệ đủ mạnh.";

    private static readonly string OfUsers = $"<p>{Fined}</p><p>Theo quyết định dài 200 trang, công ty không giải thích rõ cho người dùng rằng ảnh của họ được dùng để huấn luyện mô hình quảng cáo.</p><p>Các tổ chức nói hàng triệu người dùng đã mất quyền kiểm soát dữ liệu của chính mình, còn Meta nói người dùng luôn có thể tắt tính năng này.</p>";

    private static readonly string Session = $"<p>Thứ hai (20/10), Quốc hội khai mạc kỳ họp, nghe báo cáo về kiến nghị của cử tri gửi tới kỳ họp.</p>" + string.Concat(Days[1..].Select((day, i) => $"<p>{day} (2{i + 1}/10), đại biểu thảo luận ở tổ về dự án Luật Tố cáo sửa đổi, trong đó có quy định bảo vệ người tố cáo.</p>"));

    private static string Rights(string sentence) => "<ul>" + Procedures($"<li><a href=#>$</a>{sentence}</li>") + "</ul>";

    public static TheoryData<string, string, string> Marked => new()
    {
        { "Quyền riêng tư của người dùng Facebook bị xâm phạm nghiêm trọng", OfUsers, Fined },
        { "Chính sách bảo mật của WhatsApp gây tranh cãi tại châu Âu", OfUsers, Fined },
        { "Quyền riêng tư", OfUsers, Fined },
        { "Lịch trực Tết của năm bệnh viện", string.Concat(Days.Select((_, i) => $"<p>{i + 7}h ngày 29 Tết, bệnh viện thứ {i + 1} tăng gấp đôi kíp trực cấp cứu và mở thêm hai phòng mổ cho nạn nhân tai nạn giao thông.</p>")), "7h ngày 29" },
        { "Lịch họp Quốc hội tuần này", Session, "Thứ hai (20/10)" },
        { "Lịch làm việc tuần đầu kỳ họp", string.Concat(Days.Select(day => $"<p>{day}: Quốc hội thảo luận ở hội trường về dự án Luật Tố cáo sửa đổi và việc bảo vệ người tố cáo.</p>")), "Thứ Hai" },
        { "Thủ tục hưởng trợ cấp xã hội: năm việc cần biết", Rights(" cần tờ khai theo mẫu mới, nộp tại xã trước cuối tháng này; người ở xa có thể gửi qua bưu điện, còn cán bộ phải trả lời bằng văn bản trong mười ngày."), "tờ khai" },
        { "Thủ tục hành chính: cắt giảm thời gian giải quyết", $"<p>{VietnamesePages.First}</p><div><h3>Đọc nhiều</h3>{Rights("")}</div>", VietnamesePages.First },
        { "Những văn bản có hiệu lực từ tháng này", "<ul>" + Entries(i => $"<li><b>{i + 10}/2026/NĐ-CP</b> {About} (từ 0{i % 9 + 1}/03/2026).</li>") + "</ul>", "11/2026" },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void What_says_that_it_is_an_article_is_neither_terms_nor_a_schedule_nor_a_list_of_documents(string title, string body, string told)
    {
        var read = Extract($"<html lang=vi><head><title>{title}</title><meta property=og:type content=article></head><body>{Menu}<h1>{title}</h1><div class=date>07/03/2026</div><div class=nd>{body}</div></body></html>", "https://bao.example.vn/tin-4712345.html");
        read.Outcome.ShouldBe(ExtractionOutcome.Article, read.Reason);
        read.Text.ShouldNotBeNull().ShouldContain(told);
    }

    [Fact]
    public void A_report_told_day_by_day_is_no_schedule() =>
        Extract($"<html lang=vi><title>Lịch họp Quốc hội tuần này</title>{Menu}<h1>Lịch họp Quốc hội tuần này</h1><div>{Session}</div>", "https://bao.example.vn/tin-4712345.html").Outcome.ShouldBe(ExtractionOutcome.Article);

    [Fact]
    public void What_is_dated_below_its_headline_is_not_an_offices_own_list_of_duties()
    {
        const string Points = "<p>1. Tiếp nhận tố giác của công dân và phải lập biên bản, cấp giấy biên nhận ngay trong ngày, luật sư khuyến cáo người dân yêu cầu giấy này.</p><p>2. Không được tạm giữ người quá mười hai giờ nếu không có quyết định bằng văn bản.</p><p>3. Phải báo gia đình người bị tạm giữ và bảo đảm quyền gặp luật sư.</p>";
        Extract($"<html lang=vi><title>Nhiệm vụ, quyền hạn của Công an xã</title><body>{Menu}<h1>Nhiệm vụ, quyền hạn của Công an xã</h1>{Dated}{Points}", "https://bao.example.vn/tin-4712345.html").Outcome.ShouldBe(ExtractionOutcome.Article);
        Extract($"<html lang=vi><title>Nhiệm vụ, quyền hạn của Công an xã</title><body>{Menu}<h1>Nhiệm vụ, quyền hạn của Công an xã</h1>{Points}", "https://bao.example.vn/muc/trang").Reason.ShouldNotBeNull().ShouldContain("duties");
    }

    private static string Tagged(int teasers, string between = "") => "<h1>Lao động trẻ em</h1><p>Tổng hợp tin tức, hình ảnh và video về lao động trẻ em, được tòa soạn cập nhật liên tục trong ngày cho bạn đọc trong và ngoài tỉnh.</p>" + between
        + string.Concat(Enumerable.Range(1, teasers).Select(i => $"<div><a href=/xa-hoi/bai-{i}-88{i}.html>Bài số {i}: những đứa trẻ rời trường sớm để đi làm ở lò gạch</a><p>Nhiều em mới mười hai tuổi đã phải làm việc mười tiếng mỗi ngày.</p></div>"));

    [Fact]
    public void A_short_list_may_say_above_its_teasers_what_they_are_of()
    {
        Extract($"<html lang=vi><title>Lao động trẻ em</title><body>{Tagged(5)}", "https://bao.example.vn/tag/lao-dong").Because.ShouldBe(NonArticle.List);
        Extract($"<html lang=vi><title>Lao động trẻ em</title><body>{Tagged(4)}", "https://bao.example.vn/tag/lao-dong").Because.ShouldBeNull();
        Extract($"<html lang=vi><title>Lao động trẻ em</title><body>{Tagged(5, $"<p>{VietnamesePages.First}</p>")}", "https://bao.example.vn/tag/lao-dong").Because.ShouldBeNull();
    }

    [Theory]
    [InlineData("Trang thông tin đang được nâng cấp để phục vụ người dân tốt hơn. Mong quý vị thông cảm và quay lại sau, mọi thắc mắc xin gọi tổng đài của Sở trong giờ hành chính, hoặc đến bộ phận một cửa.", NonArticle.ServerError)]
    [InlineData("Trang thông tin điện tử của bảy xã tạm ngừng từ đêm qua, Sở cho biết đang nâng cấp máy chủ để người dân nộp hồ sơ nhanh hơn. Việc này kéo dài đến hết tuần, hồ sơ giấy vẫn được nhận như thường.", null)]
    public void A_portal_that_asks_for_patience_is_no_news_of_one(string told, NonArticle? kind) => Extract($"<html lang=vi><title>Sở Y tế tỉnh Ví Dụ</title><body><h1>Sở Y tế tỉnh Ví Dụ</h1><p>{told}</p>", "https://so.example.gov.vn/tin/12").Because.ShouldBe(kind);

    [Fact]
    public void The_US_is_not_us() =>
        Extract("<html lang=en><title>Privacy: court bars warrantless purchases</title><h1>Privacy: court bars warrantless purchases</h1><article><p>A US appeals court ruled on Friday that police need a warrant before buying location data from brokers.</p><p>Civil liberties groups in the US welcomed the ruling, which they said closes a loophole used for a decade.</p><p>The US Justice Department said it was reviewing the opinion and might ask the Supreme Court to hear the case.</p></article>", "https://news.example.org/privacy-court-123456").Outcome.ShouldBe(ExtractionOutcome.Article);

    [Theory]
    [InlineData("a schedule", "Lịch công tác tuần 10 năm 2026")]
    [InlineData("terms of its site", "Chính sách bảo mật")]
    [InlineData("lists documents", "Thủ tục hành chính")]
    public void A_mark_that_a_portal_sets_on_all_its_pages_makes_none_an_article(string reason, string title)
    {
        var body = reason == "a schedule" ? Week : reason == "lists documents" ? $"<table>{Procedures("<tr><td><a href=#>$</a></td></tr>")}</table>" : string.Concat(Enumerable.Repeat("<p>Chúng tôi thu thập thông tin mà bạn cung cấp khi đăng ký, và dùng thông tin ấy để gửi cho bạn những bản tin mà bạn đã chọn.</p>", 4));
        Extract($"<html lang=vi><head><title>{title}</title><meta property=og:type content=article></head><body>{Menu}<h1>{title}</h1>{body}</body></html>", "https://bao.example.vn/muc/trang").Reason.ShouldNotBeNull().ShouldContain(reason);
    }

    private static ExtractedPage Extract(string html, string address) => ArticleExtractor.Extract(html, new Uri(address), Now, CancellationToken.None);
}
