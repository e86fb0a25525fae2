using CsCheck;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Tests.Matching;

public sealed class CorrectionMatcherTests
{
    private const string Claim = "Người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội.";

    private static readonly CorrectionMatcher Matcher = CorrectionMatcher.Load(Path.Combine(Repository.Models, "corrections"));

    private static readonly CorrectionIndex Index = CorrectionIndex.Build(
    [
        new("1", Claim, "Sai", Independent: true),
        new("2", "Vắc xin sởi gây tự kỷ ở trẻ em.", "Sai", Independent: false),
        new("3", "Families must hand over their land titles before they receive relief money.", "False", Independent: true),
    ]);

    [Fact]
    public void A_claim_repeated_word_for_word_is_found_with_its_place()
    {
        const string lead = "Chiều nay trời mưa to. ";
        var match = Matcher.Match(null, lead + Claim, Index)[0];
        match.Reference.Id.ShouldBe("1");
        match.Reference.Independent.ShouldBeTrue();
        match.Offset.ShouldBe(lead.Length);
        match.Sentence.ShouldBe(Claim);
    }

    [Fact]
    public void A_sentence_that_only_leads_up_to_the_claim_is_no_part_of_it()
    {
        const string claim = "Ai muốn nhận trợ cấp xã hội thì người cao tuổi phải nộp 50.000 đồng mỗi tháng.";
        Matcher.Match(null, "Nhiều người cao tuổi ở xã hỏi nhau một tin về trợ cấp xã hội. " + claim, Index)[0].Sentence.ShouldBe(claim);
    }

