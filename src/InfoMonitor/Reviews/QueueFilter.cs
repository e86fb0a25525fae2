using System.Globalization;
using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoMonitor.Reviews;

/// <summary>How long ago a flag was found.</summary>
internal enum QueueAge { UnderDay, UnderWeek, OverThreeDays, OverWeek }

/// <summary>Whose work a flag is. There is no filter by anybody's name.</summary>
internal enum QueueHolder { Me, Nobody, Others }

/// <summary>How a flag stands to the time it has: over it, or within the time before which the desk warns.</summary>
internal enum QueueDue { Over, Soon }

/// <summary>In which order the queue is read: the most urgent first, the oldest first, or what is due first.</summary>
internal enum QueueSort { Priority, Age, Due }

/// <summary>What now means to a filter.</summary>
/// <param name="Soon">When what is due until then is due soon, by the clock: for urgent flags.</param>
/// <param name="SoonWorking">The same in working time.</param>
internal readonly record struct QueueTime(DateTimeOffset Now, DateTimeOffset Soon, DateTimeOffset SoonWorking)
{
    public static QueueTime At(DateTimeOffset now, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new QueueTime(now, now + calendar.WarnBefore, calendar.Add(now, calendar.WarnBefore));
    }
}

/// <summary>What the queue shows, as it stands in an address.</summary>
internal sealed record QueueFilter
{
    private const int LongestVersion = 64;
    private const string All = "all";

    public IReadOnlyList<FlagState> States { get; init; } = FlagStates.Waiting;
    public IReadOnlyList<FlagReason> Reasons { get; init; } = [];
    public Topic? Topic { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    public QueueAge? Age { get; init; }
    public QueueDue? Due { get; init; }
    public QueueHolder? Holder { get; init; }
    public SourceKind? Publisher { get; init; }

    /// <summary>Hash of a model set, in hex.</summary>
    public string? Model { get; init; }

    /// <summary>Only flags with a matched correction.</summary>
    public bool Correction { get; init; }

    /// <summary>Only urgent flags.</summary>
    public bool Urgent { get; init; }

    /// <summary>Only flags that a person put into the queue.</summary>
    public bool ByHand { get; init; }

    /// <summary>Only flags on which two people differ, so that a third is needed.</summary>
    public bool Split { get; init; }

    public QueueSort Sort { get; init; }

    public bool IsDefaultStates => States.SequenceEqual(FlagStates.Waiting);
    public bool IsDefault => ToString().Length == 0;

    /// <summary>The same, for programs: the API refuses what a page leaves out.</summary>
    public static readonly IReadOnlyList<QueryKey> Keys =
    [
        QueryKey.Some<FlagState>("state", "States, or `all`; what is open unless said.", All),
        QueryKey.Some<FlagReason>("reason", "Any of these reasons."),
        QueryKey.One<Topic>("topic", "Stories on this topic."),
        QueryKey.Free("language", "Texts in this language.", new("một ngôn ngữ theo ISO 639-1, như vi, en hay km; hoặc und", "a language by its two letters of ISO 639-1, such as vi, en or km; or und"), Languages.IsCode),
        QueryKey.One<QueueAge>("age", "Found within, or longer ago than, so many days."),
        QueryKey.One<QueueDue>("due", "Over its time, or due within `Calendar:WarnBefore`. Snoozed flags count where `state` holds them."),
        QueryKey.One<QueueHolder>("holder", "Whose work it is."),
        QueryKey.One<SourceKind>("publisher", "Kind of the publisher."),
        QueryKey.Free("model", "Assessed by this version of the models.", new("một phiên bản mô hình: các chữ số thập lục phân viết thường", "a model version: lower-case hexadecimal digits, as a flag gives it"), IsVersion),
        QueryKey.Switch("correction", "Only flags with a matched correction."),
        QueryKey.Switch("urgent", "Only urgent flags."),
        QueryKey.Switch("hand", "Only flags that a person added by hand."),
        QueryKey.Switch("split", "Only flags on which two people differ: they need a third."),
        QueryKey.One<QueueSort>("sort", "The most urgent first, the oldest first, or what is due first; `priority` unless said."),
    ];

    private static readonly QueryKeys Filters = new(Keys);

    /// <summary>Unknown words are left out: an old address still opens.</summary>
    public static QueueFilter Parse(IQueryCollection query) => Parse(name => query[name].ToString());

    /// <summary>What of a query is no filter; null when all of it is one.</summary>
    public static QueryFault? FaultOf(string? query) => Filters.FaultsOf(QueryHelpers.ParseQuery(query)).FirstOrDefault();

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static QueueFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return Parse(name => values.TryGetValue(name, out var value) ? value.ToString() : "");
    }

