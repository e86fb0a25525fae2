using System.Text.Json;
using System.Text.Json.Nodes;
using InfoMonitor.Content.Classification;

namespace InfoMonitor.Tests.Support;

/// <summary>Sets of models like the committed ones but for what a test changes of a card: its hash is another then, and its seal.</summary>
internal static class Candidates
{
    public static string Shipped { get; } = Path.Combine(TestHome.Repository, "models");

    /// <param name="home">Where the folder is made.</param>
    public static string Make(string home, string model, Action<JsonObject> change, string name = "candidate")
    {
        var folder = Path.Combine(home, name);
        foreach (var card in Directory.EnumerateFiles(Shipped, "card.json", SearchOption.AllDirectories))
        {
            var to = Directory.CreateDirectory(Path.Combine(folder, Path.GetRelativePath(Shipped, Path.GetDirectoryName(card)!))).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(card)!)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        var path = Path.Combine(folder, model, "card.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var before = json["weights"]!.GetValue<string>();
        change(json);
        var spec = ModelSpec.All.Single(s => s.Name == model);
        if (json["weights"]!.GetValue<string>() == before)   // a set whose numbers are others was trained so; one whose hash is another is broken
        {
            var (weights, bias) = ModelFile.Read(Path.Combine(folder, model, "model.zip"), "");
            var changed = json.Deserialize<ModelCard>(ModelCard.Json)!;
            json["weights"] = LinearModel.Hash(weights, bias, changed.Outputs, changed.Languages);
        }
        File.WriteAllText(path, json.ToJsonString());
        foreach (var card in Directory.EnumerateFiles(folder, "card.json", SearchOption.AllDirectories)) CardSeal.Write(card);
        return folder;
    }

    /// <summary>One that takes everything for hate.</summary>
    public static string MakeEager(string home) => Make(home, "hate", card => card["outputs"]![0]!["threshold"] = 0.0);
}
