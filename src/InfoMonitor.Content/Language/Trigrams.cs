using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace InfoMonitor.Content.Language;

/// <summary>Small profiles of languages by the trigrams of their words (<c>trigrams.txt</c>).</summary>
internal static class Trigrams
{
    /// <summary>What a trigram outside a profile counts as, per mille.</summary>
    private const double Unseen = 0.12;

    private static readonly Lazy<(string[] Codes, Dictionary<string, float[]> Weights)> Profiles = new(Read);

    /// <summary>The closest profile's language; by how much (natural log of the likelihoods' ratio) it beats the next other one; and its mean over the text's trigrams,
    /// which tells a language that has no profile. <c>und</c> is a language without a two-letter code.</summary>
    public static (string Code, double Margin, double Fit) Closest(List<string> words)
    {
        var (codes, weights) = Profiles.Value;
        var scores = new double[codes.Length];
        var count = 0;
        foreach (var word in words)
        {
            var framed = $"_{word}_";
            for (var i = 0; i + 3 <= framed.Length; i++)
            {
                count++;
                if (!weights.TryGetValue(framed.Substring(i, 3), out var row)) continue;
                for (var k = 0; k < scores.Length; k++) scores[k] += row[k];
            }
        }
        if (count == 0) return ("und", 0, 0);
        var best = 0;
        for (var k = 1; k < scores.Length; k++) if (scores[k] > scores[best]) best = k;
        var next = double.MinValue;
        for (var k = 0; k < scores.Length; k++) if (codes[k] != codes[best]) next = Math.Max(next, scores[k]);
        return (codes[best], scores[best] - Math.Max(next, 0), scores[best] / count);
    }

    /// <summary>For every trigram, the log of its share over <see cref="Unseen"/> in each profile.</summary>
    private static (string[] Codes, Dictionary<string, float[]> Weights) Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("InfoMonitor.Content.Language.trigrams.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split(' ')).ToArray();
        var weights = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var k = 0; k < lines.Length; k++)
            foreach (var entry in lines[k].AsSpan(1))
            {
                var share = entry.Length > 3 ? int.Parse(entry.AsSpan(3), CultureInfo.InvariantCulture) : 0.5;
                ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, entry[..3], out _);
                row ??= new float[lines.Length];
                row[k] = (float)Math.Log(share / Unseen);
            }
        return ([.. lines.Select(l => l[0])], weights);
    }
}
