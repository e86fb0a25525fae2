using System.Globalization;
using System.Text.Json;
using CsCheck;
using InfoMonitor.Content.Privacy;

namespace InfoMonitor.Content.Tests.Privacy;

public class PersonalDataMaskerTests
{
    [Theory]
    // Telephone
    [InlineData("Gọi 0912345678 nhé", "Gọi [PHONE] nhé")]
    [InlineData("Gọi 0912 345 678, 0387.654.321 hoặc 056-789-0123", "Gọi [PHONE], [PHONE] hoặc [PHONE]")]
    [InlineData("Zalo 07 89 12 34 56.", "Zalo [PHONE].")]
    [InlineData("+84 912 345 678; +84912345678; 0084 912 345 678", "[PHONE]; [PHONE]; [PHONE]")]
    [InlineData("(+84) 0912.345.678 / (84) 912 345 678", "[PHONE] / [PHONE]")]
    [InlineData("+84 (0)24 3825 1234", "[PHONE]")]
    [InlineData("SĐT: 84912345678", "SĐT: [PHONE]")]
    [InlineData("SĐT 84.912.345.678 gặp chị", "SĐT [PHONE] gặp chị")]
    [InlineData("ĐT (024) 3825 1234 hoặc 028.3825.1234, 0236 3 822 333", "ĐT [PHONE] hoặc [PHONE], [PHONE]")]
    [InlineData("ĐT: 3825 1234", "ĐT: [PHONE]")]
    [InlineData("số điện thoại 38251234 của bà", "số điện thoại [PHONE] của bà")]
    [InlineData("số điện thoại 3825123 của bà", "số điện thoại [PHONE] của bà")]
    [InlineData("0912.345.678-0987.654.321", "[PHONE]-[PHONE]")]
    [InlineData("0912/345.678", "[PHONE]")]
    [InlineData("0912,345,678 hoặc 0912*345*678", "[PHONE] hoặc [PHONE]")]
    [InlineData("tài khoản số: VCB1234567", "tài khoản số: [BANK]")]
    [InlineData("thẻ DN4010123456789", "thẻ [ID]")]
    [InlineData("01234567890 (số cũ)", "[PHONE] (số cũ)")]
    [InlineData("Call +855 12 345 678 or +1 202-555-0143", "Call [PHONE] or [PHONE]")]
    [InlineData("Anh +447713181501, số +84/981848484", "Anh [PHONE], số [PHONE]")]
    [InlineData("០១២ ៣៤៥ ៦៧៨៩", "[PHONE]")]
    [InlineData("O912345678 và o9i2", "[PHONE] và o9i2")]
    [InlineData("０９１２３４５６７８", "[PHONE]")]
    [InlineData("09\u200b12\u200d34\u206056\ufeff78", "[PHONE]")]
    [InlineData("0\ufe0f\u20e39\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e37\ufe0f\u20e38", "[PHONE]")]
    [InlineData("\ud835\udfce9\ud835\udfcf2345678", "[PHONE]")]
    [InlineData("0 9 1 2 3 4 5 6 7 8", "[PHONE]")]
    [InlineData("0912‑345–678", "[PHONE]")]
    [InlineData("Zalo 09l2345678, O9l2 345 67B", "Zalo [PHONE], O9l2 345 67B")]
    [InlineData("09I2.345.678; 09l 234 5678; 09OO345678; 091234567l", "[PHONE]; [PHONE]; [PHONE]; [PHONE]")]
    [InlineData("+84 9l2 345 678", "[PHONE]")]
    [InlineData("Gọi không chín một hai ba bốn năm sáu bảy tám nhé", "Gọi [PHONE] nhé")]
    [InlineData("số Không chín, một hai, ba bốn lăm. sáu bảy tám", "số [PHONE]")]
    [InlineData("khong chin mot hai ba bon nam sau bay tam", "[PHONE]")]
    [InlineData("không 9 một hai 3 4 năm 6 bảy tám gặp chị", "[PHONE] gặp chị")]
    [InlineData("zero nine one two three four five six seven eight", "[PHONE]")]
    [InlineData("⁰⁹¹² ³⁴⁵ ⁶⁷⁸ và 0⁹1²3⁴5⁶7⁸, zalo⁰⁹¹²³⁴⁵⁶⁷⁸", "[PHONE] và [PHONE], zalo[PHONE]")]
    [InlineData("❶❷ 0❾①₂345678", "❶❷ [PHONE]")]
    [InlineData("trên 120 km² 0912345678¹ và 091234567⁸", "trên 120 km² [PHONE]¹ và [PHONE]")]
    [InlineData("０９１２ ３４５．６７８; ＳＴＫ ０４５１０００１２３４５６", "[PHONE]; ＳＴＫ [BANK]")]
    [InlineData("gọi không chín 12 ba bốn năm 678 nhé, 2 lần", "gọi [PHONE] nhé, 2 lần")]
    [InlineData("09 mười hai 345 sáu bảy 8", "[PHONE]")]
    [InlineData("không chín ba mươi bốn 56, bảy tám 90 2 lần", "[PHONE] 2 lần")]
    [InlineData("năm 2024 không chín chấm một hai ba chấm bốn năm sáu chấm bảy tám", "năm 2024 [PHONE]")]
    [InlineData("khong 9 muoi hai ba tu 5678", "[PHONE]")]
    [InlineData("+84 chín một hai 345 678, tám bốn chín một 23 45 67 8", "+[PHONE], [PHONE]")]
    [InlineData("oh nine double one two three four five six seven, zero nine 12 three four 5678", "[PHONE], [PHONE]")]
    // E-mail
    [InlineData("Thư: nguyen.van-a+1@mail.example.com.vn.", "Thư: [EMAIL].")]
    [InlineData("a (at) b . com", "[EMAIL]")]
    [InlineData("hoa.le [at] gmail [dot] com", "[EMAIL]")]
    [InlineData("hoa.le @ gmail.com", "[EMAIL]")]
    [InlineData("hoale(a còng)gmail.com", "[EMAIL]")]
    [InlineData("hoale at gmail dot com", "[EMAIL]")]
    [InlineData("hoale@gmail", "[EMAIL]")]
    [InlineData("hoale＠gmail．com", "[EMAIL]")]
    [InlineData("Thư về hoa.le (a còng) mail chấm vn nhé", "Thư về [EMAIL] nhé")]
    [InlineData("hoa.le a còng abc chấm com chấm vn, hoặc hoale [at] mail [dot] com [dot] vn", "[EMAIL], hoặc [EMAIL]")]
    [InlineData("hoa chấm le a còng gmail; hoa gạch dưới le (at) yahoo com vn", "[EMAIL]; [EMAIL]")]
    [InlineData("hoa gach duoi le a cong abc cham com", "[EMAIL]")]
    [InlineData("hoale at abc dot edu dot vn", "[EMAIL]")]
    // Identity numbers
    [InlineData("CMND 123456789", "CMND [ID]")]
    [InlineData("CMND số 123 456 789 cấp năm 2010", "CMND số [ID] cấp năm 2010")]
    [InlineData("CCCD: 001088012345", "CCCD: [ID]")]
    [InlineData("căn cước công dân số 001.088.012.345", "căn cước công dân số [ID]")]
    [InlineData("ông A (079088012345) và bà B, 025123456", "ông A ([ID]) và bà B, [ID]")]
    [InlineData("079 088 012 345", "[ID]")]
    [InlineData("hộ chiếu C1234567", "hộ chiếu [ID]")]
    [InlineData("mã số BHXH 0123456789", "mã số BHXH [ID]")]
    [InlineData("hộ chiếu số B1234567; số hộ chiếu: B 1234567", "hộ chiếu số [ID]; số hộ chiếu: [ID]")]
    [InlineData("passport number is B1234567, Passport No. N1234567", "passport number is [ID], Passport No. [ID]")]
    // Social and health insurance, tax
    [InlineData("BHXH: 7912345678", "BHXH: [ID]")]
    [InlineData("BHXH số 7912345678 và bảo hiểm xã hội mã số 79 1234 5678", "BHXH số [ID] và bảo hiểm xã hội mã số [ID]")]
    [InlineData("sổ BHXH 7912345678, thẻ BHYT DN4797912345678", "sổ BHXH [ID], thẻ BHYT [ID]")]
    [InlineData("BHYT: GD 4 79 7912345678", "BHYT: [ID]")]
    [InlineData("bao hiem xa hoi so 7912345678", "bao hiem xa hoi so [ID]")]
    [InlineData("Her social insurance number is 7912345678.", "Her social insurance number is [ID].")]
    [InlineData("mã số thuế 8412345678", "mã số thuế [ID]")]
    [InlineData("Mã số thuế cá nhân: 8412345678-001", "Mã số thuế cá nhân: [ID]")]
    [InlineData("MST: 0312345678-002; mst 8412345678", "MST: [ID]; mst [ID]")]
    [InlineData("tax code 8412345678, tax identification number: 0312345678-001", "tax code [ID], tax identification number: [ID]")]
    // Plates
    [InlineData("xe 51F-123.45 và xe máy 68A1-12345", "xe [ID] và xe máy [ID]")]
    [InlineData("59-X1 123.45, 59X1 - 123.45, 29LD-012.34, 30K 123.45", "[ID], [ID], [ID], [ID]")]
    [InlineData("biển số 51F12345, BKS 68a1 12345, biển kiểm soát: 29-H1 1234", "biển số [ID], BKS [ID], biển kiểm soát: [ID]")]
    [InlineData("a car with plate 51F 12345", "a car with plate [ID]")]
    // Bank accounts and cards
    [InlineData("STK 0451000123456 Vietcombank", "STK [BANK] Vietcombank")]
    [InlineData("STK: VCB - 0912345678", "STK: VCB - [BANK]")]
    [InlineData("số tài khoản của chị là 1903 1234 5678 01", "số tài khoản của chị là [BANK]")]
    [InlineData("account number 123456789012", "account number [BANK]")]
    [InlineData("chuyển vào 19031234567801 Techcombank", "chuyển vào [BANK] Techcombank")]
    [InlineData("chuyển khoản 19031234567801", "chuyển khoản [BANK]")]
    [InlineData("thẻ 4111 1111 1111 1111", "thẻ [BANK]")]
    [InlineData("thẻ 9704360123456789012", "thẻ [BANK]")]
    [InlineData("IBAN: DE89 3704 0044 0532 0130 00 and then GB29 NWBK 6016 1331 9268 19.", "IBAN: [BANK] and then [BANK].")]
    [InlineData("gb29nwbk60161331926819, FR14-2004-1010-0505-0001-3M02-606", "[BANK], [BANK]")]
    [InlineData("thẻ 4111-1111 1111.1111, 3782 822463 10005, 4111 - 1111 - 1111 - 1111", "thẻ [BANK], [BANK], [BANK]")]
    [InlineData("thẻ visa 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1, card number 4111 1111 1111 1112", "thẻ visa [BANK], card number [BANK]")]
    [InlineData("STK 0451  0001  2345 6; 970436 0123456789012", "STK [BANK]; [BANK]")]
    // Handles and profile links
    [InlineData("theo @nguyen.van_a trên mạng", "theo [HANDLE] trên mạng")]
    [InlineData("xem https://www.facebook.com/nguyenvana?ref=1.", "xem [LINK].")]
    [InlineData("fb.com/abc, zalo.me/0912345678 và tiktok.com/@abc", "[LINK], [LINK] và [LINK]")]
    [InlineData("https://bao.example.vn/tin-4812345.html?sdt=0912345678", "https://bao.example.vn/tin-4812345.html?sdt=[PHONE]")]
    public void Personal_data_becomes_a_typed_token(string text, string expected) => PersonalDataMasker.Mask(text).ShouldBe(expected);

