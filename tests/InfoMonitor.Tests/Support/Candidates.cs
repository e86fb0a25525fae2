using System.Text.Json.Nodes;

namespace InfoMonitor.Tests.Support;

/// <summary>Sets of models like the committed ones but for what a test changes of a card: its hash is another then.</summary>
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
        change(json);
        File.WriteAllText(path, json.ToJsonString());
        return folder;
    }

    /// <summary>One that takes everything for hate.</summary>
    public static string MakeEager(string home) => Make(home, "hate", card => card["outputs"]![0]!["threshold"] = 0.0);
}
