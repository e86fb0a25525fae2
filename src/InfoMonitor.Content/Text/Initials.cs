using System.Buffers;

namespace InfoMonitor.Content.Text;

/// <summary>Names cut to their first letters. Of some families and given names Vietnamese writes two or three: "Ng." of Nguyễn.</summary>
internal static class Initials
{
    /// <summary>Those letters, as a pattern has them; the longest of two that begin alike first.</summary>
    public const string Clusters = "Ngh|Ng|Nh|Ch|Gh|Gi|Kh|Ph|Qu|Th|Tr";

    /// <summary>Small letters that stand for nothing else when a chat writes them alone.</summary>
    public static readonly SearchValues<char> Small = SearchValues.Create("bcdđghlnpqsx");

    public static bool IsCluster(ReadOnlySpan<char> letters)
    {
        foreach (var cluster in Clusters.AsSpan().Split('|'))
            if (letters.SequenceEqual(Clusters.AsSpan(cluster))) return true;
        return false;
    }
}
