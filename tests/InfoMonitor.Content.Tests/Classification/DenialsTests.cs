using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class DenialsTests
{
    [Theory]
    [InlineData("I would never hurt any Muslim.", "hurt")]
    [InlineData("No refugee should be hurt, refugees are people.", "hurt")]
    [InlineData("Women are not at all stupid.", "stupid")]
    [InlineData("Please do not deport refugees.", "deport")]
    [InlineData("Người khuyết tật không phải là gánh nặng của ai.", "gánh nặng")]
    [InlineData("Đừng đuổi người nhiễm HIV ra khỏi nhà trọ.", "đuổi")]
    [InlineData("Xin đừng cười nhạo người Ê Đê nữa.", "cười nhạo")]
    [InlineData("nguoi khuyet tat khong phai ganh nang dau", "ganh nang")]
    public void What_is_denied_of_a_group_is_one_token(string text, string denied) => Denied(text).ShouldBe([denied]);

    [Theory]
    [InlineData("Sao không đuổi bọn người Hoa đi?")]
    [InlineData("Why not hurt every Muslim here")]
    [InlineData("Không đuổi người Hoa thì mất làng.")]
    [InlineData("Nếu không đuổi người Hoa, làng này mất.")]
    [InlineData("Muslims do not only hurt us.")]
    [InlineData("No, hurt every Muslim.")]
    [InlineData("Do not let Muslims hurt us.")]
    [InlineData("Không thể không đuổi người Hoa.")]
    [InlineData("Muslims are stupid and not welcome.")]
    public void What_is_asked_for_or_made_a_condition_is_not_denied(string text) => Denied(text).ShouldBeEmpty();

    [Fact]
    public void Where_no_group_is_named_nothing_is_changed() => Denied("I would never hurt him, and they are not stupid.").ShouldBeEmpty();

    private static List<string> Denied(string text)
    {
        var unit = new Unit(text, 0, Tokens.Of(text, 0));
        return unit.Tokens(TokenForm.Grouped).FindAll(token => token.Marked == Denials.Name).ConvertAll(token => text[token.Start..token.End]);
    }
}
