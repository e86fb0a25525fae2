namespace InfoMonitor.Content.Classification.Training;

/// <summary>A text of ordinary press, for probing.</summary>
internal sealed record PressText(string Set, string? Title, string Text);

/// <summary>What the gate says of each model, and the rows that cost it.</summary>
internal sealed record GateResult(IReadOnlyList<(string Model, GateLine Line)> Lines, IReadOnlyList<string> Losses)
{
    /// <summary>What models say that were not trained in this run: told, and no line of the gate.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Of <see cref="Gate.DataSets"/> and <see cref="Gate.Reserves"/>, those whose lines were not asked: the set was not given, or holds no row.</summary>
    public IReadOnlyList<string> NotAsked { get; init; } = [];

    public bool Passed => Lines.All(l => l.Line.Passed);
}

/// <summary>The gate of DESIGN 2.2, both ways, at the shipped thresholds: protected speech is never flagged, harm is found, ordinary press stays quiet.</summary>
internal static class Gate
{
    /// <summary>A line that binds every model.</summary>
    public const string Everything = "*";

    /// <summary>Without a reserve, the least that held-out parts must show.</summary>
    private const double HeldOutFloor = 0.25;

    /// <summary>What must be found of the reserve's harm, overall and of each reason and language.</summary>
    private const double FoundOverall = 0.85, FoundEach = 0.70;

    /// <summary>Of friendly and neutral mentions of protected groups, so many may be flagged, for whatever reason; and of no group more than one row.</summary>
    private const double MentionsFlagged = 0.02;

