namespace InfoMonitor.Fetching;

/// <summary>What one request to one address came to; <see cref="Fetcher"/> makes a <see cref="FetchResult"/> of one or several.</summary>
internal abstract record Answer
{
    private Answer() { }

    internal sealed record Content(ReadOnlyMemory<byte> Body, string? MediaType, string? ETag, string? LastModified) : Answer
    {
        /// <summary>True when the connection was closed before all of it had come, and <see cref="Ask.Part"/> asked for what did.</summary>
        public bool IsCut { get; init; }

        /// <summary>Of a big body; null for others.</summary>
        public IDisposable? Place { get; init; }
    }

    /// <summary>304 to a conditional request.</summary>
    internal sealed record Unchanged : Answer;

    /// <param name="Location">As received; null when the server does not say where.</param>
    internal sealed record Redirect(int Status, string? Location) : Answer
    {
        public bool IsPermanent => Status is 301 or 308;
    }

    /// <summary>A 4xx that will be the same tomorrow.</summary>
    internal sealed record Refusal(int Status) : Answer;

    /// <summary>Beyond what we read: final.</summary>
    internal sealed record Unreadable(Hindrance Why) : Answer;

    /// <summary>Transient: no answer, half an answer, 429, 5xx.</summary>
    internal sealed record Trouble(Hindrance Why, int? Status = null, TimeSpan? RetryAfter = null) : Answer
    {
        /// <summary>False when no request was made.</summary>
        public bool Sent { get; init; } = true;

        /// <summary><see cref="RetryAfter"/> where it names a time: none that is over already.</summary>
        public TimeSpan? Rest => RetryAfter > TimeSpan.Zero ? RetryAfter : null;

        /// <summary>True when nothing else kept it from being made than the host's pause, longer than is waited for, which is not over.</summary>
        public bool NotDue { get; init; }
    }
}

/// <summary>What to send.</summary>
/// <param name="MaxBytes">Of the decompressed body.</param>
/// <param name="Cut">At the limit, true keeps what was read and false gives up. Robots.txt is cut (RFC 9309, 2.5).</param>
/// <param name="Part">Where the connection is closed in the middle of a body, true keeps what came and false calls it trouble.</param>
internal sealed record Ask(Uri Address, string Accept, int MaxBytes, bool Cut = false, string? ETag = null, string? LastModified = null, bool Part = false);