    [Theory]
    [InlineData("can 5l nước, 20l xăng, 0,5l và 10l 20 can; chai 2l 3 chai; năm ba bảy người; một hai ba bốn năm; không một ai")]
    [InlineData("lô 1 2 3 4 5 6 7 8 9 và năm 2024, ba năm hai tháng tư")]
    [InlineData("hỗ trợ 120.000.000 đồng, 84.500.000.000 đồng và 84 500 000 000 đồng")]
    [InlineData("thu 1.034.567.891 đồng, 12.056.789.012 đồng; 1,034,567,891 USD; 1 034 567 891 đồng")]
    [InlineData("tăng +1.200.000 lượt")]
    [InlineData("Techcombank nhiệm kỳ 2019-2024; theo Agribank, ngày 24-4-2017; Tài khoản với hơn 950.000 lượt theo dõi")]
    [InlineData("trúng thưởng: 08 – 20 – 25 – 27 – 30 – 45 và 02-08-21-29-37-45; cổ phiếu 3,080 6.034.470")]
    [InlineData("gọi + 1900.9095 (Bộ Y tế)")]
    [InlineData("chuyển khoản 120.000.000 đồng; tài khoản có 50000000 đồng; mua điện thoại 12.000.000 đồng")]
    [InlineData("một số tài khoản 1.200.000 người theo dõi")]
    [InlineData("Nghị định 168/2024/NĐ-CP, Luật số 59/2020/QH14, Nghị quyết 12/2023/NQ-HĐND")]
    [InlineData("từ ngày 03/05/2024 đến 10/06/2025, ngày 09 - 10/11/2026, 03.05.2024 - 10.06.2024")]
    [InlineData("07-03-2026 14:05 và 2026-03-07T14:05:00+07:00 và 03-05-2024 15:30")]
    [InlineData("giai đoạn 2022 - 2028, 2025-2026")]
    [InlineData("tỉ số 3-2, 2-1, 0-0; 21-19 21-15")]
    [InlineData("dân số 1.234.567 người, 98,6 %, 0,35 điểm")]
    [InlineData("Gọi 111, 113, 115 hoặc tổng đài 1900 1234, 1800 599 920, 18001091. Hotline: 19006789. ĐT: 1900 1234")]
    [InlineData("Luật Căn cước 2023 cấp thẻ căn cước cho 12.000.000 người")]
    [InlineData("https://tuoitre.vn/tin-20260307140512345.htm và vnexpress.net/tin-4812345.html")]
    [InlineData("giá 5.000 @ chợ; H2O, CO2; 10²; @ 10")]
    [InlineData("Điều 5 (a) khoản 2; mục 3 at 4 dot 5")]
    [InlineData("Nghị định 12/2026/NĐ-CP, Quyết định 595/QĐ-BHXH ngày 14/04/2017, Công văn 1234/BHXH-CSXH, Luật BHXH 41/2024/QH15")]
    [InlineData("BHXH 1900 9068; BHXH chi 1.234.567.890 đồng; đóng BHXH 15 năm; BHYT 1.053.000 đồng; BHXH ngày 14-04-2017 - 20")]
    [InlineData("mã số thuế của 12.345.678.901 đồng doanh thu; kê khai thuế 2025-2026")]
    [InlineData("ISBN 978-604-1-12345-6, ISBN 0-306-40615-2, ISBN: 9786041123456")]
    [InlineData("đường 20B, phòng 51F, dầu 15W-40, mẫu 12A-2024, hợp đồng 35A-2024, Điều 51A, lớp 12A1-2025, số 51F/2024, giá 30K 12.500 đồng")]
    [InlineData("[PHONE] [EMAIL] [ID] [BANK] [HANDLE] [LINK]")]
    [InlineData("Công an còng tay nghi phạm rồi chấm dứt hợp đồng; con còng gió chấm mắm; quán a còng chấm điểm ba chấm năm; anh ta còng lưng, chấm com lê; ba chấm ... chấm hết")]
    [InlineData("look at that. Me too; they met at cafe dot art; see you at noon. Us, at the door. In time")]
    [InlineData("120.000 m², 10⁹ và 5,2×10⁸ CFU, CO₂, H₂SO₄, chú thích 1⁾ ², số liệu 1.234.567³")]
    [InlineData("có không, năm 2019, 2020 và 2021; không 912 345 678 đồng; không 2, 3 mà 4 người; giá lẻ 300.000-400.000 đồng")]
    [InlineData("mười hai, hai mươi ba, ba mươi bốn; chín mươi 5 phần trăm của 100 hộ; tám 84 năm 2012, ba 2, sáu bảy")]
    [InlineData("NĐ13 2024 va QH15 59 2020 sua doi bo sung mot so dieu 12 34 56 78; QD12 bo sung 2025 1234 5678")]
    [InlineData("một hai ba bốn năm sáu bảy tám chín mười")]
    [InlineData("vốn 123456789000 đồng, rộng 123456789 m2")]
    [InlineData("thẻ bài 2019 - 2020 - 2021 - 2022; in 1.200.000.000.000 thẻ; thẻ 12 000 000 000 000 đồng")]
    public void What_is_public_stays_as_it_is(string text) => PersonalDataMasker.Mask(text).ShouldBe(text);

