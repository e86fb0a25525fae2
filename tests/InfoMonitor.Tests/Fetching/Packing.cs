using System.IO.Compression;

namespace InfoMonitor.Tests.Fetching;

internal static class Packing
{
    public static Stream Of(string encoding, Stream to) => encoding switch
    {
        "gzip" => new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true),
        "br" => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
        "deflate" => new ZLibStream(to, CompressionLevel.SmallestSize, leaveOpen: true),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    /// <summary>So many bytes of nothing, packed.</summary>
    public static byte[] Bomb(string encoding, int megabytes)
    {
        var packed = new MemoryStream();
        using (var stream = Of(encoding, packed))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) stream.Write(block);
        }
        return packed.ToArray();
    }
}
