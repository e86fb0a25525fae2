using System.Collections.Concurrent;
using System.Text;
using InfoMonitor.Content.Robots;
using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Fetching;

/// <summary>What a host's robots.txt came to.</summary>
internal abstract record RobotsAnswer
{
    private RobotsAnswer() { }

    internal sealed record Known(RobotsFile File) : RobotsAnswer
    {
        /// <summary>True when a server that answers every address with a page sent one: there is no robots.txt, and nobody was told.</summary>
        public bool IsPage { get; init; }
    }

    /// <summary>4xx, or redirects without an end: it counts as none, and everything may be read (RFC 9309, 2.3.1.2 and 2.3.1.3).</summary>
    /// <param name="Status">Null where the redirects have no end.</param>
    internal sealed record Absent(int? Status) : RobotsAnswer;

    /// <summary>5xx or no answer: nothing may be read for now (RFC 9309, 2.3.1.4).</summary>
    /// <param name="RetryAfter">How long it is not asked again, where its host is busy (429, 503) or is left alone; null where something is wrong with it.</param>
    internal sealed record Unreachable(Hindrance Why, int? Status, TimeSpan? RetryAfter) : RobotsAnswer
    {
        /// <summary>False when it was not even asked for.</summary>
        public bool Sent { get; init; } = true;
    }

    /// <summary>The host itself is not one we read.</summary>
    internal sealed record Forbidden(Hindrance Why) : RobotsAnswer
    {
        /// <summary>False when what is written was enough to tell.</summary>
        public bool Asked { get; init; }
    }
}

/// <summary>robots.txt of every scheme, host and port (RFC 9309), read through the same guard and turns as pages, kept for a day at most.</summary>
internal sealed class RobotsBook(HostReader reader, HostGate gate, AddressGuard guard, IOptions<FetchingOptions> options, TimeProvider clock)
{
    private const int MaxBytes = 500 * 1024;
    private const int LeastRedirects = 5;
    private const int Few = 1024;

    /// <summary>Bytes within which an HTML page says that it is one.</summary>
    private const int Start = 1024;

    /// <summary>How soon a robots.txt that could not be read is tried again; for so long its host's pages fail without a request each.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private int sweepAt = Few;

    /// <param name="address">Any address of the host.</param>
    /// <param name="entryPoint">As in <see cref="FetchRequest"/>: names a port beyond the default ones.</param>
    public async Task<RobotsAnswer> AskAsync(Uri address, Uri? entryPoint, TimeSpan pause, CancellationToken cancellation)
    {
        var key = HostPause.KeyOf(address);
        if (Current(key) is { } known) return known;
        // A lane of its own, so that sources of one host that start together read the file once.
        using var turn = await gate.EnterAsync("robots " + key, TimeSpan.Zero, TimeSpan.MaxValue, cancellation);
        if (Current(key) is { } meanwhile) return meanwhile;
        var answer = await ReadAsync(new Uri(address, "/robots.txt"), entryPoint, pause, cancellation);
        if (answer is RobotsAnswer.Unreachable busy && (busy.RetryAfter is not null || busy.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable))
            answer = busy with { RetryAfter = busy.RetryAfter > Again ? busy.RetryAfter : Again };
        if (answer is RobotsAnswer.Known or RobotsAnswer.Absent) Keep(key, new Entry(answer, clock.GetTimestamp(), options.Value.RobotsCache));
        else if (answer is RobotsAnswer.Unreachable or RobotsAnswer.Forbidden { Asked: true }) Keep(key, new Entry(answer, clock.GetTimestamp(), Again));
        return answer;
    }

    private async Task<RobotsAnswer> ReadAsync(Uri address, Uri? entryPoint, TimeSpan pause, CancellationToken cancellation)
    {
        var at = address;
        for (var hop = 0; hop <= Math.Max(LeastRedirects, options.Value.MaxRedirects); hop++)
        {
            if (guard.Refusal(at, entryPoint) is { } refusal) return Refused(refusal, hop, asked: false);
            switch (await reader.ReadAsync(new Ask(at, "text/plain,*/*;q=0.5", MaxBytes, Cut: true), pause, null, cancellation))
            {
                case Answer.Content content:
                    var file = RobotsFile.Parse(Whole(content.Body.Span));
                    return new RobotsAnswer.Known(file) { IsPage = file.IsEmpty && IsHtml(content.Body.Span) };
                case Answer.Redirect { Location: { } location } when Redirects.Resolve(location, at) is { } next:
                    at = next;
                    break;
                case Answer.Trouble trouble:
                    return new RobotsAnswer.Unreachable(trouble.Sent ? FetchingTexts.RobotsUnread(trouble.Why) : trouble.Why, trouble.Status, trouble.RetryAfter) { Sent = trouble.Sent };
                case Answer.Unreadable unreadable:
                    return Refused(unreadable.Why, hop, asked: true);
                case Answer.Refusal refused:
                    return new RobotsAnswer.Absent(refused.Status);
                case Answer.Redirect redirect:
                    return new RobotsAnswer.Absent(redirect.Status);
                case Answer.Unchanged:
                    return new RobotsAnswer.Absent(StatusCodes.Status304NotModified);
            }
        }
        return new RobotsAnswer.Absent(null);
    }

    /// <summary>The limit falls into a line, and half a rule or address is another.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> body) => body.Length < MaxBytes ? body : body[..(body.LastIndexOfAny((byte)'\n', (byte)'\r') + 1)];

    private static bool IsHtml(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Start)]);
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>At the first hop the host itself is refused; later robots.txt only leads astray, and until it does not, nothing is read.</summary>
    private static RobotsAnswer Refused(Hindrance why, int hop, bool asked) => hop == 0
        ? new RobotsAnswer.Forbidden(why) { Asked = asked }
        : new RobotsAnswer.Unreachable(FetchingTexts.RobotsUnread(why), null, null);

    private RobotsAnswer? Current(string key) =>
        !entries.TryGetValue(key, out var entry) || IsOver(entry) ? null
            : entry.Answer is RobotsAnswer.Unreachable { RetryAfter: { } wait } busy ? busy with { RetryAfter = wait - clock.GetElapsedTime(entry.ReadAt) }
            : entry.Answer;

    private void Keep(string key, Entry entry)
    {
        if (entries.Count >= sweepAt)
        {
            foreach (var (old, kept) in entries)
                if (IsOver(kept)) entries.TryRemove(old, out _);
            // Still too many: the oldest half goes and is read again when needed.
            if (entries.Count >= Few)
                foreach (var (old, _) in entries.OrderBy(e => e.Value.ReadAt).Take(entries.Count / 2).ToArray()) entries.TryRemove(old, out _);
            sweepAt = Math.Max(Few, entries.Count * 2);
        }
        entries[key] = entry;
    }

    private bool IsOver(Entry entry) => clock.GetElapsedTime(entry.ReadAt) >= entry.For;

    private sealed record Entry(RobotsAnswer Answer, long ReadAt, TimeSpan For);
}
