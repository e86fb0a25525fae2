using InfoMonitor.Domain;

namespace InfoMonitor.Fetching;

/// <summary>Why an address was not read, and what an operator can do about it where it is an entry point. Values stand in these as they are shown, and hold no personal data.</summary>
/// <param name="What">Without a full stop.</param>
/// <param name="Remedy">Whole sentences.</param>
/// <param name="Kind">What a page counts as that ends for it.</param>
internal sealed record Hindrance(Text What, Text Remedy, PageReason Kind = PageReason.Broken)
{
    /// <summary>One after the other.</summary>
    public Text Whole => Text.Join(' ', What.Each(text => text + "."), Remedy)!;
}
