using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoMonitor.Reviews;

/// <summary>What the queue shows, as it stands in an address. There is no filter by a person's name but the reader's own claims.</summary>
internal sealed record QueueFilter
{
    /// <summary>States that wait for an analyst: what is shown unless somebody asks for more.</summary>
    public static readonly IReadOnlyList<FlagState> Open = [FlagState.New, FlagState.Claimed, FlagState.AwaitingSecond];

    public IReadOnlyList<FlagState> States { get; init; } = Open;
    public IReadOnlyList<FlagReason> Reasons { get; init; } = [];
    public Topic? Topic { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>Only flags with a matched correction.</summary>
    public bool Correction { get; init; }

    /// <summary>Only flags this person holds.</summary>
    public bool Mine { get; init; }

    public bool IsDefaultStates => States.SequenceEqual(Open);
    public bool IsDefault => IsDefaultStates && Reasons.Count == 0 && Topic is null && Language is null && !Correction && !Mine;

    /// <summary>Unknown words are left out: an old address still opens.</summary>
    public static QueueFilter Parse(IQueryCollection query) => Parse(name => query[name].ToString());

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static QueueFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return Parse(name => values.TryGetValue(name, out var value) ? value.ToString() : "");
    }

    private static QueueFilter Parse(Func<string, string> value)
    {
        var states = value("state") is "all" ? Enum.GetValues<FlagState>() : Words<FlagState>(value("state"));
        return new QueueFilter
        {
            States = states is [] ? Open : states,
            Reasons = Words<FlagReason>(value("reason")),
            Topic = Vocabulary.Parse<Topic>(value("topic")),
            Language = value("language") is { Length: 2 or 3 } language && language.All(char.IsAsciiLetterLower) ? language : null,
            Correction = value("correction") is "1" or "on" or "true",
            Mine = value("holder") is "me",
        };
    }

    private static T[] Words<T>(string text) where T : struct, Enum =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Vocabulary.Parse<T>).OfType<T>().Distinct()];

    /// <summary>The query of an address, with its question mark; empty for the default.</summary>
    public override string ToString()
    {
        var query = new StringBuilder();
        if (!IsDefaultStates) Add("state", States.Count == Enum.GetValues<FlagState>().Length ? "all" : string.Join(',', States.Select(s => s.Word())));
        if (Reasons.Count > 0) Add("reason", string.Join(',', Reasons.Select(r => r.Word())));
        if (Topic is { } topic) Add("topic", topic.Word());
        if (Language is not null) Add("language", Language);
        if (Correction) Add("correction", "1");
        if (Mine) Add("holder", "me");
        return query.ToString();

        void Add(string name, string value) => query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);
    }

    /// <summary>The flags this filter lets through in one state: one range of the index by (State, Priority, FoundAt, Id).</summary>
    public IQueryable<Flag> Apply(IQueryable<Flag> flags, FlagState state, long me)
    {
        flags = flags.Where(f => f.State == state);
        if (Reasons.Count > 0) flags = flags.Where(f => Reasons.Contains(f.Reason));
        if (Topic is { } topic) flags = flags.Where(f => f.Story!.Topics.Any(t => t.Topic == topic));
        if (Language is { } language) flags = flags.Where(f => f.Language == language);
        if (Correction) flags = flags.Where(f => f.ReferenceId != null);
        if (Mine) flags = flags.Where(f => f.HolderId == me);
        return flags;
    }
}

/// <summary>A place in the queue: what comes after it is worse by (Priority, FoundAt, Id), whatever was added before it meanwhile.</summary>
internal sealed record QueueCursor(int Priority, DateTimeOffset FoundAt, long Id)
{
    public static QueueCursor? Parse(string? text) =>
        text?.Split('.') is [var priority, var found, var id]
        && int.TryParse(priority, CultureInfo.InvariantCulture, out var p) && long.TryParse(found, CultureInfo.InvariantCulture, out var f) && long.TryParse(id, CultureInfo.InvariantCulture, out var i)
        && f is > 0 and < 3_000_000_000_000_000_000
            ? new QueueCursor(p, new DateTimeOffset(f, TimeSpan.Zero), i)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Priority}.{FoundAt.UtcTicks}.{Id}");

    public IQueryable<Flag> After(IQueryable<Flag> flags) =>
        flags.Where(f => f.Priority <= Priority && (f.Priority < Priority || f.FoundAt < FoundAt || (f.FoundAt == FoundAt && f.Id < Id)));

    public IQueryable<Flag> Before(IQueryable<Flag> flags) =>
        flags.Where(f => f.Priority >= Priority && (f.Priority > Priority || f.FoundAt > FoundAt || (f.FoundAt == FoundAt && f.Id > Id)));
}
