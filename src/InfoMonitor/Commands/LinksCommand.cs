using System.CommandLine;
using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Commands;

/// <summary><c>links</c>: article links of list pages, as the crawler would take them.</summary>
internal static class LinksCommand
{
    public static Command Create()
    {
        var batch = BatchOptions.Batch("{id,url,html}");
        var output = BatchOptions.Out("{id,urls}");
        var links = new Command("links", "Find the article links of list pages.") { batch, output };
        links.SetAction((parsed, cancellation) => JsonLinesBatch.RunAsync(
            parsed.GetRequiredValue(batch), parsed.GetRequiredValue(output),
            (line, token) => Uri.TryCreate(line.Text("url"), UriKind.Absolute, out var address)
                ? new { Urls = ListPage.ArticleLinks(line.Text("html"), address, selector: null, token) }
                : throw new BatchLineException("\"url\" is not an absolute address"),
            parsed.InvocationConfiguration.Error, cancellation));
        return links;
    }
}
