using System.Text;
using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Urls;

/// <summary>
/// Names and values that an address carries, wherever it writes them: in its query, or one after the other as segments of its path
/// (<c>/tabid/88/articleType/ArticleView/articleId/5512/ten-bai.aspx</c>), as DotNetNuke and some frameworks do. What they say is the same.
/// </summary>
internal static partial class AddressPairs
{
    /// <param name="path">Decoded.</param>
    /// <param name="query">Decoded, empty or with its question mark.</param>
    /// <returns>The path without its pairs, and all pairs as a query, those of the path first and their names in small letters. What came in where the path has none.</returns>
    public static (string Path, string Query) Of(string path, string query)
    {
        var first = Named().Match(path);
        if (!first.Success) return (path, query);
        var segments = path[(first.Index + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var pairs = new StringBuilder();
        var next = 0;
        // The last segment of an odd number is the page's own name.
        for (; next + 1 < segments.Length; next += 2)
            pairs.Append(next == 0 ? '?' : '&').Append(segments[next].TrimEnd(Digits).ToLowerInvariant()).Append('=').Append(segments[next + 1]);   // newsid594: the module's number
        if (query.Length > 1) pairs.Append('&').Append(query, 1, query.Length - 1);
        return (string.Concat(path.AsSpan(0, first.Index + 1), string.Join('/', segments[next..])), pairs.ToString());
    }

    /// <summary>Whether pairs lead to what one person wrote or to a person's profile (DESIGN 2.1): <c>articleType=AuthorView</c>, <c>userId=7</c> without an article beside it.</summary>
    public static bool IsOfPerson(string query) => AuthorView().IsMatch(query) || (Person().IsMatch(query) && !Item().IsMatch(query));

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>A segment that is nothing but a name, and what it names: from there on the path is pairs. A lone "id" may be a language.</summary>
    [GeneratedRegex(@"/(((tab|article|artm|news|item|post|story|content|entry|document|category|cat|cate|group|user|member|author|tag|module|portal)_?id\d*|currentpage|pageindex)/\d|articletype/[a-z])", Options)]
    private static partial Regex Named();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"[?&](articletype|view)=author", Options)]
    private static partial Regex AuthorView();

    [GeneratedRegex(@"[?&](user|member|author)_?(id|name)=", Options)]
    private static partial Regex Person();

    [GeneratedRegex(@"[?&]((article|news|item|post|story|content|entry|document)_?)?id=", Options)]
    private static partial Regex Item();
}
