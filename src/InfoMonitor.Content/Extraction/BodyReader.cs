using AngleSharp.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>
/// Lead and body of a page, a line per paragraph. Two readings of the same page are compared: the page's own structured data (JSON-LD <c>articleBody</c>),
/// and the blocks of its markup. Where they agree, the markup's blocks are taken (they carry headings and lists); where one is broken, the other stands in.
/// </summary>
internal sealed class BodyReader
{
    private const int ShortestData = 250;
    private const int ShortestEnd = 40;
    private const int ShortestRepeated = 20;
    /// <summary>Stretches and blocks of readers' that are looked for in the data.</summary>
    private const int MaximumRepeated = 100;
    /// <summary>Cells: fewer may be what the page puts around the text.</summary>
    private const int ShortestTable = 6;
    /// <summary>Blocks above the headline in which its lead may stand.</summary>
    private const int FarthestLead = 4;
    /// <summary>Blocks between the headline and the first sentence.</summary>
    private const int LongestOpening = 8;
    /// <summary>A text as short says less than what stands below the pictures.</summary>
    private const int ShortestStory = 60;
    private const int FewestPictures = 4;
    /// <summary>Words.</summary>
    private const int ShortestClaim = 8;
    private const int ShortestClause = 8;
    /// <summary>Blocks below a heading by which it is judged.</summary>
    private const int LongestDebate = 20;
    /// <summary>Lines of an imprint.</summary>
    private const int LongestImprint = 12;
    private readonly PageOutline _outline;
    private readonly int _headline;
    private readonly PageTime _time;
    private MainContent _main;
    private bool _isOfCaptions;
    private readonly PageMetadata _page;
    private readonly string _title;

    private BodyReader(PageOutline outline, PageMetadata page, string title, DateReader dates)
    {
        (_outline, _page, _title) = (outline, page, title);
        _headline = Headline();
        _time = new PageTime(page, title, outline, _headline, dates);
        _main = new MainContent(outline, _headline, _time);
    }

    public static PageReading Read(IElement body, PageMetadata page, string title, DateReader dates, CancellationToken cancellation) =>
        new BodyReader(PageOutline.Of(body, cancellation), page, title, dates).Read();

    private PageReading Read()
    {
        var headline = _headline;
        var blocks = FromMarkup();
        var isSetOut = false;
        if (Length(blocks) < ShortestData)
        {
            // Little was found where the names of elements were believed ("widget", "teaser"): names alone then, and the longer reading stands.
            var (named, little) = (_main, blocks);
            _main = new MainContent(_outline, _headline, _time, isTrusting: false);
            blocks = FromMarkup();
            var rows = Length(blocks) < ShortestStory ? SetOut(blocks.Count > 0) : [];
            if (rows.Count > 0) (isSetOut, blocks) = (blocks.Count == 0, [.. blocks.Union(rows).Order()]);
            if (Length(blocks) < 2 * Length(little)) (_main, blocks, isSetOut) = (named, little, false);
        }
        if (_page.Article is { } article && WithoutReaders(Prose.Lines(JsonLd.Body(article))) is { Length: >= ShortestData } data)
        {
            if (Agreed(blocks, data) is { } agreed) blocks = agreed;
            else return new PageReading(AuthorNotes.Without(data, _title), _title, _outline, headline, headline + 1, _outline.Blocks.Count);
        }
        while (blocks.Count > 1 && IsNote(blocks)) blocks.RemoveAt(blocks.Count - 1);
        var (first, last) = blocks.Count > 0 ? (blocks[0], blocks[^1]) : (headline + 1, _outline.Blocks.Count);
        AddOpening(blocks);
        AddLead(blocks, headline);
        return new PageReading(string.Join('\n', blocks.Select(block => Said(_outline.Blocks[block].Text))), _title, _outline, headline, first, last) { IsSetOut = isSetOut };
    }

