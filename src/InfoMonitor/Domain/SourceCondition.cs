namespace InfoMonitor.Domain;

/// <summary>How a source stands, worst first: the order of the page of sources.</summary>
internal enum SourceCondition
{
    /// <summary>Its entry points are gone for good (410), or could not be read many times in a row: somebody has to mend the file.</summary>
    Died,
    /// <summary>No entry point could be read at the last crawl, and not only because its host is left alone for a while.</summary>
    Failing,
    /// <summary>Read, but most of what it announces are no articles: a calendar, sections, links made up without end.</summary>
    OffTarget,
    /// <summary>Read, but nothing new for longer than is usual for it.</summary>
    Silent,
    /// <summary>Read, but an entry point has moved for good: its new address belongs into the file.</summary>
    Moved,
    /// <summary>Some entry point could not be read, a page broke our own code, most pages cannot be had, or none of them, or hardly any, becomes an item.</summary>
    Troubled,
    /// <summary>Read, but many of its pages, though not most, cannot be had.</summary>
    Partial,
    /// <summary>Its time came and nobody read it.</summary>
    Late,
    /// <summary>Nothing is wrong but that the hosts of its entry points, or of some, are left alone for a while: they asked for it, ask for a longer pause than is waited for, or failed too often.</summary>
    Waiting,
    /// <summary>Neither tried nor read yet.</summary>
    Untried,
    Healthy,
    /// <summary>Switched off in the file, or no longer in it.</summary>
    Paused,
}

/// <summary>What the dates of a source's entries tell, read or not.</summary>
/// <param name="Newest">UTC.</param>
/// <param name="Rhythm">The usual gap; null where there are too few.</param>
/// <param name="Gap">The gap that is not unusual yet, whatever is known.</param>
internal sealed record Announced(DateTimeOffset Newest, TimeSpan? Rhythm, TimeSpan Gap);

/// <summary>How far the pages of a source can be had and read.</summary>
internal enum PageTrouble
{
    None,
    /// <summary>Many cannot be had.</summary>
    Some,
    /// <summary>Most cannot be had, or one broke our own code.</summary>
    Grave,
}

/// <summary>Judges a source by its row: the same for the page, the verbs, the metrics and the briefing.</summary>
internal static class SourceConditions
{
    /// <summary>Failed crawls in a row after which a source counts as dead. With the pauses between failures growing, half an hour's source takes most of a day to get there.</summary>
    public const int DiedAfter = 8;

    private const int Gone = 410;

    /// <summary>Of the usual gap; below 2, so that a silence is told before twice the gap has passed.</summary>
    public const double SilentAfter = 1.5;

    /// <summary>Of the usual gap: by then a silence is told.</summary>
    public const double SilentBy = 2;

    /// <summary>The least usual gap of a source whose rhythm within a day is not known yet.</summary>
    public static readonly TimeSpan AssumedGap = TimeSpan.FromHours(4);

    /// <summary>The same while all that is known of it lies within less than <see cref="HalfDay"/>: no night was seen yet, so it is silent after a whole day.</summary>
    public static readonly TimeSpan AssumedFirstGap = TimeSpan.FromHours(16);

    /// <summary>From the first item to the last: a day's work, after which the night comes.</summary>
    public static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    /// <summary>Of what announces one entry alone.</summary>
    private static readonly TimeSpan QuietGap = TimeSpan.FromDays(30);

    /// <summary>Of what announces too few to tell a rhythm: it is silent after so long, or half as long again as all of them reach back.</summary>
    private static readonly TimeSpan ShortestQuiet = TimeSpan.FromDays(14);

    /// <summary>Entries of less than a week may not show a weekend yet.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Weekend = TimeSpan.FromDays(2);

    /// <summary>Of the pages that ended. A section page read with its menu comes to half; a good list or feed to hardly any.</summary>
    public const double OffTargetFrom = 0.8;

    /// <summary>Whether its usual gap is one of those that are assumed, so that nothing may be said of its rhythm.</summary>
    public static bool AssumesGap(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.UsualGap == AssumedGap || source.UsualGap == AssumedFirstGap;
    }

    /// <param name="source">With its entry points.</param>
    /// <param name="pages">Of its pages.</param>
    public static SourceCondition ConditionAt(this Source source, DateTimeOffset now, PageTrouble pages = PageTrouble.None)
    {
        ArgumentNullException.ThrowIfNull(source);
        return !source.Enabled ? SourceCondition.Paused
            : source.Failures >= DiedAfter || source.Failures > 0 && source.IsGone() ? SourceCondition.Died
            : source.Failures > 0 ? source.EntryPoints.Count > 0 && source.EntryPoints.All(p => source.Waits(p, now)) ? SourceCondition.Waiting : SourceCondition.Failing
            : source.LastReadAt is null ? (source.TriedAt is null ? SourceCondition.Untried : IsLate(source, now) ? SourceCondition.Late : SourceCondition.Healthy)
            : source.NotArticles >= OffTargetFrom ? SourceCondition.OffTarget
            : source.SilentFor() is not null ? SourceCondition.Silent
            : source.EntryPoints.Any(p => p.MovedTo is not null) ? SourceCondition.Moved
            : source.EntryPoints.Any(p => p.LastError is not null && !source.Waits(p, now)) || source.Dropped is not null || pages == PageTrouble.Grave ? SourceCondition.Troubled
            : pages == PageTrouble.Some ? SourceCondition.Partial
            : IsLate(source, now) ? SourceCondition.Late
            : source.EntryPoints.Any(p => p.LastError is not null) ? SourceCondition.Waiting
            : SourceCondition.Healthy;
    }

