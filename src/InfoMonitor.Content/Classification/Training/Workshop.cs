namespace InfoMonitor.Content.Classification.Training;

/// <summary>What a run made, gated as one set with the models that stand: written together or not at all, for a mix of new and old was never gated.</summary>
/// <param name="Models">Those that were trained.</param>
/// <param name="Desk">What became of the desk's labels; null where none were given.</param>
internal sealed record TrainedSet(GateResult Gate, IReadOnlyList<TrainedModel> Models, DeskRows? Desk)
{
    /// <param name="into">The <c>models</c> folder, or that of a candidate.</param>
    public void Write(string into)
    {
        foreach (var one in Models)
        {
            one.Write(into, one.Model.Card with
            {
                Gate = [.. Gate.Lines.Where(l => l.Model == one.Model.Spec.Name || l.Model == Training.Gate.Everything).Select(l => l.Line)],
                GateNotAsked = Gate.NotAsked is [] ? null : Gate.NotAsked,
            });
            CardSeal.Write(Path.Combine(into, one.Model.Card.Name, "card.json"));
        }
    }
}

/// <summary>Makes the model set: reads rows, trains, and holds the gate.</summary>
internal static class Workshop
{
    /// <summary>Reads all that <see cref="Train"/> will: what is wrong is found before the minutes of training.</summary>
    /// <inheritdoc cref="Train"/>
    public static void Check(string models, ModelSpec? only, string? data, LabelReading.Read? labels)
    {
        var (own, rows, _, _) = Read(models, data, labels);
        foreach (var spec in only is null ? ModelSpec.All : [only]) Trainer.MustShow(spec, rows);
        _ = (RowReader.ReserveProtected(own), RowReader.ReserveHarm(own), Gate.Mentions(own, data), data is null ? [] : Gate.Press(data));
    }

    private static (string Own, List<Row> Rows, DeskRows? Desk, IReadOnlyList<string> Missing) Read(string models, string? data, LabelReading.Read? labels)
    {
        var own = Path.Combine(models, "data");
        var rows = RowReader.Training(own);
        if (rows.Count == 0) throw new InvalidDataException($"There are no rows in {own}: nothing to train on.");
        var desk = labels is null ? null : DeskRows.Of(labels, rows, [.. RowReader.ReserveProtected(own), .. RowReader.ReserveHarm(own), .. Gate.Mentions(own, data)]);
        if (desk is not null) rows.AddRange(desk.Training);
        var licensed = data is null ? [] : LicensedSets.Read(data);
        rows.AddRange(licensed);
        return (own, rows, desk, [.. LicensedSets.Known.Keys.Where(name => licensed.TrueForAll(r => r.Set != name))]);
    }

    /// <param name="models">The <c>models</c> folder, with <c>data/</c> in it.</param>
    /// <param name="only">Train this one, and gate the set with it in its place; null for all.</param>
    /// <param name="data">Folder of the licensed sets and probes; null to do without.</param>
    /// <param name="labels">Of the desk: what is for training joins our rows, what gates the reserve; null for none.</param>
    /// <param name="progress">Told a line for each step.</param>
    /// <exception cref="InvalidDataException">A row is wrong, or a model has none that shows what it looks for.</exception>
    /// <exception cref="FileNotFoundException">A file of rows is missing.</exception>
    public static TrainedSet Train(string models, ModelSpec? only, string? data, LabelReading.Read? labels, Action<string> progress, CancellationToken cancellation)
    {
        var (own, rows, desk, missing) = Read(models, data, labels);
        foreach (var name in missing) progress($"without {name}: name the folder that holds it with --data DIR");
        var (speech, harm, mentions, press) = (RowReader.ReserveProtected(own), RowReader.ReserveHarm(own), Gate.Mentions(own, data), data is null ? [] : Gate.Press(data));

        var trainer = new Trainer(rows, [.. missing.Select(m => $"{m}: not given with --data"), .. CardTexts.NotUsed], progress, desk?.Hash);
        var specs = only is null ? ModelSpec.All : [only];
        var trained = specs.Select(s => trainer.Train(s, cancellation)).ToList();

        progress("holding the gate");
        var set = new ModelSet([.. trained.Select(t => t.Model), .. ModelSpec.All.Except(specs).Select(s => LinearModel.Load(models, s))]);
        var assessor = new Assessor(set, matcher: null, thresholds: null, version: "");
        var gate = Gate.Check(assessor, speech, harm, mentions, press, trained, desk?.Gate);
        return new TrainedSet(gate, trained, desk);
    }

    /// <summary>Gives the folder of a candidate the models that were not made anew, as they stand and sealed, so that it is a whole set.</summary>
    public static void Complete(string models, string into)
    {
        foreach (var card in Directory.EnumerateFiles(models, "card.json", SearchOption.AllDirectories))
        {
            var (from, to) = (Path.GetDirectoryName(card)!, Path.Combine(into, Path.GetFileName(Path.GetDirectoryName(card)!)));
            if (Directory.Exists(to)) continue;
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            if (LinearModel.ReadCard(card).Seal is null) CardSeal.Write(Path.Combine(to, "card.json"));
        }
    }
}