    private static QueueFilter Parse(Func<string, string> value)
    {
        var states = value("state").Split(',', StringSplitOptions.TrimEntries).Contains(All, StringComparer.Ordinal) ? Enum.GetValues<FlagState>() : Words<FlagState>(value("state"));
        return new QueueFilter
        {
            States = states is [] ? FlagStates.Waiting : states,
            Reasons = Words<FlagReason>(value("reason")),
            Topic = Vocabulary.Parse<Topic>(value("topic")),
            Language = value("language") is var language && Languages.IsCode(language) ? language : null,
            Age = Vocabulary.Parse<QueueAge>(value("age")),
            Due = Vocabulary.Parse<QueueDue>(value("due")),
            Holder = Vocabulary.Parse<QueueHolder>(value("holder")),
            Publisher = Vocabulary.Parse<SourceKind>(value("publisher")),
            Model = value("model") is var model && IsVersion(model) ? model : null,
            Correction = QueryKey.IsOn(value("correction")),
            Urgent = QueryKey.IsOn(value("urgent")),
            ByHand = QueryKey.IsOn(value("hand")),
            Split = QueryKey.IsOn(value("split")),
            Sort = Vocabulary.Parse<QueueSort>(value("sort")) ?? QueueSort.Priority,
        };
    }

    private static bool IsVersion(string text) => text.Length is > 0 and <= LongestVersion && text.All(char.IsAsciiHexDigitLower);

    private static T[] Words<T>(string text) where T : struct, Enum =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Vocabulary.Parse<T>).OfType<T>().Distinct()];

    /// <summary>The query of an address, with its question mark; empty for the default.</summary>
    public override string ToString()
    {
        var query = new StringBuilder();
        if (!IsDefaultStates) Add("state", States.Count == Enum.GetValues<FlagState>().Length ? All : string.Join(',', States.Select(s => s.Word())));
        if (Reasons.Count > 0) Add("reason", string.Join(',', Reasons.Select(r => r.Word())));
        if (Topic is { } topic) Add("topic", topic.Word());
        if (Language is not null) Add("language", Language);
        if (Age is { } age) Add("age", age.Word());
        if (Due is { } due) Add("due", due.Word());
        if (Holder is { } holder) Add("holder", holder.Word());
        if (Publisher is { } publisher) Add("publisher", publisher.Word());
        if (Model is not null) Add("model", Model);
        if (Correction) Add("correction", "1");
        if (Urgent) Add("urgent", "1");
        if (ByHand) Add("hand", "1");
        if (Split) Add("split", "1");
        if (Sort != QueueSort.Priority) Add("sort", Sort.Word());
        return query.ToString();

        void Add(string name, string value) => query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);
    }

    /// <summary>The flags this filter lets through in one state: one range of the index of its order, whose entries hold all that is asked for.</summary>
    public IQueryable<Flag> Apply(IQueryable<Flag> flags, FlagState state, long me, QueueTime time)
    {
        flags = flags.Where(f => f.State == state);
        if (Reasons.Count > 0) flags = flags.Where(f => Reasons.Contains(f.Reason));
        if (Topic is { } topic)
        {
            var bit = Flag.BitOf(topic);
            flags = flags.Where(f => (f.TopicBits & bit) != 0);
        }
        if (Language is { } language) flags = flags.Where(f => f.Language == language);
        if (Publisher is { } publisher) flags = flags.Where(f => f.PublisherKind == publisher);
        if (Model is { } model) flags = flags.Where(f => f.ModelVersion == model);
        if (Correction) flags = flags.Where(f => f.ReferenceId != null);
        if (Urgent) flags = flags.Where(f => f.UrgentAt != null);
        if (ByHand) flags = flags.Where(f => f.ByHand);
        if (Split) flags = flags.Where(f => f.Split);
        return ByHolder(ByAge(ByDue(flags, time), time.Now), me, time.Now);
    }

    private IQueryable<Flag> ByDue(IQueryable<Flag> flags, QueueTime time)
    {
        var (now, soon, working) = time;
        return Due switch
        {
            QueueDue.Over => flags.Where(f => f.DueAt < now),
            QueueDue.Soon => flags.Where(f => f.DueAt >= now && f.DueAt <= working && (f.UrgentAt == null || f.DueAt <= soon)),
            null => flags,
        };
    }

    private IQueryable<Flag> ByAge(IQueryable<Flag> flags, DateTimeOffset now)
    {
        if (Age is not { } age) return flags;
        var days = age switch { QueueAge.UnderDay => 1, QueueAge.UnderWeek or QueueAge.OverWeek => 7, QueueAge.OverThreeDays => 3 };
        var since = now.AddDays(-days);
        return age is QueueAge.UnderDay or QueueAge.UnderWeek ? flags.Where(f => f.FoundAt >= since) : flags.Where(f => f.FoundAt < since);
    }

    private IQueryable<Flag> ByHolder(IQueryable<Flag> flags, long me, DateTimeOffset now) => Holder switch
    {
        QueueHolder.Me => flags.Where(f => f.HolderId == me),
        QueueHolder.Nobody => flags.Where(f => f.HolderId == null || f.HeldUntil <= now),
        QueueHolder.Others => flags.Where(f => f.HolderId != null && f.HolderId != me && f.HeldUntil > now),
        null => flags,
    };

    /// <summary>In the order of this filter, or against it.</summary>
    public IOrderedQueryable<Flag> Order(IQueryable<Flag> flags, bool forward = true) => (Sort, forward) switch
    {
        (QueueSort.Priority, true) => flags.OrderByDescending(f => f.Priority).ThenByDescending(f => f.FoundAt).ThenByDescending(f => f.Id),
        (QueueSort.Priority, false) => flags.OrderBy(f => f.Priority).ThenBy(f => f.FoundAt).ThenBy(f => f.Id),
        (QueueSort.Age, true) => flags.OrderBy(f => f.FoundAt).ThenBy(f => f.Id),
        (QueueSort.Age, false) => flags.OrderByDescending(f => f.FoundAt).ThenByDescending(f => f.Id),
        (QueueSort.Due, true) => flags.OrderBy(f => f.DueAt).ThenBy(f => f.Id),
        (QueueSort.Due, false) => flags.OrderByDescending(f => f.DueAt).ThenByDescending(f => f.Id),
    };

    /// <summary>Places of several ranges merged into this filter's order.</summary>
    public IOrderedEnumerable<QueueCursor> Order(IEnumerable<QueueCursor> places) => Sort switch
    {
        QueueSort.Priority => places.OrderByDescending(c => c.Priority).ThenByDescending(c => c.FoundAt).ThenByDescending(c => c.Id),
        QueueSort.Age => places.OrderBy(c => c.FoundAt).ThenBy(c => c.Id),
        QueueSort.Due => places.OrderBy(c => c.DueAt).ThenBy(c => c.Id),
    };
}

