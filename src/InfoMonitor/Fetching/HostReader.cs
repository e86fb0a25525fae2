using InfoMonitor.Domain;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
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
            return new Answer.Trouble(tooLong ? FetchingTexts.PauseTooLong(pause, o.MaxCrawlDelay) : FetchingTexts.AskedToWait, null, wait) { Sent = false, NotDue = tooLong };
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(HostPipelines.Pause, turn.Pause);
        var sending = new Sending(exchange, ask);
        try
        {
            var answer = await turn.Pipeline.ExecuteAsync(static async (context, sending) => await sending.GoAsync(context.CancellationToken), context, sending);
            if (answer is Answer.Trouble { RetryAfter: { } rest }) turn.Rest(rest);
            return answer;
        }
        catch (TimeoutRejectedException)
        {
            return new Answer.Trouble(FetchingTexts.TooSlow(o.TotalTimeout));
        }
        catch (BrokenCircuitException broken)
        {
            if (sending.Last is { } last) return last;   // it opened between two tries: what the first came to is what is wrong
            if (!sending.Sent) turn.Unused();
            return new Answer.Trouble(FetchingTexts.LeftAlone, null, broken.RetryAfter ?? o.BreakFor) { Sent = sending.Sent };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private sealed class Sending(Exchange exchange, Ask ask)
    {
        public bool Sent { get; private set; }

        /// <summary>Of the last try; null where none came to an end.</summary>
        public Answer? Last { get; private set; }

        public async Task<Answer> GoAsync(CancellationToken cancellation)
        {
            Sent = true;
            return Last = await exchange.SendAsync(ask, cancellation);
        }
    }
}
