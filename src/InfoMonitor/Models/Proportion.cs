using InfoMonitor.Content.Classification;

namespace InfoMonitor.Models;

/// <summary>A share of items, with its interval (Wilson, 1927).</summary>
internal sealed record Proportion(long Hits, long All)
{
    /// <summary>0..1; 0 of nothing.</summary>
    public double Share => All == 0 ? 0 : (double)Hits / All;

    /// <summary>Lower end of the 95 % interval, 0..1.</summary>
    public double Low => Ends(Wilson.NinetyFive).Low;

    /// <summary>Upper end of the 95 % interval, 0..1.</summary>
    public double High => Ends(Wilson.NinetyFive).High;

    /// <summary>The interval of this share less another's (Newcombe, 1998, method 10), -1..1.</summary>
    public static (double Low, double High) Difference(Proportion one, Proportion other, double z)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var ((l1, u1), (l2, u2), d) = (one.Ends(z), other.Ends(z), one.Share - other.Share);
        return (d - Length(one.Share - l1, u2 - other.Share), d + Length(u1 - one.Share, other.Share - l2));
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);

    private (double Low, double High) Ends(double z) => Wilson.Interval(Share, All, z);
}