    /// <summary>What a page of hardly a sentence sets out below its headline: what stands below its pictures, or the rows of a table (rates, the results of a draw, a forecast).</summary>
    /// <param name="isTold">There is a sentence: a table below it is read with it, or is none of it.</param>
    private List<int> SetOut(bool isTold)
    {
        if (_headline < 0) return [];
        var below = Enumerable.Range(_headline + 1, _outline.Blocks.Count - _headline - 1).Where(i => !_main.IsCut(i) && _outline.Blocks[i].Linked == 0).ToList();
        var captions = below.Where(i => Around(i, "figcaption, [class*='caption' i], [class*='chuthich' i]") is not null && BlockJudge.WordCount(_outline.Blocks[i].Text, 2) >= 2).ToList();
        if (captions.Count >= FewestPictures) return captions;
        if (isTold || below.Find(i => i <= _headline + LongestOpening && _outline.Blocks[i].Kind == BlockKind.Cell) is not (> 0 and var first)) return [];
        var table = Around(first, "table");
        if (table is null || table.Contains(_outline.Nodes[_outline.Blocks[_headline].Node].Element)) return [];
        var end = first;
        while (end < _outline.Blocks.Count && !_main.IsCut(end) && _outline.Blocks[end] is { Kind: BlockKind.Cell, Linked: 0 } && Around(end, "table") == table) end++;
        return end - first > ShortestTable ? [.. Enumerable.Range(first, end - first)] : [];

        IElement? Around(int block, string selector) => _outline.Nodes[_outline.Blocks[block].Node].Element.Closest(selector);
    }

    private string Said(string text) => Phrases.WithoutHandle(_isOfCaptions ? Phrases.WithoutCredit(text) : text);

    private int Length(List<int> blocks) => blocks.Sum(block => _outline.Blocks[block].Text.Length);

    /// <summary>The block that shows the title; -1 when none does.</summary>
    private int Headline()
    {
        var title = Letters(_title);
        if (title.Length == 0) return -1;
        var level = (Best: -1, Main: false);
        for (var i = 0; i < _outline.Blocks.Count; i++)
        {
            var block = _outline.Blocks[i];
            // Folding makes three letters of one at most.
            if (block.Text.Length > 2 * _title.Length + 20 || 3 * block.Text.Length < title.Length) continue;
            var isMain = _outline.Nodes[block.Node].Element.LocalName == "h1";
            if ((level.Best < 0 || (isMain && !level.Main)) && Letters(block.Text) == title) level = (i, isMain);
        }
        return level.Best;
    }

    /// <summary>Letters and digits, folded: quotes and dots are written in many ways.</summary>
    private static string Letters(string text) => new([.. Folding.Fold(text).Where(char.IsLetterOrDigit)]);

    /// <summary>Indices of the blocks of the article.</summary>
    private List<int> FromMarkup()
    {
        var (first, end) = _main.Find();
        // A box beside the article may stand before its headline in the markup.
        if (_headline >= first && _headline < end && _main.RunningIn(_headline, end) is var below && below >= ShortestData && below >= 2 * _main.RunningIn(first, _headline)) first = _headline + 1;
        var kept = new List<int>();
        var title = Letters(_title);
        var homes = new HashSet<(string, string)>();
        _isOfCaptions = IsOfCaptions(first, end);
        for (var i = first; i < end; i++)
        {
            var block = _outline.Blocks[i];
            if (IsPastEnd(first, end, i, homes)) break;
            if (_main.IsCut(i) || !Belongs(block) || (!_isOfCaptions && IsBelowPicture(i, first)) || (block.Text.Length <= 2 * _title.Length && Letters(block.Text) == title)) continue;
            if (BlockJudge.Running(block) > 0) homes.Add(Home(i));
            kept.Add(i);
        }
        Trim(kept, homes);
        AddRows(kept);
        return kept;
    }

    /// <summary>A short notice goes on in the list that its last line announces, or in a table right below it: the days of a forecast, the hours of each village.</summary>
    private void AddRows(List<int> kept)
    {
        if (kept.Count == 0 || Length(kept) >= ShortestData) return;
        var (above, from) = (_outline.Blocks[kept[^1]], kept[^1] + 1);
        if (from >= _outline.Blocks.Count || !(IsListed(from) ? IsBelow(above.Node, _outline.Blocks[from].Node) : IsPoint(from))) return;
        var end = from;
        while (end < _outline.Blocks.Count && !_main.IsCut(end) && _outline.Blocks[end] is { Linked: 0 } row && row.Kind == _outline.Blocks[from].Kind && (IsListed(end) || IsPoint(end))) end++;
        if ((end - from >= ShortestTable && IsListed(from)) || (above.Text.EndsWith(':') && end - from > 1)) kept.AddRange(Enumerable.Range(from, end - from));

        // "- Thôn Nà Lếch: sáng 10/3", set as the paragraphs above are.
        bool IsPoint(int block) => _outline.Blocks[block] is { Kind: BlockKind.Paragraph, Text: ['-' or '–' or '+' or '•' or '*', ' ', ..] } && Home(block) == Home(kept[^1]);
    }

