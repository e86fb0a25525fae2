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
    internal sealed record Foreign(string What, int Line) : YamlTree(Line);

    /// <returns>Null for an empty document.</returns>
    /// <exception cref="YamlException">Not YAML, or several documents.</exception>
    public static YamlTree? Parse(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return null;
        parser.Consume<DocumentStart>();
        var root = Node(parser, []);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second)) throw new YamlException(second.Start, second.End, "a second document begins here");
        return root;
    }

    private static YamlTree Node(IParser parser, HashSet<string> anchors)
    {
        var here = (int)parser.Current!.Start.Line;
        if (parser.Current is NodeEvent { Anchor: { IsEmpty: false } anchor }) anchors.Add(anchor.Value);
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar)) return new Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, here);
        if (parser.TryConsume<AnchorAlias>(out var alias)) return !anchors.Contains(alias.Value.Value) ? throw new YamlException(alias.Start, alias.End, $"unknown alias {alias.Value}") : new Foreign($"the alias *{alias.Value}", here);
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
