using Polly;
using Polly.Telemetry;

namespace InfoMonitor.Fetching;

/// <summary>
/// Leaves a host alone once most of its last addresses could not be had: <paramref name="after"/> of <c>2 * after - 1</c>, so that as many in a row suffice whatever it answered before, and a host
/// that fails every second page is left alone too, one that fails every third is not. Then it is asked for one again: where that fails too it rests once more, else all is forgotten.
/// Around the retries, so that an address counts once however often it was tried.
/// </summary>
/// <remarks>
/// Polly's own breaker goes by the share of failures in a span of time, and a host that worked for a while would be asked on and on; here the window is a number of addresses.
/// A host's requests come one at a time (<see cref="HostGate"/>): nothing here is locked.
/// </remarks>
internal sealed class Breaker(int after, TimeSpan rest, TimeProvider clock, ResilienceStrategyTelemetry telemetry) : ResilienceStrategy<Answer>
{
    /// <summary>Of each of the last addresses, whether it failed.</summary>
    private readonly Queue<bool> failed = new();
    private long? opened;

    protected override async ValueTask<Outcome<Answer>> ExecuteCore<TState>(Func<ResilienceContext, TState, ValueTask<Outcome<Answer>>> callback, ResilienceContext context, TState state)
    {
        if (opened is { } at && rest - clock.GetElapsedTime(at) is var left && left > TimeSpan.Zero)
            return Outcome.FromResult<Answer>(new Answer.Trouble(FetchingTexts.LeftAlone, null, left) { Sent = false });
        var outcome = await callback(context, state);
        if (outcome.Exception is OperationCanceledException) return outcome;   // whoever asked stopped: that tells nothing of the host
        var fails = outcome.Exception is Polly.Timeout.TimeoutRejectedException || outcome.Result is Answer.Trouble;
        if (opened is not null && !fails)
        {
            opened = null;
            failed.Clear();
        }
        failed.Enqueue(fails);
        if (failed.Count >= 2 * after) failed.Dequeue();
        if (!fails || (opened is null && failed.Count(f => f) < after)) return outcome;
        opened = clock.GetTimestamp();
        telemetry.Report(new ResilienceEvent(ResilienceEventSeverity.Warning, "HostLeftAlone"), context, outcome, rest);
        return outcome;
    }
}
