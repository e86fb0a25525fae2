using System.CommandLine;
using System.Text;
using InfoMonitor.Content.Robots;

namespace InfoMonitor.Commands;

/// <summary><c>robots check</c>: decisions of robots.txt files, without fetching anything.</summary>
internal static class RobotsCommand
{
    public static Command Create()
    {
        var batch = BatchOptions.Batch("{id,robots,agent,url}");
        var output = BatchOptions.Out("{id,allowed}");
        var check = new Command("check", "Say for each line whether its robots.txt lets the agent read the address.") { batch, output };
        check.SetAction((parsed, cancellation) => JsonLinesBatch.RunAsync(
            parsed.GetRequiredValue(batch), parsed.GetRequiredValue(output),
            (line, _) => new { Allowed = RobotsFile.Parse(Encoding.UTF8.GetBytes(line.Text("robots"))).IsAllowed(line.Text("agent"), line.Text("url")) },
            parsed.InvocationConfiguration.Error, cancellation));
        return new Command("robots", "Work with robots.txt files.") { check };
    }
}