    private bool IsListed(int block) => _outline.Blocks[block].Kind is BlockKind.Cell or BlockKind.ListItem;

    /// <summary>The table or list stands in the element that holds the text.</summary>
    private bool IsBelow(int text, int row) =>
        _outline.Nodes[row].Element.Closest("table, ul, ol")?.ParentElement?.Contains(_outline.Nodes[text].Element) == true;

    /// <summary>A story in pictures: what stands below them is the text.</summary>
    private bool IsOfCaptions(int first, int end)
    {
        var (captions, all) = (0, 0);
        for (var i = first; i < end; i++)
        {
            if (_main.IsCut(i) || BlockJudge.Running(_outline.Blocks[i]) is not (> 0 and var running)) continue;
            all += running;
            if (Phrases.IsCredited(_outline.Blocks[i].Text) || IsBelowPicture(i, first)) captions += running;
        }
        return 2 * captions > all;
    }

    /// <summary>A sentence in italics, a paragraph of its own right below a picture in another: its caption. The first paragraph so may be the lead.</summary>
    private bool IsBelowPicture(int block, int first)
    {
        if (block == first || _outline.Blocks[block] is not { Emphasised: true, Linked: 0, Kind: BlockKind.Paragraph or BlockKind.Other, Text.Length: <= LongestCaption } said || Sentences(said.Text) > 1) return false;
        var element = _outline.Nodes[said.Node].Element;
        if (!element.QuerySelectorAll("em, i").Any(italic => Prose.Line(italic.TextContent).Length >= said.Text.Length - 2)) return false;
        return element.PreviousElementSibling is { } picture && (picture.LocalName is "img" or "picture" or "figure" || picture.QuerySelector("img, picture") is not null) && string.IsNullOrWhiteSpace(picture.TextContent);

        static int Sentences(string text) => text.TrimEnd('.', '!', '?', '…', ' ').Split([". ", "! ", "? "], StringSplitOptions.None).Length;
    }

    private const int LongestCaption = 200;

    private bool IsPastEnd(int first, int end, int block, HashSet<(string, string)> homes)
    {
        if (_outline.Blocks[block].Kind == BlockKind.ListItem || !Phrases.IsEnding(_outline.Blocks[block].Text) || HeadsExperts(block, end)) return false;
        var before = _main.RunningIn(first, block);
        return before >= 300 && before >= 0.3 * _main.RunningIn(block, end) && !GoesOn(homes, block, end);
    }

    /// <summary>"Ý kiến", "Bình luận" over people with titles or what is quoted of them: a part of the article. Of readers' comments below such a line it is known already.</summary>
    private bool HeadsExperts(int heading, int end)
    {
        if (!ReaderComments.MayHead(_outline.Blocks[heading].Text)) return false;
        var (all, said) = (0, 0);
        for (var i = heading + 1; i < Math.Min(end, heading + LongestDebate) && !Phrases.IsEnding(_outline.Blocks[i].Text); i++)
        {
            if (_main.IsCut(i)) return false;
            if (BlockJudge.Running(_outline.Blocks[i]) == 0) continue;
            all++;
            if (ReaderEvidence.IsQuoted(_outline.Blocks[i].Text) || Signature.IsRanked(_outline.Blocks[i].Text[..Math.Min(_outline.Blocks[i].Text.Length, 100)]) || Signature.IsRanked(_outline.Blocks[i - 1].Text)) said++;
        }
        return all > 0 && 2 * said > all;
    }

    /// <summary>A box of related links in mid-article ends nothing: the text goes on in the element it stood in before.</summary>
    private bool GoesOn(HashSet<(string, string)> homes, int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            if (!_main.IsCut(i) && BlockJudge.Running(_outline.Blocks[i]) > 0 && (homes.Contains(Home(i)) || IsInBodyPiece(i))) return true;
        return false;
    }