    /// <param name="desk">Protected speech that people of the office found flagged (<see cref="DeskRows.Gate"/>); null for none. Where some models were trained it binds these alone, for the others were flagging it before; where none was, all.</param>
    public static GateResult Check(Assessor assessor, IReadOnlyList<Row> reserveProtected, IReadOnlyList<Row> reserveHarm, IReadOnlyList<Row> mentions, IReadOnlyList<PressText> press, IReadOnlyList<TrainedModel> trained, IReadOnlyList<Row>? desk = null, Matching.CorrectionIndex? references = null)
    {
        var lines = new List<(string, GateLine)>();
        var losses = new List<string>();
        var told = new List<string>();
        if (reserveProtected.Count > 0) LeaveAlone("reserve", reserveProtected, _ => true);
        else lines.AddRange(trained.Where(t => t.Model.Spec.Reason is not null).Select(t => (t.Model.Spec.Name, Held(t, "protected speech is not flagged", h => !h.Label && h.Row.Class is not null, t.Model.Spec == ModelSpec.UnverifiedClaim ? 0.02 : 0.005, false))));

        if (desk is { Count: > 0 }) LeaveAlone(DeskLabels, desk, spec => trained.Count == 0 || trained.Any(t => t.Model.Spec == spec));

        if (reserveHarm.Count > 0)
        {
            var judged = Judge(assessor, [.. reserveHarm.Where(r => r.Language is "vi" or "en")]);
            bool Found((Row Row, Assessment Said) j) => j.Said.Reasons.Any(r => Near(j.Row.Harms![0]).Contains(r));
            losses.AddRange(judged.Where(j => !Found(j)).Select(j => $"missed {j.Row.Harms![0].Word()}: {j.Row.Id} {j.Row.Text}"));
            lines.Add((Everything, Line("harm is found", "reserve", judged.Count(Found), judged.Count, FoundOverall, atLeast: true)));
            foreach (var group in judged.GroupBy(j => (Reason: j.Row.Harms![0], j.Row.Language)).OrderBy(g => g.Key.Reason).ThenBy(g => g.Key.Language, StringComparer.Ordinal))
                lines.Add((group.Key.Reason.Word(), Line($"{group.Key.Reason.Word()} is found, {group.Key.Language}", "reserve", group.Count(Found), group.Count(), FoundEach, atLeast: true)));
        }
        else
            foreach (var model in trained.Where(t => t.Model.Spec.Reason is { } r && r.IsHarm()))
                foreach (var language in new[] { "vi", "en" })
                    lines.Add((model.Model.Spec.Name, Held(model, $"{model.Model.Spec.Name} is found, {language}", h => h.Label && h.Row.Set == RowSets.Harm && h.Row.Language == language, HeldOutFloor, true)));

        var named = Judge(assessor, mentions);
        losses.AddRange(named.Where(Flagged).Select(j => $"flagged {string.Join(", ", j.Said.Reasons.Select(r => r.Word()))}: {j.Row.Id} (mention of {j.Row.Group}) {j.Row.Text}"));
        foreach (var set in named.GroupBy(j => (j.Row.Set, j.Row.Language)))
        {
            var on = $"{set.Key.Set}, {set.Key.Language}";
            lines.Add((Everything, Line("friendly and neutral mentions of groups are not flagged", on, set.Count(Flagged), set.Count(), MentionsFlagged, atLeast: false)));
            foreach (var group in set.GroupBy(j => j.Row.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
                foreach (var spec in ModelSpec.Reasons.Where(s => s.Form == TokenForm.Grouped))
                    lines.Add((spec.Name, Line($"friendly and neutral mentions are not flagged: {group.Key}", on, group.Count(Flagged), group.Count(), 1.0 / group.Count(), atLeast: false)));
        }

        if (press.Count > 0)
        {
            var said = press.AsParallel().AsOrdered().Select(p => (Press: p, Said: assessor.Assess(p.Title, p.Text, "vi", references ?? Matching.CorrectionIndex.Empty))).ToList();
            losses.AddRange(said.Where(s => s.Said.Reasons.Count > 0).Take(60).Select(s => $"press flagged {string.Join(", ", s.Said.Reasons.Select(r => r.Word()))}: {s.Said.Because[0].Sentence}"));
            foreach (var set in said.GroupBy(s => s.Press.Set))
            {
                lines.Add((Everything, Line("ordinary press is not flagged for harm", set.Key, set.Count(s => s.Said.Reasons.Any(FlagReasons.IsHarm)), set.Count(), 0.005, atLeast: false)));
                lines.Add((Everything, Line("ordinary press is not flagged", set.Key, set.Count(s => s.Said.Reasons.Count > 0), set.Count(), 0.03, atLeast: false)));
            }
        }
        return new GateResult(lines, losses)
        {
            Told = told,
            NotAsked =
            [
                .. DataSets.Except(mentions.Select(r => r.Set).Concat(press.Select(p => p.Set)), StringComparer.Ordinal),
                .. reserveProtected.Count == 0 ? [ProtectedReserve] : Array.Empty<string>(), .. reserveHarm.Count == 0 ? [HarmReserve] : Array.Empty<string>(), .. mentions.All(r => r.Set != RowSets.Mentions) ? [RowSets.Mentions] : Array.Empty<string>(),
            ],
        };

        void LeaveAlone(string on, IReadOnlyList<Row> rows, Func<ModelSpec, bool> binds)
        {
            var judged = Judge(assessor, rows).Where(j => j.Said.Assessed).ToList();
            if (judged.Count < rows.Count) on = $"{on}; {rows.Count - judged.Count} more not judged, in languages no model reads";
            losses.AddRange(judged.Where(Flagged).Select(j => $"flagged {string.Join(", ", j.Said.Reasons.Select(r => r.Word()))}: {j.Row.Id} ({j.Row.Class?.Word()}) {j.Row.Text}"));
            foreach (var spec in ModelSpec.Reasons)
            {
                var flagged = judged.Count(j => j.Said.Reasons.Contains(spec.Reason!.Value));
                if (binds(spec)) lines.Add((spec.Name, Line("protected speech is not flagged", on, flagged, judged.Count, 0, atLeast: false)));
                else if (flagged > 0) told.Add($"{on}: {spec.Name} flags {flagged} of {judged.Count}; it was not trained in this run, so they do not fail it");
            }
        }
    }

    /// <summary>Mentions that are never trained on: our own, and those of HateCheck where <c>--data</c> holds it.</summary>
    public static List<Row> Mentions(string own, string? data) => [.. RowReader.Mentions(own), .. data is null ? [] : LicensedSets.Mentions(data)];

    /// <summary>Folders of press under <c>--data</c>, to measure on alone.</summary>
    public static readonly string[] PressSets = ["dantri_news", "baomoi_news"];

    /// <summary>Folders under <c>--data</c> that lines of the gate are asked on.</summary>
    public static readonly string[] DataSets = [RowSets.HateCheck, .. PressSets];

    private const string ProtectedReserve = "reserve-protected", HarmReserve = "reserve-harm";

    /// <summary>Files of our own rows that lines of the gate are asked on.</summary>
    public static readonly string[] Reserves = [ProtectedReserve, HarmReserve, RowSets.Mentions];

    /// <summary>What the lines asked on labels of the desk are on.</summary>
    public const string DeskLabels = "labels of the desk";

    /// <summary>Whether a card's gate was asked on a set.</summary>
    public static bool Asked(ModelCard card, string set) => set is ProtectedReserve or HarmReserve
        ? card.Gate.Any(line => (line.On == "reserve" || line.On.StartsWith("reserve;", StringComparison.Ordinal)) && line.AtLeast == (set == HarmReserve))
        : card.Gate.Any(line => line.On == set || line.On.StartsWith(set + ",", StringComparison.Ordinal));

    /// <summary>What the gate of a set of models was not asked on, by their cards: those written before they said so hold no line of it.</summary>
    public static IReadOnlyList<string> NotAskedOf(IReadOnlyList<ModelCard> cards) =>
        [.. cards.SelectMany(card => card.GateNotAsked ?? []).Concat(DataSets.Concat(Reserves).Where(set => !cards.Any(card => Asked(card, set)))).Distinct(StringComparer.Ordinal)];

    /// <summary>Press under <c>--data</c>: full texts with their titles, and the titles alone.</summary>
    public static List<PressText> Press(string data)
    {
        var press = new List<PressText>();
        foreach (var set in PressSets)
            foreach (var line in RowReader.Set(data, set, set + ".jsonl.gz", RowForm.Press))
            {
                var (title, text) = (line.Text("title"), line.Text("text"));
                press.Add(new PressText(set, title, text));
                press.Add(new PressText(set + ", titles alone", null, title));
            }
        return press;
    }

    /// <summary>Hate and incitement are a matter of degree: either queues the text for a person.</summary>
    public static FlagReason[] Near(FlagReason reason) => reason is FlagReason.Hate or FlagReason.Incitement ? [FlagReason.Hate, FlagReason.Incitement] : [reason];

    private static bool Flagged((Row Row, Assessment Said) judged) => judged.Said.Reasons.Count > 0;

    public static List<(Row Row, Assessment Said)> Judge(Assessor assessor, IReadOnlyList<Row> rows) =>
        [.. rows.AsParallel().AsOrdered().Select(r => (r, assessor.Assess(r.Title, r.Text, r.Language, Matching.CorrectionIndex.Empty)))];

    private static GateLine Held(TrainedModel trained, string rule, Func<Held, bool> which, double limit, bool atLeast)
    {
        var card = trained.Model.Card.Outputs[0];
        var rows = trained.Held[0].Where(which).ToList();
        return Line(rule, "held-out parts of the training rows (there is no reserve)", rows.Count(h => card.Probability(h.LogOdds) >= card.Threshold), rows.Count, limit, atLeast);
    }

    private static GateLine Line(string rule, string on, int hits, int all, double limit, bool atLeast) => new(rule, on, new Rate(rule, hits, all), limit, atLeast);
}