    /// <summary>Whether every entry point answered that it is gone for good: asking again soon tells nothing new.</summary>
    public static bool IsGone(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.EntryPoints.Count > 0 && source.EntryPoints.All(p => p.LastStatus == Gone);
    }

    /// <summary>Whether an entry point could not be read for no other reason than that its host is left alone, until that is over or, from then on, until its next turn.</summary>
    public static bool Waits(this Source source, EntryPoint point, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(point);
        return point is { LastError: not null, NotBefore: { } until, LastStatus: null or 429 or >= 500 } && (until > now || source.NextReadAt > now);
    }

    /// <summary>When the first of its entry points is asked that <see cref="Waits"/>, as far as is known; null where none does.</summary>
    public static DateTimeOffset? WaitsUntil(this Source source, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = source.EntryPoints.Where(p => source.Waits(p, now)).Min(p => p.NotBefore);
        return first > now ? first : first is null ? null : source.NextReadAt;
    }

    /// <summary>Until when no entry point is asked, as their hosts are left alone; null where one may be asked.</summary>
    public static DateTimeOffset? RestsUntil(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.EntryPoints.Any(p => p.NotBefore is null) ? null : source.EntryPoints.Min(p => p.NotBefore);
    }

    /// <summary>How long it has published nothing where that is longer than usual, as of the last time it was read: what nobody read cannot be called silent. Null when it is not silent.</summary>
    public static TimeSpan? SilentFor(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.UsualGap is not { } usual ? source.QuietFor() : source.LastReadAt - source.LastItemAt is { } gap && gap > usual * SilentAfter ? gap : null;
    }

    /// <summary>The same of a source whose own rhythm is not known yet, by the dates of what it announces: a feed that was given up before the source was added.</summary>
    public static TimeSpan? QuietFor(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.UsualGap is not null || source.Announced() is not { } announced) return null;
        return source.LastReadAt - (source.LastItemAt > announced.Newest ? source.LastItemAt : announced.Newest) is { } gap && gap > announced.Gap * SilentAfter ? gap : null;
    }

    /// <summary>What the dates of its entries tell; null where one entry point gives none, as what it brings may be newer.</summary>
    public static Announced? Announced(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.EntryPoints.Count == 0 || source.EntryPoints.Any(p => p.NewestAt is null)) return null;
        var newest = source.EntryPoints.MaxBy(p => p.NewestAt)!;
        var gap = newest.AnnouncedGap is { } usual ? usual > Weekend || newest.AnnouncedSpan >= Week ? usual : Weekend
            : newest.AnnouncedSpan is { } span ? span > ShortestQuiet / SilentAfter ? span : ShortestQuiet / SilentAfter
            : QuietGap;
        return new Announced(newest.NewestAt!.Value, newest.AnnouncedGap, gap);
    }

    /// <summary>What to write in the file for entry points that moved; for verbs, log, briefing and pages. Null when none did.</summary>
    public static Text? Moves(this Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Text.Join(' ', source.EntryPoints.Where(p => p.MovedTo is not null).Select(p => Move(p.Url, p.MovedTo!)));
    }

    /// <summary>What is wrong with each entry point, what to do, and how long its host is left alone yet; a line each. Null where nothing is wrong.</summary>
    /// <param name="now">Null where it is kept and read later, when what is left of a rest is not true any more.</param>
    public static Text? Errors(this Source source, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Text.Join('\n', source.EntryPoints.OrderBy(p => p.Id).Where(p => p.LastError is not null)
            .Select(p => Text.Join(' ', p.LastError, p.NotBefore - now is { } left && left > TimeSpan.Zero ? NotReadFor(left) : null)!.Each(text => $"{p.Url}: {text}")));
    }

    private static Text NotReadFor(TimeSpan left)
    {
        var span = SpanText.Write(left < TimeSpan.FromMinutes(1) ? TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)) : TimeSpan.FromMinutes(Math.Ceiling(left.TotalMinutes)));
        return new Text($"Còn {span} nữa mới hỏi lại.", $"It is not asked again for another {span}.");
    }

    /// <summary>Where one entry point has moved.</summary>
    public static Text Move(string from, string to) => new($"{from} đã chuyển hẳn: trong sources.yaml ghi {to} thay vào.", $"{from} has moved for good: write {to} in its place in sources.yaml.");

    /// <summary>A tenth is the schedule's own scatter; two minutes is a worker's restart.</summary>
    private static bool IsLate(Source source, DateTimeOffset now) => source.NextReadAt is { } due && now - due > TimeSpan.FromMinutes(2) + ((source.ReadEvery ?? source.Interval) / 10);
}
