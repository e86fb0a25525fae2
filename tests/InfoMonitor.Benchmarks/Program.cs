using System.Globalization;
using BenchmarkDotNet.Running;
using InfoMonitor.Benchmarks;

// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- queue      (percentiles of a page at a million stories: see QueuePages)
// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- extraction [SET [ROUNDS]] | --filter '*'
switch (args)
{
    case ["queue", ..]:
        return await QueuePages.RunAsync(args);
    case ["extraction", .. var rest]:
        Extraction.Run(rest.ElementAtOrDefault(0) ?? "scrapinghub", int.Parse(rest.ElementAtOrDefault(1) ?? "10", CultureInfo.InvariantCulture));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
