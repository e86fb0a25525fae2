using InfoMonitor.Domain;

namespace InfoMonitor.Crawling;

/// <summary>What the times of a source's items say: how often to read it, and which gap between items is usual for it.</summary>
/// <param name="ReadEvery">The interval to read it at, within its bounds.</param>
/// <param name="UsualGap">Null while too little is known.</param>
internal sealed record Cadence(TimeSpan ReadEvery, TimeSpan? UsualGap)
{
    /// <summary>A gap of about this time of day began so near to it: the night's pause counts in the evening, not in the morning.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(2);

    /// <summary>Gaps of about this time of day, and the days of one kind they began on, that tell what is usual then: twice as many make up for one day less. One day alone never tells it,
    /// however much it brought: when its lunch and its night begin nobody has seen yet.</summary>
    private const int GapsNear = 12;
    private const int DaysNear = 3;

    /// <summary>Standard deviations above the mean: a rhythm without a rule goes beyond half as much again of it (<see cref="SourceConditions.SilentAfter"/>) once in ten thousand gaps.</summary>
    private const double Spread = 6;

    /// <summary>Gaps that the interval looks back on: a day of a newsroom.</summary>
    private const int Recent = 50;

    /// <summary>Share of the time that lies in gaps no longer than the usual one. Nights are a third of a newsroom's time and weekends more of an agency's, so both are usual; a week's
    /// holiday in two months is not. Gaps weigh by their length: a hundred items on Monday do not make the weekend unusual.</summary>
    private const double Usual = 0.85;

    /// <summary>Gaps needed to speak of a usual one: five, or two over three weeks (a monthly bulletin).</summary>
    private const int Gaps = 5;
    private static readonly TimeSpan Weeks = TimeSpan.FromDays(21);

    /// <summary>Items of so long tell the rhythm alone. What is stored of less may be one burst of a bulletin, whose feed shows months.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromDays(14);

    /// <summary>An entry of years ago that is kept at the end of a feed is no gap of years: one of ten at most, after a gap longer than this and than all that is newer.</summary>
    private static readonly TimeSpan Pinned = TimeSpan.FromDays(30);

    /// <param name="published">When items appeared, in any order; as clocks and calendars where people read them show it.</param>
    /// <param name="failures">Crawls in a row in which nothing could be read: each doubles the pause.</param>
    /// <param name="current">The interval in force; it stays while it is right to a fifth, so that the trigger is not moved after every crawl. Null for none.</param>
    /// <param name="announced">What the entry points' own dates tell, as <see cref="SourceConditions.Announced"/>; null where they tell nothing.</param>
    /// <param name="jitter">As <see cref="CrawlingOptions.Jitter"/>: by how much the schedule may lengthen what is found here.</param>
    /// <param name="gone">Whether all that is read is gone for good (<see cref="SourceConditions.IsGone"/>): it is asked as seldom as it may be.</param>
    /// <remarks>
    /// Half the median gap finds an item a quarter of a gap after it appeared, on average. Where nothing comes (304s, nights) the pause grows with the logarithm of how overdue the next
    /// item is: ten times the usual gap makes it some four times as long; but a source that is not silent yet is read once more while a silence can be told in time. Jitter is the schedule's, per source.
    /// </remarks>
    public static Cadence Of(Source source, IEnumerable<DateTimeOffset> published, int failures, TimeSpan? current, DateTimeOffset now, double jitter = CrawlingOptions.UsualJitter, Announced? announced = null, bool gone = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (least, greatest) = source.Bounds();
        var known = published.Where(t => t <= now).ToArray();
        var times = Bursts(known, least);
        var gaps = times.Zip(times.Skip(1), (one, next) => next - one).ToArray();
        var wanted = source.Interval;
        if (gaps.Length >= 2)
        {
            var recent = gaps.TakeLast(Recent).Order().ToArray();
            wanted = Wanted(recent[recent.Length / 2], now - times[^1]);
        }
        else if (announced?.Rhythm is { } rhythm && rhythm > SourceConditions.AssumedGap) wanted = Wanted(rhythm, now - announced.Newest);   // what is assumed tells no rhythm
        if (gone) wanted = greatest;
        else if (failures > 0) wanted = (wanted > source.Interval ? wanted : source.Interval) * Math.Pow(2, Math.Min(failures, 16));
        var usual = UsualOf(gaps, least, 1 + jitter, firstDay: true);
        if (usual < announced?.Rhythm && times[^1] - times[0] < Long) usual = announced.Rhythm;
        if (times.Count > 0 && HereAndNow(times, least, 1 + jitter) is { } then && then < usual) usual = then;
        var last = known is [] ? announced?.Newest : known.Max();
        var most = failures == 0 && (usual ?? announced?.Gap) is { } gap && now - last is { } since && InTime(gap, since, 1 + jitter) is { } soon && soon < greatest ? soon : greatest;
        wanted = wanted > most ? most : wanted;
        wanted = wanted < least ? least : wanted;
        var kept = current is { } c && c >= least && c <= most && Math.Abs((wanted - c) / c) <= 0.2;
        return new Cadence(kept ? current!.Value : TimeSpan.FromSeconds(Math.Floor(wanted.TotalSeconds)), usual);
    }