/// <summary>A place in the queue: what comes after it is worse by (Priority, FoundAt, Id), younger by (FoundAt, Id), or due later by (DueAt, Id), whatever was added before it meanwhile.</summary>
internal sealed record QueueCursor(int Priority, DateTimeOffset FoundAt, DateTimeOffset DueAt, long Id)
{
    public static QueueCursor? Parse(string? text) =>
        text?.Split('.') is [var priority, var found, var due, var id]
        && int.TryParse(priority, CultureInfo.InvariantCulture, out var p) && InstantOf(found) is { } f && InstantOf(due) is { } d && long.TryParse(id, CultureInfo.InvariantCulture, out var i)
            ? new QueueCursor(p, f, d, i)
            : null;

    private static DateTimeOffset? InstantOf(string ticks) =>
        long.TryParse(ticks, CultureInfo.InvariantCulture, out var t) && t is > 0 and < 3_000_000_000_000_000_000 ? new DateTimeOffset(t, TimeSpan.Zero) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Priority}.{FoundAt.UtcTicks}.{DueAt.UtcTicks}.{Id}");

    public IQueryable<Flag> After(IQueryable<Flag> flags, QueueSort sort) => sort switch
    {
        QueueSort.Priority => flags.Where(f => f.Priority <= Priority && (f.Priority < Priority || f.FoundAt < FoundAt || (f.FoundAt == FoundAt && f.Id < Id))),
        QueueSort.Age => flags.Where(f => f.FoundAt >= FoundAt && (f.FoundAt > FoundAt || f.Id > Id)),
        QueueSort.Due => flags.Where(f => f.DueAt >= DueAt && (f.DueAt > DueAt || f.Id > Id)),
    };

    public IQueryable<Flag> Before(IQueryable<Flag> flags, QueueSort sort) => sort switch
    {
        QueueSort.Priority => flags.Where(f => f.Priority >= Priority && (f.Priority > Priority || f.FoundAt > FoundAt || (f.FoundAt == FoundAt && f.Id > Id))),
        QueueSort.Age => flags.Where(f => f.FoundAt <= FoundAt && (f.FoundAt < FoundAt || f.Id < Id)),
        QueueSort.Due => flags.Where(f => f.DueAt <= DueAt && (f.DueAt < DueAt || f.Id < Id)),
    };
}
