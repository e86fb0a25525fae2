namespace InfoMonitor.Domain;

/// <summary>
/// The Vietnamese lunar calendar, for the holidays that follow it. .NET has only the Chinese one, whose days begin an hour earlier: in 2007 and 2030 the new year differs by a day.
/// Algorithm: Hồ Ngọc Đức (2004), after Jean Meeus, Astronomical Algorithms (1998). New moons are right to about two minutes between 1900 and 2199.
/// </summary>
internal static class LunarCalendar
{
    private const double Zone = 7.0 / 24;
    private const double Month = 29.530588853;
    private const double Epoch = 2415021.076998695;   // the new moon of 1 January 1900
    private const int DayOne = 1721426;               // Julian day number of 0001-01-01

    /// <summary>The first day of the lunar year that begins in this solar year (Tết).</summary>
    public static DateOnly NewYear(int year) => ToSolar(year, 1, 1);

    /// <param name="month">1..12; the ordinary month where the year has it twice.</param>
    /// <param name="day">1..30.</param>
    public static DateOnly ToSolar(int year, int month, int day)
    {
        var from = month < 11 ? Eleventh(year - 1) : Eleventh(year);
        var to = month < 11 ? Eleventh(year) : Eleventh(year + 1);
        var months = (month + 1) % 12;   // after the eleventh
        if (to - from > 365 && months >= LeapAfter(from)) months++;
        return DateOnly.FromDayNumber(NewMoon((int)Math.Floor(0.5 + (from - Epoch) / Month) + months) + day - 1 - DayOne);
    }

    /// <summary>First day of the eleventh month, in which the sun reaches 270 degrees (the winter solstice).</summary>
    private static int Eleventh(int year)
    {
        var k = (int)Math.Floor((new DateOnly(year, 12, 31).DayNumber + DayOne - 2415021) / Month);
        var start = NewMoon(k);
        return SunSector(start) >= 9 ? NewMoon(k - 1) : start;
    }

    /// <summary>Months after the eleventh at which the one without a principal term stands.</summary>
    private static int LeapAfter(int eleventh)
    {
        var k = (int)Math.Floor(0.5 + (eleventh - Epoch) / Month);
        var (i, arc) = (1, SunSector(NewMoon(k + 1)));
        int last;
        do
        {
            last = arc;
            arc = SunSector(NewMoon(k + ++i));
        }
        while (arc != last && i < 14);
        return i - 1;
    }

    /// <summary>Julian day number, in Vietnam, of the k-th new moon after the first of 1900.</summary>
    private static int NewMoon(int k)
    {
        var t = k / 1236.85;
        var (t2, t3) = (t * t, t * t * t);
        var mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Sin(166.56 + 132.87 * t - 0.009173 * t2);
        var sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
        var moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
        var latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
        var correction = (0.1734 - 0.000393 * t) * Sin(sun) + 0.0021 * Sin(2 * sun) - 0.4068 * Sin(moon) + 0.0161 * Sin(2 * moon) - 0.0004 * Sin(3 * moon)
            + 0.0104 * Sin(2 * latitude) - 0.0051 * Sin(sun + moon) - 0.0074 * Sin(sun - moon) + 0.0004 * Sin(2 * latitude + sun) - 0.0004 * Sin(2 * latitude - sun)
            - 0.0006 * Sin(2 * latitude + moon) + 0.0010 * Sin(2 * latitude - moon) + 0.0005 * Sin(2 * moon + sun);
        var delta = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return (int)Math.Floor(mean + correction - delta + 0.5 + Zone);
    }

    /// <summary>Where the sun stands as the day begins in Vietnam: 0..11, 30 degrees each.</summary>
    private static int SunSector(int day)
    {
        var t = (day - 2451545.5 - Zone) / 36525;
        var t2 = t * t;
        var anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
        var longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2
            + (1.914600 - 0.004817 * t - 0.000014 * t2) * Sin(anomaly) + (0.019993 - 0.000101 * t) * Sin(2 * anomaly) + 0.000290 * Sin(3 * anomaly);
        return (int)Math.Floor((longitude - 360 * Math.Floor(longitude / 360)) / 30);
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
