namespace InfoMonitor.Domain;

/// <summary>Each an <see cref="AddressRange"/>.</summary>
internal sealed class AddressRangesAttribute : EachAttribute
{
    public override string Example => "127.0.0.1/32";

    public override string? FaultOf(string text) => AddressRange.TryParse(text, out _, out var error) ? null : error;
}
