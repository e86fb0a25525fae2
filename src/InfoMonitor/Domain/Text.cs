namespace InfoMonitor.Domain;

/// <summary>The languages the pages speak.</summary>
internal enum UiLanguage { Vi, En }

/// <summary>
/// One string for people in both languages, side by side: a missing translation does not compile. Each slice keeps its own in <c>XTexts</c>. The pages pick the reader's language; the command line,
/// the log and the API take the English. What the crawler tells is stored in both. Places are numbered as in <c>string.Format</c>, the same in both; where values stand in it already, it is shown as it is.
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

    /// <summary>The same done to both.</summary>
    public Text Each(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new Text(change(Vi), change(En));
    }

    /// <summary>One after the other; null where there is none.</summary>
    public static Text? Join(char between, params IEnumerable<Text?> texts)
    {
        var some = texts.OfType<Text>().ToArray();
        return some is [] ? null : new Text(string.Join(between, some.Select(t => t.Vi)), string.Join(between, some.Select(t => t.En)));
    }
}