    [Theory]
    [InlineData("https://a.vn/lien-he?sdt=0912345678&x=1", "https://a.vn/lien-he?sdt=[PHONE]&x=1")]
    [InlineData("https://a.vn/?phone=%2B84%20912%20345%20678", "https://a.vn/?phone=[PHONE]")]
    [InlineData("https://a.vn/?q=+84912345678", "https://a.vn/?q=[PHONE]")]
    [InlineData("https://a.vn/u/%30%39%31%32%33%34%35%36%37%38/x", "https://a.vn/u/[PHONE]/x")]
    [InlineData("https://a.vn/ban-nha-lien-he-0912-345-678.html", "https://a.vn/ban-nha-lien-he-[PHONE].html")]
    [InlineData("https://a.vn/?mail=hoa%40mail.vn#hoa@mail.vn", "https://a.vn/?mail=[EMAIL]#[EMAIL]")]
    [InlineData("https://a.vn/?e=hoa%2540mail.vn", "https://a.vn/?e=[EMAIL]")]
    [InlineData("https://a.vn/?cccd=001088012345&b=2", "https://a.vn/?cccd=[ID]&b=2")]
    [InlineData("https://a.vn/?x=123456789", "https://a.vn/?x=[ID]")]
    [InlineData("https://a.vn/cmnd-123456789/", "https://a.vn/[ID]/")]
    [InlineData("https://a.vn/?stk=0451000123456", "https://a.vn/?stk=[BANK]")]
    [InlineData("https://hoa:secret@a.vn/tin", "https://a.vn/tin")]
    [InlineData("https://mastodon.example/@hoa/123", "https://mastodon.example/[HANDLE]/123")]
    [InlineData("tel:+84912345678", "tel:[PHONE]")]
    [InlineData("mailto:hoa@mail.vn", "mailto:[EMAIL]")]
    public void Addresses_are_masked_in_every_written_form(string address, string expected) => PersonalDataMasker.MaskUrl(address).ShouldBe(expected);

