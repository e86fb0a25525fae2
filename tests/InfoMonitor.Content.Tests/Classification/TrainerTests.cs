using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class TrainerTests
{
    private static readonly List<Row> Rows = [.. Enumerable.Range(0, 40).SelectMany(i => new[]
    {
        new Row(RowSets.Harm, $"h{i}", "vi", $"Cần {i} bạn trẻ đi làm bên kia biên giới, giữ hộ chiếu giùm, nhắn riêng.", $"h{i}", 1) { Harms = [FlagReason.ExploitationLure] },
        new Row(RowSets.Protected, $"p{i}", "vi", $"Xã có {i} hộ kêu tiền nước quá cao mà cán bộ chưa trả lời.", $"p{i}", 1) { Harms = [], Class = ProtectedClass.Complaint },
    })];

    [Fact]
    public void Equal_rows_give_equal_predictions()
    {
        var (first, second) = (Train(), Train());
        second.Model.Card.Predictions.ShouldBe(first.Model.Card.Predictions);
        second.Model.Card.Weights.ShouldBe(first.Model.Card.Weights);
    }

    /// <summary>But for the rounding of each weight to a byte.</summary>
    [Fact]
    public void Our_score_is_the_one_of_the_library()
    {
        var trained = Train();
        var ml = new MLContext(seed: 1);
        var readings = Rows.Select(r => Reading.Of(null, r.Text)).ToList();
        var view = Fitter.Load(ml, readings.Select(r => new Sample { Weight = 1, Features = Fitter.Buffer(Scorer.Vector(trained.Model.Spec, r, 0)) }));
        var theirs = trained.Outputs[0].Transform(view).GetColumn<float>("Score").ToList();
        for (var i = 0; i < readings.Count; i++) Scorer.LogOdds(trained.Model, readings[i])[0][0].ShouldBe(theirs[i], 0.02);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var folder = Directory.CreateTempSubdirectory("models-");
        try
        {
            var trained = Train();
            trained.Write(folder.FullName, trained.Model.Card);
            var read = LinearModel.Load(folder.FullName, trained.Model.Spec);
            var reading = Reading.Of(null, Rows[0].Text);
            Scorer.LogOdds(read, reading).ShouldBe(Scorer.LogOdds(trained.Model, reading));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Probability_rises_with_the_log_odds()
    {
        var card = Train().Model.Card.Outputs[0];
        Enumerable.Range(-10, 20).Select(i => card.Probability(i)).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Theory]
    [InlineData(0, 600, 0, 0.0064)]
    [InlineData(85, 100, 0.767, 0.907)]
    public void The_interval_is_Wilsons(int hits, int all, double low, double high)
    {
        var rate = new Rate("", hits, all);
        rate.Low.ShouldBe(low, 0.001);
        rate.High.ShouldBe(high, 0.001);
    }

    [Fact]
    public void The_interval_of_an_area_is_Hanley_and_McNeils()
    {
        // Their example: an area of .893 on 51 abnormal and 58 normal images has the standard error .032.
        List<(double, bool)> scores = [.. Enumerable.Range(0, 58).Select(i => ((double)i, false)), .. Enumerable.Range(0, 51).Select(i => (i < 41 ? 51.5 : 50.5, true))];
        BenchmarkLine.Area("", scores).ShouldSatisfyAllConditions(l => l.Value.ShouldBe(0.893, 0.001), l => l.Low.ShouldBe(0.893 - 1.96 * 0.032, 0.002), l => l.High.ShouldBe(0.893 + 1.96 * 0.032, 0.002), l => l.Rows.ShouldBe(109));
        BenchmarkLine.Area("", [(1, true)]).ShouldSatisfyAllConditions(l => l.Low.ShouldBe(0), l => l.High.ShouldBe(1));
    }

    [Fact]
    public void The_interval_of_F1_is_that_of_the_share_that_is_both()
    {
        var both = new Rate("", 80, 100);
        var line = BenchmarkLine.F1("", hits: 80, missed: 10, wrong: 10, rows: 500);
        line.ShouldSatisfyAllConditions(l => l.Value.ShouldBe(160.0 / 180, 1e-4), l => l.Low.ShouldBe(2 * both.Low / (1 + both.Low), 1e-4), l => l.High.ShouldBe(2 * both.High / (1 + both.High), 1e-4), l => l.Rows.ShouldBe(500));
    }

    [Theory]
    [InlineData("Hòa thúy quý khoẻ hoàn, ngoằn ngòe!", "Hoà thuý quý khỏe hoàn, ngoằn ngoè!")]
    public void Tone_marks_are_placed_the_other_way_and_back(string text, string other)
    {
        Spellings.OtherTones(text).ShouldBe(other);
        Spellings.OtherTones(other).ShouldBe(text);
    }

    [Fact]
    public void A_class_that_was_written_in_one_go_is_not_held_out_in_one_go()
    {
        // Rows of a class have consecutive numbers; with most of them in one part, the part's scores tell nothing and no threshold can be chosen.
        for (var start = 1; start < 900; start += 75)
            Enumerable.Range(start, 75).GroupBy(i => Folds.Even($"protected-{i:0000}", 4)).Select(g => g.Count()).ShouldAllBe(c => c >= 8 && c <= 32);
    }

    [Theory]
    [InlineData("vi", "Người dân góp tiền sửa cầu.", "người Khmer góp tiền sửa cầu.")]
    [InlineData("en", "Two families share the well with other families.", "Two immigrants share the well with other families.")]
    [InlineData("en", "The well is dry.", null)]
    public void A_harmless_text_has_a_form_that_names_a_group(string language, string text, string? swapped) =>
        Swaps.Of(new Row(RowSets.Ordinary, "o", language, text, "o", 1) { Harms = [] }).ShouldBe(swapped);

    [Fact]
    public void A_text_that_may_harm_has_no_form_that_names_another_group() =>
        Swaps.Of(new Row(RowSets.Harm, "h", "vi", "Đuổi hết công nhân xóm dưới đi.", "h", 1) { Harms = [FlagReason.Incitement] }).ShouldBeNull();

    [Fact]
    public void A_row_in_a_language_no_model_reads_is_not_counted_as_left_alone()
    {
        Row[] rows = [Rows[1], new Row(RowSets.Protected, "k1", "km", "ភូមិនេះគ្មានទឹកប្រើអស់មួយខែហើយ។", "k1", 1) { Harms = [], Class = ProtectedClass.Complaint }];
        var lines = Gate.Check(Assessor.Load(Repository.Models), rows, [], [], [], []).Lines;
        lines.Count.ShouldBe(ModelSpec.Reasons.Count);
        lines.ShouldAllBe(l => l.Line.Found.All == 1 && l.Line.On == "reserve; 1 more not judged, in languages no model reads");
    }

    [Fact]
    public void Labels_of_the_desk_bind_the_models_that_were_trained_and_of_the_others_are_told()
    {
        Row[] labels = [new Row(RowSets.Desk, "desk-1", "vi", "Cần vài bạn trẻ qua bên kia biên giới làm việc nhẹ lương cao, bao giấy tờ, giữ hộ chiếu giùm, nhắn riêng cho chị.", "desk-1", 1) { Harms = [], Class = ProtectedClass.Satire }];
        var assessor = Assessor.Load(Repository.Models);
        TrainedModel Trained(ModelSpec spec) => new(LinearModel.Load(Repository.Models, spec), [], []);
        Row[] reserve = [Rows[1]];

        var other = Gate.Check(assessor, reserve, [new Row(RowSets.Harm, "h", "km", "x", "h", 1) { Harms = [FlagReason.Hate] }], [], [], [Trained(ModelSpec.Hate)], labels);
        other.Lines.Where(l => l.Line.On == "labels of the desk").ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Model.ShouldBe("hate"), l => l.Line.Passed.ShouldBeTrue());
        other.Told.ShouldHaveSingleItem().ShouldStartWith("labels of the desk: exploitation-lure flags 1 of 1");

        var whole = Gate.Check(assessor, reserve, [new Row(RowSets.Harm, "h", "km", "x", "h", 1) { Harms = [FlagReason.Hate] }], [], [], [.. ModelSpec.All.Select(Trained)], labels);
        whole.Lines.Single(l => l.Line.On == "labels of the desk" && l.Model == "exploitation-lure").Line.Passed.ShouldBeFalse();
        whole.Told.ShouldBeEmpty();
    }

    [Fact]
    public void A_model_without_a_row_of_what_it_looks_for_or_without_any_other_is_refused_and_not_made()
    {
        var harm = Rows.Where(r => r.Set == RowSets.Harm).ToList();
        var speech = Rows.Where(r => r.Set == RowSets.Protected).ToList();
        Refused(ModelSpec.Hate, Rows).ShouldBe("hate: no row in vi or en is of 'hate': the model would say the same of every text. Restore or write such rows in harm.jsonl (models/data/README.md), or name the folder of the licensed sets with --data DIR.");
        Refused(ModelSpec.ExploitationLure, harm).ShouldStartWith("exploitation-lure: no row in vi or en is none of 'exploitation-lure'");
        Refused(ModelSpec.Protected, Rows).ShouldStartWith("protected: no row in vi or en is of 'opinion'");
        Refused(ModelSpec.Claims, Rows).ShouldContain("claims.jsonl");
        Refused(ModelSpec.ExploitationLure, [.. speech, .. harm.Select(r => r with { Language = "km" })]).ShouldContain("is of 'exploitation-lure'");

        static string Refused(ModelSpec spec, IReadOnlyList<Row> rows) => Should.Throw<InvalidDataException>(() => new Trainer(rows, [], _ => { }).Train(spec, CancellationToken.None)).Message;
    }

    [Fact]
    public void The_gate_names_every_set_that_it_could_not_be_asked_on()
    {
        var assessor = Assessor.Load(Repository.Models);
        Row mention = new(RowSets.Mentions, "m", "vi", "Người Khmer hiếu khách.", "m", 1) { Harms = [], Group = "khmer" };
        Gate.Check(assessor, [], [], [], [], []).NotAsked.ShouldBe(["hatecheck_en", "dantri_news", "baomoi_news", "reserve-protected", "reserve-harm", "reserve-identity"]);
        Gate.Check(assessor, [Rows[1]], [Rows[0]], [mention], [new PressText("dantri_news", null, "Xã họp dân.")], []).NotAsked.ShouldBe(["hatecheck_en", "baomoi_news"]);

        var cards = ModelSet.Cards(Repository.Models);
        var asked = Gate.NotAskedOf(cards);
        Gate.NotAskedOf([.. cards.Select(c => c with { GateNotAsked = ["baomoi_news"] })]).ShouldBe(asked.Prepend("baomoi_news").Distinct());
        Gate.NotAskedOf([.. cards.Select(c => c with { Gate = [] })]).ShouldBe(["hatecheck_en", "dantri_news", "baomoi_news", "reserve-protected", "reserve-harm", "reserve-identity"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("hate", "F1", "reserve, vi", 0.9, 0.8, -1)]
    [InlineData("hate", "F1", "reserve, vi", 0.8, 0.9, 1)]
    [InlineData("hate", "threshold", "card", 0.9, 0.8, 0)]
    [InlineData("hate", "F1", "reserve, vi", null, 0.8, 0)]
    [InlineData("protected", "shown", "reserve, harm shown as opinion", 0.1, 0.2, -1)]
    [InlineData("protected", "shown", "reserve, opinion", 0.1, 0.2, 1)]
    [InlineData("*", "flagged", "hatecheck_en, kept-back half, ident_pos_nh, not hateful", 0.1, 0.2, -1)]
    [InlineData("*", "flagged", "hatecheck_en, kept-back half, slur_h, hateful", 0.1, 0.2, 1)]
    [InlineData("*", "flagged", "unified_hate_vi, ViHSD CLEAN alone (dev)", 0.1, 0.2, -1)]
    [InlineData("*", "flagged", "unified_hate_vi, ViHSD HATE alone (dev)", 0.1, 0.2, 1)]
    public void A_figure_is_better_or_worse_by_what_it_counts(string model, string figure, string on, double? a, double? b, int sign) =>
        Math.Sign(new ComparedFigure(model, figure, on, a, b).Gain ?? 0).ShouldBe(sign);

    private static TrainedModel Train() => new Trainer(Rows, [], _ => { }).Train(ModelSpec.ExploitationLure, CancellationToken.None);
}
