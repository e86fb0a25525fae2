namespace InfoMonitor.Content.Text;

/// <summary>Bytes of a page to text: byte-order mark, header, meta, then detection; windows-1258 comes out as NFC.</summary>
public static class CharsetDecoder
{
    /// <param name="body">The (decompressed) bytes.</param>
    /// <param name="contentType">The Content-Type header, if any.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType) => throw new NotSupportedException();
}
