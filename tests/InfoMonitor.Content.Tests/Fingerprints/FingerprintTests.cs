using CsCheck;
using InfoMonitor.Content.Fingerprints;

namespace InfoMonitor.Content.Tests.Fingerprints;

public class FingerprintTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 400).Select(i => $"từ{i}")];
    private static readonly string[] Letters = [.. Enumerable.Range(0x1780, 33).Select(c => ((char)c).ToString())];

    private static string Text(Random random, string[] words, int length, string between) =>
        string.Join(between, Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));

    private static bool ShareABand(string a, string b, string language) =>
        Fingerprint.Of(a, language).Bands.Intersect(Fingerprint.Of(b, language).Bands).Any();

    [Theory]
    [InlineData("vi", " ")]
    [InlineData("km", "")]
    public void Texts_at_the_threshold_share_a_band_as_often_as_the_arithmetic_says(string language, string between)
    {
        var random = new Random(20260307);
        var (pairs, found) = (0, 0);
        while (pairs < 400)
        {
            // A copy with another end: the share of the text that stays decides Jaccard.
            var words = language == "km" ? Letters : Vocabulary;
            var kept = Text(random, words, 180, between);
            var a = kept + between + Text(random, words, 110, between);
            var b = kept + between + Text(random, words, 110, between);
            var jaccard = ShingleSet.Of(a, language).Jaccard(ShingleSet.Of(b, language));
            if (jaccard is < 0.4 or > 0.47) continue;
            pairs++;
            if (ShareABand(a, b, language)) found++;
        }
        found.ShouldBeGreaterThanOrEqualTo(388); // 97 %
    }

    [Fact]
    public void Unlike_texts_seldom_share_a_band()
    {
        var random = new Random(7);
        var shared = Enumerable.Range(0, 300).Count(_ => ShareABand(Text(random, Vocabulary, 200, " "), Text(random, Vocabulary, 200, " "), "vi"));
        shared.ShouldBeLessThan(10);
    }

    [Fact]
    public void A_copy_with_small_edits_is_a_copy_and_another_text_is_not()
    {
        const string story = "Sáng nay Ủy ban nhân dân xã Cửa Sông tổ chức gặp gỡ các hộ dân có đất nằm trong dự án mở rộng đường ven sông. Nhiều hộ nêu ý kiến về giá bồi thường và đề nghị công khai bảng giá trước khi kiểm đếm.";
        const string copy = "(BVS) Sáng nay, UBND xã Cửa Sông tổ chức gặp gỡ các hộ dân có đất nằm trong dự án mở rộng đường ven sông. Nhiều hộ nêu ý kiến về giá bồi thường và đề nghị công khai bảng giá trước khi kiểm đếm. Buổi gặp kéo dài hai giờ.";
        const string other = "Chiều qua đội bóng thiếu niên của huyện thắng trận chung kết và mang cúp về trong tiếng reo của hàng nghìn khán giả đứng dọc hai bên đường.";
        ShingleSet.Of(story, "vi").Jaccard(ShingleSet.Of(copy, "vi")).ShouldBeGreaterThan(ShingleSet.CopyThreshold);
        ShareABand(story, copy, "vi").ShouldBeTrue();
        ShingleSet.Of(story, "vi").Jaccard(ShingleSet.Of(other, "vi")).ShouldBe(0);
    }

    [Fact]
    public void The_exact_hash_minds_accents_but_not_spacing_case_or_composition()
    {
        var hash = Fingerprint.Of("Tố  cáo\nđất đai", "vi").ExactHash;
        hash.Length.ShouldBe(64);
        Fingerprint.Of("TỐ CÁO đất đai ", "vi").ExactHash.ShouldBe(hash);
        Fingerprint.Of("To\u0302\u0301 ca\u0301o đất đai", "vi").ExactHash.ShouldBe(hash);
        Fingerprint.Of("To cao dat dai", "vi").ExactHash.ShouldNotBe(hash);
    }

    [Theory]
    [InlineData("Cứu", "cứu!", 1)]
    [InlineData("Cứu tôi", "cứu tôi", 1)]
    [InlineData("Cứu tôi", "tôi cứu", 0)]
    [InlineData("", "", 0)]
    [InlineData("…", "…", 0)]
    public void Short_texts_are_one_shingle_and_empty_ones_are_like_nothing(string a, string b, double jaccard)
    {
        ShingleSet.Of(a, "vi").Jaccard(ShingleSet.Of(b, "vi")).ShouldBe(jaccard);
        ShareABand(a, b, "vi").ShouldBe(jaccard == 1);
    }

    [Fact]
    public void Jaccard_is_that_of_the_sets_of_shingles()
    {
        // a b c, b c d | b c d, c d e : one shared of three
        ShingleSet.Of("a b c d", "en").Jaccard(ShingleSet.Of("b c d e", "en")).ShouldBe(1.0 / 3, 1e-12);
        Gen.Select(Gen.String[0, 40], Gen.String[0, 40]).Sample((a, b) =>
        {
            var (x, y) = (ShingleSet.Of(a, "vi"), ShingleSet.Of(b, "vi"));
            x.Jaccard(y).ShouldBe(y.Jaccard(x));
            x.Jaccard(y).ShouldBeInRange(0, 1);
            x.Jaccard(x).ShouldBeOneOf(0, 1);
        });
    }

    [Fact]
    public void Stored_values_do_not_change_between_versions() =>
        Fingerprint.Of("một hai ba bốn", "vi").Bands.Take(2).ShouldBe([-5985839355325495872L, 3915483176995576728L]);
}