    [Theory]
    [InlineData("https://vnexpress.net/tin-4812345.html")]
    [InlineData("https://tuoitre.vn/tin-20260307140512345.htm")]
    [InlineData("https://thanhnien.vn/tin-185260307140512345.htm")]
    [InlineData("https://a.vn/tin-123456789.html")]
    [InlineData("https://a.vn/2026/03/07/tin-202603071405.htm")]
    [InlineData("https://a.vn/sacombank-4812345.html?id=123456789&t=1709812345")]
    [InlineData("https://a.vn/03-05-2024-10-su-kien")]
    [InlineData("https://a.vn/3f2a0912-3456-7890-1234-0912345678ab")]
    [InlineData("https://0912345678.a.vn:8443/")]
    [InlineData("http://127.0.0.1:50912/bai/12.html?trang=2&q=%C4%91%E1%BA%A5t")]
    [InlineData("không phải địa chỉ")]
    public void Addresses_without_personal_data_stay_as_they_are(string address) => PersonalDataMasker.MaskUrl(address).ShouldBe(address);

    private static readonly Gen<string> Digits9 = Gen.Int[0, 999_999_999].Select(n => n.ToString("D9", CultureInfo.InvariantCulture));
    private static readonly Gen<string> Digits8 = Gen.Int[0, 99_999_999].Select(n => n.ToString("D8", CultureInfo.InvariantCulture));

