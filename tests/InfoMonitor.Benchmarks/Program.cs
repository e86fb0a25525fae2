using BenchmarkDotNet.Running;
using InfoMonitor.Benchmarks;

// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- queue      (percentiles of a page at a million stories: see QueuePages)
if (args is ["queue", ..]) return await QueuePages.RunAsync(args);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
