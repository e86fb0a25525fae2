using System.Text;
using AngleSharp.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>What a block of text is in its page's markup.</summary>
internal enum BlockKind { Paragraph, Heading, ListItem, Quote, Cell, Other }

/// <summary>A run of text between two breaks of the page.</summary>
/// <param name="Text">White space folded, NFC.</param>
/// <param name="Linked">How many of its characters are link text.</param>
/// <param name="Kind">What its markup is.</param>
/// <param name="Node">Index of the innermost block element around it.</param>
/// <param name="Emphasised">All of it is bold or italic.</param>
/// <param name="Opening">How many characters of link text it begins with.</param>
internal sealed record TextBlock(string Text, int Linked, BlockKind Kind, int Node, bool Emphasised, int Opening)
{
    private int _running = -1;
    private Signature? _signature;

    public double LinkShare => (double)Linked / Text.Length;

    /// <summary>Asked of every block by several readers, reckoned once.</summary>
    public int Running => _running >= 0 ? _running : _running = BlockJudge.RunningOf(this);

    /// <summary>Whether it says who wrote something, and when; reckoned once.</summary>
    public Signature Signature => _signature ??= Signature.Of(Text);
}

/// <summary>An element that breaks lines, and the stretch of blocks below it.</summary>
internal struct OutlineNode
{
    public IElement Element;
    public int Parent;
    public Cue Cue;
    public int FirstBlock;
    public int EndBlock;
    /// <summary>Index after the last node below this one.</summary>
    public int End;
}

/// <summary>
/// The page as a flat list of text blocks, and the tree of elements over it, each of which covers a contiguous stretch of blocks.
/// Made by one walk without recursion, which looks at each node once; every later question is about ranges.
/// </summary>
internal sealed class PageOutline
{
    private readonly List<TextBlock> _blocks = [];
    private OutlineNode[] _nodes = new OutlineNode[512];
    private int _count;

    public IReadOnlyList<TextBlock> Blocks => _blocks;

    /// <summary>The page's <c>time</c> elements, and the block each stands in.</summary>
    public List<(IElement Element, int Block)> Times { get; } = [];

    /// <summary>Blocks in which an element is named as the author of a comment.</summary>
    public List<int> Commenters { get; } = [];

    /// <summary>How many blocks stand before each field for a longer text.</summary>
    public List<int> Forms { get; } = [];

    /// <summary>How many blocks stand before each button that answers a comment.</summary>
    public List<int> Answers { get; } = [];

    private int[]? _running;

    /// <summary>Characters of running text in a stretch of blocks, its end excluded.</summary>
    public int RunningIn(int first, int end)
    {
        _running ??= Sums();
        return end <= first ? 0 : _running[end] - _running[first];
    }

    private int[] Sums()
    {
        var sums = new int[_blocks.Count + 1];
        for (var i = 0; i < _blocks.Count; i++) sums[i + 1] = sums[i] + _blocks[i].Running;
        return sums;
    }

    public ReadOnlySpan<OutlineNode> Nodes => _nodes.AsSpan(0, _count);

    public static PageOutline Of(IElement body, CancellationToken cancellation)
    {
        var outline = new PageOutline();
        new Walk(outline, cancellation).Over(body);
        return outline;
    }

