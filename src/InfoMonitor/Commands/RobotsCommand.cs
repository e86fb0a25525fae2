using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Robots;

namespace InfoMonitor.Commands;

/// <summary><c>robots check</c>: decisions of robots.txt files, without fetching anything.</summary>
internal static partial class RobotsCommand
{
    public static Command Create()
    {
        var batch = BatchOptions.Batch("{id,robots,agent,url}");
        var output = BatchOptions.Out("{id,allowed}");
        var check = new Command("check", "Say for each line whether its robots.txt lets the agent (a product token, or a whole User-Agent, whose token counts) read the address: a whole http(s) address, or a path that begins with /.") { batch, output };
        check.SetAction((parsed, cancellation) => JsonLinesBatch.RunAsync(
            parsed.GetRequiredValue(batch), parsed.GetRequiredValue(output),
            (line, _) => new { Allowed = RobotsFile.Parse(Encoding.UTF8.GetBytes(line.Text("robots"))).IsAllowed(Token(line.Text("agent")), Address(line.Text("url"))) },
            parsed.InvocationConfiguration.Error, cancellation));
        return new Command("robots", "Work with robots.txt files.") { check };
    }

    /// <summary>As given: rules are compared with it as it stands. An empty one means the front page, as to the parser that defined robots.txt.</summary>
    private static string Address(string url) =>
        url.Length == 0 || url[0] == '/' || Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url
        : throw new BatchLineException("\"url\" is neither an absolute http(s) address nor a path that begins with /");

    /// <summary>The product token of a whole User-Agent (RFC 9309, 2.2.1): <c>InfoMonitor/0.1 (+https://…)</c>, <c>Mozilla/5.0 (compatible; InfoMonitor/0.1)</c>. What is none stays as it is given.</summary>
    private static string Token(string agent) => UserAgent().Match(agent.Trim()) is { Success: true } whole ? whole.Groups["token"].Value : agent;

    [GeneratedRegex(@"^(Mozilla/\S+ \(compatible; *)?(?<token>[A-Za-z_-]+)(/| \()", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UserAgent();
}
