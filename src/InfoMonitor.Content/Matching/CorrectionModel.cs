using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;

namespace InfoMonitor.Content.Matching;

/// <summary>The re-ranker: a weight for each feature of a pair, the word weights it was trained with, and its card.</summary>
internal sealed record CorrectionModel(ModelCard Card, float[] Weights, double Bias, WordWeights Words)
{
    public const string Name = "corrections";

    private const string Remedy = "Restore the models folder, or make it anew with: infomonitor model train --only corrections";

    public OutputCard Output => Card.Outputs[0];

    /// <param name="values">What <see cref="PairFeatures.Measure"/> filled.</param>
    public double LogOdds(ReadOnlySpan<float> values)
    {
        var sum = Bias;
        for (var i = 0; i < values.Length; i++) sum += (double)values[i] * Weights[i];
        return sum;
    }

    /// <exception cref="InvalidDataException">A file is missing, broken, or not the one its card describes.</exception>
    public static CorrectionModel Load(string folder)
    {
        var path = Path.Combine(folder, "card.json");
        try
        {
            var card = JsonSerializer.Deserialize<ModelCard>(File.ReadAllBytes(path), ModelCard.Json);
            if (card?.Outputs is not [var output] || output.Name != FlagReason.MatchesCorrection.Word()) throw new InvalidDataException($"{path} is not the card of the corrections model. {Remedy}");
            path = Path.Combine(folder, "words.tsv");
            var words = WordWeights.Read(File.ReadAllText(path), path, Remedy);
            path = Path.Combine(folder, "model.zip");
            if (ModelFile.Read(path, Remedy) is not ([var weights], [var bias])) throw new InvalidDataException($"{path} is not the model its card describes. {Remedy}");
            if (weights.Length != PairFeatures.Count || Hash(weights, bias, words, output) != card.Weights) throw new InvalidDataException($"{path} is not the model its card describes. {Remedy}");
            return new CorrectionModel(card, weights, bias, words);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} {Remedy}", e);
        }
    }

    public void Write(string folder, MLContext ml, ITransformer transformer, DataViewSchema schema)
    {
        Directory.CreateDirectory(folder);
        ml.Model.Save(transformer, schema, Path.Combine(folder, "model.zip"));
        File.WriteAllText(Path.Combine(folder, "words.tsv"), Words.Write());
        File.WriteAllText(Path.Combine(folder, "card.json"), JsonSerializer.Serialize(Card, ModelCard.Json) + "\n");
    }

    public static string Hash(float[] weights, double bias, WordWeights words, OutputCard output)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(MemoryMarshal.AsBytes(weights.AsSpan()));
        sha.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bias:R}\n{words.Write()}\n{Thesaurus.Written()}")));
        sha.AppendData(output.Numbers());
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    public static (float[] Weights, double Bias) Parameters(ITransformer transformer)
    {
        if (transformer is IEnumerable<ITransformer> chain) transformer = chain.Last();
        var model = ((ISingleFeaturePredictionTransformer<object>)transformer).Model;
        var linear = (LinearBinaryModelParameters)((CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)model).SubModel;
        return ([.. linear.Weights], linear.Bias);
    }
}
