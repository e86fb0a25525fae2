namespace InfoMonitor.Web;

/// <summary>The languages the pages speak.</summary>
internal enum UiLanguage { Vi, En }

/// <summary>
/// One string of the pages in both languages, side by side: a missing translation does not compile. Each slice keeps its own in <c>XTexts</c>;
/// <see cref="Ui"/> picks the language. Places are numbered as in <c>string.Format</c>, the same in both.
/// </summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
/// <param name="EnOne">English where the first place is 1: Vietnamese needs no such form.</param>
internal sealed record Text(string Vi, string En, string? EnOne = null)
{
    public string In(UiLanguage language) => language switch
    {
        UiLanguage.Vi => Vi,
        UiLanguage.En => En,
    };
}
