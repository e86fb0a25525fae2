using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class EvaluationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infomonitor-test-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Without <c>--data</c> the press is not asked: what was measured of the same models stays.</summary>
    [Fact]
    public void What_is_not_asked_anew_of_the_same_models_is_kept()
    {
        Keep("models-1", ("reserve", 1), ("press", 7));
        Keep("models-1", ("reserve", 2));
        Kept().ShouldBe([("reserve", 2), ("press", 7)]);
        Keep("models-2", ("reserve", 3));
        Kept().ShouldBe([("reserve", 3)]);
    }

    [Fact]
    public void A_file_that_is_broken_is_written_anew()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "evaluation.json"), "{");
        Keep("models-1", ("reserve", 1));
        Kept().ShouldBe([("reserve", 1)]);
    }

    private void Keep(string version, params (string Set, int Hits)[] figures) => Evaluation.Keep(folder.FullName, new Evaluated(
        version,
        new GateResult([.. figures.Select(f => ("hate", new GateLine("not flagged", f.Set, new Rate("not flagged", f.Hits, 10), 1, AtLeast: false)))], []),
        [.. figures.Select(f => BenchmarkLine.Share(f.Set, "flagged", f.Hits, 10))], []));

    /// <summary>What the gate's lines and the benchmarks say, which is the same here.</summary>
    private List<(string, int)> Kept()
    {
        var kept = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "evaluation.json"))).RootElement;
        var gate = kept.GetProperty("gate").EnumerateArray().Select(l => (l.GetProperty("line").GetProperty("on").GetString()!, l.GetProperty("line").GetProperty("found").GetProperty("hits").GetInt32())).ToList();
        kept.GetProperty("benchmarks").EnumerateArray().Select(l => (l.GetProperty("set").GetString()!, (int)Math.Round(l.GetProperty("value").GetDouble() * 10))).ShouldBe(gate);
        return gate;
    }
}
