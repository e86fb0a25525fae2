using InfoMonitor.Commands;

return await CommandLine.Create().Parse(args).InvokeAsync();
