using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Content.Matching;
using InfoMonitor.Storage;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>Which models judge in this process: the promoted set, or the folder of <c>Ingestion:Models</c>. Settled when it is first asked, so that a promotion counts from the next start on.</summary>
internal sealed class LiveModels(KeptModels kept, IOptions<IngestionOptions> options, Home home)
{
    private readonly Lazy<string> folder = new(() => FolderOf(kept) ?? Path.GetFullPath(options.Value.Models, home.Folder));

    /// <summary>The configured folder, live or not.</summary>
    public string Configured => Path.GetFullPath(options.Value.Models, home.Folder);

    /// <exception cref="InvalidDataException">The promoted set is not kept any more.</exception>
    public string Folder => folder.Value;

    /// <summary>Of <c>Ingestion:Thresholds</c>, in place of the cards'.</summary>
    public IReadOnlyDictionary<FlagReason, double> Thresholds { get; } = options.Value.Thresholds.ToDictionary(t => Vocabulary.Parse<FlagReason>(t.Key)!.Value, t => t.Value);

    /// <summary>The models that judge.</summary>
    /// <exception cref="InvalidDataException">One is missing, broken, or did not pass its gate; the message says what to do.</exception>
    public Assessor Load()
    {
        ModelCards.Read(Folder).MustHavePassed(Folder);
        return Assessor.Load(Folder, Thresholds);
    }

    /// <summary>The folder of the promoted set; null while none is.</summary>
    /// <exception cref="InvalidDataException">It is not kept any more: nothing else may judge in its place without anybody knowing.</exception>
    public static string? FolderOf(KeptModels kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.Promoted is not { } version ? null : kept.Find(version)
            ?? throw new InvalidDataException($"{Path.Combine(kept.Folder, "live")} names models that are not kept there: {version}. Bring that folder back from a backup, or promote others: infomonitor model promote DIR");
    }
}

/// <summary>What a set of models says of itself, without its weights.</summary>
/// <param name="Version">Content hash, hex.</param>
internal sealed record ModelCards(string Version, IReadOnlyList<ModelCard> Cards)
{
    /// <exception cref="InvalidDataException">The folder or a card is missing or broken.</exception>
    public static ModelCards Read(string folder)
    {
        var cards = ModelSet.Cards(folder);
        return new ModelCards(ModelSet.Version(folder), cards);
    }

    /// <summary>Models that did not pass their gate, with the lines that failed: none where a card holds no gate at all.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Failed { get; } =
        [.. Cards.Select(card => (card.Name, Lines: (IReadOnlyList<string>)[.. card.Gate.Where(line => !line.Passed).Select(line => $"{line.Rule} ({line.On})")], card.Gate.Count)).Where(card => card.Count == 0 || card.Lines.Count > 0).Select(card => (card.Name, card.Lines))];

    /// <summary>A line for each of <see cref="Failed"/>.</summary>
    public IEnumerable<string> Failures => Failed.Select(card => $"{card.Name}: {(card.Lines is [] ? "its card holds no gate" : "its gate failed on " + string.Join("; ", card.Lines))}");

    /// <summary>What fails its gate flags protected speech or misses harm: nothing is judged with it.</summary>
    /// <exception cref="InvalidDataException">One did not pass.</exception>
    public void MustHavePassed(string folder)
    {
        if (Failed.Count > 0) throw new InvalidDataException($"The models in {folder} may not judge: {string.Join(". ", Failures)}. Restore the models folder, or make it anew with: infomonitor model train");
    }

    /// <summary>Sets that another set's gate was asked on, model by model, and this one's was not.</summary>
    public IReadOnlyList<string> AskedLessThan(ModelCards other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Gate.DataSets.Concat(Gate.Reserves).Where(set => other.Cards.Any(theirs => Gate.Asked(theirs, set) && Cards.FirstOrDefault(c => c.Name == theirs.Name) is { } own && !Gate.Asked(own, set)))];
    }

    /// <summary>The model that gives a reason; null where the set has none.</summary>
    public ModelCard? Of(FlagReason reason) => Cards.FirstOrDefault(c => c.Name == (reason == FlagReason.MatchesCorrection ? CorrectionModel.Name : reason.Word()));

    /// <summary>Calibrated probability from which each reason counts where nothing else is set.</summary>
    public IReadOnlyDictionary<FlagReason, double> Thresholds { get; } =
        Cards.SelectMany(c => c.Outputs).Where(o => Vocabulary.Parse<FlagReason>(o.Name) is not null).GroupBy(o => o.Name, StringComparer.Ordinal).ToDictionary(g => Vocabulary.Parse<FlagReason>(g.Key)!.Value, g => g.First().Threshold);

    /// <summary>The same with those that are set in their place.</summary>
    public IReadOnlyDictionary<FlagReason, double> InForce(IReadOnlyDictionary<FlagReason, double> set) => Thresholds.ToDictionary(t => t.Key, t => set.GetValueOrDefault(t.Key, t.Value));
}

/// <summary>Holds <c>Ingestion:Thresholds</c> against the cards of the models that judge, at start and in <c>config check</c>.</summary>
internal sealed class ThresholdsCheck(KeptModels kept, Home home) : IValidateOptions<IngestionOptions>
{
    public ValidateOptionsResult Validate(string? name, IngestionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Thresholds.Count == 0) return ValidateOptionsResult.Success;
        // Of themselves, whatever becomes of the models.
        List<string> none = [.. options.Thresholds.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Vocabulary.Parse<FlagReason>(t.Key) is null
            ? $"Ingestion:Thresholds:{t.Key} is no reason to flag. Write one of {string.Join(", ", Enum.GetValues<FlagReason>().Select(r => r.Word()))}."
            : t.Value > 1 ? $"Ingestion:Thresholds:{t.Key} is above 1. Write a probability, 1 at most."
            : t.Value is >= 0 ? null : $"Ingestion:Thresholds:{t.Key} is no probability. Write a number from 0 to 1.").OfType<string>()];
        try
        {
            var cards = ModelCards.Read(LiveModels.FolderOf(kept) ?? Path.GetFullPath(options.Models, home.Folder)).Thresholds;
            List<string> wrong = [.. none, .. options.Thresholds.Where(t => t.Value is >= 0 and <= 1).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Vocabulary.Parse<FlagReason>(t.Key) is { } reason ? Assessor.Looser(reason, t.Value, cards.GetValueOrDefault(reason)) : null).OfType<string>()];
            return wrong is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
        }
        catch (InvalidDataException unreadable)
        {
            return ValidateOptionsResult.Fail([.. none, $"Ingestion:Thresholds cannot be held against the models: {unreadable.Message}"]);
        }
    }
}
