using System.Text;

namespace InfoMonitor.Content.Feeds;

/// <summary>An element as <see cref="TolerantXml"/> read it: names in lower case, namespaces as short words (<see cref="Namespaces"/>).</summary>
internal sealed class XmlElement(string space, string name, XmlElement? parent)
{
    /// <summary>Text between children; only the root of a hostile document has more.</summary>
    private const int MostPieces = 20_000;

    private List<XmlPart>? _parts;

    /// <summary>"" for the feed formats' own elements, which are often written in no namespace or a wrong one.</summary>
    public string Space { get; } = space;

    public string Name { get; } = name;

    public XmlElement? Parent { get; } = parent;

    public List<(string Name, string Value)> Attributes { get; } = [];

    /// <summary>Prefixes declared here, with the word for their namespace.</summary>
    public List<(string Prefix, string Space)>? Declared { get; set; }

    public bool HasChildren => _parts?.Exists(p => p.Element is not null) == true;

    public IEnumerable<XmlElement> Children
    {
        get
        {
            foreach (var part in _parts ?? []) if (part.Element is { } child) yield return child;
        }
    }

    /// <summary>By lower-case qualified name (<c>rdf:about</c>, with the prefix's namespace word); null when absent.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in Attributes) if (attribute.Name == name) return attribute.Value;
            return null;
        }
    }

    public XmlElement? Child(string space, string name) => Children.FirstOrDefault(c => c.Name == name && c.Space == space);

    /// <summary>All text below, with markup as it stood left out.</summary>
    public string Text
    {
        get
        {
            if (_parts is null) return "";
            if (_parts is [{ Element: null } only]) return only.Text!;
            var text = new StringBuilder();
            Append(text);
            return text.ToString();
        }
    }

    public void Add(string text)
    {
        if (text.Length > 0 && !(_parts?.Count > MostPieces)) (_parts ??= []).Add(new XmlPart(text, null));
    }

    public void Add(XmlElement child) => (_parts ??= []).Add(new XmlPart(null, child));

    /// <summary>Forgets its last child, which was dealt with.</summary>
    public void Drop(XmlElement child)
    {
        if (_parts is [.., { } last] && ReferenceEquals(last.Element, child)) _parts.RemoveAt(_parts.Count - 1);
    }

    private void Append(StringBuilder text)
    {
        foreach (var part in _parts ?? [])
        {
            if (part.Element is null) text.Append(part.Text);
            else if (part.Element.Name is not ("script" or "style"))
            {
                // Paragraphs and line breaks part words.
                if (part.Element.Name is "br" or "p" or "div" or "li") text.Append(' ');
                part.Element.Append(text);
                if (part.Element.Name is "p" or "div" or "li") text.Append(' ');
            }
        }
    }

    private readonly record struct XmlPart(string? Text, XmlElement? Element);
}