    /// <summary>A paragraph right below an element that is named as a body.</summary>
    private bool IsInBodyPiece(int block) =>
        _outline.Blocks[block].Kind == BlockKind.Paragraph && _outline.Nodes[_outline.Blocks[block].Node].Parent is >= 0 and var parent && _outline.Nodes[parent].Cue.Has(Cue.Body);

    /// <summary>The kind of element whose text a block is a paragraph of: its name and class, for bodies are often cut into pieces of one make.</summary>
    private (string Name, string Class) Home(int block)
    {
        var node = _outline.Blocks[block].Node;
        if (_outline.Blocks[block].Kind != BlockKind.Other && _outline.Nodes[node].Parent >= 0) node = _outline.Nodes[node].Parent;
        if (_outline.Nodes[node] is { Element.LocalName: "blockquote", Parent: >= 0 and var around }) node = around;
        var element = _outline.Nodes[node].Element;
        return (element.LocalName, element.ClassName ?? "");
    }

    private bool Belongs(TextBlock block) =>
        !Phrases.IsLabel(block.Text)
        && !Phrases.IsCredit(block.Text)
        && (_isOfCaptions || !((block.Emphasised && Phrases.IsCaption(block.Text)) || Phrases.IsCredited(block.Text)))
        && !Phrases.IsPromotion(block.Text)
        && !Stamp.Is(block.Text)
        && !((BlockJudge.Running(block) == 0 || DateLine.EndsWithHour(block.Text)) && DateLine.Is(block.Text))
        && !(block.Kind == BlockKind.Other && !block.Emphasised && block.Text.Length < 60 && BlockJudge.Running(block) == 0 && !BlockJudge.EndsSentence(block.Text))
        && (BlockJudge.Running(block) > 0 || block.LinkShare <= 0.6)
        && !(Phrases.IsPointer(block.Text) && (block.LinkShare > 0.4 || block.Text.Length < 60 || (block.Text.Length < 160 && !BlockJudge.EndsSentence(block.Text) && block.Text.AsSpan(0, 15).Contains(':'))));   // "Xem thêm: a headline"

    /// <summary>What stands before the first and after the last running text is furniture: dates, shares, tags, signatures.</summary>
    private void Trim(List<int> kept, HashSet<(string, string)> homes)
    {
        var first = kept.FindIndex(i => BlockJudge.Running(_outline.Blocks[i]) > 0);
        if (first < 0) { kept.Clear(); return; }
        kept.RemoveRange(0, first);
        CutImprint(kept);
        _notes = 0;
        while (kept.Count > 0 && _outline.Blocks[kept[^1]] is var last && (Phrases.IsFooter(last.Text) || Walls.IsPayLine(last.Text) || (BlockJudge.Running(last) == 0 && last.Kind != BlockKind.ListItem && !EndsBody(kept[^1], homes) && !EndsTable(kept)) || IsNote(kept))) kept.RemoveAt(kept.Count - 1);
    }

    private int _notes;

    /// <summary>The last paragraph speaks of who wrote the text, and at most one below it did.</summary>
    private bool IsNote(List<int> kept)
    {
        if (_notes >= AuthorNotes.Most || kept.Count < 2 || _outline.Blocks[kept[^1]] is not { Kind: BlockKind.Paragraph or BlockKind.Other or BlockKind.Quote } last
            || !AuthorNotes.Is(last.Text, $"{_title}\n{string.Join('\n', kept.SkipLast(1).Select(i => _outline.Blocks[i].Text))}")) return false;
        _notes++;
        return true;
    }

    /// <summary>A text may end with a table.</summary>
    private bool EndsTable(List<int> kept)
    {
        if (kept.Count <= ShortestTable) return false;
        for (var i = kept.Count - ShortestTable; i < kept.Count; i++) if (_outline.Blocks[kept[i]] is not { Kind: BlockKind.Cell, Linked: 0 }) return false;
        return true;
    }

    /// <summary>The imprint of a paper or portal, whatever its element is called: the last lines from the first that names a licence, an owner or who answers for it.</summary>
    private void CutImprint(List<int> kept)
    {
        var from = kept.Count;
        for (var i = kept.Count - 1; i >= Math.Max(0, kept.Count - LongestImprint); i--)
        {
            var block = _outline.Blocks[kept[i]];
            if (Imprints.Is(block.Text)) from = i;
            else if (BlockJudge.Running(block) > 0 && !Imprints.MayGoOn(block.Text)) break;
        }
        kept.RemoveRange(from, kept.Count - from);
    }

