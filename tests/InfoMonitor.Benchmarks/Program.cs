using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/InfoMonitor.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
