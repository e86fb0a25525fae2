using System.Security.Cryptography;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Classification;

/// <summary>The models that judge a text together, by their <see cref="ModelSpec"/>.</summary>
internal sealed class ModelSet
{
    private readonly Dictionary<ModelSpec, LinearModel> models;

    public ModelSet(IEnumerable<LinearModel> models) => this.models = LinearModel.Joined(models).ToDictionary(m => m.Spec);

    public LinearModel this[ModelSpec spec] => models[spec];

    /// <summary>Languages every model was gated in.</summary>
    public IReadOnlyList<string> Languages =>
        models.Values.Select(m => m.Card.Languages.AsEnumerable()).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).ToList();

    /// <exception cref="InvalidDataException">A model or card is missing or broken.</exception>
    public static ModelSet Load(string folder)
    {
        if (!Directory.Exists(folder)) throw new InvalidDataException($"There is no folder {folder}. Restore the models folder, or make it anew with: infomonitor model train");
        return new ModelSet(ModelSpec.All.Select(spec => LinearModel.Load(folder, spec)));
    }

    /// <summary>What the models of a folder say of themselves; that of the corrections last, where there is one.</summary>
    /// <exception cref="InvalidDataException">A card is missing or broken.</exception>
    public static IReadOnlyList<ModelCard> Cards(string folder)
    {
        string[] names = [.. ModelSpec.All.Select(spec => spec.Name), .. Directory.Exists(Path.Combine(folder, CorrectionModel.Name)) ? [CorrectionModel.Name] : Array.Empty<string>()];
        return [.. names.Select(name => LinearModel.ReadCard(Path.Combine(folder, name, "card.json")))];
    }

    /// <summary>Content hash of the cards below a folder; each card carries the hash of its weights.</summary>
    public static string Version(string folder)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var card in Directory.EnumerateFiles(folder, "card.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) sha.AppendData(File.ReadAllBytes(card));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
