namespace InfoMonitor.Content.Extraction;

/// <summary>
/// Finds the element that holds the article: the one whose blocks agree best with "all the page's running text and none of its furniture",
/// an F-measure over the page's own blocks. The body is pure and nearly complete; the page is complete and impure; a paragraph is pure and incomplete.
/// </summary>
internal sealed class MainContent
{
    private readonly PageOutline _outline;
    private readonly bool[] _cut;
    private readonly int[] _running;
    private readonly int[] _furniture;

    public MainContent(PageOutline outline)
    {
        _outline = outline;
        _cut = new bool[outline.Blocks.Count];
        CutAsides();
        (_running, _furniture) = (new int[outline.Blocks.Count + 1], new int[outline.Blocks.Count + 1]);
        for (var i = 0; i < outline.Blocks.Count; i++)
        {
            _running[i + 1] = _running[i] + (_cut[i] ? 0 : BlockJudge.Running(outline.Blocks[i]));
            _furniture[i + 1] = _furniture[i] + (_cut[i] ? 0 : BlockJudge.Furniture(outline.Blocks[i]));
        }
    }

    /// <summary>Blocks below elements that are named as something beside the article.</summary>
    public bool IsCut(int block) => _cut[block];

    public int RunningIn(int firstBlock, int endBlock) => _running[endBlock] - _running[firstBlock];

    public int FurnitureIn(int firstBlock, int endBlock) => _furniture[endBlock] - _furniture[firstBlock];

    /// <summary>Index of the node that holds the article; -1 when the page has no running text.</summary>
    public int Find()
    {
        var nodes = _outline.Nodes;
        var total = _running[^1];
        if (total == 0) return -1;
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < nodes.Length; i++)
        {
            double running = RunningIn(nodes[i].FirstBlock, nodes[i].EndBlock);
            if (running <= 0) continue;
            double furniture = FurnitureIn(nodes[i].FirstBlock, nodes[i].EndBlock);
            var purity = running / (running + furniture);
            var share = running / total;
            var score = 2 * purity * share / (purity + share);
            if (nodes[i].Cue.Has(Cue.MarkedBody)) score += 0.3;
            else if (nodes[i].Cue.Has(Cue.Body)) score += 0.15;
            // Inner elements win ties: they carry less around the text.
            if (score >= bestScore - 0.005) (best, bestScore) = (i, Math.Max(score, bestScore));
        }
        return best;
    }

    /// <summary>A name that says "related" or "sidebar" is believed unless most of the page's running text stands below it; comments are believed always.</summary>
    private void CutAsides()
    {
        var nodes = _outline.Nodes;
        var whole = new int[_outline.Blocks.Count + 1];
        for (var i = 0; i < _outline.Blocks.Count; i++) whole[i + 1] = whole[i] + BlockJudge.Running(_outline.Blocks[i]);
        for (var i = 1; i < nodes.Length; i++)
        {
            if (!nodes[i].Cue.Has(Cue.Aside | Cue.Comments)) continue;
            var running = whole[nodes[i].EndBlock] - whole[nodes[i].FirstBlock];
            var limit = nodes[i].Cue.Has(Cue.Body) ? 0.1 : nodes[i].Cue.Has(Cue.Comments) ? 0.6 : 0.4;
            if (running > limit * whole[^1] && running > 200) continue;
            for (var block = nodes[i].FirstBlock; block < nodes[i].EndBlock; block++) _cut[block] = true;
        }
    }
}
