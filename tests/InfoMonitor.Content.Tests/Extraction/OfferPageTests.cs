using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>Pages that sell a thing, work or space, that are a form, or that confirm what their reader did are no articles, whatever their title and even where a system calls every page one; news of these is. Firms and places are made up.</summary>
public sealed class OfferPageTests
{
    private const string Open = "<meta property=og:type content=article>";
    private const string Typed = Open + "<meta property=article:published_time content=2026-03-07T08:00:00+07:00>";
    private const string Body = $"<p>{VietnamesePages.First}</p><p>{VietnamesePages.Second}</p>";
    private const string Job = "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"Nhân viên kế toán tổng hợp\",\"datePosted\":\"2026-11-01\"}</script>";
    private const string Product = "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"Product\",\"name\":\"Máy lọc nước Ví Dụ VD-10\",\"offers\":{\"@type\":\"Offer\",\"price\":\"4990000\",\"priceCurrency\":\"VND\"}}</script>";

    private const string Rates = "<p>Bảng dưới đây áp dụng cho các vị trí trên báo điện tử, chưa gồm thuế giá trị gia tăng và phí thiết kế của người đặt.</p><table><tr><td>Banner đầu trang</td><td>45.000.000 đồng/tuần</td></tr><tr><td>Banner giữa</td><td>22.000.000 đồng/tuần</td></tr><tr><td>Bài giới thiệu</td><td>12.000.000 ₫/bài</td></tr></table><p>Quý khách có nhu cầu vui lòng liên hệ phòng Quảng cáo, điện thoại: 0236 3000 000, để được tư vấn.</p>";
    private const string Reached = "<p>Báo Đồng Vân là kênh có hai triệu lượt đọc mỗi tháng. Để đặt chỗ, quý khách hàng vui lòng liên hệ với chúng tôi theo thông tin dưới đây, trong giờ hành chính.</p><p>Phòng Quảng cáo: 12 đường Ven Sông. Điện thoại: 0236 3000 000</p>";
    private const string Vacancy = "<p>Do nhu cầu mở rộng, tòa soạn cần thêm người làm việc ở trụ sở chính và hai văn phòng vùng, bắt đầu từ quý sau.</p><h3>Yêu cầu</h3><ul><li>Tốt nghiệp đại học, có ít nhất hai năm kinh nghiệm</li></ul><h3>Quyền lợi</h3><ul><li>Đóng bảo hiểm đầy đủ theo quy định, mười lăm ngày phép</li></ul><p>Hồ sơ ứng tuyển gửi về tuyendung@dongvan.example.vn trước ngày 30/11/2026, ghi rõ vị trí muốn làm.</p>";
    private const string Work = "<p>Công ty Ví Dụ tìm một người làm sổ sách tại văn phòng ở Bến Cát, giờ hành chính, nghỉ thứ bảy và chủ nhật.</p><p>Người làm lập chứng từ thu chi, theo dõi công nợ, đối chiếu với ngân hàng, lập báo cáo thuế hằng tháng và hằng quý.</p>";
    private const string Described = "<div><p>Máy lọc được mười lít mỗi giờ, có vòi nóng lạnh riêng, phù hợp với gia đình bốn đến sáu người dùng nước giếng khoan.</p><p>Vỏ máy bằng kính cường lực, dễ lau chùi. Lõi lọc thay sau mười hai tháng, được bảo hành hai năm trên toàn quốc.</p></div>";
    private const string Sold = "<div>4.990.000 ₫</div><button>Thêm vào giỏ hàng</button>" + Described;
    private const string Form = "<p>Người dân có ý kiến về thủ tục hành chính xin điền vào mẫu dưới đây, các mục có dấu sao là bắt buộc phải nhập đầy đủ.</p><form method=post><label>Họ và tên *</label><input name=a><label>Điện thoại *</label><input name=b><label>Nội dung *</label><textarea name=c></textarea><button>Gửi</button></form><p>Ý kiến được chuyển đến cơ quan có thẩm quyền và trả lời trong mười ngày làm việc theo quy định hiện hành.</p>";

