namespace InfoMonitor.Web;

/// <summary>What may stand in a page's address. An old link still opens: what is not understood is left out, and <see cref="Shell"/> says so; the API refuses it.</summary>
/// <param name="Own">Names that the page's own links and redirects use.</param>
internal sealed record PageQuery(IReadOnlyList<QueryKey> Keys, IReadOnlyList<string> Own)
{
    /// <summary>What was left out. A form sends its empty fields too: they ask for nothing.</summary>
    public IEnumerable<QueryFault> FaultsOf(IQueryCollection query) =>
        from field in query
        where field.Value.ToString().Length > 0 && !Own.Contains(field.Key, StringComparer.OrdinalIgnoreCase)
        let key = Keys.FirstOrDefault(k => k.Name.Equals(field.Key, StringComparison.OrdinalIgnoreCase))
        let fault = key is null ? new QueryFault("query", QueryKey.Shortened(field.Key), QueryKey.Shortened(field.Value.ToString()), [.. Keys.Select(k => k.Name)], "", May: null) : key.FaultOf(field.Value.ToString())
        where fault is not null
        select fault;
}

internal static class PageQueryExtensions
{
    /// <summary>Says what may stand in the address of a page.</summary>
    /// <param name="own">Names that are no filters: what was just done, and the like.</param>
    public static RouteHandlerBuilder WithPageQuery(this RouteHandlerBuilder endpoint, IReadOnlyList<QueryKey> keys, params string[] own) => endpoint.WithMetadata(new PageQuery(keys, own));
}
