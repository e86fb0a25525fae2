using System.CommandLine;
using InfoMonitor.Content.Classification;
using InfoMonitor.Demo;

namespace InfoMonitor.Commands;

/// <summary><c>demo</c>: the service with sample publishers on this machine.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", $"Run the whole service on sample publishers of its own, on this machine; everything stands in {DemoService.Folder}.").TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            Console.WriteLine("Starting the sample publishers and reading their fact-checks ...");
            await using var demo = await DemoService.StartAsync(Settings.Of(parse), adjust: null, cancellation);
            Welcome(demo);
            await WatchAsync(demo, cancellation);
            await demo.App.WaitForShutdownAsync(cancellation);
            return ExitCodes.Ok;
        }, whenStopped: ExitCodes.Ok));
        return command;
    }

    private static void Welcome(DemoService demo)
    {
        Console.WriteLine($"""

            InfoMonitor, demo. Publishers, places and initials are invented.

              Desk:      {demo.App.Urls.First()}
              Password:  {demo.Place.Password}   (for every account below)

            """);
        foreach (var (name, role) in DemoService.Accounts) Console.WriteLine($"  {role.Word(),-14} {name}");
        Console.WriteLine("""

            Sign in as an analyst, open the queue, decide a flag; sign in as the spokesperson and read /briefings/today.
            Ctrl-C stops; the next start goes on from here.

            """);
    }

    /// <summary>One line that grows until every publisher was read.</summary>
    private static async Task WatchAsync(DemoService demo, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, demo.App.Lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            DemoProgress progress;
            do
            {
                progress = await demo.ProgressAsync(stopping.Token);
                if (!Console.IsOutputRedirected) Console.Write($"\rRead {progress.Ended} of {progress.Pages} pages, {progress.Flags} flags ");
            }
            while (!progress.AllRead && await timer.WaitForNextTickAsync(stopping.Token));
            Console.WriteLine($"\rRead {progress.Ended} of {progress.Pages} pages, {progress.Flags} flags. Sources are read again every {DemoService.ReadEvery.TotalMinutes} minutes.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { }   // Ctrl-C during the first reading
    }
}
