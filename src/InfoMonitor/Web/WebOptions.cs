namespace InfoMonitor.Web;

/// <summary>How pages are shown.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>What the office's zone (<c>Calendar:TimeZone</c>) is called beside a time, in Vietnamese and English pages alike.</summary>
    /// <value>Default: empty: "giờ Hà Nội" and "Hanoi time" for the default zone, else the zone's offset.</value>
    public string TimeZoneName { get; init; } = "";

    /// <summary>Addresses of the proxies in front of the desk. From them alone are <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> believed.</summary>
    /// <value>Default: none.</value>
    /// <remarks>Behind a proxy that is not listed, all visitors share one address (and its limit of sign-ins), and cookies are not marked Secure. Whoever is listed may say any address.</remarks>
    public IReadOnlyList<string> Proxies { get; init; } = [];
}