    /// <summary>A last paragraph without a full stop stands where the others stand: a verdict, a greeting, a place and a time, a byline in brackets after its sentence, who is quoted after what was said.</summary>
    private bool EndsBody(int block, HashSet<(string, string)> homes) =>
        _outline.Blocks[block] is { Kind: BlockKind.Paragraph or BlockKind.Quote, LinkShare: <= 0.3 } last
        && (last.Kind == BlockKind.Quote ? IsQuotation(last) : last.Text.Length >= ShortestEnd || IsShortSentence(last) || IsOwnLine(block)) && homes.Contains(Home(block));

    /// <summary>What was said, and by whom.</summary>
    private static bool IsQuotation(TextBlock block) => block.Text is ['“' or '"' or '«' or '„', ..] && BlockJudge.WordCount(block.Text, 5) >= 5;

    /// <summary>A short line that the author set as a paragraph: it says something of something ("Our rating: False"), or greets. Labels of the page, names and days do not.</summary>
    private bool IsOwnLine(int block) =>
        IsWritten(block) && _outline.Blocks[block] is var line && (line.Text.EndsWith(',') || (line.Signature is { Name.Length: 0, Time: Told.Never } && ClaimLines.IsStatement(line.Text)));

    /// <summary>Set as paragraphs are, without a name or a look of its own.</summary>
    private bool IsWritten(int block) =>
        _outline.Blocks[block] is { Kind: BlockKind.Paragraph, Linked: 0 } line && _outline.Nodes[line.Node].Element is { ClassName: null or "" } element && !element.HasAttribute("style") && !element.HasAttribute("align") && IsText(line);

    private bool IsText(TextBlock block) =>
        !Phrases.IsFooter(block.Text) && !Phrases.IsByline(block.Text) && !Phrases.IsEnding(block.Text) && !Phrases.IsCaption(block.Text) && !Stamp.TellsDay(block.Text) && Belongs(block);

    /// <summary>What stands between the headline and the first sentence and is no furniture: the claim that is looked into, its verdict, a salutation.</summary>
    private void AddOpening(List<int> kept)
    {
        if (kept.Count == 0 || _headline < 0 || _headline >= kept[0]) return;
        var homes = kept.Where(i => BlockJudge.Running(_outline.Blocks[i]) > 0).Select(Home).ToHashSet();
        var opening = new List<int>();
        for (var i = Math.Max(_headline + 1, kept[0] - LongestOpening); i < kept[0]; i++)
            if (!_main.IsCut(i) && BlockJudge.Running(_outline.Blocks[i]) == 0 && (IsClaim(i) || (homes.Contains(Home(i)) ? IsOwnLine(i) || IsPhrase(i) : IsPhrase(i) && BlockJudge.WordCount(_outline.Blocks[i].Text, ShortestClaim) >= ShortestClaim))) opening.Add(i);
        kept.InsertRange(0, opening);
        if (IsFirstOfNumbered(kept)) kept.Insert(0, kept[0] - 1);
    }

    /// <summary>"1. ..." right above the text, which has "2. ...": the first of its headings.</summary>
    private bool IsFirstOfNumbered(List<int> kept) =>
        kept[0] - 1 > _headline && _outline.Blocks[kept[0] - 1] is { Kind: BlockKind.Heading, Linked: 0, Text: ['1', '.' or ')' or ':' or '/', _, ..] } first && !_main.IsCut(kept[0] - 1)
        && kept.Exists(i => _outline.Blocks[i] is { Kind: BlockKind.Heading, Text: ['2', var mark, _, ..] } && mark == first.Text[1]);

    /// <summary>A paragraph of some words, as names and labels of a page are not.</summary>
    private bool IsPhrase(int block) =>
        IsWritten(block) && _outline.Blocks[block] is { Emphasised: false, Signature: { Name.Length: 0, Time: Told.Never }, Text: var text } && BlockJudge.WordCount(text, 3) >= 3 && text.Split(' ').Skip(1).Count(word => char.IsLower(word[0])) > 1;