    private static Gen<string> Grouped(Gen<string> digits, int[] sizes) => Gen.Select(digits, Gen.OneOf(" ", ".", "-", ""), (d, s) =>
    {
        var at = 0;
        return string.Join(s, sizes.Select(size => { at += size; return d[(at - size)..at]; }));
    });

    private static readonly Gen<string> Mobile = Gen.Select(Gen.OneOf("03", "05", "07", "08", "09"), Digits8, (p, d) => p + d);

    private static readonly Gen<string> Phone = Gen.OneOf(
        Grouped(Mobile, [4, 3, 3]), Grouped(Mobile, [3, 3, 4]), Grouped(Mobile, [4, 6]), Grouped(Mobile, [3, 4, 3]), Grouped(Mobile, [4, 2, 2, 2]), Grouped(Mobile, [10]),
        Gen.Select(Gen.OneOf("+84", "+84 ", "(+84)", "(+84) ", "0084 ", "+84-", "+84(0)"), Grouped(Mobile.Select(m => m[1..]), [3, 3, 3]), (p, m) => p + m),
        Mobile.Select(m => "84" + m[1..]),
        Grouped(Gen.Select(Gen.OneOf("024", "028"), Digits8, (p, d) => p + d), [3, 4, 4]),
        Gen.Select(Gen.OneOf("(024) ", "(028)"), Digits8, (p, d) => p + d));