    private int Open(IElement element, int parent, Cue cue)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new OutlineNode { Element = element, Parent = parent, Cue = cue, FirstBlock = _blocks.Count };
        return _count++;
    }

    private void Close(int node)
    {
        _nodes[node].EndBlock = _blocks.Count;
        _nodes[node].End = _count;
    }

    private sealed class Walk(PageOutline outline, CancellationToken cancellation)
    {
        private readonly Cues _cues = new();
        private readonly StringBuilder _text = new();
        private readonly Stack<Frame> _open = new();
        private int _linked, _plain, _opening, _node, _links, _marks, _lineBreaks;
        private bool _space;

        public void Over(IElement body)
        {
            _node = outline.Open(body, -1, Cue.None);
            _open.Push(new Frame(body, 0, Role.Block, _node, BlockKind.Other));
            while (_open.TryPop(out var frame))
            {
                var children = frame.Of.ChildNodes;
                if (frame.Next >= children.Length) { Leave(frame); continue; }
                var child = children[frame.Next];
                _open.Push(frame with { Next = frame.Next + 1 });
                if (child is IText text) Append(text.Data);
                else if (child is IElement element) Enter(element, frame);
            }
        }

        private void Enter(IElement element, Frame around)
        {
            cancellation.ThrowIfCancellationRequested();
            var role = Elements.RoleOf(element.LocalName);
            switch (role)
            {
                case Role.Skipped:
                    if (element.LocalName == "textarea") outline.Forms.Add(outline._blocks.Count);
                    else if (element.LocalName == "button" && ReaderComments.IsToAnswer(element)) outline.Answers.Add(outline._blocks.Count + (_text.Length > 0 ? 1 : 0));
                    return;
                case Role.Break:
                    // One line break inside a paragraph is a space; two divide paragraphs.
                    if (element.LocalName == "hr" || ++_lineBreaks > 1 || EndsLine() || IsAboveSignature(around, around.Next + 1) || IsAboveDay(around, around.Next + 1)) Flush();
                    else _space = true;
                    return;
                case Role.Block:
                    var cue = _cues.Of(element);
                    Flush();
                    if (element.LocalName is "aside" or "nav" or "footer" or "figcaption" or "figure" or "dialog" or "menu" or "form") cue |= Cue.Aside;
                    _node = outline.Open(element, around.Node, cue);
                    _open.Push(new Frame(element, 0, role, _node, Elements.BlockKindOf(element.LocalName) ?? around.Kind));
                    return;
                case Role.Link: _links++; break;
                case Role.Mark:
                    if (IsAboveSignature(around, around.Next)) Flush();
                    _marks++;
                    break;
                case Role.Inline:
                    if (element.LocalName == "time") outline.Times.Add((element, outline._blocks.Count));
                    if (element.Attributes.Length > 0 && _cues.Of(element) is var named && named.Has(Cue.Hidden | Cue.Aside | Cue.Advertisement | Cue.Comments))
                    {
                        if (named.Has(Cue.Comments) && Cues.IsPerson(element.ClassName)) outline.Commenters.Add(outline._blocks.Count);
                        return;
                    }
                    break;
            }
            _open.Push(new Frame(element, 0, role, around.Node, around.Kind));
        }

        /// <summary>Longer ones are not looked at again at each line break.</summary>
        private const int LongestLine = 1_500;

        /// <summary>A line of its own before a line break: a stamp, a heading over readers' comments, what somebody named said.</summary>
        private bool EndsLine()
        {
            if (_text.Length is 0 or > LongestLine) return false;
            var line = _text.ToString();
            return DateLine.Is(line) || (line.Length <= 60 && (ReaderComments.MayHead(line) || (_plain == 0 && Signature.Of(line) is { Name.Length: > 0, IsOther: false }))) || ((Signature.Speaker(line) ?? Signature.BeforeDash(line)) is { } name && Signature.Of(name).IsPerson && BlockJudge.EndsSentence(line)) || Signature.OfWhole(line) is not null;
        }

        /// <summary>A sentence or more, not quoted, and the name of who wrote it, which ends the paragraph or the line: "... every winter. <b>Joan P</b>".</summary>
        /// <param name="next">The child of the paragraph from which on the name stands.</param>
        private bool IsAboveSignature(Frame paragraph, int next)
        {
            if (_text.Length is 0 or > LongestLine || paragraph.Role != Role.Block || RestOfLine(paragraph.Of.ChildNodes, next) is not { Length: > 0 and <= LongestSignature } signature) return false;
            var line = _text.ToString().TrimEnd(Dashes);
            if (!BlockJudge.EndsSentence(line) || line.EndsWith(':') || ReaderEvidence.IsQuoted(line) || Signature.Of(Prose.Fold(signature)) is not { Name.Length: > 0, IsOther: false }) return false;
            _text.Length = line.Length;
            return true;
        }

        /// <summary>The line below tells the day: what stands above it, a headline as often as not, ends there.</summary>
        private bool IsAboveDay(Frame paragraph, int next) =>
            _text.Length is > 0 and <= LongestLine && RestOfLine(paragraph.Of.ChildNodes, next) is { Length: >= ShortestDay and <= LongestSignature } rest && rest.AsSpan().ContainsAnyInRange('0', '9') && DateLine.Is(Prose.Fold(rest));

        /// <summary>The text from a child on up to a line break or the end; null where another kind of element, or a long text, stands there.</summary>
        private static string? RestOfLine(INodeList children, int next)
        {
            var rest = "";
            for (; next < children.Length && children[next] is not IElement { LocalName: "br" }; next++)
            {
                if (children[next] is IComment) continue;
                if (children[next] is IElement element && Elements.RoleOf(element.LocalName) is not (Role.Mark or Role.Inline)) return null;
                rest += children[next].TextContent;
                if (rest.Length > LongestSignature && !string.IsNullOrWhiteSpace(rest)) return null;
            }
            return rest;
        }

        private static readonly char[] Dashes = [.. " –—-"];
        private const int LongestSignature = 80;
        /// <summary>"4/9/2026".</summary>
        private const int ShortestDay = 8;

        private void Leave(Frame frame)
        {
            switch (frame.Role)
            {
                case Role.Link: _links--; break;
                case Role.Mark: _marks--; break;
                case Role.Block:
                    Flush(frame.Kind);
                    outline.Close(frame.Node);
                    _node = _open.TryPeek(out var parent) ? parent.Node : 0;
                    break;
                case Role.Inline or Role.Break or Role.Skipped: break;
            }
        }

        private void Append(string data)
        {
            foreach (var c in data)
            {
                if (char.IsWhiteSpace(c)) { _space = true; continue; }
                if (c is '\u00ad' or '\u200b' or '\ufeff' or '\u2060' or < ' ') continue;
                if (_space && _text.Length > 0) { _text.Append(' '); if (_links > 0) _linked++; }
                _space = false;
                _lineBreaks = 0;
                _text.Append(c);
                if (_links > 0 && ++_linked == _text.Length) _opening = _linked;
                if (_marks == 0) _plain++;
            }
        }

        private void Flush(BlockKind? kind = null)
        {
            _lineBreaks = 0;
            _space = false;
            if (_text.Length == 0) return;
            var text = Nfc.Of(_text.ToString());
            outline._blocks.Add(new TextBlock(text, Math.Min(_linked, text.Length), kind ?? (_open.TryPeek(out var around) ? around.Kind : BlockKind.Other), _node, _plain == 0, Math.Min(_opening, text.Length)));
            _text.Clear();
            _linked = _plain = _opening = 0;
        }
    }

    private readonly record struct Frame(INode Of, int Next, Role Role, int Node, BlockKind Kind);

    private enum Role { Block, Inline, Link, Mark, Break, Skipped }

    private static class Elements
    {
        public static Role RoleOf(string name) => name switch
        {
            "script" or "style" or "noscript" or "template" or "svg" or "math" or "iframe" or "object" or "embed" or "audio" or "video" or "canvas" or "map" or "button" or "select" or "option" or "input" or "textarea" or "datalist"
                or "head" or "title" or "meta" or "link" or "param" or "source" or "track" or "progress" or "meter" or "img" or "picture" or "applet" or "frameset" or "noframes" or "rp" or "rt" or "amp-ad" or "amp-embed" or "gu-island-ad" => Role.Skipped,
            "br" or "hr" or "wbr" => name == "wbr" ? Role.Inline : Role.Break,
            "a" => Role.Link,
            "b" or "strong" or "em" or "i" => Role.Mark,
            "span" or "font" or "u" or "s" or "small" or "big" or "sub" or "sup" or "abbr" or "acronym" or "cite" or "q" or "code" or "kbd" or "samp" or "var" or "time" or "mark" or "del" or "ins" or "label" or "bdi" or "bdo" or "tt" or "dfn" or "data"
                or "strike" or "nobr" or "ruby" or "rb" or "output" or "o:p" or "st1:place" or "center-inline" => Role.Inline,
            _ => Role.Block,
        };

        public static BlockKind? BlockKindOf(string name) => name switch
        {
            "p" or "pre" => BlockKind.Paragraph,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
            "li" or "dt" or "dd" => BlockKind.ListItem,
            "blockquote" => BlockKind.Quote,
            "td" or "th" => BlockKind.Cell,
            "div" or "section" or "article" or "ul" or "ol" or "table" => BlockKind.Other,
            _ => null,
        };
    }
}
