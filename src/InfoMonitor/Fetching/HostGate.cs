using InfoMonitor.Domain;
using Microsoft.Extensions.Options;
using Polly;

namespace InfoMonitor.Fetching;

/// <summary>One request at a time to a scheme, host and port, first come first served, over all sources of the process, each after the longest delay that any of them wants of it.
/// A host's pause and its Polly pipeline live here together, so that both are forgotten together once they no longer matter.</summary>
internal sealed class HostGate(IOptions<FetchingOptions> options, HostPipelines pipelines, TimeProvider clock)
{
    private const int Few = 1024;

    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly Lock queueing = new();
    private int sweepAt = Few;
    private Dictionary<string, (TimeSpan Delay, string Source)> expected = new(StringComparer.Ordinal);

    /// <summary>Hosts remembered now.</summary>
    public int Count
    {
        get { lock (queueing) return lanes.Count; }
    }

    /// <summary>What sources want of the hosts of their entry points, known before they ask. Where it is not what it was, what was asked for of other hosts may not be either, and is forgotten.</summary>
    public void Expect(IEnumerable<(Uri EntryPoint, TimeSpan Delay, string Source)> sources)
    {
        var delays = sources.GroupBy(s => HostPause.KeyOf(s.EntryPoint), s => (s.Delay, s.Source), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Delay), StringComparer.Ordinal);
        lock (queueing)
        {
            if (delays.Count == expected.Count && delays.All(d => expected.TryGetValue(d.Key, out var before) && before == d.Value)) return;
            expected = delays;
            foreach (var lane in lanes.Values) lane.Wanted = TimeSpan.Zero;
        }
    }

    /// <summary>The longest that any source is known to want between requests to a host, this one included; a host of no entry point is known by who asked before.</summary>
    public TimeSpan DelayOf(string key, TimeSpan wanted)
    {
        lock (queueing)
        {
            var lane = LaneOf(key);
            if (wanted > lane.Wanted) lane.Wanted = wanted;
            return expected.TryGetValue(key, out var other) && other.Delay > lane.Wanted ? other.Delay : lane.Wanted;
        }
    }

    /// <summary>The longest delay of all sources with an entry point at a host, and whose it is; null for none.</summary>
    public (TimeSpan Delay, string Source)? LongestOf(string key)
    {
        lock (queueing) return expected.TryGetValue(key, out var longest) ? longest : null;
    }

    /// <summary>What a host asked for before this process began, or of another one.</summary>
    /// <param name="left">How long it is to be left alone yet.</param>
    /// <param name="why">Null where that is not known.</param>
    public void Rest(string key, TimeSpan left, Hindrance? why)
    {
        lock (queueing) LaneOf(key).End(left, why, clock);
    }

    /// <summary>How long a host is to be left alone yet, as it asked; null where it did not, or the time is over.</summary>
    public TimeSpan? RestOf(string key)
    {
        lock (queueing) return lanes.TryGetValue(key, out var lane) && lane.Left(TimeSpan.Zero, clock) is var left && left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Why it is left alone; null where nobody said, or it is not.</summary>
    public Hindrance? WhyOf(string key)
    {
        lock (queueing) return lanes.TryGetValue(key, out var lane) ? lane.WhyBeyond(TimeSpan.Zero) : null;
    }

    /// <summary>Waits for the host's turn and then for what is left of the pause since its last request. Dispose the turn when the request is over.</summary>
    /// <param name="most">Longest pause waited for; where more is left the turn comes back with <see cref="Turn.PutOff"/> and nothing may be sent.</param>
    public async Task<Turn> EnterAsync(string key, TimeSpan pause, TimeSpan most, CancellationToken cancellation)
    {
        var (lane, before, mine) = Queue(key);
        try
        {
            await before.WaitAsync(cancellation);
            var wait = lane.Left(pause, clock);
            if (wait > most) return new Turn(this, lane, mine, pause) { PutOff = wait, Why = lane.WhyBeyond(pause) };
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancellation);
            return new Turn(this, lane, mine, pause);
        }
        catch
        {
            // Whoever gives up still keeps the place of those behind: they go on when those before are through.
            _ = before.ContinueWith(_ => Leave(lane, mine, null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private (Lane Lane, Task Before, TaskCompletionSource Mine) Queue(string key)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (queueing)
        {
            var lane = LaneOf(key);
            var before = lane.Tail;
            lane.Tail = mine.Task;
            lane.Queued++;
            return (lane, before, mine);
        }
    }

    private Lane LaneOf(string key)
    {
        if (lanes.TryGetValue(key, out var lane)) return lane;
        if (lanes.Count >= sweepAt) Sweep();
        lanes.Add(key, lane = new Lane(pipelines.Create()));
        return lane;
    }

    /// <param name="rest">What the host asked for after this request, and why; null when none was sent.</param>
    private void Leave(Lane lane, TaskCompletionSource mine, (TimeSpan For, Hindrance? Why)? rest)
    {
        lock (queueing)
        {
            if (rest is var (asked, why)) lane.End(asked, why, clock);
            lane.Queued--;
        }
        mine.SetResult();
    }

    /// <summary>Forgets hosts whose pause, rest and open circuit are over for sure.</summary>
    private void Sweep()
    {
        var least = new[] { options.Value.BreakFor, options.Value.MaxWait, options.Value.MaxCrawlDelay }.Max();
        foreach (var (key, lane) in lanes)
            if (lane.Queued == 0 && lane.Left(least, clock) <= TimeSpan.Zero) lanes.Remove(key);
        sweepAt = Math.Max(Few, lanes.Count * 2);
    }

    internal sealed class Lane(ResiliencePipeline<Answer> pipeline)
    {
        private long? ended;
        private TimeSpan rest;
        private Hindrance? why;

        public ResiliencePipeline<Answer> Pipeline => pipeline;
        public Task Tail { get; set; } = Task.CompletedTask;
        public int Queued { get; set; }

        /// <summary>The longest delay that sources asked for so far.</summary>
        public TimeSpan Wanted { get; set; }

        /// <summary>What is left of the longer of <paramref name="pause"/> and the rest that was asked for.</summary>
        public TimeSpan Left(TimeSpan pause, TimeProvider clock) =>
            ended is { } at ? (pause > rest ? pause : rest) - clock.GetElapsedTime(at) : TimeSpan.Zero;

        /// <summary>Why the rest was asked for that is longer than the pause; null where the pause is, or nobody said why.</summary>
        public Hindrance? WhyBeyond(TimeSpan pause) => rest > pause ? why : null;

        public void End(TimeSpan rest, Hindrance? why, TimeProvider clock)
        {
            ended = clock.GetTimestamp();
            (this.rest, this.why) = (rest, why);
        }
    }

    /// <summary>Leave to send one request, with its retries.</summary>
    internal sealed class Turn(HostGate gate, Lane lane, TaskCompletionSource mine, TimeSpan pause) : IDisposable
    {
        private (TimeSpan For, Hindrance? Why) rest;
        private bool used;

        /// <summary>Keep it between retries too.</summary>
        public TimeSpan Pause => pause;

        /// <summary>Not null: the pause left is longer than is waited for; come back after this.</summary>
        public TimeSpan? PutOff { get; init; }

        /// <summary>Why; null where the host's pause alone is not over, or nobody knows.</summary>
        public Hindrance? Why { get; init; }

        public ResiliencePipeline<Answer> Pipeline
        {
            get
            {
                used = true;
                return lane.Pipeline;
            }
        }

        /// <summary>The host asked to be left alone for so long after this turn.</summary>
        public void Rest(TimeSpan wanted, Hindrance why) => rest = (wanted, why);

        /// <summary>Nothing was sent after all.</summary>
        public void Unused() => used = false;

        public void Dispose()
        {
            gate.Leave(lane, mine, used ? rest : null);
        }
    }
}
