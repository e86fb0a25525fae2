using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace InfoMonitor.Fetching;

/// <summary>Makes a host's Polly pipeline: circuit breaker around retry; each request ends within its own time (<see cref="Exchange"/>).</summary>
internal sealed class HostPipelines(IOptions<FetchingOptions> options, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>Times the usual pause before the one retry of a server that cannot serve now.</summary>
    private const int Overloaded = 4;

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
                ShouldHandle = a => ValueTask.FromResult(a.Outcome.Result is Answer.Trouble trouble && IsTriedAgain(trouble, a.AttemptNumber)),
                DelayGenerator = a => ValueTask.FromResult<TimeSpan?>(Delay(a)),
            });
        return builder.Build();
    }

    /// <summary>
    /// A time-out is not tried again here: a site that drips would hold the worker as many times longer. Nor a server that after the rest it asked for asks for another, or that answers twice that
    /// it cannot serve now (503); and one that is asked too often (429) and names no time never: to ask again is what it complains of.
    /// </summary>
    private bool IsTriedAgain(Answer.Trouble trouble, int before) => trouble.Rest is { } rest ? rest <= options.Value.MaxWait && before == 0 : trouble.Status switch
    {
        StatusCodes.Status429TooManyRequests => false,
        StatusCodes.Status503ServiceUnavailable => before == 0,
        _ => true,
    };

    /// <summary>What the server asks for, else a doubling pause varied by half, longer where it says that it cannot serve now; never less than the host's own.</summary>
    private TimeSpan Delay(RetryDelayGeneratorArguments<Answer> retry)
    {
        var trouble = retry.Outcome.Result as Answer.Trouble;
        var doubled = options.Value.RetryDelay * (trouble?.Status == StatusCodes.Status503ServiceUnavailable ? Overloaded : Math.Pow(2, retry.AttemptNumber)) * (0.5 + Random.Shared.NextDouble());
        if (doubled > options.Value.MaxWait) doubled = options.Value.MaxWait;
        var wanted = trouble?.Rest ?? doubled;
        var pause = retry.Context.Properties.GetValue(Pause, TimeSpan.Zero);
        return wanted > pause ? wanted : pause;
    }

    private sealed class BreakerOptions : ResilienceStrategyOptions
    {
        public BreakerOptions() => Name = "CircuitBreaker";
    }
}
