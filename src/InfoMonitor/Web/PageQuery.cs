namespace InfoMonitor.Web;

/// <summary>What may stand in a page's address. An old link still opens: what is not understood is left out, and <see cref="Shell"/> says so; the API refuses it.</summary>
/// <param name="Own">Names that the page's own links and redirects use.</param>
internal sealed record PageQuery(QueryKeys Keys, IReadOnlyList<string> Own)
{
    /// <summary>What was left out. A form sends its empty fields too: they ask for nothing.</summary>
    public IEnumerable<QueryFault> FaultsOf(IQueryCollection query) => Keys.FaultsOf(query.Where(field => field.Value.ToString().Length > 0 && !Own.Contains(field.Key, StringComparer.OrdinalIgnoreCase)));
}

internal static class PageQueryExtensions
{
    /// <summary>Says what may stand in the address of a page.</summary>
    /// <param name="own">Names that are no filters: what was just done, and the like.</param>
    public static RouteHandlerBuilder WithPageQuery(this RouteHandlerBuilder endpoint, IReadOnlyList<QueryKey> keys, params string[] own) => endpoint.WithMetadata(new PageQuery(new QueryKeys(keys), own));
}
