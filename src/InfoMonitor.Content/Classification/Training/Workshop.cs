namespace InfoMonitor.Content.Classification.Training;

/// <summary>Makes the model set: reads rows, trains, holds the gate, and writes the models that passed it.</summary>
internal static class Workshop
{
    /// <param name="models">The <c>models</c> folder, with <c>data/</c> in it.</param>
    /// <param name="only">Train this one, with the others as they stand; null for all.</param>
    /// <param name="data">Folder of the licensed sets and probes; null to do without.</param>
    /// <param name="progress">Told a line for each step.</param>
    /// <returns>What the gate said, and the models that were written.</returns>
    public static (GateResult Gate, IReadOnlyList<TrainedModel> Trained, IReadOnlyList<string> Written) Train(
        string models, ModelSpec? only, string? data, Action<string> progress, CancellationToken cancellation)
    {
        var own = Path.Combine(models, "data");
        var rows = RowReader.Training(own);
        if (rows.Count == 0) throw new InvalidDataException($"There are no rows in {own}: nothing to train on.");
        var licensed = data is null ? [] : LicensedSets.Read(data);
        var missing = LicensedSets.Known.Keys.Where(name => licensed.TrueForAll(r => r.Set != name)).ToList();
        foreach (var name in missing) progress($"without {name}: name the folder that holds it with --data DIR");
        rows.AddRange(licensed);

        var trainer = new Trainer(rows, [.. missing.Select(m => $"{m}: not given with --data"), .. CardTexts.NotUsed], progress);
        var specs = only is null ? ModelSpec.All : [only];
        var trained = specs.Select(s => trainer.Train(s, cancellation)).ToList();

        progress("holding the gate");
        var set = new ModelSet([.. trained.Select(t => t.Model), .. ModelSpec.All.Except(specs).Select(s => LinearModel.Load(models, s))]);
        var assessor = new Assessor(set, matcher: null, thresholds: null, version: "");
        var gate = Gate.Check(assessor, RowReader.ReserveProtected(own), RowReader.ReserveHarm(own), Gate.Mentions(own, data), data is null ? [] : Gate.Press(data), trained);
        var written = new List<string>();
        foreach (var one in trained.Where(t => gate.Passed(t.Model.Spec.Name)))
        {
            var card = one.Model.Card with { Gate = [.. gate.Lines.Where(l => l.Model == one.Model.Spec.Name || l.Model == Gate.Everything).Select(l => l.Line)] };
            one.Write(models, card);
            written.Add(card.Name);
        }
        return (gate, trained, written);
    }
}
