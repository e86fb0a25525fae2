using Polly;
using Polly.Telemetry;

namespace InfoMonitor.Fetching;

/// <summary>
/// Leaves a host alone once so many of its addresses in a row could not be had, whatever it answered before; then asks for one again, and rests once more where that fails too.
/// Around the retries, so that an address counts once however often it was tried. Polly's own breaker goes by the share of failures in a span: a host that worked for a while would be asked on and on.
/// </summary>
/// <remarks>A host's requests come one at a time (<see cref="HostGate"/>): nothing here is locked.</remarks>
internal sealed class Breaker(int after, TimeSpan rest, TimeProvider clock, ResilienceStrategyTelemetry telemetry) : ResilienceStrategy<Answer>
{
    private int failed;
    private long opened;

    protected override async ValueTask<Outcome<Answer>> ExecuteCore<TState>(Func<ResilienceContext, TState, ValueTask<Outcome<Answer>>> callback, ResilienceContext context, TState state)
    {
        if (failed >= after && rest - clock.GetElapsedTime(opened) is var left && left > TimeSpan.Zero)
            return Outcome.FromResult<Answer>(new Answer.Trouble(FetchingTexts.LeftAlone, null, left) { Sent = false });
        var outcome = await callback(context, state);
        if (outcome.Exception is OperationCanceledException) return outcome;   // whoever asked stopped: that tells nothing of the host
        failed = outcome.Exception is Polly.Timeout.TimeoutRejectedException || outcome.Result is Answer.Trouble ? failed + 1 : 0;
        if (failed < after) return outcome;
        opened = clock.GetTimestamp();
        telemetry.Report(new ResilienceEvent(ResilienceEventSeverity.Warning, "HostLeftAlone"), context, outcome, rest);
        return outcome;
    }
}