    /// <summary>The same of the dates that an entry point gives: the usual gap between two, and from the oldest to the newest; null where they are too few.</summary>
    /// <param name="dates">Newest first.</param>
    public static (TimeSpan? Usual, TimeSpan? Span) Announced(Source source, IReadOnlyList<DateTimeOffset> dates, double jitter = CrawlingOptions.UsualJitter)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dates);
        var kept = dates.Count;
        for (var oldest = dates.Count - 1; oldest >= 3 && dates.Count - oldest <= Math.Max(1, dates.Count / 10); oldest--)
            if (dates[oldest - 1] - dates[oldest] is var before && before > Pinned && before > dates[0] - dates[oldest - 1]) kept = oldest;
        if (kept < 2) return (null, null);
        var least = source.Bounds().Least;
        var times = Bursts(dates.Take(kept), least);
        return (UsualOf([.. times.Zip(times.Skip(1), (one, next) => next - one)], least, 1 + jitter, firstDay: false), dates[0] - dates[kept - 1]);
    }

    /// <param name="gap">Usual between two items.</param>
    /// <param name="since">The newest.</param>
    private static TimeSpan Wanted(TimeSpan gap, TimeSpan since) => gap / 2 * (1 + Math.Log2(Math.Max(1, since / gap)));

    /// <summary>Until when it has to be read again so that a silence is told in time; null once it is silent.</summary>
    /// <param name="late">What the schedule makes of an interval, at most.</param>
    private static TimeSpan? InTime(TimeSpan usual, TimeSpan since, double late) => since > usual * SourceConditions.SilentAfter ? null : (usual * SourceConditions.SilentBy - since) / late;

    /// <summary>Items nearer to each other than the source is ever read come in one reading and count as one.</summary>
    private static List<DateTimeOffset> Bursts(IEnumerable<DateTimeOffset> published, TimeSpan least)
    {
        var bursts = new List<DateTimeOffset>();
        foreach (var time in published.Order())
            if (bursts.Count == 0 || time - bursts[^1] >= least) bursts.Add(time);
        return bursts;
    }

    /// <summary>
    /// The gap that is usual after an item at the last one's time of day, by those that began about then on days of its kind, the weekend's or the others: the longest, or well above the mean
    /// where they differ. In the day a source that publishes every ten minutes is missed before half an hour; after its last item of the evening, the night is usual. Null while too little is known.
    /// </summary>
    private static TimeSpan? HereAndNow(List<DateTimeOffset> times, TimeSpan least, double late)
    {
        var last = times[^1];
        var near = times.Zip(times.Skip(1)).Where(pair => IsWeekend(pair.First) == IsWeekend(last) && Apart(pair.First.TimeOfDay, last.TimeOfDay) <= Near).ToArray();
        var days = near.DistinctBy(pair => Math.Round((last - pair.First).TotalDays)).Count();   // not by date: an evening that goes beyond midnight is one
        if (days < DaysNear - 1 || near.Length < (days < DaysNear ? 2 * GapsNear : GapsNear)) return null;
        var gaps = Array.ConvertAll(near, pair => (pair.Second - pair.First).TotalSeconds);
        var mean = gaps.Average();
        var usual = TimeSpan.FromSeconds(Math.Max(gaps.Max(), mean + Spread * Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)))));
        return usual > Told(least, late) ? usual : Told(least, late);
    }

    private static bool IsWeekend(DateTimeOffset time) => time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static TimeSpan Apart(TimeSpan one, TimeSpan other) => (one - other).Duration() is var apart && apart > TimeSpan.FromHours(12) ? TimeSpan.FromDays(1) - apart : apart;

    /// <summary>Never so short that a source read as seldom as it may be is not read between one and a half and two of it.</summary>
    private static TimeSpan Told(TimeSpan least, double late) => least * (late / (SourceConditions.SilentBy - SourceConditions.SilentAfter));

    /// <summary>Over the whole week; at least <see cref="SourceConditions.AssumedGap"/>: while the hours of its day are not known yet (<see cref="HereAndNow"/>), a newsroom that has published all day may be about to sleep.</summary>
    /// <param name="firstDay">Whether at least <see cref="SourceConditions.AssumedFirstGap"/> is assumed where they reach over less than half a day: so of items, which a feed of a morning's entries does not outweigh.</param>
    private static TimeSpan? UsualOf(TimeSpan[] gaps, TimeSpan least, double late, bool firstDay)
    {
        var whole = gaps.Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap);
        if (gaps.Length < Gaps && !(gaps.Length >= 2 && whole >= Weeks)) return null;
        var (told, assumed) = (Told(least, late), firstDay && whole < SourceConditions.HalfDay ? SourceConditions.AssumedFirstGap : SourceConditions.AssumedGap);
        var (passed, usual) = (TimeSpan.Zero, told > assumed ? told : assumed);
        foreach (var gap in gaps.Order())
        {
            passed += gap;
            if (gap > usual) usual = gap;
            if (passed >= whole * Usual) break;
        }
        return usual;
    }
}
