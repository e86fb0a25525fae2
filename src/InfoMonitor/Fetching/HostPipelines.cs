using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace InfoMonitor.Fetching;

/// <summary>Makes a host's Polly pipeline: circuit breaker around retry; each request ends within its own time (<see cref="Exchange"/>).</summary>
internal sealed class HostPipelines(IOptions<FetchingOptions> options, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>Least pause before a retry: the host's own.</summary>
    public static readonly ResiliencePropertyKey<TimeSpan> Pause = new("pause");

    public ResiliencePipeline<Answer> Create()
    {
        var o = options.Value;
        var builder = new ResiliencePipelineBuilder<Answer> { Name = "fetching", TimeProvider = clock };
        builder.ConfigureTelemetry(loggers);
        builder.AddStrategy(context => new Breaker(o.BreakAfter, o.BreakFor, clock, context.Telemetry), new BreakerOptions());
        if (o.Attempts > 1)
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = o.Attempts - 1,
                // A time-out is not tried again here: a site that drips would hold the worker as many times longer. Nor a server that after the rest it asked for asks for another.
                ShouldHandle = a => ValueTask.FromResult(a.Outcome.Result is Answer.Trouble t && (t.RetryAfter is not { } rest || rest <= o.MaxWait && a.AttemptNumber == 0)),
                DelayGenerator = a => ValueTask.FromResult<TimeSpan?>(Delay(a)),
            });
        return builder.Build();
    }

    /// <summary>What the server asks for, else a doubling pause varied by half; never less than the host's own.</summary>
    private TimeSpan Delay(RetryDelayGeneratorArguments<Answer> retry)
    {
        var doubled = options.Value.RetryDelay * Math.Pow(2, retry.AttemptNumber) * (0.5 + Random.Shared.NextDouble());
        if (doubled > options.Value.MaxWait) doubled = options.Value.MaxWait;
        var wanted = (retry.Outcome.Result as Answer.Trouble)?.RetryAfter ?? doubled;
        var pause = retry.Context.Properties.GetValue(Pause, TimeSpan.Zero);
        return wanted > pause ? wanted : pause;
    }

    private sealed class BreakerOptions : ResilienceStrategyOptions
    {
        public BreakerOptions() => Name = "CircuitBreaker";
    }
}
