using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Conformance;

/// <summary>The committed models against the gate of DESIGN 2.2, both ways, and against benchmarks they were never trained on.</summary>
public sealed class ModelConformance
{
    private static readonly string Folder = Find();
    private static readonly string Rows = Path.Combine(Folder, "data");
    private static readonly Lazy<Assessor> Models = new(() => Assessor.Load(Folder));

    [Fact]
    public void Every_probability_is_calibrated()
    {
        foreach (var spec in ModelSpec.All)
            foreach (var output in LinearModel.ReadCard(Path.Combine(Folder, spec.Name, "card.json")).Outputs)
                output.Calibration.ExpectedError.ShouldBeLessThanOrEqualTo(0.05, $"{spec.Name}, {output.Name}");
    }

    /// <summary>The gate that <c>model train</c> held, at the committed thresholds; and what must never be worse.</summary>
    [Fact]
    public void Protected_speech_of_the_reserve_is_left_alone_and_harm_is_found()
    {
        var gate = Gate.Check(Models.Value, RowReader.ReserveProtected(Rows), RowReader.ReserveHarm(Rows), [], [], []);
        gate.Lines.Where(l => !l.Line.Passed).Select(l => $"{l.Model}: {l.Line.Rule}, {l.Line.Found.Hits} of {l.Line.Found.All}").ShouldBeEmpty(string.Join('\n', gate.Losses));
        var left = gate.Lines.Where(l => !l.Line.AtLeast).ToList();
        Floors.Hold("models-protected-left-alone-percent", 100 - 100.0 * left.Sum(l => l.Line.Found.Hits) / left[0].Line.Found.All, gate.Losses);
        Floors.Hold("models-harm-found-percent", 100 * gate.Lines.Single(l => l.Model == Gate.Everything).Line.Found.Share, gate.Losses);
    }

    /// <summary>DESIGN 2.2: to name a group is not to hate it. In the two languages, by group, on rows of ours that are never trained on.</summary>
    [Fact]
    public void Friendly_and_neutral_mentions_of_groups_are_left_alone() => HoldMentions(Gate.Mentions(Rows, null));

    [SuiteFact("data/hatecheck_en/hatecheck_en.jsonl")]
    public void Mentions_of_groups_in_the_kept_back_half_of_HateCheck_are_left_alone() => HoldMentions(LicensedSets.Mentions(Suites.PathOf("data")));

    private static void HoldMentions(IReadOnlyList<Row> mentions)
    {
        var gate = Gate.Check(Models.Value, [], [], mentions, [], []);
        gate.Lines.Count.ShouldBeGreaterThan(10);
        gate.Lines.Where(l => !l.Line.Passed).Select(l => $"{l.Model}: {l.Line.Rule}, {l.Line.Found.Hits} of {l.Line.Found.All}").ShouldBeEmpty(string.Join('\n', gate.Losses));
    }

    /// <summary>Else the half that is kept back would be measured with sentences that were learnt.</summary>
    [SuiteFact("data/hatecheck_en/hatecheck_en.jsonl")]
    public void No_template_of_HateCheck_stands_on_both_sides()
    {
        var sides = LicensedSets.Read(Suites.PathOf("data")).Where(r => r.Set == RowSets.HateCheck).ToLookup(r => r.HeldBack, r => LicensedSets.TemplateOf(r.Text));
        sides[true].Intersect(sides[false]).ShouldBeEmpty();
        LicensedSets.TemplateOf("I love trans people.").ShouldBe(LicensedSets.TemplateOf("I love women."));
        LicensedSets.TemplateOf("Her colleague is an immigrant.").ShouldBe(LicensedSets.TemplateOf("Her colleague is a gay man."));
    }

    [SuiteFact("data/dantri_news/dantri_news.jsonl.gz")]
    public void Ordinary_press_stays_quiet()
    {
        // A third of it: the rest is held by model train and model evaluate.
        var press = Gate.Press(Suites.PathOf("data")).Where((_, i) => i % 3 == 0).ToList();
        var gate = Gate.Check(Models.Value, [], [], [], press, [], references: CorrectionReserve.References(Rows));
        foreach (var line in gate.Lines.Where(l => l.Line.On.StartsWith("dantri", StringComparison.Ordinal) || l.Line.On.StartsWith("baomoi", StringComparison.Ordinal)))
            Floors.Hold("models-press-left-alone-percent", 100 - 100 * line.Line.Found.Share, gate.Losses);
    }

