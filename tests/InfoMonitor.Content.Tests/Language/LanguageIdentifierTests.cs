using CsCheck;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Language;

public class LanguageIdentifierTests
{
    [Theory]
    [InlineData("vi", "Sáng nay, xã họp dân để lấy ý kiến về bảng giá đất.")]
    [InlineData("vi", "Xin chào")]
    [InlineData("vi", "sang nay xa hop dan de lay y kien ve bang gia dat")]
    [InlineData("vi", "toi di an com")]
    [InlineData("vi", "mik ko bik vs lại hok ai nói j hết á")]
    [InlineData("vi", "Bác sĩ Kim nói về vaccine COVID-19 của hãng Moderna tại TP.HCM")]
    [InlineData("vi", "cho no chet me no di")]
    [InlineData("en", "The commune published the compensation table on Monday.")]
    [InlineData("en", "You people are absolute heroes.")]
    [InlineData("en", "A villager from Đắk Lắk told the court that the land was hers.")]
    [InlineData("en", "The abused boy is Tran Gia Bao, grade 4, Kim Dong primary school.")]
    [InlineData("en", "Foreign minister Pham Minh Chinh met Nguyen Phu Trong and Vo Van Thuong in Hanoi on Monday. 🎉")]
    [InlineData("en", "Meet at noon, the mosque won't know what hit it.")]
    [InlineData("en", "Need money fast? We pay cash for a kidney, paperwork and surgery abroad.")]
    [InlineData("en", "rape victim named: she lives at the corner of oak street")]
    [InlineData("en", "Women judges, women doctors: useless, stupid, dangerous")]
    [InlineData("en", "Hospital denies surgery, HIV patients protest outside ministry")]
    [InlineData("es", "El hospital niega la cirugía a los pacientes con VIH, protesta ante el ministerio")]
    [InlineData("de", "Der Minister hat gestern vor dem Hospital gesagt, dass er nichts wusste")]
    [InlineData("vi", "Bi thu Nguyen Van Nen gap go cong nhan khu che xuat Tan Thuan")]
    [InlineData("vi", "UBND TINH DONG THAP THONG BAO LICH CUP NUOC")]
    [InlineData("km", "ប្រជាពលរដ្ឋនៅក្នុងឃុំបានស្នើសុំទឹកស្អាត")]
    [InlineData("km", "អង្គការ UNICEF និង WHO ជួយសាលារៀន")]
    [InlineData("fr", "Tous les êtres humains naissent libres et égaux en dignité et en droits.")]
    [InlineData("es", "Todos los seres humanos nacen libres e iguales en dignidad y derechos.")]
    [InlineData("id", "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama.")]
    [InlineData("de", "Alle Menschen sind frei und gleich an Würde und Rechten geboren.")]
    [InlineData("ru", "Все люди рождаются свободными и равными в своем достоинстве и правах.")]
    [InlineData("zh", "人人生而自由")]
    [InlineData("ja", "すべての人間は自由である")]
    [InlineData("lo", "ມະນຸດທຸກຄົນເກີດມາ")]
    [InlineData("th", "มนุษย์ทั้งหลายเกิดมามีอิสระ")]
    [InlineData("und", "")]
    [InlineData("und", "ok")]
    [InlineData("und", "12/03/2026 !!! 😀")]
    [InlineData("und", "xkcd qwrt zzgh plmk vbnq")]
    public void A_language_is_named_when_it_is_clear(string language, string text) => LanguageIdentifier.Identify(text).ShouldBe(language);

    [Fact]
    public void Composition_and_case_do_not_matter()
    {
        const string text = "Người dân xã Cửa Sông đề nghị công khai bảng giá đất";
        LanguageIdentifier.Identify(text.Normalize(System.Text.NormalizationForm.FormD)).ShouldBe("vi");
        LanguageIdentifier.Identify(text.ToUpperInvariant()).ShouldBe("vi");
        LanguageIdentifier.Identify(Folding.Fold(text)).ShouldBe("vi");
    }

    [Fact]
    public void Any_text_gets_an_answer_of_two_or_three_letters() =>
        Gen.String[0, 200].Sample(text => LanguageIdentifier.Identify(text).Length.ShouldBeInRange(2, 3));
}
