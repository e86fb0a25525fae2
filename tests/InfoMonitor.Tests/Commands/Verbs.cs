using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using InfoMonitor.Commands;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

/// <summary>Verbs as a person or a script runs them.</summary>
internal static class Verbs
{
    /// <summary>In this process.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var parsed = CommandLine.Create().Parse(arguments);
        parsed.Errors.ShouldBeEmpty();
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>No verb these tests start takes as long; one that should have ended and did not is ended, and its code is no verb's.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(3);

    /// <summary>The real program as a process of its own.</summary>
    /// <param name="terminal">On a terminal of its own (util-linux script), whose text is the output then.</param>
    public static async Task<(int Code, string Output, string Error)> StartAsync(bool terminal, params string[] arguments)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "infomonitor.dll"), .. arguments];
        var start = terminal ? new ProcessStartInfo("script", ["-qec", string.Join(' ', program.Select(a => $"'{a}'")), "/dev/null"]) : new ProcessStartInfo(program[0], program[1..]);
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.Environment["TERM"] = "xterm-256color";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var end = new CancellationTokenSource(Endless);
        await using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output, await error);
    }

    public static JsonElement[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    /// <summary>One source of this site.</summary>
    public static Task WriteSourceAsync(TestHome home, string entryPoint) => File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), $"""
        sources:
          - id: bao-mau
            publisher: Báo Mẫu
            kind: press
            ownership: state
            language: vi
            delay: 0s
            entry-points:
              - {entryPoint}
        """);
}
