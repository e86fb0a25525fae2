using System.Security.Cryptography;

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

    /// <summary>Content hash of the cards below a folder; each card carries the hash of its weights.</summary>
    public static string Version(string folder)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var card in Directory.EnumerateFiles(folder, "card.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) sha.AppendData(File.ReadAllBytes(card));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
