using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InfoMonitor.Tests.Support;

/// <summary>What a service wrote to its log, of every level that is switched on.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Written { get; } = [];

    /// <summary>Of these the errors.</summary>
    public ConcurrentQueue<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        Written.Enqueue(line);
        if (logLevel >= LogLevel.Error) Errors.Enqueue(line);
    }

    public void Dispose() { }
}
