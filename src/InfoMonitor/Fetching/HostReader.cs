using InfoMonitor.Domain;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace InfoMonitor.Fetching;

/// <summary>One address in its host's turn and through its host's pipeline.</summary>
internal sealed class HostReader(HostGate gate, Exchange exchange, AddressGuard guard, IOptions<FetchingOptions> options)
{
    /// <param name="delay">What the source wants between requests; where another wants more of the host, that counts.</param>
    /// <param name="robotsDelay">What robots.txt wants; null for nothing. The service's floor is added here.</param>
    public async Task<Answer> ReadAsync(Ask ask, TimeSpan delay, TimeSpan? robotsDelay, CancellationToken cancellation)
    {
        var (o, key) = (options.Value, HostPause.KeyOf(ask.Address));
        var pause = new[] { guard.Floor(ask.Address), gate.DelayOf(key, delay), robotsDelay ?? TimeSpan.Zero }.Max();
        var tooLong = pause > o.MaxCrawlDelay;
        using var turn = await gate.EnterAsync(key, pause, pause > o.MaxWait && !tooLong ? pause : o.MaxWait, cancellation);
        if (turn.PutOff is { } wait)
            return new Answer.Trouble(turn.Why is { } why ? why : tooLong ? FetchingTexts.PauseTooLong(pause, o.MaxCrawlDelay) : FetchingTexts.AskedToWait, null, wait) { Sent = false, NotDue = tooLong };
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(HostPipelines.Pause, turn.Pause);
        try
        {
            var answer = await turn.Pipeline.ExecuteAsync(static async (context, sending) => await sending.Exchange.SendAsync(sending.Ask, context.CancellationToken), context, (Exchange: exchange, Ask: ask));
            if (answer is Answer.Trouble { Status: StatusCodes.Status429TooManyRequests, Rest: null } busy) answer = busy with { RetryAfter = o.BreakFor };   // it wants a rest, whatever it says of how long
            if (answer is Answer.Trouble { Sent: false }) turn.Unused();
            else if (answer is Answer.Trouble { RetryAfter: { } rest, Why: var because }) turn.Rest(rest, FetchingTexts.AskedToWaitAs(because));
            return answer;
        }
        catch (TimeoutRejectedException)
        {
            return new Answer.Trouble(FetchingTexts.TooSlow(o.TotalTimeout));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
