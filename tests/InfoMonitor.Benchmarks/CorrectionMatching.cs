using BenchmarkDotNet.Attributes;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Benchmarks;

/// <summary>Matching a text against 100,000 references (aim: 10 ms), as a ratio to matching against 1,000: the index must make the number of references matter little.</summary>
/// <remarks>The references are stretches of this project's own rows put together anew, which share far more words than real claims do.</remarks>
[MemoryDiagnoser]
public class CorrectionMatching
{
    private CorrectionMatcher matcher = null!;
    private CorrectionIndex few = null!, many = null!;
    private string[] articles = [], posts = [];
    private int turn;

    [GlobalSetup]
    public void Prepare()
    {
        var models = Path.Combine(Repository.Root, "models");
        matcher = CorrectionMatcher.Load(Path.Combine(models, CorrectionModel.Name));
        var (claims, others) = CorrectionRows.Ordinary(Path.Combine(models, "data"));
        var random = new Random(1);
        var words = claims.Concat(others).SelectMany(t => t.Split(' ')).ToArray();
        var references = Enumerable.Range(0, 100_000).Select(i => new CorrectionText($"{i}", string.Join(' ', Enumerable.Range(0, 4).SelectMany(_ => Stretch(words, random))), "", Independent: true)).ToArray();
        (few, many) = (CorrectionIndex.Build(references.Take(1_000)), CorrectionIndex.Build(references));
        articles = [.. Enumerable.Range(0, 50).Select(_ => string.Join('\n', Enumerable.Range(0, 25).Select(_ => claims[random.Next(claims.Count)])))];
        posts = [.. others.Take(500)];
    }

    [Benchmark(Baseline = true)]
    public int An_article_of_25_sentences_against_1_000() => matcher.Match(null, articles[turn++ % articles.Length], few).Count;

    [Benchmark]
    public int An_article_of_25_sentences_against_100_000() => matcher.Match(null, articles[turn++ % articles.Length], many).Count;

    [Benchmark]
    public int A_post_against_100_000() => matcher.Match(null, posts[turn++ % posts.Length], many).Count;

    private static string[] Stretch(string[] words, Random random)
    {
        var at = random.Next(words.Length - 5);
        return words[at..(at + random.Next(2, 6))];
    }
}