    /// <summary>A sentence without its full stop, quoted, in a table, or behind a word that says it is a claim.</summary>
    private bool IsClaim(int block) =>
        _outline.Blocks[block] is { Kind: BlockKind.Paragraph or BlockKind.Quote or BlockKind.Cell, Linked: 0, Emphasised: false, Text.Length: >= ShortestEnd } claim && BlockJudge.WordCount(claim.Text, ShortestClaim) >= ShortestClaim && IsText(claim)
        && (claim.Kind != BlockKind.Paragraph || _outline.Nodes[claim.Node] is { Parent: >= 0 and var around } && _outline.Nodes[around].Element.LocalName == "blockquote" || ClaimLines.Names(claim.Text) || ClaimLines.Names(_outline.Blocks[block - 1].Text));

    /// <summary>"“Chúng tôi chỉ cần đất.”": a sentence by its end and by a word that begins small, as names alone do not.</summary>
    private static bool IsShortSentence(TextBlock block) =>
        block.Linked == 0 && BlockJudge.EndsSentence(block.Text) && !block.Text.EndsWith(':') && BlockJudge.WordCount(block.Text, 3) >= 3 && block.Text.Split(' ').Any(word => char.IsLower(word[0]));

    /// <summary>Data may repeat what readers wrote below the text.</summary>
    private string WithoutReaders(string data)
    {
        if (data.Length < ShortestData) return data;
        foreach (var (first, end) in _main.OfReaders.Take(MaximumRepeated))
            for (var i = first; i < Math.Min(end, first + MaximumRepeated); i++)
                if (_outline.Blocks[i] is { Text.Length: >= ShortestRepeated } said) data = data.Replace(said.Text, "", StringComparison.Ordinal);
        return Prose.Lines(data);
    }

    /// <summary>The blocks both readings hold; null when the page's markup does not hold what its data says.</summary>
    private List<int>? Agreed(List<int> blocks, string data)
    {
        var said = Shingles.Of(data);
        var read = blocks.Select(i => _outline.Blocks[i].Text).ToList();
        var length = read.Sum(text => text.Length);
        var covered = (double)said.CoveredBy(read) / said.Size;
        if (covered >= 0.7)
        {
            // Data much shorter than the markup's reading is a teaser, or the reading ran on into another article: the elements that hold the agreed text decide.
            var homes = data.Length >= 0.8 * length ? [] : blocks.Where(i => said.Share(_outline.Blocks[i].Text) >= 0.7 || said.CoveredBy([_outline.Blocks[i].Text]) >= 0.5 * said.Size).Select(Home).ToHashSet();
            return blocks.Where(i => BlockJudge.Running(_outline.Blocks[i]) == 0 || said.Share(_outline.Blocks[i].Text) >= 0.3 || homes.Contains(Home(i))).ToList();
        }
        var elsewhere = Enumerable.Range(0, _outline.Blocks.Count).Where(i => said.Share(_outline.Blocks[i].Text) >= 0.7).ToList();
        if ((double)said.CoveredBy(elsewhere.Select(i => _outline.Blocks[i].Text)) / said.Size >= 0.7) return elsewhere;
        return data.Length > length * 0.7 && !IsOfAnother(data, covered, read, length, blocks) ? null : blocks;
    }

    /// <summary>Data of which the page shows nothing (another article's, the same in another language), where what it shows below its headline speaks of that headline more than the data does.</summary>
    private bool IsOfAnother(string data, double covered, List<string> read, int length, List<int> blocks) =>
        covered < 0.1 && length >= ShortestData && _headline >= 0 && blocks[0] > _headline
        && Titles.ShareIn(_title, string.Join(' ', read)) is var shown && shown >= 0.3 && shown > Titles.ShareIn(_title, data);

