using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers;

namespace InfoMonitor.Content.Classification;

/// <summary>The weights of a model's outputs, read from ML.NET's file once; scoring is our own sparse dot product over them, thread-safe and exact.</summary>
internal sealed class LinearModel
{
    /// <summary>By output and bucket, until they stand in a table with others.</summary>
    private readonly float[][]? raw;
    private readonly Lazy<WeightTable> table;

    private LinearModel(ModelSpec spec, ModelCard card, double[] bias, float[][]? raw, Lazy<WeightTable> table) => (Spec, Card, Bias, this.raw, this.table) = (spec, card, bias, raw, table);

    public ModelSpec Spec { get; }

    public ModelCard Card { get; }

    /// <summary>By output.</summary>
    public double[] Bias { get; }

    /// <summary>The weight of an output for a bucket.</summary>
    public double this[int bucket, int output] => (Spec.View == ModelView.WholeText ? table.Value.Around : table.Value.Own).Weight(Spec, output, bucket);

    /// <summary>What its outputs weigh in a sentence, or around it; reckoned once for every model of the same table.</summary>
    public ReadOnlySpan<double> Sums(Unit unit, bool around)
    {
        var block = around ? table.Value.Around : table.Value.Own;
        return unit.Sums(table.Value, Spec.Form, around).AsSpan(block.First(Spec), Bias.Length);
    }

    /// <summary>What its outputs weigh in the meanings of a sentence, of a model that <see cref="ModelSpec.WeighsMeanings"/>.</summary>
    public ReadOnlySpan<double> Meant(Unit unit) => unit.Meant(table.Value, Spec.Form).AsSpan(table.Value.Around.First(Spec), Bias.Length);

    /// <summary>The same models over one table.</summary>
    /// <param name="models">Each loaded or trained by itself.</param>
    public static IReadOnlyList<LinearModel> Joined(IEnumerable<LinearModel> models)
    {
        var all = models.ToList();
        var joined = new WeightTable([.. all.Select(m => (m.Spec, m.raw ?? throw new InvalidOperationException("Joined already.")))]);
        return [.. all.Select(m => new LinearModel(m.Spec, m.Card, m.Bias, raw: null, new Lazy<WeightTable>(joined)))];
    }

    /// <exception cref="InvalidDataException">A file is missing, broken, or not the one its card describes.</exception>
    public static LinearModel Load(string models, ModelSpec spec)
    {
        var folder = Path.Combine(models, spec.Name);
        var cardPath = Path.Combine(folder, "card.json");
        var zipPath = Path.Combine(folder, "model.zip");
        var card = ReadCard(cardPath);
        if (!card.Outputs.Select(o => o.Name).SequenceEqual(spec.Outputs, StringComparer.Ordinal))
            throw new InvalidDataException($"{cardPath} names other outputs than this version knows. {Remedy}");
        var (weights, bias) = ModelFile.Read(zipPath, Remedy);
        if (weights.Length != spec.Outputs.Count || Hash(weights, bias, card.Outputs, card.Languages) != card.Weights)
            throw new InvalidDataException($"{zipPath} is not the model its card describes, or {cardPath} was changed. {Remedy}");
        return Of(spec, card, weights, bias);
    }

    /// <summary>A model that was just trained, not yet written.</summary>
    public static LinearModel Of(ModelSpec spec, ModelCard card, float[][] weights, double[] bias) =>
        new(spec, card, bias, weights, new Lazy<WeightTable>(() => new WeightTable([(spec, weights)])));

    /// <exception cref="InvalidDataException">The card is missing, broken, or not as it was sealed.</exception>
    public static ModelCard ReadCard(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var card = JsonSerializer.Deserialize<ModelCard>(bytes, ModelCard.Json) ?? throw new InvalidDataException($"{path} is empty. {Remedy}");
            if (CardFault.Lacks(card) is { } key) throw new InvalidDataException($"{path}: {key}: is null. {Remedy}");
            return card.Seal is null || card.Seal == CardSeal.Of(bytes) ? card : throw new InvalidDataException($"{path} was changed since 'model train' wrote it: its seal is not its own. {Remedy}");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}:{CardFault.Of(e)} {Remedy}", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)   // ArgumentException: a key twice
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} {Remedy}", e);
        }
    }

    /// <summary>Over what a probability and a flag are made of: weights, and the numbers of the card that they are read with.</summary>
    public static string Hash(float[][] weights, double[] bias, IReadOnlyList<OutputCard> outputs, IReadOnlyList<string> languages)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(MemoryMarshal.AsBytes(bias.AsSpan()));
        foreach (var output in weights) sha.AppendData(MemoryMarshal.AsBytes(output.AsSpan()));
        foreach (var output in outputs) sha.AppendData(output.Numbers());
        sha.AppendData(Encoding.UTF8.GetBytes(string.Join(' ', languages)));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private const string Remedy = "Restore the models folder, or make it anew with: infomonitor model train";

    /// <summary>Weights and bias of one trained logistic regression.</summary>
    public static (float[] Weights, double Bias) Parameters(ITransformer transformer)
    {
        var model = ((ISingleFeaturePredictionTransformer<object>)transformer).Model;
        var linear = (LinearBinaryModelParameters)((CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>)model).SubModel;
        return ([.. linear.Weights], linear.Bias);
    }
}
