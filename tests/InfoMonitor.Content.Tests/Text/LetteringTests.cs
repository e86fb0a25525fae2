using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Text;

public sealed class LetteringTests
{
    [Theory]
    [InlineData("𝗩𝗶𝗲̣̂𝗰 𝗻𝗵𝗲̣ 𝗹𝘂̛𝗼̛𝗻𝗴 𝗰𝗮𝗼", "Việc nhẹ lương cao")]
    [InlineData("Ｖｉệｃ ｎｈẹ １２３", "Việc nhẹ 123")]
    [InlineData("Đuổi hết！Ai hỏi？ Không， （thật）", "Đuổi hết!Ai hỏi? Không, (thật)")]
    [InlineData("Ⓥⓘⓔⓒ 🄽🄷🄴", "Viec NHE")]
    [InlineData("g\uFE0Fi\uFE0Fế\uFE0Ft", "giết")]
    [InlineData("g\U000E0061iế\U000E0062t", "giết")]
    [InlineData("g\u200Diế\u202Et", "giết")]
    public void Letters_in_fancy_dress_are_letters(string text, string plain) => Nfc.Of(Lettering.Fold(text)).ShouldBe(plain);

    [Theory]
    [InlineData("Cảm ơn ❤\uFE0F, 👨\u200D👩\u200D👧!")]
    [InlineData("ស្រី\u200Bល្អ ក\u200Cខ")]
    [InlineData("全角，句点。")]
    [InlineData("m² và ½, №5")]
    [InlineData("half \uD83D here")]
    public void What_is_no_letter_in_fancy_dress_stays(string text) => Lettering.Fold(text).ShouldBe(text);
}
