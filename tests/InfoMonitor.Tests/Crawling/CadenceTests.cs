using CsCheck;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;

namespace InfoMonitor.Tests.Crawling;

public sealed class CadenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);   // a Thursday

    [Fact]
    public void Half_the_median_gap_is_the_interval()
    {
        var cadence = Cadence.Of(Every(TimeSpan.FromHours(1)), Back(TimeSpan.FromMinutes(90), 20), failures: 0, current: null, Now);
        cadence.ReadEvery.ShouldBe(TimeSpan.FromMinutes(45));
    }

    [Fact]
    public void What_comes_in_one_burst_counts_once()
    {
        var burst = Back(TimeSpan.FromHours(3), 20).SelectMany(t => Enumerable.Range(0, 10).Select(i => t.AddSeconds(-i)));
        Cadence.Of(Every(TimeSpan.FromHours(1)), burst, 0, null, Now).ReadEvery.ShouldBe(TimeSpan.FromMinutes(90));
    }

    [Fact]
    public void Without_a_history_the_file_decides() => Cadence.Of(Every(TimeSpan.FromHours(1)), [Now.AddDays(-1), Now], 0, null, Now).ShouldBe(new Cadence(TimeSpan.FromHours(1), null));

    [Fact]
    public void Every_failure_doubles_the_pause_up_to_the_bound()
    {
        var source = Every(TimeSpan.FromMinutes(20));
        Enumerable.Range(0, 5).Select(failures => Cadence.Of(source, [], failures, null, Now).ReadEvery.TotalMinutes).ShouldBe([20, 40, 80, 80, 80]);
    }

    [Fact]
    public void The_pause_grows_while_nothing_comes_and_shrinks_when_something_does()
    {
        var source = Every(TimeSpan.FromHours(1));
        source.GreatestInterval = TimeSpan.FromDays(1);
        var times = Back(TimeSpan.FromHours(2), 20).ToArray();
        var waits = new[] { 0, 2, 8, 32, 128 }.Select(hours => Cadence.Of(source, times, 0, null, Now.AddHours(hours)).ReadEvery).ToArray();
        waits.ShouldBe(waits.Order());
        waits[0].ShouldBe(TimeSpan.FromHours(1));
        waits[4].ShouldBe(TimeSpan.FromHours(7), "1 + log2(64)");
        Cadence.Of(source, [.. times, Now.AddHours(128)], 0, waits[4], Now.AddHours(128)).ReadEvery.ShouldBe(waits[0]);
    }

    [Fact]
    public void An_interval_that_is_nearly_right_is_kept() =>
        Cadence.Of(Every(TimeSpan.FromHours(1)), Back(TimeSpan.FromMinutes(90), 20), 0, TimeSpan.FromMinutes(50), Now).ReadEvery.ShouldBe(TimeSpan.FromMinutes(50));

    [Fact]
    public void Whatever_was_published_the_interval_stays_within_the_bounds() =>
        Gen.Select(Gen.Int[5, 10_000], Gen.Int[-400_000, 50_000].Array[0, 80], Gen.Int[0, 400], Gen.Int[0, 20_000]).Sample((minutes, times, failures, current) =>
        {
            var source = Every(TimeSpan.FromMinutes(minutes));
            var (least, greatest) = source.Bounds();
            var cadence = Cadence.Of(source, times.Select(t => Now.AddMinutes(t)), failures, TimeSpan.FromMinutes(current), Now);
            return cadence.ReadEvery >= least && cadence.ReadEvery <= greatest && cadence.UsualGap is not { } gap || cadence.UsualGap >= least * 2;
        });

    [Theory]
    [InlineData("newsroom", 8)]
    [InlineData("newsroom at noon", 0.55)]
    [InlineData("newsroom known for two days", 8)]
    [InlineData("newsroom known since last evening", 8)]
    [InlineData("office", 66)]
    [InlineData("bulletin", 30 * 24)]
    public void The_usual_gap_holds_nights_weekends_and_months(string kind, int hours)
    {
        var times = kind switch
        {
            // Every ten minutes, but for the night; three weekdays' mornings; once a month.
            "newsroom" => Back(TimeSpan.FromMinutes(10), 460).Where(t => t.Hour is >= 6 and < 22 && t < Now.AddHours(-14)),   // its last is of the evening
            "newsroom at noon" => Back(TimeSpan.FromMinutes(10), 400).Where(t => t.Hour is >= 6 and < 22),
            "newsroom known for two days" => Back(TimeSpan.FromMinutes(10), 200).Where(t => t.Hour is >= 6 and < 22),   // read every fifteen minutes at most: nineteen gaps about noon
            "newsroom known since last evening" => Back(TimeSpan.FromMinutes(10), 110).Where(t => t.Hour is >= 6 and < 22),
            "office" => Back(TimeSpan.FromHours(1), 40 * 24).Where(t => t.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && t.Hour is >= 1 and < 8),
            _ => Back(TimeSpan.FromDays(30), 3),
        };
        Cadence.Of(Every(TimeSpan.FromMinutes(30)), times, 0, null, Now).UsualGap!.Value.TotalHours.ShouldBe(hours, 0.5);
    }

    [Fact]
    public void A_source_that_fell_silent_is_told_before_twice_its_usual_gap_and_a_quiet_one_is_not() =>
        Gen.Select(Gen.Int[1, 2_000], Gen.Int[6, 60], Gen.Double[0, 3]).Sample((hours, count, share) =>
        {
            var source = Every(TimeSpan.FromMinutes(30));
            var times = Back(TimeSpan.FromHours(hours), count).ToArray();
            var usual = Cadence.Of(source, times, 0, null, Now).UsualGap!.Value;
            (source.UsualGap, source.LastItemAt, source.LastReadAt) = (usual, times.Max(), times.Max() + usual * share);
            return share >= 2 ? source.SilentFor() is not null : share > 1.5 || source.SilentFor() is null;
        });

    /// <summary>Every ten minutes from six to ten in the evening: who reads it finds it missing before half an hour, not at night.</summary>
    /// <param name="days">For which it is known: since the noon of the day before.</param>
    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public void A_fast_source_that_falls_silent_in_the_day_is_told_within_twice_the_gap_of_its_day(int days)
    {
        var source = Every(TimeSpan.FromMinutes(5));
        var times = Newsroom(days).Where(t => t <= Now).ToArray();
        (source.UsualGap, source.LastItemAt) = (Cadence.Of(source, times, 0, null, Now, jitter: 0).UsualGap, Now);
        source.UsualGap.ShouldBe(TimeSpan.FromMinutes(10));
        TimeSpan? every = null;
        for (var read = Now.AddMinutes(3); source.SilentFor() is null; read += every.Value)
        {
            read.ShouldBeLessThanOrEqualTo(Now.AddMinutes(20));
            source.LastReadAt = read;
            every = Cadence.Of(source, times, 0, every, read, jitter: 0).ReadEvery;
        }
    }

    /// <summary>Item by item over a week, as it is just before the next one comes.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neither_the_day_nor_the_night_nor_the_weekend_of_a_newsroom_is_a_silence(bool irregular)
    {
        var source = Every(TimeSpan.FromMinutes(5));
        var chance = new Random(7);
        var times = Newsroom(22).Where(_ => !irregular || chance.Next(3) > 0).ToArray();
        for (var i = Array.FindIndex(times, t => t > Now.AddDays(-7)); i < times.Length - 1; i++)
        {
            (source.UsualGap, source.LastItemAt, source.LastReadAt) = (Cadence.Of(source, times[..(i + 1)], 0, null, times[i]).UsualGap, times[i], times[i + 1].AddSeconds(-1));
            source.SilentFor().ShouldBeNull($"{times[i]:ddd HH:mm} to {times[i + 1]:ddd HH:mm}, usual {source.UsualGap}");
        }
    }

    /// <summary>From its first item on, with a lunch and a night (after midnight) that begin a little earlier or later each day: one day alone has not shown them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Neither_lunch_nor_night_of_the_first_days_is_a_silence(int seed)
    {
        var source = Every(TimeSpan.FromMinutes(2));
        var chance = new Random(seed);
        var times = new List<DateTimeOffset>();
        for (var day = Now.Date.AddDays(-3); day <= Now.Date; day = day.AddDays(1))   // Monday to Thursday
            foreach (var (from, to) in new[] { (6.0, 11.5), (13.5, 24.9) })
                for (var t = day.AddHours(from + chance.NextDouble() / 4); t < day.AddHours(to - chance.NextDouble() / 4); t = t.AddMinutes(chance.Next(2, 6))) times.Add(new DateTimeOffset(t, TimeSpan.Zero));
        for (var i = 6; i < times.Count - 1; i++)
        {
            (source.UsualGap, source.LastItemAt, source.LastReadAt) = (Cadence.Of(source, times[..(i + 1)], 0, null, times[i]).UsualGap, times[i], times[i + 1].AddSeconds(-1));
            source.SilentFor().ShouldBeNull($"{times[i]:ddd HH:mm} to {times[i + 1]:ddd HH:mm}, usual {source.UsualGap}");
        }
    }

    /// <summary>Weekdays every ten minutes from 6 to 22; weekends every half an hour from 8 to 18.</summary>
    private static IEnumerable<DateTimeOffset> Newsroom(int days) => Enumerable.Range(0, days * 144).Select(i => Now.AddDays(-days).AddMinutes(10 * (i + 1)))
        .Where(t => t.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? t.Hour is >= 8 and < 18 && t.Minute % 30 == 0 : t.Hour is >= 6 and < 22);

    /// <summary>Whatever the interval and the jitter, and however the pause grows while nothing comes.</summary>
    [Fact]
    public void However_seldom_a_source_is_read_its_silence_is_told_before_twice_its_usual_gap() =>
        Gen.Select(Gen.Int[5, 14 * 24 * 60], Gen.Int[1, 2_000], Gen.Int[6, 60], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((minutes, hours, count, first, jitter) =>
        {
            var source = Every(TimeSpan.FromMinutes(minutes));
            source.GreatestInterval = TimeSpan.FromDays(30);
            var times = Back(TimeSpan.FromHours(hours), count).ToArray();
            if (Cadence.Of(source, times, 0, null, Now, jitter).UsualGap is not { } usual) return true;
            (source.UsualGap, source.LastItemAt) = (usual, Now);
            TimeSpan? every = null;
            for (var read = Now + usual * first; ; read += every.Value * (1 + jitter))
            {
                source.LastReadAt = read;
                if (source.SilentFor() is { } silent) return silent > usual * 1.5 && silent <= usual * 2 + TimeSpan.FromSeconds(1);
                every = Cadence.Of(source, times, 0, every, read, jitter).ReadEvery;
            }
        });

    /// <summary>Days back of each entry; the usual gap in hours, 0 for none; how far they reach back, in days.</summary>
    [Theory]
    [InlineData(24, 9, "1 2 3 4 5 6 7 8 9 10")]
    [InlineData(72, 9, "0 1 2 5 6 7 8 9")]
    [InlineData(168, 56, "3 10 17 24 31 38 45 52 59")]
    [InlineData(720, 90, "1 31 61 91")]
    [InlineData(0, 3, "1 2 3 4")]
    [InlineData(0, -1, "7")]
    [InlineData(0, -1, "")]
    [InlineData(24, 9, "1 2 3 4 5 6 7 8 9 10 2200")]
    [InlineData(0, 4, "1 2 3 4 5 2200")]
    [InlineData(840, 43, "1 2 3 4 5 6 7 8 43 44")]
    public void The_dates_of_a_feed_tell_its_rhythm(int hours, int span, string daysBack)
    {
        var (usual, reach) = Cadence.Announced(Every(TimeSpan.FromMinutes(30)), [.. daysBack.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => Now.AddDays(-int.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))]);
        (usual?.TotalHours ?? 0, reach?.TotalDays ?? -1).ShouldBe((hours, span));
    }

    /// <summary>What was stored is the last burst of a weekly; its feed shows that a week lies between two.</summary>
    [Fact]
    public void Items_of_one_burst_do_not_belie_what_the_feed_shows()
    {
        var week = new Announced(Now, TimeSpan.FromDays(7), TimeSpan.FromDays(7));
        Cadence.Of(Every(TimeSpan.FromMinutes(30)), Back(TimeSpan.FromHours(1), 8), 0, null, Now, announced: week).UsualGap.ShouldBe(TimeSpan.FromDays(7));
        Cadence.Of(Every(TimeSpan.FromMinutes(30)), Back(TimeSpan.FromHours(6), 60), 0, null, Now, announced: week).UsualGap.ShouldBe(TimeSpan.FromHours(6), "two weeks of items tell themselves");
        Cadence.Of(Every(TimeSpan.FromMinutes(30)), Back(TimeSpan.FromHours(1), 3), 0, null, Now, announced: week).UsualGap.ShouldBeNull("it is not its items' own");
    }

    [Fact]
    public void A_source_known_by_its_feed_alone_is_read_in_time_to_tell_its_silence()
    {
        var source = Every(TimeSpan.FromDays(5));
        Cadence.Of(source, [], 0, null, Now, announced: new Announced(Now.AddDays(-1), null, TimeSpan.FromDays(2))).ReadEvery.TotalDays.ShouldBe(3 / 1.1, 0.001);
        Cadence.Of(source, [], 0, null, Now).ReadEvery.ShouldBe(TimeSpan.FromDays(5));
    }

    /// <summary>By the formula of its items, which are too few yet; what is assumed and not told is no rhythm, and two gaps of its own outweigh it.</summary>
    [Fact]
    public void A_source_whose_items_tell_no_rhythm_is_read_by_that_of_its_feed()
    {
        var source = Every(TimeSpan.FromMinutes(20));
        source.GreatestInterval = TimeSpan.FromDays(7);
        ReadEvery([], new Announced(Now.AddDays(-3), TimeSpan.FromDays(6), TimeSpan.FromDays(6))).ShouldBe(TimeSpan.FromDays(3));
        ReadEvery([Now.AddDays(-3), Now.AddDays(-9)], new Announced(Now.AddDays(-3), TimeSpan.FromDays(6), TimeSpan.FromDays(6))).ShouldBe(TimeSpan.FromDays(3), "one gap is none");
        ReadEvery([], new Announced(Now.AddDays(-60), TimeSpan.FromDays(30), TimeSpan.FromDays(30))).ShouldBe(TimeSpan.FromDays(7), "months apart");
        ReadEvery([], new Announced(Now.AddDays(-60), null, TimeSpan.FromDays(30))).ShouldBe(source.Interval, "few dates");
        ReadEvery([], new Announced(Now.AddHours(-1), SourceConditions.AssumedGap, TimeSpan.FromDays(2))).ShouldBe(source.Interval);
        ReadEvery(Back(TimeSpan.FromHours(1), 3), new Announced(Now, TimeSpan.FromDays(6), TimeSpan.FromDays(6))).ShouldBe(TimeSpan.FromMinutes(30));

        TimeSpan ReadEvery(IEnumerable<DateTimeOffset> items, Announced announced) => Cadence.Of(source, items, 0, null, Now, announced: announced).ReadEvery;
    }

    [Fact]
    public void What_is_gone_for_good_is_asked_as_seldom_as_it_may_be_at_once() =>
        Cadence.Of(Every(TimeSpan.FromMinutes(20)), Back(TimeSpan.FromHours(1), 9), failures: 1, TimeSpan.FromMinutes(20), Now, gone: true).ReadEvery.ShouldBe(TimeSpan.FromMinutes(80));

    /// <summary>Six articles of a morning, read once: their night was not seen yet. From half a day on, as before.</summary>
    [Theory]
    [InlineData(36, 16)]
    [InlineData(143, 16)]
    [InlineData(144, 4)]
    public void Within_half_a_day_no_night_was_seen(int minutes, int hours)
    {
        var source = Every(TimeSpan.FromMinutes(30));
        (source.UsualGap, source.LastItemAt) = (Cadence.Of(source, Back(TimeSpan.FromMinutes(minutes), 6), 0, null, Now).UsualGap, Now);
        source.UsualGap.ShouldBe(TimeSpan.FromHours(hours));
        source.AssumesGap().ShouldBeTrue();
        foreach (var (read, silent) in new[] { (1.49, false), (1.51, true) })
        {
            source.LastReadAt = Now.AddHours(hours * read);
            (source.SilentFor() is not null).ShouldBe(silent);
        }
    }

    /// <summary>That it shows no more than a morning tells nothing against nights that were seen.</summary>
    [Fact]
    public void A_feed_of_a_mornings_entries_makes_no_silence_later()
    {
        var source = Every(TimeSpan.FromMinutes(30));
        var (usual, _) = Cadence.Announced(source, [.. Back(TimeSpan.FromMinutes(36), 6)]);
        usual.ShouldBe(SourceConditions.AssumedGap);
        Cadence.Of(source, Back(TimeSpan.FromMinutes(40), 25), 0, null, Now, announced: new Announced(Now, usual, TimeSpan.FromDays(2))).UsualGap.ShouldBe(SourceConditions.AssumedGap);
    }

    /// <summary>What the undated one brings may be newer, and what was stored since is.</summary>
    [Fact]
    public void The_dates_of_a_feed_tell_nothing_beside_an_entry_point_without_dates_or_newer_items()
    {
        var source = Every(TimeSpan.FromMinutes(30));
        source.LastReadAt = Now;
        source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Url = "https://bao.example/rss", NewestAt = Now.AddDays(-60), AnnouncedGap = TimeSpan.FromDays(1), AnnouncedSpan = TimeSpan.FromDays(9) });
        source.QuietFor().ShouldBe(TimeSpan.FromDays(60));
        source.LastItemAt = Now.AddHours(-30);
        source.QuietFor().ShouldBeNull();
        source.LastItemAt = null;
        source.EntryPoints.Add(new EntryPoint { SourceId = "bao", Url = "https://bao.example/muc", Kind = EntryPointKind.List });
        source.QuietFor().ShouldBeNull();
        source.EntryPoints.Last().NewestAt = Now.AddHours(-1);
        source.QuietFor().ShouldBeNull("the newest of all tells");
    }

    [Fact]
    public void What_nobody_read_is_not_silent()
    {
        var source = Every(TimeSpan.FromMinutes(30));
        (source.UsualGap, source.LastItemAt, source.LastReadAt) = (TimeSpan.FromHours(4), Now.AddHours(-30), Now.AddHours(-29));
        source.SilentFor().ShouldBeNull();
    }

    private static Source Every(TimeSpan interval) => new() { Id = "bao", Publisher = "Báo", Language = "vi", Interval = interval, Enabled = true };

    private static IEnumerable<DateTimeOffset> Back(TimeSpan gap, int count) => Enumerable.Range(0, count).Select(i => Now - gap * i);
}