    private static readonly Gen<string> Email = Gen.Select(
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789._-"], 1, 12], Gen.OneOf("@", " (at) ", "[at]", "＠"), Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"], 1, 10],
        Gen.OneOf(".com", ".vn", ".com.vn", ".org", " . com"), (local, at, host, tld) => local + at + host + tld).Where(e => char.IsAsciiLetterOrDigit(e[0]));

    private static readonly Gen<string> Id = Gen.OneOf(
        Digits9, Gen.Select(Gen.OneOf("CMND ", "CMND số: ", "chứng minh nhân dân "), Grouped(Digits9, [3, 3, 3]), (k, d) => k + d),
        Grouped(Gen.Select(Gen.Int[1, 96], Digits9, (p, d) => "0" + p.ToString("D2", CultureInfo.InvariantCulture) + d), [3, 3, 3, 3]),
        Gen.Select(Gen.OneOf("CCCD ", "căn cước: ", "số định danh "), Digits9, (k, d) => k + "001" + d));

    private static readonly Gen<string> Plate = Gen.Select(
        Gen.Int[11, 99], Gen.OneOf("A", "F", "K", "X1", "B2", "LD"), Gen.OneOf("", "-"), Gen.Int[0, 99_999], Gen.Bool, (province, series, hyphen, figures, point) =>
        {
            var written = figures.ToString("D5", CultureInfo.InvariantCulture);
            return $"{province}{hyphen}{series}-{(point ? written.Insert(3, ".") : written)}";
        });

    private static readonly Gen<string> OfficeNumber = Gen.OneOf(
        Gen.Select(Gen.OneOf("BHXH ", "BHXH: ", "BHXH số ", "mã số BHXH ", "bảo hiểm xã hội số ", "social insurance number "), Digits9, Gen.Int[1, 9], (k, d, first) => $"{k}{first}{d}"),
        Gen.Select(Gen.OneOf("mã số thuế ", "MST: ", "mã số thuế cá nhân: ", "tax code "), Digits9, Gen.OneOf("", "-001", "-123"), (k, d, branch) => $"{k}8{d}{branch}"),
        Gen.Select(Gen.OneOf("hộ chiếu ", "số hộ chiếu: ", "hộ chiếu số ", "passport ", "passport no. "), Gen.Char['A', 'Z'], Gen.Int[1_000_000, 9_999_999], (k, c, n) => $"{k}{c}{n}"));

    private static readonly Gen<string> Account = Gen.Select(
        Gen.OneOf("STK ", "STK: ", "số tài khoản ", "account number "), Gen.Long[100_000, 9_999_999_999_999], (k, n) => k + n.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> Words = Gen.OneOf("người", "dân", "xã", "họp", "liên hệ", "gặp", "chị", "nhé", "tại", "the", "village", "ប្រជា", "Bà", ",", ";", "(", "“", "\n").Array[0, 8].Select(w => string.Join(' ', w));

    [Fact]
    public void Every_form_of_personal_data_disappears_from_whatever_text_holds_it() =>
        Gen.Select(Words, Gen.OneOf(Phone, Email, Id, Account, Plate, OfficeNumber), Words).Sample((before, secret, after) =>
        {
            var masked = PersonalDataMasker.Mask($"{before} {secret} {after}");
            masked.Any(char.IsDigit).ShouldBeFalse(masked);
            masked.ShouldNotContain("@");
            masked.ShouldContain("[");
        }, iter: 6000);

    private static readonly string[][] DigitWords = [["không", "khong"], ["một", "mot"], ["hai"], ["ba"], ["bốn", "tư", "bon"], ["năm", "nam", "lăm"], ["sáu", "sau"], ["bảy", "bay"], ["tám", "tam"], ["chín", "chin"]];

    [Fact]
    public void A_phone_in_words_or_with_letters_for_digits_disappears_from_whatever_text_holds_it()
    {
        var spelled = Gen.Select(Mobile, Gen.OneOf(" ", ", ", "-", ". "), Gen.Int[0, 100]).Select((m, s, pick) => string.Join(s, m.Select((c, i) => DigitWords[c - '0'][(pick + i) % DigitWords[c - '0'].Length])));
        var disguised = Gen.Select(Mobile, Gen.Bool, Gen.Bool).Select((m, capital, both) => m[..1].Replace('0', capital ? 'O' : '0') + (both ? m[1..].Replace('0', 'o').Replace('1', 'l') : m[1..].Replace('1', 'I')));
        Gen.Select(Words, Gen.OneOf(spelled, disguised), Words).Sample((before, secret, after) =>
        {
            var masked = PersonalDataMasker.Mask($"{before} {secret} {after}");
            masked.ShouldContain("[PHONE]");
            masked.Any(char.IsDigit).ShouldBeFalse(masked);
            masked.Count(c => c is 'l' or 'I' or 'O').ShouldBe($"{before} {after} [PHONE]".Count(c => c is 'l' or 'I' or 'O'), masked);
            PersonalDataMasker.Mask(masked).ShouldBe(masked);
        }, iter: 4000);
    }

    [Fact]
    public void A_phone_partly_in_words_or_in_digits_of_another_form_disappears_from_whatever_text_holds_it()
    {
        // Cut into stretches of one to three figures, each read out or written, as people do to get past a filter.
        var mixed = Gen.Select(Mobile, Gen.Int[1, 3].Array[10], Gen.Bool.Array[10], Gen.OneOf(" ", ", ", " - ")).Select((m, cuts, read, s) =>
        {
            var parts = new List<string>();
            for (var (at, i) = (0, 0); at < m.Length; at += cuts[i++])
            {
                var part = m.Substring(at, Math.Min(cuts[i], m.Length - at));
                parts.Add(read[i] || at == 0 ? string.Join(' ', part.Select(c => DigitWords[c - '0'][0])) : part);
            }
            return string.Join(s, parts);
        }).Where(t => t.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Count(w => !char.IsDigit(w[0])) > 1 && t.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Length > 3);
        string[] forms = ["0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "０１２３４５６７８９", "០១២៣៤៥៦៧៨៩", "⓪①②③④⑤⑥⑦⑧⑨"];
        var disguised = Gen.Select(Grouped(Mobile, [4, 3, 3]), Gen.Int[0, forms.Length - 1].Array[12], Gen.Bool).Select((m, form, one) => string.Concat(m.Select((c, i) => char.IsAsciiDigit(c) ? forms[form[one ? 0 : i]][c - '0'] : c)));
        Gen.Select(Words, Gen.OneOf(mixed, disguised), Words).Sample((before, secret, after) =>
        {
            var masked = PersonalDataMasker.Mask($"{before} {secret} {after}");
            masked.ShouldContain("[PHONE]");
            masked.ShouldNotContain(c => char.IsNumber(c), masked);
            foreach (var word in DigitWords.SelectMany(w => w)) masked.Split(' ').ShouldNotContain(word, masked);
        }, iter: 4000);
    }

    [Fact]
    public void A_mail_address_read_out_disappears_from_whatever_text_holds_it()
    {
        var at = Gen.OneOf(" a còng ", " (a còng) ", "(a cong)", " [at] ", " at ", " a móc ", " @ ", " {a-còng} ", " A CÒNG ");
        var dot = Gen.OneOf(" chấm ", " dot ", " [dot] ", "(chấm)", ".", " cham ");
        Gen.Select(Words, Gen.OneOf("hoale", "hoa.le", "hoa chấm le", "hoa_le88", "hoa gạch dưới le"), at, Gen.OneOf("thuho", "vidu"), dot, Gen.OneOf("com", "vn", "com chấm vn", "org dot vn"), Words).Sample((before, name, sign, host, stop, ending, after) =>
        {
            var masked = PersonalDataMasker.Mask($"{before} {name}{sign}{host}{stop}{ending} {after}");
            masked.ShouldContain("[EMAIL]");
            foreach (var left in new[] { "hoa", "thuho", "vidu", "com", "org" }) masked.ShouldNotContain(left);
            masked.Split(' ').ShouldNotContain("vn");
        }, iter: 3000);
    }

    [Fact]
    public void Cards_and_international_accounts_disappear_however_grouped()
    {
        var card = Gen.Select(Gen.OneOf("4", "51", "37", "35", "9704"), Gen.Long[0, 99_999_999_999_999], Gen.OneOf(" ", "-", ".", " - ", "  ", ""), Gen.OneOf("", "thẻ ", "card number ")).Select((scheme, number, s, word) =>
        {
            var digits = WithLuhn((scheme + number.ToString("D14", CultureInfo.InvariantCulture))[..(scheme == "37" ? 14 : 15)]);
            int[] sizes = scheme == "37" ? [4, 6, 5] : [4, 4, 4, 4];
            var at = 0;
            return word + string.Join(s, sizes.Select(size => digits[at..(at += size)]));
        });
        var account = Gen.Select(Gen.OneOf("DE", "GB", "FR", "NO"), Gen.Long[1_000_000_000_000, 9_999_999_999_999], Gen.OneOf("", "NWBK", "ABCD"), Gen.OneOf(" ", "-", "")).Select((country, number, bank, s) =>
        {
            var written = country + Check(country, bank + number.ToString(CultureInfo.InvariantCulture)) + bank + number.ToString(CultureInfo.InvariantCulture);
            return string.Join(s, written.Chunk(4).Select(c => new string(c)));
        });
        Gen.Select(Words, Gen.OneOf(card, account), Words).Sample((before, secret, after) =>
        {
            var masked = PersonalDataMasker.Mask($"{before} {secret} {after}");
            masked.ShouldContain("[BANK]");
            masked.Any(char.IsDigit).ShouldBeFalse(masked);
        }, iter: 4000);

        static string WithLuhn(string digits) => digits + Enumerable.Range(0, 10).First(last => (digits + last).Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (c - '0') * 2 > 9 ? (c - '0') * 2 - 9 : (c - '0') * 2).Sum() % 10 == 0);

        static string Check(string country, string rest) =>
            (98 - (int)(System.Numerics.BigInteger.Parse(string.Concat((rest + country + "00").Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture))), CultureInfo.InvariantCulture) % 97)).ToString("D2", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_row_written_for_the_models_holds_nothing_to_mask()
    {
        foreach (var row in Directory.EnumerateFiles(Path.Combine(Repository.Models, "data"), "*.jsonl").SelectMany(File.ReadLines))
            foreach (var text in Strings(JsonDocument.Parse(row).RootElement)) PersonalDataMasker.Mask(text).ShouldBe(text);

        static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Strings(p.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
            JsonValueKind.String => [value.GetString()!],
            _ => [],
        };
    }

    [Fact]
    public void Every_digit_of_a_phone_hides_in_an_address_too() =>
        Gen.Select(Mobile, Gen.OneOf("https://a.vn/?sdt=", "https://a.vn/lien-he-", "https://a.vn/x?y=z&dt=", "https://a.vn/#"), Gen.Bool).Sample((phone, start, encoded) =>
        {
            var written = encoded ? string.Concat(phone.Select(c => $"%{(int)c:X2}")) : phone;
            var masked = PersonalDataMasker.MaskUrl(start + written);
            masked.ShouldBe(start + "[PHONE]");
            Uri.IsWellFormedUriString("https://a.vn/", UriKind.Absolute).ShouldBeTrue();
            new Uri(masked).Host.ShouldBe("a.vn");
        });

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        var pieces = Gen.OneOf(Phone, Email, Id, Account, Plate, OfficeNumber, Words, Gen.String[Gen.Char["0123456789 .-+@()/:STKaođ"], 0, 20], Gen.String[0, 10]);
        pieces.Array[0, 8].Select(string.Concat).Sample(text =>
        {
            var once = PersonalDataMasker.Mask(text);
            PersonalDataMasker.Mask(once).ShouldBe(once);
            var address = PersonalDataMasker.MaskUrl(text);
            PersonalDataMasker.MaskUrl(address).ShouldBe(address);
        }, iter: 2000);
    }

    [Fact]
    public void A_line_is_masked_alike_alone_and_in_a_long_text()
    {
        var line = Gen.OneOf(Phone, Email, Id, Account, Plate, OfficeNumber, Words, Gen.OneOf("STK", "thẻ", "SĐT:", "a còng", "chấm com", "không chín", "012", "0912 ", "CMND số", "DE89", "@hoa", ""), Gen.String[Gen.Char["0123456789 .-+@()/:STKaođ"], 0, 20]).Where(l => !l.Contains('\n', StringComparison.Ordinal));
        line.Array[20, 200].Sample(lines => PersonalDataMasker.Mask(string.Join('\n', lines)).ShouldBe(string.Join('\n', lines.Select(PersonalDataMasker.Mask))), iter: 100);
    }

    [Fact]
    public void A_text_without_digits_or_at_signs_is_unchanged() =>
        Gen.OneOf(Words, Gen.String[0, 40]).Where(t => !t.Any(c => char.IsDigit(c) || char.IsSurrogate(c) || c is '@' or '＠' or '.' || c is >= '\u2460' and <= '\u24ff' or '\uff0e'))
            .Sample(text => PersonalDataMasker.Mask(text).ShouldBe(text));

    [Theory]
    [InlineData("a")]
    [InlineData("9")]
    [InlineData("a.")]
    [InlineData("0 ")]
    [InlineData("09")]
    [InlineData("1l")]
    [InlineData("1l ")]
    [InlineData("hai ")]
    [InlineData("ba, x")]
    [InlineData("@")]
    [InlineData("STK ")]
    [InlineData("BHXH ")]
    [InlineData("mst số ")]
    [InlineData("biển ")]
    [InlineData("51F-")]
    [InlineData("ISBN 9")]
    [InlineData("0912345678 ")]
    [InlineData("a@b.")]
    [InlineData("http://a.a/")]
    [InlineData("a chấm ")]
    [InlineData("a a còng ")]
    [InlineData("a a còng b chấm ")]
    [InlineData("hai 12 ")]
    [InlineData("không 9 ")]
    [InlineData("năm 2019, ")]
    [InlineData("double ")]
    [InlineData("DE89 ")]
    [InlineData("DE89 3704 0044 ")]
    [InlineData("thẻ 4111 ")]
    [InlineData("4111 1111 ")]
    [InlineData("⁹")]
    [InlineData("a⁹ 1")]
    public void A_long_hostile_text_is_masked_in_a_straight_line(string unit)
    {
        // Guards against rules of quadratic cost: these would run for minutes, not seconds.
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        Should.NotThrow(() => PersonalDataMasker.Mask(text));
    }
}
