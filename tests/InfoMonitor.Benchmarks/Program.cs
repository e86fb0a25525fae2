using System.Globalization;
using BenchmarkDotNet.Running;
using InfoMonitor.Benchmarks;

// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- queue      (percentiles of a page at a million stories: see QueuePages)
// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- desk       (what 20 analysts wait for while crawling goes on: see Desk)
// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- extraction [SET [ROUNDS]] | pipeline [PAGES [HOSTS]] [--alone] [--program FILE] | steps [PAGES] | classification [--texts N] [--program FILE] | --filter '*'   (docs/performance.md)
switch (args)
{
    case ["queue", ..]:
        return await QueuePages.RunAsync(args);
    case ["desk", ..]:
        return await Desk.RunAsync(args);
    case ["extraction", .. var rest]:
        Extraction.Run(rest.ElementAtOrDefault(0) ?? "scrapinghub", Number(rest, 1, 10));
        return 0;
    case ["pipeline", .. var rest]:
        await Pipeline.RunAsync(Number(rest, 0, 5_000), Number(rest, 1, 50), scrapy: !rest.Contains("--alone"), program: After("--program", rest));
        return 0;
    case ["steps", .. var rest]:
        await Steps.RunAsync(Number(rest, 0, 1_000));
        return 0;
    case ["classification", .. var rest]:
        await Classification.RunAsync(After("--texts", rest) is { } texts ? int.Parse(texts, CultureInfo.InvariantCulture) : 5_000, After("--program", rest));
        return 0;
    case ["site", var pages, var hosts]:
        await PressSite.RunAsync(int.Parse(pages, CultureInfo.InvariantCulture), int.Parse(hosts, CultureInfo.InvariantCulture));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static int Number(string[] words, int at, int otherwise) => words.Length > at && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

static string? After(string option, string[] words) => words.SkipWhile(w => w != option).ElementAtOrDefault(1);
