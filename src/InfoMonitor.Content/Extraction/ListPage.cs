namespace InfoMonitor.Content.Extraction;

/// <summary>Article links of a list page (a section front), told from navigation by structure and address shape.</summary>
public static class ListPage
{
    /// <param name="html">Decoded text of the page.</param>
    /// <param name="address">The page's address, base of relative links.</param>
    /// <param name="selector">CSS selector of article links; null for automatic.</param>
    /// <param name="cancellation">Ends a page that takes too long.</param>
    /// <returns>Absolute addresses, in page order, each once.</returns>
    /// <exception cref="ArgumentException">The selector is not CSS.</exception>
    public static IReadOnlyList<string> ArticleLinks(string html, Uri address, string? selector, CancellationToken cancellation) => throw new NotSupportedException();
}
