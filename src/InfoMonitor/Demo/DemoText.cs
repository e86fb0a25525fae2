using InfoMonitor.Domain;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InfoMonitor.Demo;

/// <summary>How a sample publisher announces its pages.</summary>
internal enum DemoEntry { Rss, Atom, Json, Sitemap, List }

/// <summary>A sample publisher and what it publishes, as written in <c>sites/*.yaml</c>. Everything in it is invented.</summary>
internal sealed class DemoText
{
    public string Id { get; init; } = "";
    public string Publisher { get; init; } = "";

    /// <summary>A word of <see cref="SourceKind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>A word of <see cref="Domain.Ownership"/>.</summary>
    public string Ownership { get; init; } = "";

    /// <summary>ISO 639-1.</summary>
    public string Language { get; init; } = "";

    public DemoEntry Entry { get; init; }
    public List<DemoArticle> Articles { get; init; } = [];

    /// <summary>Every sample publisher, fact-checker first.</summary>
    public static IReadOnlyList<DemoText> All { get; } = Read();

    private static DemoText[] Read()
    {
        var assembly = typeof(DemoText).Assembly;
        var yaml = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance).Build();
        var texts = assembly.GetManifestResourceNames().Where(n => n.StartsWith("demo/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return yaml.Deserialize<DemoText>(reader);
        }).ToArray();
        var articles = texts.SelectMany(t => t.Articles.Select(a => (Key: $"{t.Id}/{a.Slug}", Article: a))).ToDictionary(p => p.Key, p => p.Article, StringComparer.Ordinal);
        foreach (var copy in articles.Values.Where(a => a.CopyOf is not null)) copy.Text = articles[copy.CopyOf!].Text;
        return texts;
    }
}

/// <summary>One sample text.</summary>
internal sealed class DemoArticle
{
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>How long before the demo's first start it was published.</summary>
    public double Hours { get; init; }

    /// <summary>ISO 639-1; null for the publisher's.</summary>
    public string? Language { get; init; }

    /// <summary>What the service must make of it: a flag reason's word, <c>debunk</c>, <c>disallowed</c>, <c>protected</c> with its class, or null for ordinary news. Never served: the tests read it.</summary>
    public string? Expect { get; init; }

    /// <summary>The claim that was checked, on a fact-checker's page.</summary>
    public string? Claim { get; init; }

    public string? Verdict { get; init; }

    /// <summary><c>publisher/slug</c> of the text it carries word for word.</summary>
    public string? CopyOf { get; init; }

    /// <summary>A line per paragraph.</summary>
    public string Text { get; set; } = "";
}
