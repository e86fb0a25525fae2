using System.IO.Compression;
using System.Text;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Feeds;

/// <summary>Bytes of a feed to its text: gzip undone within bounds, then the encoding that the bytes bear out.</summary>
internal static class FeedBody
{
    /// <summary>The sitemap protocol's limit is 50 MiB; nothing larger is read.</summary>
    public const int MaximumBytes = 52_428_800;

    private static readonly string Mebibytes = (MaximumBytes >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A sitemap ending in .gz is often compressed once more on the way.</summary>
    private const int MaximumLayers = 2;

    /// <summary>The plain bytes; none where it is refused. What a broken archive gave before it broke is kept, and said to be cut.</summary>
    public static (ReadOnlyMemory<byte> Plain, bool IsCut, FeedReading.Refused? Refused) Unpack(ReadOnlyMemory<byte> body)
    {
        var cut = false;
        for (var layer = 0; layer < MaximumLayers && body.Span is [0x1F, 0x8B, ..]; layer++)
        {
            using var plain = new MemoryStream();
            var broken = false;
            try
            {
                using var packed = new MemoryStream(body.ToArray(), writable: false);
                using var gzip = new GZipStream(packed, CompressionMode.Decompress);
                var buffer = new byte[81920];
                for (int read; (read = gzip.Read(buffer)) > 0;)
                {
                    if (plain.Length + read > MaximumBytes) return (default, false, new FeedReading.Refused(FeedFault.UnpacksTooLarge, Mebibytes));
                    plain.Write(buffer, 0, read);
                }
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
            {
                broken = true;
            }
            if (broken && plain.Length == 0) return (default, true, new FeedReading.Refused(FeedFault.BrokenArchive));
            cut |= broken;
            body = plain.GetBuffer().AsMemory(0, (int)plain.Length);
        }
        return body.Length > MaximumBytes ? (default, cut, new FeedReading.Refused(FeedFault.TooLarge, Mebibytes)) : (body, cut, null);
    }

    /// <summary>
    /// RFC 7303's order: byte-order mark, header, XML declaration, UTF-8. Servers name one set for all their files, so bytes that are UTF-8 beyond ASCII
    /// are read as such whatever a single-byte name says, and a name under which the bytes are no text gives way to the next.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (marked, mark) = CharsetLabels.FromMark(body);
        body = body[mark..];
        if (marked is not null) return CharsetDecoder.Read(body, marked);
        if (XmlDeclaration.Sniff(body) is { } sniffed) return CharsetDecoder.Read(body, sniffed);
        if (CharsetDecoder.IsUtf8(body)) return Encoding.UTF8.GetString(body);
        var (header, declared) = (CharsetLabels.FromContentType(contentType), XmlDeclaration.EncodingOf(body));
        foreach (var named in (ReadOnlySpan<Encoding?>)[header, declared])
            if (named is not null and not UTF8Encoding && Reads(body, named)) return CharsetDecoder.Read(body, named);
        // Named UTF-8 with a stray byte in it: the stray byte is the fault, not the name.
        if (header is UTF8Encoding || declared is UTF8Encoding && header is null) return Encoding.UTF8.GetString(body);
        return CharsetDecoder.Read(body, CharsetDecoder.Detected(body) ?? declared ?? header ?? Encoding.UTF8);
    }

    private static bool Reads(ReadOnlySpan<byte> body, Encoding encoding)
    {
        try
        {
            var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
            return strict.GetCharCount(body) >= 0;
        }
        catch (DecoderFallbackException) { return false; }
    }
}
