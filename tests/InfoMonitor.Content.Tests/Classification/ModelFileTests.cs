using System.IO.Compression;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;
using Microsoft.ML;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class ModelFileTests : IDisposable
{
    private const string Remedy = "Make it anew.";

    private readonly string folder = Directory.CreateTempSubdirectory("infomonitor-model-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Models => [.. Directory.GetFiles(Repository.Models, "model.zip", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Repository.Models, p))];

    [Theory, MemberData(nameof(Models))]
    public void Weights_and_bias_are_those_that_ml_net_loads(string file)
    {
        var path = Path.Combine(Repository.Models, file);
        var loaded = new MLContext(seed: 1).Model.Load(path, out _);
        var expected = file.StartsWith("corrections", StringComparison.Ordinal) ? [CorrectionModel.Parameters(loaded)] : ((IEnumerable<ITransformer>)loaded).Select(LinearModel.Parameters).ToList();
        var (weights, bias) = ModelFile.Read(path, Remedy);
        bias.ShouldBe(expected.Select(e => e.Bias));
        weights.Length.ShouldBe(expected.Count);
        for (var output = 0; output < weights.Length; output++) weights[output].AsSpan().SequenceEqual(expected[output].Weights).ShouldBeTrue($"output {output}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.0001)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_model_that_breaks_off_is_said_to_with_its_file_and_the_remedy(double kept)
    {
        var whole = Entry(Path.Combine(Repository.Models, "hate", "model.zip"));
        var message = Says(Zip(whole[..(int)(whole.Length * kept)]));
        message.ShouldStartWith(Path.Combine(folder, "model.zip"));
        message.ShouldEndWith(Remedy);
    }

    [Fact]
    public void What_is_no_zip_or_holds_another_thing_is_said_to()
    {
        Says(Zip(new byte[64])).ShouldContain("no model of ML.NET");
        var path = Path.Combine(folder, "text.zip");
        File.WriteAllText(path, "not a zip");
        Says(path).ShouldEndWith(Remedy);
        Says(Path.Combine(folder, "none.zip")).ShouldEndWith(Remedy);
    }

    private static string Says(string path) => Should.Throw<InvalidDataException>(() => ModelFile.Read(path, Remedy)).Message;

    private static byte[] Entry(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var bytes = new MemoryStream();
        using var stream = zip.Entries.First(e => e.FullName.EndsWith("/Predictor/Model.key", StringComparison.Ordinal)).Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string Zip(byte[] model)
    {
        var path = Path.Combine(folder, "model.zip");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("Transform/Predictor/Model.key").Open();
        entry.Write(model);
        return path;
    }
}
