using CsCheck;
using InfoMonitor.Reviews;

namespace InfoMonitor.Tests.Reviews;

public sealed class TextDiffTests
{
    [Fact]
    public void A_word_changed_in_a_sentence_is_shown_as_a_word() =>
        Shown("Một câu đầu. Xã thu phí ba triệu đồng mỗi hộ. Một câu cuối.", "Một câu đầu. Xã thu phí ba trăm nghìn đồng mỗi hộ. Một câu cuối.")
            .ShouldBe("Một câu đầu. Xã thu phí ba -[triệu ]+[trăm nghìn ]đồng mỗi hộ. Một câu cuối.");

    [Fact]
    public void A_sentence_put_in_its_place_is_shown_whole() =>
        Shown("Xã mở lớp. Tin này chưa ai xác nhận.", "Xã mở lớp. Hôm qua trời mưa to ở bến đò.").ShouldBe("Xã mở lớp. -[Tin này chưa ai xác nhận.]+[Hôm qua trời mưa to ở bến đò.]");

    [Fact]
    public void Of_what_did_not_change_only_the_neighbours_are_shown() =>
        Shown("Câu một. Câu hai. Câu ba. Câu bốn bị bỏ đi.\nCâu năm. Câu sáu. Câu bảy.", "Câu một. Câu hai. Câu ba. Câu năm. Câu sáu. Câu bảy.").ShouldBe("(2)Câu ba. -[Câu bốn bị bỏ đi.\n]Câu năm. (2)");

    [Fact]
    public void Both_texts_can_be_read_out_of_any_diff() => Gen.Select(Text, Text).Sample((before, after) =>
    {
        var parts = TextDiff.Of(before, after);
        var skipped = parts.Any(p => p.Kind == DiffKind.Skipped);
        string Without(DiffKind kind) => string.Concat(parts.Where(p => p.Kind != kind).Select(p => p.Text));
        return skipped || Without(DiffKind.Added) == before && Without(DiffKind.Removed) == after;
    });

    [Fact]
    public void Equal_texts_have_no_change() => Text.Sample(text => TextDiff.Of(text, text).All(p => p.Kind is DiffKind.Same or DiffKind.Skipped));

    [Fact]
    public void Two_long_texts_without_a_word_in_common_take_no_time() =>
        TextDiff.Of(string.Join(' ', Enumerable.Range(0, 100_000)), string.Join(' ', Enumerable.Range(200_000, 100_000))).Count.ShouldBe(2);

    private static readonly string[] Pieces = ["Câu một. ", "Câu hai! ", "xã ", "mở lớp ", "\n", "12, ", "phí ", "é"];

    private static readonly Gen<string> Text = Gen.Int[0, 7].Array[0, 30].Select(picked => string.Concat(picked.Select(i => Pieces[i])));

    private static string Shown(string before, string after) => string.Concat(TextDiff.Of(before, after).Select(p => p.Kind switch
    {
        DiffKind.Same => p.Text,
        DiffKind.Removed => $"-[{p.Text}]",
        DiffKind.Added => $"+[{p.Text}]",
        DiffKind.Skipped => $"({p.Sentences})",
    }));
}
