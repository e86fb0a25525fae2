using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace InfoMonitor.Content.Extraction;

/// <summary>The elements of a page that are asked for by kind or attribute, in page order, gathered in one walk: a search through a page costs as much for one of them as for all.</summary>
internal sealed class PageElements
{
    public List<IElement> Metas { get; } = [];

    public List<IElement> Scripts { get; } = [];

    /// <summary>With an address.</summary>
    public List<IElement> Links { get; } = [];

    /// <summary><c>h1</c>, and what is marked up as a headline.</summary>
    public List<IElement> Headings { get; } = [];

    /// <summary>What is marked up, or named, as the day of publication.</summary>
    public List<IElement> Dated { get; } = [];

    /// <summary>What can be pressed; links are apart.</summary>
    public List<IElement> Buttons { get; } = [];

    /// <summary>What can be filled in.</summary>
    public List<IElement> Fields { get; } = [];

    /// <summary>The first <c>link</c> to the page's own address.</summary>
    public IElement? Canonical { get; private set; }

    public static PageElements Of(IHtmlDocument document)
    {
        var elements = new PageElements();
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((document.ChildNodes, 0));
        while (open.TryPop(out var place))
        {
            if (place.Next >= place.Children.Length) continue;
            open.Push(place with { Next = place.Next + 1 });
            if (place.Children[place.Next] is not IElement element) continue;
            elements.Add(element);
            if (element.HasChildNodes) open.Push((element.ChildNodes, 0));
        }
        return elements;
    }

    private void Add(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta": Metas.Add(element); break;
            case "script": Scripts.Add(element); break;
            case "a" when element.HasAttribute("href"): Links.Add(element); break;
            case "link" when Canonical is null && element.GetAttribute("rel") == "canonical": Canonical = element; break;
            case "h1": Headings.Add(element); break;
            case "button": Buttons.Add(element); break;
            case "textarea" or "select": Fields.Add(element); break;
            case "input":
                if (element.GetAttribute("type")?.ToLowerInvariant() is "submit" or "button" or "image") Buttons.Add(element);
                else Fields.Add(element);
                break;
        }
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is not { Name: "itemprop" or "property" or "pubdate" or "class" } attribute) continue;
            if (attribute is { Name: "itemprop", Value: "headline" } && element.LocalName != "h1") Headings.Add(element);
            if (!IsOfDay(attribute, element)) continue;
            Dated.Add(element);
            return;
        }
    }

    private static bool IsOfDay(IAttr attribute, IElement element) => attribute.Name switch
    {
        "itemprop" => attribute.Value.Contains("datePublished", StringComparison.Ordinal) || attribute.Value.Contains("dateCreated", StringComparison.Ordinal),
        "property" => attribute.Value.Contains("datePublished", StringComparison.Ordinal),
        "pubdate" => element.LocalName == "time",
        _ => attribute.Value.Contains("published", StringComparison.Ordinal) && element.ClassList.Contains("published") && (element.HasAttribute("title") || element.HasAttribute("datetime")),
    };
}
