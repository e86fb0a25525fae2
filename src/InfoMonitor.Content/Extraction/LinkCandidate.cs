using AngleSharp.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>An address that a list page links to, and what its links say of it together.</summary>
internal sealed class LinkCandidate(Uri address, Shape shape)
{
    private const int LongestText = 400;

    public Uri Address => address;

    public Shape Shape { get; set; } = shape;

    /// <summary>Its longest words: of a link, or of the picture it shows.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Some link of it stands in a heading, or holds one.</summary>
    public bool Headed { get; private set; }

    /// <summary>Some link of it, or what is around, is called a title.</summary>
    public bool Titled { get; private set; }

    public bool Dated { get; set; }

    public bool Summarised { get; set; }

    public bool Repeated { get; set; }

    /// <summary>The best place of any of its links: the same article may stand in a ticker and in the list.</summary>
    public Place Best { get; private set; } = Place.Footer;

    public bool InArticle { get; private set; }

    /// <summary>The links themselves, a few of them.</summary>
    public List<IElement> Links { get; } = [];

    public int Score { get; set; }

    /// <summary>What holds the blocks of its list; null before it is judged.</summary>
    public IElement? List { get; set; }

    public void See(IElement link, LinkPlace place)
    {
        if (link.GetAttribute("rel") is { } rel && (rel.Contains("author", StringComparison.OrdinalIgnoreCase) || rel.Contains("tag", StringComparison.OrdinalIgnoreCase) || rel.Contains("sponsored", StringComparison.OrdinalIgnoreCase)
            || rel.Contains("next", StringComparison.OrdinalIgnoreCase) || rel.Contains("prev", StringComparison.OrdinalIgnoreCase))) return;
        if (Links.Count < 4) Links.Add(link);
        if (place.Place < Best) Best = place.Place;
        if (place.Place >= Place.Navigation) return;
        var text = Words(link);
        if (text.Length > Text.Length) Text = text;
        Headed |= place.Headed || link.ChildElementCount > 0 && link.QuerySelector("h1, h2, h3, h4, h5, h6") is not null;
        Titled |= place.Titled;
        InArticle |= place.InArticle;
    }

    private static string Words(IElement link)
    {
        var text = Prose.Fold(Start(link.TextContent));
        if (text.Length >= 12) return text;
        var said = link.GetAttribute("title") ?? link.GetAttribute("aria-label") ?? link.QuerySelector("img[alt]")?.GetAttribute("alt");
        return said is not null && Prose.Fold(Start(said)) is var better && better.Length > text.Length ? better : text;
    }

    private static string Start(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
