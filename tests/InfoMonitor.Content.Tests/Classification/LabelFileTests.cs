using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Content.Tests.Classification;

/// <summary>Labels of the desk: their file, what becomes of them beside our rows, and what they do to a model.</summary>
public sealed class LabelFileTests : IDisposable
{
    private const string Lure = "Cần vài bạn trẻ qua bên kia biên giới làm việc nhẹ lương cao, bao giấy tờ, giữ hộ chiếu giùm, nhắn riêng cho chị.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("labels-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Each_line_is_a_row_of_its_use()
    {
        var read = Read(
            """{"use":"gate","id":"desk-3","language":"vi","class":"complaint","text":"Đi bốn lần chưa xong tờ giấy."}""",
            """{"use":"training","id":"desk-4","language":"vi","reason":"hate","text":"Đuổi hết nhóm ấy đi."}""",
            "",
            """{"use":"training","id":"desk-5","language":"en","label":"future","text":"One day they will all be gone."}""").ShouldBeOfType<LabelReading.Read>();
        read.Gate.ShouldHaveSingleItem().Class.ShouldBe(ProtectedClass.Complaint);
        read.Training.Select(r => (r.Id, r.Harms is [var harm] ? harm : (FlagReason?)null, r.Kind)).ShouldBe([("desk-4", FlagReason.Hate, null), ("desk-5", null, SentenceKind.Future)]);
        read.Training[1].Label(ModelSpec.Hate, 0).ShouldBeNull("nobody was asked whether it harms anyone");
        read.Training[1].Label(ModelSpec.UnverifiedClaim, 0).ShouldBe(false);
        read.Hash.Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("""{"use":"training","id":"1","language":"vi","class":"complaint","text":"Câu."}""", "use", "never trained on")]
    [InlineData("""{"use":"gate","id":"1","language":"vi","reason":"hate","text":"Câu."}""", "use", "protected speech alone")]
    [InlineData("""{"use":"training","id":"1","language":"vi","reason":"victim-exposure","text":"Câu."}""", "reason", "cannot stand here")]
    [InlineData("""{"use":"training","id":"1","language":"vi","label":"lie","text":"Câu."}""", "label", "assertion, allegation")]
    [InlineData("""{"use":"training","id":"1","language":"vi","text":"Câu."}""", "class", "not said what the sentence is")]
    [InlineData("""{"use":"training","id":"1","language":"vi","label":"other","text":"Gọi 0912 345 678 nhé."}""", "text", "[PHONE]")]
    [InlineData("""{"use":"training","id":"1","language":"vi","label":"other","text":"Cháu [NAME] học ở đó."}""", "text", "redacted")]
    [InlineData("""{"use":"training","id":"1","language":"fr","label":"other","text":"Phrase."}""", "language", "vi, en or km")]
    [InlineData("""{"use":"training","id":"1","language":"vi","label":"other","text":"Câu.","author":"N.V.A."}""", "author", "no such key")]
    [InlineData("""{"use":"training","id":0,"language":"vi","label":"other","text":"Câu."}""", "id", "in quotes")]
    [InlineData("""{"use":"training","id":"1" """, "json", "one JSON object a line")]
    [InlineData("""{"use":"training","id":"1","language":"vi","label":"other","text":"Câu."} x""", "json", "one JSON object a line")]
    [InlineData("""{"use":"training","id":"1","language":"vi","label":"other","label":"future","text":"Câu."}""", "label", "stands twice")]
    public void A_wrong_line_is_named_with_its_key_and_what_to_do(string line, string key, string says)
    {
        var wrong = Read("""{"use":"training","id":"0","language":"vi","label":"other","text":"Câu lành."}""", line).ShouldBeOfType<LabelReading.Wrong>();
        var error = wrong.Errors.First(e => e.Key == key);
        error.Line.ShouldBe(2);
        error.ToString().ShouldStartWith(Path.Combine(folder.FullName, "labels.jsonl") + ":2: " + key);
        $"{error.What} {error.Remedy}".ShouldContain(says);
    }

    [Fact]
    public void Two_lines_with_one_id_are_told()
    {
        const string line = """{"use":"training","id":"1","language":"vi","label":"other","text":"Câu."}""";
        Read(line, line).ShouldBeOfType<LabelReading.Wrong>().Errors.ShouldHaveSingleItem().What.ShouldContain("line 1");
    }

    [Fact]
    public void A_label_that_says_what_a_row_says_is_left_out_and_said()
    {
        Row own = Row("protected-0001", "Nước sông đục cả tháng nay mà không ai xuống xem."), reserve = Row("reserve-0001", "Cán bộ hứa ba lần rồi vẫn chưa thấy trả lời đơn.");
        LabelReading.Read labels = new(
            [Row("desk-1", "nuoc song duc ca thang nay mà không ai xuống xem cả"), Row("desk-2", "Cán bộ hứa ba lần rồi vẫn chưa thấy đâu."), Row("desk-3", "Giá vé xe buýt tuyến này tăng gấp đôi từ tuần sau."), Row("desk-4", "Giá vé xe buýt tuyến này tăng gấp đôi từ hôm nay."), Row("desk-5", "ថ្លៃ", "km")],
            [], "");
        var desk = DeskRows.Of(labels, [own], [reserve]);
        desk.Training.Select(r => r.Id).ShouldBe(["desk-3"]);
        desk.LeftOut.Select(l => l.Split(':')[0]).ShouldBe(["desk-1", "desk-2", "desk-4", "desk-5"]);
        desk.LeftOut[1].ShouldContain("reserve-0001");
    }

