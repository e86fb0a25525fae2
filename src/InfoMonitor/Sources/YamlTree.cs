using InfoMonitor.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InfoMonitor.Sources;

/// <summary>A YAML document with the line of each part. YamlDotNet's own tree stops at the first doubled key; an operator wants all errors at once.</summary>
internal abstract record YamlTree(int Line)
{
    internal sealed record Scalar(string Value, bool Plain, int Line) : YamlTree(Line);

    internal sealed record List(IReadOnlyList<YamlTree> Items, int Line) : YamlTree(Line);

    internal sealed record Map(IReadOnlyList<(Scalar Key, YamlTree Value)> Entries, int Line) : YamlTree(Line);

    /// <summary>An alias, a key that is a list: YAML that means nothing here.</summary>
    internal sealed record Foreign(Text What, int Line) : YamlTree(Line);

    /// <returns>Null for an empty document.</returns>
    /// <exception cref="YamlException">Not YAML, or several documents.</exception>
    public static YamlTree? Parse(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return Document(parser);
        }
        catch (InvalidOperationException)   // YamlDotNet's scanner on "- {a: b" with "- c" below: a plain text that begins where none may
        {
            throw new ForeignYaml(parser.Current?.Start ?? Mark.Empty, parser.Current?.End ?? Mark.Empty, SourceFileTexts.Unreadable);
        }
    }

    private static YamlTree? Document(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return null;
        parser.Consume<DocumentStart>();
        var root = Node(parser, []);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second)) throw new ForeignYaml(second.Start, second.End, SourceFileTexts.SecondDocument);
        return root;
    }

    private static YamlTree Node(IParser parser, HashSet<string> anchors)
    {
        var here = (int)parser.Current!.Start.Line;
        if (parser.Current is NodeEvent { Anchor: { IsEmpty: false } anchor }) anchors.Add(anchor.Value);
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar)) return new Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, here);
        if (parser.TryConsume<AnchorAlias>(out var alias)) return !anchors.Contains(alias.Value.Value) ? throw new ForeignYaml(alias.Start, alias.End, SourceFileTexts.UnknownAlias(alias.Value.Value)) : new Foreign(SourceFileTexts.Alias(alias.Value.Value), here);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, anchors));
            return new List(items, here);
        }
        parser.Consume<MappingStart>();
        var entries = new List<(Scalar, YamlTree)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, anchors);
            var value = Node(parser, anchors);
            entries.Add((key as Scalar ?? new Scalar("?", true, key.Line), value));
        }
        return new Map(entries, here);
    }
}

/// <summary>YAML to its reader, and still none that a file of sources may hold.</summary>
internal sealed class ForeignYaml(Mark start, Mark end, Text why) : YamlException(start, end, why.En)
{
    public Text Why => why;
}