    /// <summary>The lead stands between the title and the body, often outside the body's element: by its name, or by being the page's own description.</summary>
    private void AddLead(List<int> kept, int headline)
    {
        if (kept.Count == 0) return;
        var title = Folding.Fold(_title);
        var start = headline >= 0 && headline < kept[0] ? Math.Max(headline + 1, kept[0] - 60) : Math.Max(0, kept[0] - 60);
        var description = Folding.Fold(Prose.Line(_page.Meta("og:description", "description", "twitter:description") ?? ""));
        var said = _page.Article is { } article ? Folding.Fold(Prose.Line(JsonLd.Text(article, "description"))) : "";
        var opening = Folding.Fold(_outline.Blocks[kept[0]].Text);
        var lead = new List<int>();
        for (var i = start; i < kept[0]; i++)
        {
            var block = _outline.Blocks[i];
            if (block.Text.Length < 30 || block.LinkShare > 0.4 || BlockJudge.WordCount(block.Text, 6) < 6) continue;
            var folded = Folding.Fold(block.Text);
            if (folded == title || opening.StartsWith(folded, StringComparison.Ordinal) || lead.Any(other => Folding.Fold(_outline.Blocks[other].Text).Contains(folded, StringComparison.Ordinal))) continue;
            if (IsNamedLead(i) || IsUnderHeadline(i, headline, lead) || (description.Length >= 30 && folded.StartsWith(description[..Math.Min(40, description.Length)], StringComparison.Ordinal))) lead.Add(i);
        }
        if (lead.Count <= 4) kept.InsertRange(0, lead);
        if (lead.Count > 0 || headline < 0 || headline >= kept[0]) return;
        for (var i = Math.Max(0, headline - FarthestLead); i < headline; i++)
        {
            if (_outline.Blocks[i] is not { LinkShare: < 0.1, Text.Length: >= 60 and <= 500 } above || _main.IsCut(i) || opening.StartsWith(Folding.Fold(above.Text), StringComparison.Ordinal)) continue;
            // Teasers of other articles have leads too; this one stands beside the headline, or is what the page says of itself.
            var isBeside = _outline.Nodes[above.Node].Parent == _outline.Nodes[_outline.Blocks[headline].Node].Parent && _outline.Nodes[above.Node].Cue.Has(Cue.Lead);
            if (!isBeside && (Folding.Fold(above.Text) is var folded && folded != said && folded != description)) continue;
            kept.Insert(0, i);
            return;
        }
    }

    /// <summary>A whole sentence set as a heading or in bold, or what says as much without a full stop, with nothing but stamps, labels and other such between it and the headline.</summary>
    private bool IsUnderHeadline(int block, int headline, List<int> others)
    {
        if (headline < 0 || block > headline + 4 || _main.IsCut(block) || _outline.Blocks[block] is not { LinkShare: < 0.1, Text.Length: <= 500 } lead || !(lead.Kind == BlockKind.Heading || lead.Emphasised)
            || !(BlockJudge.EndsSentence(lead.Text) ? lead.Text.Length >= 60 : IsClause(lead))) return false;
        for (var i = headline + 1; i < block; i++) if (!others.Contains(i) && _outline.Blocks[i] is { Text.Length: > 60 } or { Linked: > 0 }) return false;
        return true;
    }

    /// <summary>More words than a label or a name has, small ones among them.</summary>
    private bool IsClause(TextBlock lead) =>
        lead.Text.Length >= ShortestEnd && BlockJudge.WordCount(lead.Text, ShortestClause) >= ShortestClause && !Rubrics.IsNamed(lead.Text) && !Phrases.IsFooter(lead.Text) && !Phrases.IsCaption(lead.Text) && Belongs(lead)
        && lead.Text.Split(' ').Skip(1).Count(word => char.IsLower(word[0])) is var small && small > 1 && (!Phrases.IsByline(lead.Text) || (2 * small > ShortestClause && !lead.Text.StartsWith("By ", StringComparison.Ordinal)));

    private bool IsNamedLead(int block)
    {
        var node = _outline.Blocks[block].Node;
        for (var hops = 0; hops < 3 && node > 0; hops++, node = _outline.Nodes[node].Parent)
        {
            if (_outline.Nodes[node].Cue.Has(Cue.Aside | Cue.Advertisement | Cue.Comments)) return false;
            if (_outline.Nodes[node].Cue.Has(Cue.Lead)) return true;
        }
        return false;
    }
}

/// <summary>What was read of a page, and where on it.</summary>
/// <param name="Text">Lead and body, a line per paragraph; empty when none was found.</param>
/// <param name="Title">The title by which it was read.</param>
/// <param name="Outline">All the page's blocks.</param>
/// <param name="Headline">The block that shows the title; -1 when none does.</param>
/// <param name="First">The body's first block.</param>
/// <param name="Last">The body's last block; the count of blocks when it is not known.</param>
internal sealed record PageReading(string Text, string Title, PageOutline Outline, int Headline, int First, int Last)
{
    /// <summary>The text has no sentence: it is the rows of a table, or what stands below pictures.</summary>
    public bool IsSetOut { get; init; }
}
