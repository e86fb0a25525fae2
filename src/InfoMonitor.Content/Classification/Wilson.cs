namespace InfoMonitor.Content.Classification;

/// <summary>The interval of a share (Wilson, 1927).</summary>
internal static class Wilson
{
    /// <summary>Of the standard normal distribution: one in twenty lies beyond, on either side.</summary>
    public const double NinetyFive = 1.959964;

    /// <param name="share">0..1.</param>
    /// <param name="all">Of how many; the whole of 0..1 for none.</param>
    public static (double Low, double High) Interval(double share, double all, double z)
    {
        if (all == 0) return (0, 1);
        var (middle, half) = (share + z * z / (2 * all), z * Math.Sqrt(share * (1 - share) / all + z * z / (4 * all * all)));
        return (Math.Clamp((middle - half) / (1 + z * z / all), 0, 1), Math.Clamp((middle + half) / (1 + z * z / all), 0, 1));
    }
}