    /// <summary>Thirty sentences have something in common with every claim.</summary>
    [Fact]
    public void Length_is_taken_off_what_is_not_quoted_whole()
    {
        const string near = "Người cao tuổi phải nộp 50.000 đồng mỗi tháng thì mới được nhận tiền trợ cấp xã hội.";
        var article = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"Chợ phiên thứ {i} đông vui, cam rẻ mà mật ong đắt."));
        var (alone, inArticle) = (Matcher.Match(null, near, Index, threshold: 0)[0], Matcher.Match(null, $"{article} {near}", Index, threshold: 0)[0]);
        inArticle.Reference.Id.ShouldBe("1");
        var taken = inArticle.Words.Single(word => word.Words == Scorer.LengthName).Weight;
        taken.ShouldBeLessThan(-1);
        inArticle.LogOdds.ShouldBe(alone.LogOdds + taken, 1e-9);
        Matcher.Match(null, $"{article} {Claim}", Index)[0].Words.ShouldNotContain(word => word.Words == Scorer.LengthName);
    }

    [Fact]
    public void A_claim_that_says_a_word_twice_is_quoted_whole_all_the_same()
    {
        const string claim = "Ai không đóng tiền rác thì không được cấp nước, ai đóng tiền rác mới được.";
        var values = new float[PairFeatures.Count];
        PairFeatures.Measure(ClaimText.Read(claim), ClaimText.Read("Nghe nói " + claim), CorrectionModel.Load(Path.Combine(Repository.Models, CorrectionModel.Name)).Words, values);
        values[(int)PairFeature.Quotes].ShouldBe(1);
    }

    [Theory]
    [InlineData("Không trường nào đuổi học vĩnh viễn", "đuổi học vĩnh")]
    [InlineData("Không đuổi học vĩnh viễn ai", "đuổi học vĩnh")]
    public void A_negation_reaches_what_none_of_a_kind_does(string text, string denied)
    {
        var read = ClaimText.Read(text);
        string.Join(' ', read.Words.Where((word, i) => read.IsNegated(i) && word.Plain is not ("truong" or "nao")).Select(word => text.Substring(word.Start, word.Length))).ShouldBe(denied);
    }

    [Theory]
    [InlineData("chỉ được dùng tối đa 300 kWh điện", 1)]
    [InlineData("chỉ được dùng tối đa 100 kWh điện", 0)]
    [InlineData("chỉ được dùng tối đa ba trăm kWh điện", 1)]
    [InlineData("có 300 hộ không đủ điện dùng", 0)]
    public void Another_number_of_the_same_thing_is_told(string text, float replaced) =>
        Measured("Mỗi hộ chỉ được dùng tối đa 100 kWh điện một tháng.", text)[(int)PairFeature.NumberReplaced].ShouldBe(replaced > 0 ? Measured("Mỗi hộ chỉ được dùng tối đa 100 kWh điện một tháng.", text)[(int)PairFeature.Told] : 0);

    [Theory]
    [InlineData("Trạm y tế ngừng tiêm vắc xin sởi cho người lớn từ tháng sau.", true)]
    [InlineData("Trạm y tế ngừng tiêm vắc xin dại cho trẻ em từ tháng sau.", true)]
    [InlineData("Từ tháng sau trạm y tế ngừng tiêm vắc xin sởi cho trẻ em.", false)]
    [InlineData("Nghe nói trạm y tế ngừng tiêm vắc xin sởi miễn phí cho trẻ em từ tháng sau đấy.", false)]
    public void Something_else_in_the_place_of_a_part_is_told(string text, bool replaced) =>
        (Measured("Trạm y tế ngừng tiêm vắc xin sởi cho trẻ em từ tháng sau.", text)[(int)PairFeature.Replaced] > 0).ShouldBe(replaced);

    private static float[] Measured(string statement, string text)
    {
        var values = new float[PairFeatures.Count];
        PairFeatures.Measure(ClaimText.Read(statement), ClaimText.Read(text), CorrectionModel.Load(Path.Combine(Repository.Models, CorrectionModel.Name)).Words, values);
        return values;
    }

    [Fact]
    public void A_title_has_no_place_in_the_text() => Matcher.Match(Claim, "Không có gì thêm.", Index)[0].Offset.ShouldBe(-1);

    [Fact]
    public void Without_accents_it_is_the_same_claim() => Matcher.Match(null, "nguoi cao tuoi phai nop 50k moi thang moi duoc nhan tro cap xa hoi", Index)[0].Reference.Id.ShouldBe("1");

    [Fact]
    public void A_reference_of_a_dependent_publisher_says_so() => Matcher.Match(null, "Vắc xin sởi gây tự kỷ ở trẻ em.", Index)[0].Reference.Independent.ShouldBeFalse();

    [Theory]
    [InlineData("Người cao tuổi phải nộp 15.000 đồng mỗi tháng mới được nhận trợ cấp xã hội.")]
    [InlineData("Người cao tuổi không phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội.")]
    [InlineData("Người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội à?")]
    public void Another_number_a_denial_or_a_question_weighs_less(string text) => Strength(text).ShouldBeLessThan(Strength(Claim));

    [Fact]
    public void An_unrelated_text_matches_nothing() => Matcher.Match("Chợ phiên", "Sáng nay chợ phiên đông hơn mọi khi, cam rẻ, mật ong đắt.", Index).ShouldBeEmpty();

    [Fact]
    public void Nothing_matches_no_references() => Matcher.Match(Claim, Claim, CorrectionIndex.Empty).ShouldBeEmpty();

    [Fact]
    public void Words_and_bias_sum_to_the_log_odds_for_any_text() =>
        Texts.Sample(text =>
        {
            foreach (var match in Matcher.Match(text, text, Index, threshold: 0))
            {
                Math.Abs(match.Words.Sum(w => w.Weight) + match.Bias - match.LogOdds).ShouldBeLessThan(1e-5);
                if (match.Offset >= 0) text.Substring(match.Offset, match.Sentence.Length).ShouldBe(match.Sentence);
            }
        }, iter: 300);

    [Theory]
    [InlineData("Not this: fees rise", "fees")]
    [InlineData("Không ai biết (xã đã thu)", "xã")]
    [InlineData("Nước chanh nóng chữa khỏi sốt xuất huyết", "sốt")]
    public void A_negation_ends_where_its_part_of_the_sentence_does(string text, string beyond)
    {
        var read = ClaimText.Read(text);
        read.IsNegated(read.Words.FindIndex(w => text.Substring(w.Start, w.Length) == beyond)).ShouldBeFalse();
    }

    /// <summary>"Khỏi" alone is "need not" in the south.</summary>
    [Theory]
    [InlineData("Người già khỏi nộp phí", "nộp")]
    [InlineData("Học sinh không phải đóng tiền", "đóng")]
    public void A_negation_that_is_no_part_of_another_word_denies(string text, string denied)
    {
        var read = ClaimText.Read(text);
        read.IsNegated(read.Words.FindIndex(w => text.Substring(w.Start, w.Length) == denied)).ShouldBeTrue();
    }

    [Fact]
    public void A_missing_model_is_named_with_its_remedy() =>
        Should.Throw<InvalidDataException>(() => CorrectionMatcher.Load("/nowhere")).Message.ShouldContain("model train");

    private static double Strength(string text) => Matcher.Match(null, text, Index, threshold: 0).Where(m => m.Reference.Id == "1").Select(m => m.LogOdds).DefaultIfEmpty(double.MinValue).Max();

    private static readonly string[] Bits = ["phải", "nộp", "50.000", "đồng", "không", "?", ".", "trợ cấp", "the", "land", "titles", "\n", "ប្រាក់", "\ud83d", "hai trăm nghìn", "%"];

    private static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Bits.Length - 1].Array[0, 30].Select(picks => string.Join(' ', picks.Select(p => Bits[p]))));
}