    [Fact]
    public void Many_labels_of_a_kind_weigh_together_a_quarter_of_ours()
    {
        static string Text(string of, int i) => string.Join(' ', Enumerable.Range(0, 8).Select(k => $"{of}{(char)('a' + i % 26)}{(char)('a' + i / 26)}{(char)('a' + k)}"));
        var own = Enumerable.Range(0, 40).Select(i => Row($"c{i}", Text("o", i)) with { Kind = SentenceKind.Assertion }).ToList();
        LabelReading.Read labels = new([.. Enumerable.Range(0, 100).Select(i => Row($"d{i}", Text("d", i)) with { Kind = SentenceKind.Assertion }), Row("q", "Sao trạm y tế lại đóng cửa sớm vậy?") with { Kind = SentenceKind.Question }], [], "");
        var desk = DeskRows.Of(labels, own, []);
        desk.Training.Where(r => r.Kind == SentenceKind.Assertion).Sum(r => r.Weight).ShouldBe(10, 1e-9);
        desk.Training.Single(r => r.Kind == SentenceKind.Question).Weight.ShouldBe(1);
    }

    [Fact]
    public void A_label_for_training_enters_the_model_and_one_for_the_gate_that_is_flagged_fails_the_gate()
    {
        var models = Path.Combine(folder.FullName, "models");
        Workshop.Complete(Repository.Models, models);
        var data = Directory.CreateDirectory(Path.Combine(models, "data")).FullName;
        foreach (var (file, which) in new[] { ("harm.jsonl", "exploitation-lure"), ("protected.jsonl", "complaint"), ("ordinary.jsonl", "") })
            File.WriteAllLines(Path.Combine(data, file), File.ReadLines(Path.Combine(Repository.Models, "data", file)).Where(l => l.Contains(which, StringComparison.Ordinal)));
        foreach (var file in new[] { "claims", "topics", "corrections", "reserve-protected", "reserve-harm", "reserve-identity" }) File.WriteAllText(Path.Combine(data, file + ".jsonl"), "");
        const string told = "Khu nghỉ mát bên đảo xa đang gom người biết hát, ứng trước tiền cọc, lên tàu đêm nay khỏi cần trình báo.";

        var without = Train(null);
        without.Gate.Passed.ShouldBeTrue();
        without.Gate.NotAsked.ShouldBe(["hatecheck_en", "dantri_news", "baomoi_news", "reserve-protected", "reserve-harm", "reserve-identity"]);
        var labels = Read($$"""{"use":"training","id":"desk-1","language":"vi","reason":"exploitation-lure","text":"{{told}}"}""").ShouldBeOfType<LabelReading.Read>();
        var with = Train(labels);
        with.Gate.Passed.ShouldBeTrue();
        Score(with, told).ShouldBeGreaterThan(Score(without, told) + 0.5);
        var set = with.Models[0].Model.Card.Data.Single(d => d.Name == "desk");
        set.ShouldSatisfyAllConditions(s => s.Rows.ShouldBe(1), s => s.Positive.ShouldBe(1), s => s.Note!.ShouldContain(labels.Hash));
        with.Models[0].Model.Card.Licence.ShouldStartWith("For use within the office");
        without.Models[0].Model.Card.Data.ShouldNotContain(d => d.Name == "desk");

        var gated = Train(Read($$"""{"use":"gate","id":"desk-2","language":"vi","class":"satire","text":"{{Lure}}"}""").ShouldBeOfType<LabelReading.Read>());
        gated.Gate.Lines.Single(l => l.Line.On == "labels of the desk" && l.Model == "exploitation-lure").Line.ShouldSatisfyAllConditions(l => l.Found.Hits.ShouldBe(1), l => l.Passed.ShouldBeFalse());
        gated.Gate.Passed.ShouldBeFalse();
        gated.Models[0].Model.Card.Data.ShouldNotContain(d => d.Name == "desk", "what gates is not trained on");

        TrainedSet Train(LabelReading.Read? read) => Workshop.Train(models, ModelSpec.ExploitationLure, null, read, _ => { }, CancellationToken.None);

        static double Score(TrainedSet made, string text) => Scorer.LogOdds(made.Models[0].Model, Reading.Of(null, text))[0][0];
    }

    private LabelReading Read(params string[] lines)
    {
        var file = Path.Combine(folder.FullName, "labels.jsonl");
        File.WriteAllLines(file, lines);
        return new LabelFile(file).Read();
    }

    private static Row Row(string id, string text, string language = "vi") => new(RowSets.Desk, id, language, text, id, 1);
}