    private const string Post = "<h2>Mô tả công việc</h2><p>Thực hiện công việc theo phân công của trưởng bộ phận, báo cáo hằng tuần, phối hợp với đồng nghiệp.</p><h2>Yêu cầu ứng viên</h2><p>Có từ một năm kinh nghiệm ở vị trí tương đương, sức khỏe tốt, trung thực và chăm chỉ.</p><h2>Quyền lợi</h2><p>Đóng bảo hiểm đầy đủ, thưởng lễ Tết, nghỉ phép năm mười hai ngày, cơm trưa.</p>";
    private const string Terms = "<ul><li>Mức lương: 12 - 15 triệu</li><li>Địa điểm làm việc: Bến Cát</li><li>Hạn nộp hồ sơ: 30/12/2026</li></ul>";
    private const string Officer = "<p>Example Rights is looking for a communications officer in Phnom Penh, full time, from January 2027.</p><h2>Requirements</h2><ul><li>A degree in communications</li><li>Three years of work with an organisation</li></ul><h2>How to apply</h2><p>Send your CV and cover letter to jobs@example.org before 15 January 2027. Only shortlisted candidates are contacted.</p>";

    /// <summary>What an organisation pays for is news to those whom it is meant for.</summary>
    [Fact]
    public void A_call_for_projects_is_an_article()
    {
        const string Told = "<p>The Example Rights Fund invites organisations in the Mekong region to apply for small grants on child protection in 2027. Grants of up to 5,000 dollars support work against trafficking for up to twelve months.</p><h2>Requirements</h2><p>Registered organisations with two years of work with children may apply.</p><h2>How to apply</h2><p>To apply, send the form and a budget to grants@example.org before 15 January 2027.</p>";
        Read("Call for applications: small grants for child protection", "<div>7 March 2026</div>" + Told, "").Outcome.ShouldBe(ExtractionOutcome.Article);
    }

    private const string Bought = "<table><tr><th>Sản phẩm</th><th>Đơn giá</th><th>Thành tiền</th></tr><tr><td>Nồi cơm điện cao tần nội địa, bảo hành 24 tháng</td><td>2.450.000₫</td><td>2.450.000₫</td></tr></table><p>Phí vận chuyển được tính khi thanh toán. Quý khách vui lòng kiểm tra lại thông tin trước khi đặt hàng, hàng đã mua được đổi trong bảy ngày.</p>";
    private const string Looked = "<p>Nhập mã số hồ sơ ghi trên giấy biên nhận của bộ phận một cửa và mã bảo mật để tra cứu tình trạng giải quyết hồ sơ thủ tục hành chính. Trường hợp quên mã, vui lòng liên hệ bộ phận một cửa.</p>";

