using System.Text.Json.Nodes;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Tests.Classification;

/// <summary>Properties that hold whatever the committed models say.</summary>
public sealed class AssessorTests
{
    private const string Harmful = "Chiều nay chợ vắng. Anh em tập trung tối nay, đuổi hết người Khmer ra khỏi khu này, đứa nào không đi thì đánh. Trời sắp mưa.";

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("Buổi họp bàn về con đường mới. " + Harmful, 8));

    private static readonly Lazy<Assessor> Models = new(() => Assessor.Load(Repository.Models));

    [Fact]
    public void The_words_and_the_bias_sum_to_the_log_odds()
    {
        var models = ModelSet.Load(Repository.Models);
        foreach (var text in new[] { Harmful, "Ai cần việc nhẹ lương cao thì nhắn [PHONE].", "They are all the same. Nobody asked.", "a", Long })
        {
            var reading = Reading.Of("Tin chiều", text);
            foreach (var spec in ModelSpec.Reasons)
            {
                var scores = Scorer.LogOdds(models[spec], reading);
                for (var i = 0; i < scores.Length; i++)
                {
                    var (words, logOdds, _) = Scorer.Explain(models[spec], reading, i);
                    (models[spec].Bias[0] + words.Sum(w => w.Weight)).ShouldBe(logOdds, 1e-5);
                    logOdds.ShouldBe(scores[i][0], 1e-5);
                }
            }
        }
    }

    /// <summary>How somebody passed a text on says nothing of it.</summary>
    [Theory]
    [InlineData("“", "”")]
    [InlineData(" \"", "\"\n")]
    public void Marks_around_a_whole_text_change_nothing(string before, string after)
    {
        var (plain, quoted) = (Models.Value.Assess(null, Harmful, "vi", CorrectionIndex.Empty), Models.Value.Assess(null, before + Harmful + after, "vi", CorrectionIndex.Empty));
        quoted.Scores.ShouldBe(plain.Scores);
        quoted.Reasons.ShouldBe(plain.Reasons);
        quoted.Because[0].Offset.ShouldBe(plain.Because[0].Offset + before.Length);
    }

    [Fact]
    public void A_text_wrapped_at_some_width_is_judged_as_it_was()
    {
        var wrapped = new System.Text.StringBuilder(Long);
        for (var at = 60; at < wrapped.Length; at += 61)
        {
            while (wrapped[at] != ' ') at--;
            wrapped[at] = '\n';
        }
        Models.Value.Assess(null, wrapped.ToString(), "vi", CorrectionIndex.Empty).Scores.ShouldBe(Models.Value.Assess(null, Long, "vi", CorrectionIndex.Empty).Scores);
    }

    /// <summary>Else few of a topic's many words would be known.</summary>
    [Fact]
    public void Topics_are_read_off_what_words_mean_and_protected_speech_off_the_words_alone()
    {
        Shared(ModelSpec.Topics).ShouldBeGreaterThan(0);
        Shared(ModelSpec.Protected).ShouldBe(0);

        static int Shared(ModelSpec spec) => Buckets(spec, "đốc tờ").Intersect(Buckets(spec, "surgeons")).Count();
        static IEnumerable<int> Buckets(ModelSpec spec, string text) => Scorer.Vector(spec, Reading.Of(null, text), 0).Select(f => f.Bucket);
    }

    /// <summary>A claim of loss that is called false settles what says that nothing is lost.</summary>
    [Theory]
    [InlineData("Người nghèo vẫn được cấp thẻ bảo hiểm y tế miễn phí sau ngày 1/7.", true)]
    [InlineData("Sau ngày 1/7 hộ nghèo tiếp tục được phát thẻ bảo hiểm y tế miễn phí như trước.", true)]
    [InlineData("Người nghèo vẫn được cấp thẻ bảo hiểm y tế miễn phí sau ngày 1/7 nếu đóng 500.000 đồng.", false)]
    [InlineData("Người nghèo vẫn phải đóng tiền khám bệnh sau ngày 1/7.", false)]
    [InlineData("Từ ngày 1/7, người nghèo được cấp thẻ xe buýt miễn phí.", false)]
    public void What_says_that_it_goes_on_is_settled_by_what_calls_its_end_false(string text, bool settled)
    {
        var ended = CorrectionIndex.Build([new CorrectionText("own", "Từ ngày 1/7, người nghèo không còn được cấp thẻ bảo hiểm y tế miễn phí.", "Sai", Independent: true)]);
        CorrectionMatcher.Load(Path.Combine(Repository.Models, "corrections")).Compare(null, text, ended).Answered.ShouldBe(settled);
        if (settled) Models.Value.Assess(null, text, "vi", ended).Reasons.ShouldBeEmpty();
    }

    /// <summary>What supports a claim is not answered by repeating it.</summary>
    [Fact]
    public void What_says_that_it_goes_on_is_not_settled_by_what_calls_its_end_true()
    {
        var ended = CorrectionIndex.Build([new CorrectionText("own", "Từ ngày 1/7, người nghèo không còn được cấp thẻ bảo hiểm y tế miễn phí.", "Đúng", Independent: true, Supports: true)]);
        CorrectionMatcher.Load(Path.Combine(Repository.Models, "corrections")).Compare(null, "Người nghèo vẫn được cấp thẻ bảo hiểm y tế miễn phí sau ngày 1/7.", ended).Answered.ShouldBeFalse();
    }

    [Fact]
    public void What_a_long_text_loses_stands_among_its_words()
    {
        var models = ModelSet.Load(Repository.Models);
        var fitted = ModelSpec.Reasons.Where(s => models[s].Card.Outputs[0].Length > 0).ToList();
        fitted.ShouldNotBeEmpty("some reason learns from held-out articles that length matters");
        foreach (var spec in fitted)
        {
            var length = models[spec].Card.Outputs[0].Length;
            Scorer.Explain(models[spec], Reading.Of(null, Long), 0).Words.Single(w => w.Words == Scorer.LengthName).Weight.ShouldBe(-length * Math.Log(32 / 6.0), 1e-9);
            Scorer.Explain(models[spec], Reading.Of(null, Harmful), 0).Words.ShouldNotContain(w => w.Words == Scorer.LengthName);
        }
    }

    [Fact]
    public void What_a_text_without_a_group_loses_stands_among_its_words()
    {
        const string anger = "Anh em tập trung tối nay, đuổi hết bọn quan tham ra khỏi cái huyện này, đứa nào không đi thì đánh.";
        var models = ModelSet.Load(Repository.Models);
        var fitted = ModelSpec.Reasons.Where(s => models[s].Card.Outputs[0].Ungrouped > 0).ToList();
        fitted.ShouldBe([ModelSpec.Hate, ModelSpec.Incitement], ignoreOrder: true);
        foreach (var spec in fitted)
        {
            Scorer.Explain(models[spec], Reading.Of(null, anger), 0).Words.Single(w => w.Words == Scorer.NoGroupName).Weight.ShouldBe(-models[spec].Card.Outputs[0].Ungrouped, 1e-9);
            Scorer.Explain(models[spec], Reading.Of(null, Harmful), 0).Words.ShouldNotContain(w => w.Words == Scorer.NoGroupName);
        }
    }

    [Fact]
    public void What_an_english_text_gains_stands_among_its_words()
    {
        const string text = "Girls wanted for well-paid work over the border, no papers needed, we keep your passport.";
        var models = ModelSet.Load(Repository.Models);
        var fitted = ModelSpec.Reasons.Where(s => models[s].Card.Outputs[0].English > 0).ToList();
        fitted.ShouldBe([ModelSpec.ExploitationLure, ModelSpec.VictimExposure], ignoreOrder: true);
        foreach (var spec in fitted)
        {
            var (english, other) = (Reading.Of(null, text, "en"), Reading.Of(null, text, "vi"));
            var explained = Scorer.Explain(models[spec], english, 0);
            explained.Words.Single(w => w.Words == Scorer.EnglishName).Weight.ShouldBe(models[spec].Card.Outputs[0].English, 1e-9);
            explained.LogOdds.ShouldBe(Scorer.LogOdds(models[spec], english)[0][0], 1e-9);
            Scorer.Explain(models[spec], other, 0).Words.ShouldNotContain(w => w.Words == Scorer.EnglishName);
        }
    }

    /// <summary>Each text is itself the claim of the only reference, as the office would publish it against it.</summary>
    [Theory]
    [InlineData("Cảnh sát cơ động bắn đạn cao su vào người dân giữ đất sáng nay.")]
    [InlineData("Công an huyện đánh chết anh T. trong trại tạm giam.")]
    [InlineData("cong an huyen danh chet anh T. trong trai tam giam")]
    [InlineData("Quản giáo bỏ đói phạm nhân suốt một tuần rồi nhốt riêng từng người.")]
    [InlineData("Cán bộ xã tịch thu ruộng của hai mươi hộ Khmer mà không bồi thường.")]
    [InlineData("Tôi làm ở phòng đó và tôi biết họ sửa biên bản để ép bà con ký.")]
    [InlineData("Police shot an unarmed man in the back during the land protest.")]
    [InlineData("The guards beat orphan children with wires, two of my friends saw it.")]
    public void An_allegation_is_not_queued_by_a_correction_that_is_not_independent(string text)
    {
        var language = text.StartsWith("Police", StringComparison.Ordinal) || text.StartsWith("The ", StringComparison.Ordinal) ? "en" : "vi";
        var own = Models.Value.Assess(null, text, language, CorrectionIndex.Build([new CorrectionText("1", text, "Sai", Independent: false)]));
        own.Reasons.ShouldNotContain(FlagReason.MatchesCorrection);
        own.DeservesAnswer.ShouldBeTrue();
        Models.Value.Assess(null, text, language, CorrectionIndex.Build([new CorrectionText("1", text, "Sai", Independent: true)])).Reasons.ShouldContain(FlagReason.MatchesCorrection);
    }

    [Theory]
    [InlineData("Tôi đã phải nộp phí mới được nhận lương hưu.", false)]
    [InlineData("toi phai nop phi moi duoc nhan luong huu", false)]
    [InlineData("Người già tới bưu điện phải nộp phí mới được nhận lương hưu.", true)]
    public void What_somebody_tells_of_himself_waits_for_an_independent_fact_check(string text, bool queued) =>
        Models.Value.Assess(null, text, "vi", CorrectionIndex.Build([new CorrectionText("1", "Người già phải nộp phí mới được nhận lương hưu.", "Sai", Independent: false)])).Reasons.Contains(FlagReason.MatchesCorrection).ShouldBe(queued);

    [Theory]
    [InlineData("Từ tháng sau người già phải nộp phí mới được nhận lương hưu.")]
    [InlineData("Thẻ bảo hiểm y tế giấy hết giá trị từ quý này.")]
    public void A_rumour_about_a_rule_is_queued_by_the_offices_own_correction(string text) =>
        Models.Value.Assess(null, text, "vi", CorrectionIndex.Build([new CorrectionText("1", text, "Sai", Independent: false)])).Reasons.ShouldBe([FlagReason.MatchesCorrection]);

    [Theory]
    [InlineData("Vắc xin sởi gây tự kỷ ở trẻ em.", "Bộ Y tế phủ nhận thông tin vắc xin sởi gây tự kỷ ở trẻ em.")]
    [InlineData("Người già phải nộp phí mới được nhận lương hưu.", "Tin người già phải nộp phí mới được nhận lương hưu là bịa đặt, bưu điện xã nói vậy.")]
    [InlineData("Refugees are paid 2,000 dollars a month by the city.", "It is not true that refugees are paid 2,000 dollars a month by the city, the mayor's office says.")]
    public void A_text_that_calls_the_claim_false_is_not_queued(string claim, string text)
    {
        var index = CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", Independent: true)]);
        var language = claim.StartsWith("Refugees", StringComparison.Ordinal) ? "en" : "vi";
        Models.Value.Assess(null, text, language, index).Reasons.ShouldNotContain(FlagReason.MatchesCorrection);
        Models.Value.Assess(null, claim, language, index).Reasons.ShouldContain(FlagReason.MatchesCorrection);
    }

    [Theory]
    [InlineData("Trường mầm non xã đóng cửa từ ngày mai.", "Trường mầm non xã không đóng cửa từ ngày mai, cô giáo vừa nhắn.", true)]
    [InlineData("Luật mới cấm bán hàng rong trước cổng chợ.", "Luật mới đâu có cấm bán hàng rong trước cổng chợ.", true)]
    [InlineData("The old land titles lose their value in June.", "The old land titles do not lose their value in June.", true)]
    [InlineData("Chủ hàng rong phải nộp phí vỉa hè 200.000 đồng mỗi tháng.", "Chẳng ai bắt chủ hàng rong phải nộp phí vỉa hè 200.000 đồng mỗi tháng.", true)]
    [InlineData("Người đi xe lăn phải có người thân đi kèm mới được lên xe buýt.", "Xe buýt không hề bắt người đi xe lăn phải có người thân đi kèm mới được lên.", true)]
    [InlineData("Trường mầm non xã đóng cửa từ ngày mai.", "Trường mầm non xã chưa bao giờ đóng cửa.", true)]
    [InlineData("Ai không nộp phí vệ sinh thì bị cắt nước.", "Nghe nói ai không nộp phí vệ sinh thì bị cắt nước đó.", false)]
    [InlineData("Hộ nghèo không cài ứng dụng VNeID sẽ bị xóa tên khỏi danh sách nhận hỗ trợ.", "Hộ nghèo không cài VNeID sẽ bị xóa tên khỏi danh sách nhận hỗ trợ.", false)]
    [InlineData("People without a smartphone lose their allowance.", "They say people without a smartphone will lose their allowance.", false)]
    public void A_claim_denied_in_its_own_words_is_not_repeated(string claim, string text, bool denies)
    {
        var index = CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", Independent: true)]);
        Models.Value.Matcher!.Match(null, text, index, threshold: 0).ShouldHaveSingleItem().Denies.ShouldBe(denies);
        Models.Value.Assess(null, text, LanguageIdentifier.Identify(text), index).Reasons.Contains(FlagReason.MatchesCorrection).ShouldBe(!denies);
    }

    [Theory]
    [InlineData("Trẻ em không có mã định danh sẽ không được nhập học lớp 1.", "Trẻ em không có mã định danh sẽ không được nhập học lớp 1, vậy là tước quyền học của các cháu.")]
    [InlineData("Nước máy ở thị xã nhiễm asen gấp 20 lần mức cho phép.", "Nước máy ở thị xã nhiễm asen gấp 20 lần mức cho phép, xã biết mà cứ bắt dân uống.")]
    [InlineData("From next year children with disabilities will no longer be admitted to mainstream schools.", "From next year children with disabilities will no longer be admitted to mainstream schools, a violation of their rights.")]
    public void Who_says_that_rights_are_violated_is_not_queued_by_the_offices_own_correction(string claim, string text)
    {
        FlagReason[] Reasons(string said, bool independent) => [.. Models.Value.Assess(null, said, LanguageIdentifier.Identify(said), CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", independent)])).Reasons];

        Reasons(claim, independent: false).ShouldContain(FlagReason.MatchesCorrection);
        Reasons(text, independent: false).ShouldNotContain(FlagReason.MatchesCorrection);
        Reasons(text, independent: true).ShouldContain(FlagReason.MatchesCorrection);
    }

    /// <summary>Only beside harm must a class be sure to be shown (DESIGN 2.2).</summary>
    [Fact]
    public void What_is_protected_stays_so_beside_a_correction()
    {
        var reports = RowReader.Training(Path.Combine(Repository.Models, "data")).Where(row => row is { Language: "vi", Class: ProtectedClass.ViolationReport }).Take(60).Select(row => row.Text).ToList();
        var queued = 0;
        foreach (var text in reports)
        {
            var said = Models.Value.Assess(null, text, "vi", CorrectionIndex.Build([new CorrectionText("1", text, "Sai", Independent: true)]));
            if (!said.Reasons.SequenceEqual([FlagReason.MatchesCorrection])) continue;
            queued++;
            said.Protected.ShouldBe(Models.Value.Assess(null, text, "vi", CorrectionIndex.Empty).Protected, text);
        }
        queued.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("Chuyện thật, không phải tin giả đâu.", false)]
    [InlineData("This is not fake news.", false)]
    [InlineData("Tin này là bịa đặt.", true)]
    [InlineData("The rumour is not true.", true)]
    public void Saying_that_something_is_not_false_calls_nothing_false(string text, bool refutes) => Refutation.Refutes(ClaimText.Read(text)).ShouldBe(refutes);

    [Theory]
    [InlineData("Không phải tin giả đâu, thẻ giấy sắp hết hạn.", true)]
    [InlineData("Đâu phải tin vịt, thẻ giấy sắp hết hạn.", true)]
    [InlineData("khong phai tin gia dau, the giay sap het han", true)]
    [InlineData("Báo nói tin giả nhưng thẻ giấy hết hạn thật.", true)]
    [InlineData("Đừng tin mấy bài bác bỏ, thẻ giấy hết hạn rồi.", true)]
    [InlineData("Thẻ giấy hết hạn. Ai bảo sai thì cứ chờ xem.", true)]
    [InlineData("They call it a hoax, but the paper cards expire.", true)]
    [InlineData("It is not fake news: the paper cards expire.", true)]
    [InlineData("Thẻ giấy hết hạn. Bộ Y tế bác bỏ chỉ để che giấu.", true)]
    [InlineData("Thẻ giấy hết hạn. Mấy trang nói tin giả là để trấn an dân thôi.", true)]
    [InlineData("Thẻ giấy hết hạn. Họ nói không đúng, ai tin?", true)]
    [InlineData("They say it is false, that is how you know the cards expire.", true)]
    [InlineData("Sở Y tế bác bỏ tin thẻ giấy hết hạn, để bà con yên tâm.", false)]
    [InlineData("Thẻ giấy hết hạn. Đừng nghe mấy ông kiểm chứng, họ ăn lương để bác bỏ.", true)]
    [InlineData("Tin nói xã đổi thẻ giấy để che giấu sổ sách là sai sự thật.", false)]
    [InlineData("Xã bác bỏ tin cán bộ đổi thẻ giấy để che giấu sổ sách.", false)]
    [InlineData("The claim that clerks were paid to cancel the cards is false.", false)]
    [InlineData("Tôi không tin chuyện thẻ giấy hết hạn.", false)]
    [InlineData("Ai nói vậy là sai.", false)]
    [InlineData("Nội dung hư cấu, nhưng nhiều người tin.", false)]
    [InlineData("The belief that they cannot is false.", false)]
    [InlineData("Đừng tin, đó là tin giả.", false)]
    [InlineData("Tin này không đúng.", false)]
    [InlineData("Đừng tin sở chối, thẻ giấy hết hạn rồi.", true)]
    [InlineData("Đừng tin, sở đã phủ nhận chuyện thẻ giấy hết hạn.", false)]
    [InlineData("They deny it, of course, but the cards expire.", true)]
    [InlineData("Dĩ nhiên là sở bác bỏ.", true)]
    [InlineData("It is of course false.", false)]
    [InlineData("Kêu tin giả nhưng không phải đâu, thẻ giấy hết hạn.", true)]
    [InlineData("Tin giả hay không thì thẻ giấy cũng hết hạn.", true)]
    [InlineData("Sở đính chính cho có lệ, thẻ giấy hết hạn rồi.", true)]
    [InlineData("Fake or not, the cards expire.", true)]
    [InlineData("Thẻ giấy hết hạn là tin giả hay không?", false)]
    [InlineData("Người ta cố bác bỏ để trấn an thôi, thẻ giấy hết hạn.", true)]
    [InlineData("Báo đính chính cho có: thẻ giấy hết hạn.", true)]
    [InlineData("Họ nói vậy là sai vì sợ mất ghế, thẻ giấy hết hạn.", true)]
    [InlineData("Cứ cãi là xuyên tạc đi, thẻ giấy hết hạn.", true)]
    [InlineData("Xã phủ nhận nhưng dân ai cũng biết thẻ giấy hết hạn.", true)]
    [InlineData("Bảo tôi nói nhảm cũng được, thẻ giấy hết hạn.", true)]
    [InlineData("Không phải tin đồn nữa rồi, thẻ giấy hết hạn.", true)]
    [InlineData("Bài trước bị xóa vì sai sự thật, tôi đăng lại: thẻ giấy hết hạn.", true)]
    [InlineData("Lúc đầu tôi cũng tưởng là bịa, ai ngờ thẻ giấy hết hạn thật.", true)]
    [InlineData("Báo đính chính rồi, nhưng đính chính cho có: thẻ giấy hết hạn.", true)]
    [InlineData("Không phải tin đồn nào cũng đúng.", false)]
    [InlineData("Bài viết bị gỡ vì sai sự thật.", false)]
    [InlineData("Xã phủ nhận nhưng nhiều người còn tin.", false)]
    [InlineData("Đến nay chưa có văn bản nào nói thẻ giấy hết hạn.", false)]
    [InlineData("Người tung tin thẻ giấy hết hạn vừa bị phạt 7,5 triệu đồng.", false)]
    [InlineData("Sở đã làm rõ: chuyện thẻ giấy hết hạn hoàn toàn không có.", false)]
    [InlineData("Thực tế trái ngược hẳn với lời đồn.", false)]
    public void Who_insists_against_those_who_call_it_false_refutes_nothing(string text, bool insists)
    {
        var units = Reading.Of(null, text).Units.Select(unit => ClaimText.Read(unit.Sentence)).ToList();
        units.Exists(Refutation.Insists).ShouldBe(insists);
        units.Exists(Refutation.Refutes).ShouldBe(!insists);
    }

    [Fact]
    public void What_calls_something_false_elsewhere_does_not_silence_the_claim()
    {
        const string claim = "Người già phải nộp phí mới được nhận lương hưu.";
        var between = Enumerable.Repeat("Buổi họp bàn về con đường mới.", 3);
        const string elsewhere = "Tin mưa đá tuần tới là bịa đặt.";
        foreach (var text in new[] { string.Join(' ', between.Prepend(elsewhere).Append(claim)), string.Join(' ', between.Prepend(claim).Append(elsewhere)) })
            Models.Value.Assess(null, text, "vi", CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", Independent: true)])).Reasons.ShouldContain(FlagReason.MatchesCorrection);
    }

    /// <summary>All press has something of a debunk's manner, and something in common with every claim.</summary>
    [Fact]
    public void A_claim_put_whole_into_an_article_is_as_likely_as_alone_and_its_manner_debunks_nothing()
    {
        const string claim = "Người già phải nộp phí mới được nhận lương hưu.";
        var index = CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", Independent: true)]);
        var before = string.Join(' ', Enumerable.Repeat("Mạng xã hội lan truyền nhiều thông tin. Đại diện sở cho biết sẽ xử lý người đăng tin.", 5));
        var said = Models.Value.Assess(null, $"{before} {claim} {before}", "vi", index);
        said.Scores[FlagReason.MatchesCorrection].ShouldBe(Models.Value.Assess(null, claim, "vi", index).Scores[FlagReason.MatchesCorrection]);
        said.Reasons.ShouldContain(FlagReason.MatchesCorrection);
    }

    [Theory]
    [InlineData("Tin lương hưu phải nộp phí là bịa đặt", false)]
    [InlineData("Chuyện lương hưu ở xã tôi", true)]
    public void A_title_that_calls_it_false_speaks_for_the_whole_text(string title, bool queued)
    {
        const string claim = "Người già phải nộp phí mới được nhận lương hưu.";
        var text = string.Join(' ', Enumerable.Repeat("Buổi họp bàn về con đường mới.", 6).Append(claim));
        Models.Value.Assess(title, text, "vi", CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", Independent: true)])).Reasons.Contains(FlagReason.MatchesCorrection).ShouldBe(queued);
    }

    [Fact]
    public void A_long_text_has_the_topics_of_its_half()
    {
        var topics = ModelSet.Load(Repository.Models)[ModelSpec.Topics];
        var half = string.Join(' ', Enumerable.Repeat(Harmful, 3));
        var (once, twice) = (Scorer.LogOdds(topics, Reading.Of(null, half))[0], Scorer.LogOdds(topics, Reading.Of(null, $"{half} {half}"))[0]);
        for (var k = 0; k < once.Length; k++) twice[k].ShouldBe(once[k], 1e-6, topics.Card.Outputs[k].Name);
    }

    [Fact]
    public void An_explanation_names_the_sentence_where_it_stands()
    {
        var said = Assess(Harmful);
        said.Because.Select(b => b.Reason).ShouldBe(said.Reasons);
        foreach (var because in said.Because)
        {
            Harmful.Substring(because.Offset, because.Sentence.Length).ShouldBe(because.Sentence);
            (because.Bias + because.Words.Sum(w => w.Weight)).ShouldBe(because.LogOdds, 1e-5);
            said.Scores[because.Reason].ShouldBe(because.Probability, 1e-9);
        }
    }

    [Fact]
    public void An_explanation_names_the_sentence_that_moved_the_score_not_a_kind_one_beside_it()
    {
        string[] kind = ["Sáng nay trời mát, chúc bà con một ngày vui vẻ.", "Cảm ơn mọi người đã đọc.", "Have a good day, everyone.", "Thank you all for reading."];
        var (named, flagged) = (0, 0);
        foreach (var row in RowReader.Training(Path.Combine(Repository.Models, "data")).Where(r => r.Set == RowSets.Harm && r.Language is "vi" or "en" && r.Text.Length < 200))
        {
            var (before, after) = row.Language == "vi" ? (kind[0], kind[1]) : (kind[2], kind[3]);
            foreach (var because in Models.Value.Assess(null, $"{before}\n{row.Text}\n{after}\n{after}", row.Language, CorrectionIndex.Empty).Because)
            {
                flagged++;
                if (kind.Contains(because.Sentence)) named++;
                because.Words.Where(OfItsOwn).Select(w => w.Words.Split(" + ")[0])
                    .ShouldAllBe(w => because.Sentence.Contains(w, StringComparison.OrdinalIgnoreCase), because.Sentence);
            }
        }
        flagged.ShouldBeGreaterThan(300);
        named.ShouldBe(0);
    }

    [Fact]
    public void No_sentence_around_the_one_named_adds_more_to_the_score()
    {
        var model = ModelSet.Load(Repository.Models)[ModelSpec.Hate];
        foreach (var row in RowReader.Training(Path.Combine(Repository.Models, "data")).Where(r => r.Set is RowSets.Harm or RowSets.Protected && Folds.Of(r.Id, 8) == 0))
        {
            var reading = Reading.Of(null, row.Text);
            for (var i = 0; i < reading.Units.Count; i++)
            {
                var named = Scorer.Explain(model, reading, i).Named;
                var words = Scorer.Explain(model, reading, i, k => reading.Units[k] == named).Words;
                var most = words.Where(OfItsOwn).Sum(w => w.Weight);
                foreach (var other in reading.Around(i).Append(i))
                {
                    var beside = Scorer.Explain(model, reading, i, k => k == other);
                    if (beside.Named == reading.Units[other]) beside.Words.Where(OfItsOwn).Sum(w => w.Weight).ShouldBeLessThanOrEqualTo(most + 1e-6);
                }
            }
        }
    }

    [Fact]
    public void What_is_shown_of_a_text_is_right_in_four_of_five_rows_held_out()
    {
        var models = ModelSet.Load(Repository.Models);
        foreach (var output in new[] { ModelSpec.Protected, ModelSpec.Topics }.SelectMany(s => models[s].Card.Outputs))
        {
            output.Shown.ShouldBeGreaterThanOrEqualTo(output.Threshold, output.Name);
            if (output.Shown < 1) output.Held.Single(h => h.Of == "right where shown").Share.ShouldBeGreaterThanOrEqualTo(0.79, output.Name);
        }
    }

    [Fact]
    public void Hate_is_not_shown_as_speech_against_it()
    {
        var flagged = RowReader.ReserveHarm(Path.Combine(Repository.Models, "data")).Concat(RowReader.Training(Path.Combine(Repository.Models, "data")).Where(r => r.Set == RowSets.Harm)).Where(r => r.Language is "vi" or "en")
            .Select(r => Models.Value.Assess(null, r.Text, r.Language, CorrectionIndex.Empty)).Where(said => said.Reasons.Count > 0).ToList();
        flagged.Count.ShouldBeGreaterThan(400);
        (flagged.Count(said => said.Protected.Contains(ProtectedClass.CounterSpeech)) / (double)flagged.Count).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void The_same_text_gives_an_equal_assessment()
    {
        Canonical(Assess(Harmful)).ShouldBe(Canonical(Assess(Harmful)));
        Canonical(Assessor.Load(Repository.Models).Assess(null, Harmful, "vi", CorrectionIndex.Empty)).ShouldBe(Canonical(Assess(Harmful)));
    }

    [Fact]
    public void Composition_and_tone_placement_change_nothing()
    {
        const string text = "Hòa giải ở xã: bà con khiếu nại tiền thủy lợi, cán bộ trả lời chậm.";
        var scores = Assess(text).Scores;
        Assess(text.Normalize(System.Text.NormalizationForm.FormD)).Scores.ShouldBe(scores);
        Assess(text.Replace("òa", "oà", StringComparison.Ordinal).Replace("ủy", "uỷ", StringComparison.Ordinal)).Scores.ShouldBe(scores);
    }

    [Fact]
    public void A_language_without_a_gated_model_is_shown_as_not_assessed()
    {
        var said = Models.Value.Assess(null, "ក្មេងៗគួរតែមានសិទ្ធិនិយាយ។", "km", CorrectionIndex.Empty);
        said.Assessed.ShouldBeFalse();
        said.Reasons.ShouldBeEmpty();
        said.Scores.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("!!! ??? ...")]
    public void Next_to_nothing_is_not_flagged(string text) => Assess(text).Reasons.ShouldBeEmpty();

    [Fact]
    public void A_threshold_looser_than_its_cards_is_refused() =>
        Should.Throw<InvalidDataException>(() => Assessor.Load(Repository.Models, new Dictionary<FlagReason, double> { [FlagReason.Hate] = 0.001 })).Message.ShouldContain("hate");

    [Fact]
    public void A_stricter_threshold_is_taken() =>
        Assessor.Load(Repository.Models, Enum.GetValues<FlagReason>().ToDictionary(r => r, _ => 0.999999)).Assess(null, Harmful, "vi", CorrectionIndex.Empty).Reasons.ShouldBeEmpty();

    [Fact]
    public void A_match_below_the_threshold_that_is_set_queues_nothing_and_settles_the_claim_all_the_same()
    {
        const string claim = "Người cao tuổi phải nộp 50.000 đồng mỗi tháng mới được nhận trợ cấp xã hội";
        var index = CorrectionIndex.Build([new CorrectionText("1", claim, "Sai", Independent: true)]);
        Models.Value.Assess(null, claim, "vi", index).ShouldSatisfyAllConditions(a => a.Reasons.ShouldContain(FlagReason.MatchesCorrection), a => a.Thresholds.ShouldBeNull());
        var strict = Assessor.Load(Repository.Models, new Dictionary<FlagReason, double> { [FlagReason.MatchesCorrection] = 1 });
        var said = strict.Assess(null, claim, "vi", index);
        said.Reasons.ShouldBeEmpty();
        said.Thresholds.ShouldBe(new Dictionary<FlagReason, double> { [FlagReason.MatchesCorrection] = 1 });
        strict.Repeats(null, claim, index).ShouldBeFalse();
    }

    [Fact]
    public void A_model_that_is_not_its_cards_is_refused()
    {
        var copy = Directory.CreateTempSubdirectory("models-");
        try
        {
            foreach (var spec in ModelSpec.All)
            {
                Directory.CreateDirectory(Path.Combine(copy.FullName, spec.Name));
                foreach (var file in new[] { "card.json", "model.zip" }) File.Copy(Path.Combine(Repository.Models, spec.Name, file), Path.Combine(copy.FullName, spec.Name, file));
            }
            File.Copy(Path.Combine(Repository.Models, "hate", "model.zip"), Path.Combine(copy.FullName, "incitement", "model.zip"), overwrite: true);
            Should.Throw<InvalidDataException>(() => Assessor.Load(copy.FullName)).Message.ShouldContain("incitement");
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("hate", "threshold")]
    [InlineData("hate", "slope")]
    [InlineData("incitement", "intercept")]
    [InlineData("victim-exposure", "length")]
    [InlineData("topics", "shown")]
    [InlineData("incitement", "ungrouped")]
    [InlineData("corrections", "threshold")]
    [InlineData("corrections", "intercept")]
    public void A_card_whose_numbers_were_edited_is_refused(string model, string number)
    {
        var copy = Directory.CreateTempSubdirectory("models-");
        try
        {
            Workshop.Complete(Repository.Models, copy.FullName);
            var path = Path.Combine(copy.FullName, model, "card.json");
            var card = JsonNode.Parse(File.ReadAllText(path))!;
            var output = card["outputs"]!.AsArray()[^1]!;
            output[number] = Math.BitIncrement(output[number]!.GetValue<double>());
            card.AsObject().Remove("seal");
            File.WriteAllText(path, card.ToJsonString());
            Should.Throw<InvalidDataException>(() => Assessor.Load(copy.FullName)).Message.ShouldSatisfyAllConditions(m => m.ShouldContain($"{Path.DirectorySeparatorChar}{model}{Path.DirectorySeparatorChar}"), m => m.ShouldContain("is not the model its card describes"));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_card_that_claims_another_language_is_refused()
    {
        var copy = Directory.CreateTempSubdirectory("models-");
        try
        {
            Workshop.Complete(Repository.Models, copy.FullName);
            var path = Path.Combine(copy.FullName, "hate", "card.json");
            var card = JsonNode.Parse(File.ReadAllText(path))!;
            card["languages"]!.AsArray().Add("km");
            card.AsObject().Remove("seal");
            File.WriteAllText(path, card.ToJsonString());
            Should.Throw<InvalidDataException>(() => Assessor.Load(copy.FullName)).Message.ShouldContain("is not the model its card describes");
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("hate", "licence")]
    [InlineData("topics", "data/0/rows")]
    [InlineData("incitement", "knownFailures/0")]
    [InlineData("hate", "gate/1/found/hits")]
    [InlineData("hate", "gate/1/found/share")]
    [InlineData("corrections", "gate/0/limit")]
    [InlineData("protected", "gateNotAsked")]
    public void A_sealed_card_that_was_edited_anywhere_is_refused_and_one_that_was_only_laid_out_anew_is_not(string model, string at)
    {
        var copy = Directory.CreateTempSubdirectory("models-");
        try
        {
            Workshop.Complete(Repository.Models, copy.FullName);
            var path = Path.Combine(copy.FullName, model, "card.json");
            var card = JsonNode.Parse(File.ReadAllText(path))!;
            File.WriteAllText(path, card.ToJsonString());
            LinearModel.ReadCard(path).Seal.ShouldNotBeNull();
            var keys = at.Split('/');
            var place = keys[..^1].Aggregate(card, (node, key) => node is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!);
            if (place is JsonArray last) last[int.Parse(keys[^1], System.Globalization.CultureInfo.InvariantCulture)] = "none";
            else place[keys[^1]] = place[keys[^1]] switch { null => new JsonArray(), JsonValue value when value.TryGetValue<string>(out _) => "CC0", _ => 12 };
            File.WriteAllText(path, card.ToJsonString());
            Should.Throw<InvalidDataException>(() => Assessor.Load(copy.FullName)).Message.ShouldStartWith($"{path} was changed since 'model train' wrote it");
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Fact]
    public void Who_calls_to_nothing_is_not_said_to_incite_first()
    {
        FlagReason[] either = [FlagReason.Hate, FlagReason.Incitement];
        var rows = RowReader.ReserveHarm(Path.Combine(Repository.Models, "data")).Where(row => row.Harms!.Intersect(either).Any()).ToList();
        var wrong = rows.Where(row => Models.Value.Assess(null, row.Text, row.Language, CorrectionIndex.Empty).Reasons is [var first, ..] && first != row.Harms![0]).ToList();

        rows.Count.ShouldBe(60);
        wrong.Count.ShouldBeLessThanOrEqualTo(8, string.Join('\n', wrong.Select(row => row.Text))); // 12 of hate, before it was asked by how much
    }

    [Fact]
    public void A_missing_folder_says_what_to_do() => Should.Throw<InvalidDataException>(() => Assessor.Load("/nowhere")).Message.ShouldContain("model train");

    private static Assessment Assess(string text) => Models.Value.Assess(null, text, "vi", CorrectionIndex.Empty);

    private static string Canonical(Assessment said) => System.Text.Json.JsonSerializer.Serialize(said);

    /// <summary>A word of the named sentence: none from around it, nor what the whole text had taken off.</summary>
    private static bool OfItsOwn(WeightedWords words) => !words.Words.StartsWith("… ", StringComparison.Ordinal) && words.Words is not (Scorer.LengthName or Scorer.NoGroupName or Scorer.EnglishName);
}