    /// <summary>DESIGN 2.2: bad manners harm no one. Comments that a third party calls rude and no more.</summary>
    [SuiteFact("data/unified_hate_vi/unified_hate_vi.jsonl.gz")]
    public void Coarse_comments_are_left_alone()
    {
        var rude = Evaluation.Unified(Suites.PathOf("data")).Where(r => Evaluation.Labels(r) is ["OFFENSIVE"]).Select(r => (r.Text("text"), "vi")).ToList();
        rude.Count.ShouldBeGreaterThan(150);
        Floors.Hold("models-coarse-left-alone-percent", 100 - 100.0 * Evaluation.Flagged(Models.Value, rude) / rude.Count, []);
    }

    /// <summary>Were the length of a row, or its language and punctuation, to tell its label, the models would learn that and nothing else.</summary>
    [Fact]
    public void Length_alone_does_not_tell_harm_from_protected_speech()
    {
        var rows = RowReader.Training(Rows).Where(r => r.Language == "vi" && r.Set is RowSets.Protected or RowSets.Harm).ToList();
        Distance(Calibrator.Area(rows.Select(r => ((double)r.Text.Length, r.Set == RowSets.Harm)))).ShouldBeLessThan(0.15, "length");
        Distance(Calibrator.Area(rows.Select(r => (r.Text.Count(char.IsPunctuation) / (double)r.Text.Length, r.Set == RowSets.Harm)))).ShouldBeLessThan(0.2, "punctuation");

        static double Distance(double area) => Math.Abs(area - 0.5);
    }

    [Fact]
    public void Every_row_is_in_the_language_it_says()
    {
        var wrong = RowReader.Training(Rows).Where(r => r.Text.Length >= 60 && LanguageIdentifier.Identify(r.Text) != r.Language).Select(r => $"{r.Id} {r.Language}: {r.Text}").ToList();
        wrong.Count.ShouldBeLessThan(RowReader.Training(Rows).Count / 100, string.Join('\n', wrong));
    }

    /// <summary>Accents aside; a claim's own wordings share words by what they are, and stand for one row.</summary>
    [Fact]
    public void No_two_rows_share_more_than_half_of_their_words_in_threes_and_ids_are_unique()
    {
        var own = RowReader.Training(Rows).Where(r => r.Set != RowSets.Corrections).Concat(RowReader.ReserveProtected(Rows)).Concat(RowReader.ReserveHarm(Rows)).Concat(RowReader.Mentions(Rows)).Select(r => (r.Id, r.Text));
        var claims = new[] { "corrections.jsonl", "reserve-corrections.jsonl" }.SelectMany(file => CorrectionRows.Read(Path.Combine(Rows, file))).ToList();
        var texts = own.Concat(claims.SelectMany(r => r.Paraphrases.Concat(r.Lookalikes).Append(r.Statement).Append(r.Debunk).Select(t => (r.Id, Text: t)))).Select(t => (t.Id, t.Text, Threes: Likeness.Threes(t.Text))).ToList();
        own.Select(r => r.Id).Concat(claims.Select(r => r.Id)).CountBy(id => id).Where(c => c.Value > 1).ShouldBeEmpty();

        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var alike = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            var (id, text, threes) = texts[i];
            foreach (var (k, shared) in threes.SelectMany(t => places.GetValueOrDefault(t) ?? []).CountBy(at => at))
            {
                var other = texts[k];
                bool most = 2 * shared > threes.Count, mostOfOther = 2 * shared > other.Threes.Count;
                // What gates may not even be a part of what is learnt.
                var apart = id.StartsWith("reserve", StringComparison.Ordinal) != other.Id.StartsWith("reserve", StringComparison.Ordinal);
                if (id != other.Id && (most && mostOfOther || apart && (most || mostOfOther))) alike.Add($"{id} {text} | {other.Id} {other.Text}");
            }
            foreach (var three in threes)
            {
                if (!places.TryGetValue(three, out var at)) places[three] = at = [];
                at.Add(i);
            }
        }
        alike.ShouldBeEmpty();
    }

    [Fact]
    public void The_models_stay_small() =>
        new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length).ShouldBeLessThan(30 * 1024 * 1024);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfoMonitor.sln"))) return Path.Combine(folder.FullName, "models");
        throw new DirectoryNotFoundException("The repository's models folder is not above the tests.");
    }
}