    /// <summary>The kind, the title, what stands below it, and what the page says of itself.</summary>
    public static TheoryData<NonArticle, string, string, string> Offers => new()
    {
        { NonArticle.Advertising, "Bảng giá quảng cáo trên Báo điện tử Đồng Vân áp dụng từ ngày 1/1/2026", Rates, "" },
        { NonArticle.Advertising, "Thông báo bảng giá quảng cáo mới của Báo Đồng Vân", Rates, Open },
        { NonArticle.Advertising, "Báo giá dịch vụ truyền thông, quảng cáo và bài PR năm 2026", Rates, Typed },
        { NonArticle.Advertising, "Liên hệ quảng cáo trên Báo Đồng Vân điện tử và các ấn phẩm", Reached, Open },
        { NonArticle.Advertising, "Bảng giá quảng cáo 2026", "<p>Quý khách đặt chỗ trên báo của chúng tôi từ mười tuần được giảm hai phần mười. Trang nhất có giá 12.000.000 đồng mỗi tuần, trang trong bảy triệu đồng.</p>", Open },
        { NonArticle.Vacancies, "Báo Đồng Vân tuyển dụng phóng viên, biên tập viên năm 2026", Vacancy, "" },
        { NonArticle.Vacancies, "Tuyển dụng phóng viên và biên tập viên làm việc tại tòa soạn", Vacancy, Open },
        { NonArticle.Vacancies, "Đồng Vân tuyển 3 phóng viên", Vacancy + "<h3>Địa điểm làm việc</h3><p>Bến Cát</p>", Typed },
        { NonArticle.Vacancies, "Kế toán tổng hợp", "<h3>Mô tả công việc</h3>" + Work + "<h3>Yêu cầu</h3><p>Trung thực và cẩn thận.</p><h3>Mức lương</h3><p>10 - 14 triệu đồng</p><button>Ứng tuyển ngay</button>", "" },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, Job },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp tại Bến Cát", Work, Job + Open },
        { NonArticle.Vacancies, "Nhân viên kế toán", $"<div itemscope itemtype='https://schema.org/JobPosting'>{Work}</div>", "" },
        { NonArticle.Product, "Máy lọc nước Ví Dụ VD-10", Sold, Product },
        { NonArticle.Product, "Máy lọc nước Ví Dụ VD-10", Sold, Product + Open },
        { NonArticle.Product, "Máy lọc nước Ví Dụ VD-10", Described + "<a href=/gio>Mua ngay</a>", "<meta property=og:type content=product>" },
        { NonArticle.Product, "Máy lọc nước chín lõi", "<div>Giá: 4.990.000đ</div><input type=submit value='Add to cart'>" + Described, "" },
        { NonArticle.Product, "Máy lọc nước chín lõi", $"<div itemscope itemtype='http://schema.org/Product'>{Sold}</div>", "" },
        { NonArticle.Vacancies, "Call for applications: communications officer", "<div>7 March 2026</div>" + Officer, "" },
        { NonArticle.Vacancies, "Kỹ sư xây dựng", "<p>Mức lương: 12 triệu. Hạn nộp hồ sơ: 30/12/2026</p>" + Post + "<button>Nộp đơn</button>", "" },
        { NonArticle.Vacancies, "Lập trình viên", "<p>Địa điểm làm việc: Bến Cát. Hạn nộp: 20/12/2026</p>" + Post + "<a href=/apply>Nộp hồ sơ</a>", "" },
        { NonArticle.Vacancies, "Giáo viên mầm non", Post + "<button>Nộp hồ sơ</button>", "" },
        { NonArticle.Vacancies, "Kế toán tổng hợp", Terms + Post + "<button>Ứng tuyển ngay</button>", Open },
        { NonArticle.Vacancies, "Kế toán tổng hợp", "<div>07/03/2026</div>" + Terms + Post + "<button>Ứng tuyển ngay</button>", "" },
        { NonArticle.Vacancies, "Kỹ sư xây dựng", "<div>Ngày đăng: 07/03/2026</div>" + Terms + Post + "<p>Hồ sơ ứng tuyển gửi về tuyendung@dongvan.example.vn</p>", Typed },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, JobOf("\"https://schema.org/JobPosting\"") },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, JobOf("[\"Thing\", \"JobPosting\"]") },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, JobOf("\"jobposting\"") },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, JobOf("\"http://schema.org/JobPosting/\"") },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, JobOf("\" JobPosting \"") },
        { NonArticle.Vacancies, "Nhân viên kế toán tổng hợp", Work, JobOf("\"JobPosting\"", "Kế toán") + Open },
        { NonArticle.Vacancies, "Tuyển nhân viên làm sổ sách cho chi nhánh Bến Cát", Work, JobOf("\"JobPosting\"", "Kế toán") },
        { NonArticle.Vacancies, "Nhân viên kế toán", $"<div itemscope itemtype='https://schema.org/jobposting/'>{Work}</div>", "" },
        { NonArticle.Vacancies, "Nhân viên kế toán", $"<div itemscope itemtype='https://schema.org/JobPosting https://schema.org/Thing'>{Work}</div>", "" },
        { NonArticle.Vacancies, "Nhân viên kế toán", $"<div vocab='https://schema.org/' typeof='JobPosting'>{Work}</div>", "" },
        { NonArticle.Product, "Hộp nhựa đa năng X12", $"<p>Giá: 350.000đ</p>{Described}<a href='/cart?add=5'>Mua ngay</a>", "" },
        { NonArticle.Product, "Hộp nhựa đa năng X12", $"<p>Giá bán lẻ: 350.000 VNĐ</p>{Described}<a href='/gio-hang?x=1'>Đặt hàng ngay</a>", "" },
        { NonArticle.Product, "Hộp nhựa đa năng X12", $"<p>350.000 ₫</p><p>Mã sản phẩm: X12. Tình trạng: Còn hàng. Bảo hành 24 tháng tại nhà.</p><button>Mua ngay</button>{Described}", "" },
        { NonArticle.Product, "Hộp nhựa đa năng X12", $"<p>Liên hệ báo giá</p><button>Gọi ngay</button>{Described}", "" },
        { NonArticle.Product, "Giỏ hàng của bạn (1 sản phẩm)", Bought + "<button>Tiến hành thanh toán</button>", "" },
        { NonArticle.Form, "Tra cứu hồ sơ", Looked + "<form><input name=a><input name=captcha><button>Tra cứu</button></form>", "" },
        { NonArticle.Form, "Tìm kiếm văn bản pháp luật", "<p>Nhập từ khóa, số hiệu hoặc chọn cơ quan ban hành, lĩnh vực, thời gian để tìm kiếm văn bản trong cơ sở dữ liệu của tỉnh, từ năm 1997 đến nay.</p><form><input name=q><select><option>Nghị quyết</select><input type=submit value='Tìm kiếm'></form><p>Không tìm thấy kết quả nào phù hợp.</p>", "" },
        { NonArticle.Form, "Tiếp nhận phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính", Form, "" },
        { NonArticle.Form, "Đăng ký tham gia lớp tập huấn nuôi ong", Form, Open },
        { NonArticle.Form, "Tra cứu tình trạng hồ sơ", "<p>Nhập mã số hồ sơ để tra cứu hồ sơ của mình đang được giải quyết ở bước nào, do ai phụ trách và ngày nào có kết quả trả về bộ phận một cửa.</p><form><input name=a><input name=b><select><option>2026</select><button>Tìm</button></form>", "" },
        { NonArticle.Confirmation, "You have been unsubscribed", "<p>You have been unsubscribed from The Example Post daily briefing. You will no longer receive mail from this list. If this was a mistake, you can come back from your account page.</p>", "" },
        { NonArticle.Confirmation, "Bạn đã hủy đăng ký", "<p>Từ nay bạn sẽ không còn nhận được thư của tòa soạn nữa. Nếu bạn hủy nhầm, hãy bấm vào đường dẫn trong thư cuối cùng để nhận lại bản tin vào mỗi buổi sáng.</p>", "" },
        { NonArticle.Confirmation, "Báo Đồng Vân", "<p>Hủy đăng ký thành công. Địa chỉ thư của bạn đã được xóa khỏi danh sách nhận bản tin hằng ngày của tòa soạn, chúng tôi rất tiếc khi bạn không còn theo dõi.</p>", "" },
        { NonArticle.Confirmation, "Cảm ơn bạn đã liên hệ", "<p>Chúng tôi đã nhận được nội dung bạn gửi và sẽ trả lời trong vòng ba ngày làm việc, xin vui lòng theo dõi hộp thư của mình, kể cả mục thư rác.</p>", "" },
    };

    [Theory]
    [MemberData(nameof(Offers))]
    public void An_offer_a_form_and_a_confirmation_are_no_articles(NonArticle kind, string title, string body, string head) => Read(title, body, head).Because.ShouldBe(kind);

    /// <summary>What tells of such things and offers none, or stands beside an article.</summary>
    public static TheoryData<string, string, string> Articles => new()
    {
        { "Bảng giá quảng cáo ngoài trời tăng mạnh trước Tết", Body + "<p>Một biển lớn nay có giá 45.000.000 đồng, biển vừa 22.000.000 đồng, biển nhỏ 9.000.000 đồng mỗi tuần.</p>", Open },
        { "Liên hệ quảng cáo: tin nhắn lừa hàng trăm chủ quán", Body + "<p>Nạn nhân được mời gọi vào số lạ, xin đặt cọc rồi mất tiền.</p>", "" },
        { "Tuyển dụng giáo viên: nhiều tỉnh không tìm được người", Body + "<h3>Mức lương</h3><p>Hồ sơ dự tuyển chỉ bằng một phần ba chỉ tiêu.</p>", Open },
        { "Sở Y tế tỉnh Ví Dụ tuyển dụng 120 viên chức", Body + "<h3>Yêu cầu</h3><p>Tốt nghiệp đại học.</p><h3>Hồ sơ</h3><p>Hồ sơ gửi về Sở, điện thoại 0236 3000 000.</p><h3>Số lượng</h3>", "" },
        { "Nghề kế toán: học gì, làm gì, lương bao nhiêu", Body + "<h3>Mô tả công việc</h3><p>Lập chứng từ.</p><h3>Yêu cầu</h3><p>Cẩn thận.</p><h3>Mức lương</h3><p>Từ 10 triệu đồng.</p>", "" },
        { "Kỹ sư xây dựng làm gì", "<p>07/03/2026</p>" + Post + "<button>Ứng tuyển ngay</button>", "" },
        { "Kỹ sư xây dựng làm gì", "<p>Đăng ngày 07/03/2026. Hạn nộp hồ sơ: 30/12/2026</p>" + Post + "<button>Ứng tuyển ngay</button>", "" },
        { "Giáo viên mầm non làm gì, hưởng gì", Post + "<p>Hồ sơ ứng tuyển gửi về trường, điện thoại 0236 3000 000.</p>", "" },
        { "Kế toán tổng hợp là gì", Terms + Post + "<button>Ứng tuyển ngay</button>", Open },
        { "Kế toán tổng hợp", Post + "<button>Ứng tuyển ngay</button>", Open },
        { "Nhân viên cũ kể chuyện làng chài", Body, JobOf("\"JobPosting\"", "Kế toán") },
        { "Hộp nhựa đa năng X12", $"<p>Giá: 350.000đ</p>{Described}<a href='https://ban.example/cart?add=5'>Mua ngay</a>", "" },
        { "Thông báo tuyển dụng lao động hợp đồng", "<p>Số: 45/TB-UBND</p>" + Post + "<p>Hồ sơ ứng tuyển gửi về văn phòng xã, điện thoại 0236 3000 000.</p>", "" },
        { "Thông báo tuyển dụng lao động hợp đồng", Post + "<p>Hồ sơ ứng tuyển gửi về văn phòng xã, điện thoại 0236 3000 000.</p><p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p>", "" },
        { "Xăng giảm giá, người dân mua nhiều hơn", $"<p>23.000 đồng</p>{Body}<a href=https://ban.example/gio-hang>Mua ngay</a>", "" },
        { "Đánh giá máy lọc nước chín lõi", $"<p>Giá: 4.990.000 đồng</p>{Body}<button>Mua ngay</button>", "" },
        { "Thu hồi sữa bột nghi nhiễm khuẩn", $"<p>Giá bán: 545.000 đ</p><p>Mã sản phẩm: 5203</p>{Body}", "" },
        { "Giỏ hàng Tết đắt hơn năm trước", Bought + Body + "<button>Thanh toán</button>", "" },
        { "Giỏ hàng", Bought + Body, "" },
        { "Hướng dẫn tra cứu hồ sơ", Looked + "<form><input name=a><input name=captcha><button>Tra cứu</button></form>", "" },
        { "Tra cứu hồ sơ", Looked + "<form><input name=q><button>Tìm</button></form>", "" },
        { "Tra cứu hồ sơ", Looked + "<form><input name=a><input name=b><button>Gửi bình luận</button></form>", "" },
        { "Tra cứu hồ sơ đất đai nhanh hơn", Body + "<form><input name=a><input name=captcha><button>Tra cứu</button></form>", "" },
        { "Thị trường lao động cuối năm cần thêm hai nghìn công nhân", Body, Job + Open },
        { "Đánh giá máy lọc nước VD-10 sau ba tháng sử dụng", "<p>Giá: 4.990.000 đồng.</p>" + Body, Product + Open },
        { "Máy lọc nước Ví Dụ VD-10", "<div>4.990.000 ₫</div><button>Mua ngay</button>" + Body, Product + Typed },
        { "Cách chọn mật ong thật và bảo quản đúng cách", Body + "<div><h3>Sản phẩm liên quan</h3><div>Mật ong rừng 180.000 ₫ <button>Thêm vào giỏ</button></div></div>", "" },
        { "Năm tai nghe đáng mua trong tầm giá một triệu đồng", Body + "<div>990.000 ₫</div><a href=https://ban.example/a>Mua ngay</a><div>790.000 ₫</div><a href=https://ban.example/b>Mua ngay</a>", "" },
        { "Lễ phát động trồng cây", "<p>Sáng nay, xã Hà Mạn phát động trồng hai nghìn cây dọc đường liên thôn, có hai trăm học sinh và đoàn viên thanh niên tham gia, theo kế hoạch của huyện.</p><form><input name=a><input name=b><input name=c><textarea></textarea></form>", "" },
        { "Xã Hà Mạn mở lớp nuôi ong", "<div>Ngày đăng: 07/03/2026</div>" + Form, "" },
        { "Tiếp nhận phản ánh, kiến nghị của người dân qua tổng đài", Body, "" },
        { "You have been unsubscribed: how thieves use the word", "<p>Thousands received a message that read “You have been unsubscribed”, police said on Friday, and lost money when they pressed the button below it on their telephones.</p>", "" },
        { "Bạn đã hủy đăng ký thuê bao mà vẫn bị trừ tiền, phải làm gì?", "<p>Nhiều khách hàng bị nhà mạng trừ tiền sau khi hủy dịch vụ. Theo quy định, nhà mạng phải hoàn tiền trong ba mươi ngày kể từ khi nhận khiếu nại, bạn giữ lại tin nhắn để làm chứng.</p>", "" },
    };

    [Fact]
    public void A_thing_under_the_address_of_a_shelf_is_a_product()
    {
        const string Shown = $"<p>Giá: 350.000đ</p>{Described}<button>Đặt mua</button>";
        Read("Hộp nhựa đa năng X12", Shown, "", "https://tin.example/san-pham/hop-nhua-x12.html").Because.ShouldBe(NonArticle.Product);
        Read("Hộp nhựa đa năng X12", Shown, "").Because.ShouldBeNull();
    }

    [Fact]
    public void A_page_under_the_address_of_a_cart_is_one()
    {
        Read("Bước 1 trên 3", Bought + "<a href=/tra-tien>Thanh toán</a>", "", "https://tin.example/gio-hang").Because.ShouldBe(NonArticle.Product);
        Read("Bước 1 trên 3", Bought + "<a href=/tra-tien>Thanh toán</a>", "").Because.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void News_of_offers_forms_and_confirmations_is_an_article(string title, string body, string head) => Read(title, body, head).Because.ShouldBeNull();

    private static string JobOf(string type, string name = "NHÂN VIÊN KẾ TOÁN TỔNG HỢP") => $"<script type='application/ld+json'>{{\"@context\":\"https://schema.org\",\"@type\":{type},\"title\":\"{name}\",\"datePosted\":\"2026-11-01\"}}</script>";

    private static ExtractedPage Read(string title, string body, string head, string address = "https://tin.example/trang/chi-tiet-88") =>
        ArticleExtractor.Extract($"<html lang=vi><head><title>{title}</title>{head}</head><body><nav><a href=/>Trang chủ</a></nav><main><h1>{title}</h1>{body}</main></body></html>", new Uri(address), new DateTimeOffset(2026, 11, 26, 5, 0, 0, TimeSpan.Zero), CancellationToken.None);
}
