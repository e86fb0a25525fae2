using System.Text;
using UtfUnknown;

namespace InfoMonitor.Content.Text;

/// <summary>Bytes of a page to text: byte-order mark, header, meta, then detection; windows-1258 comes out as NFC.</summary>
public static class CharsetDecoder
{
    /// <summary>How much of a page the detector looks at.</summary>
    private const int Sample = 64 * 1024;
    /// <summary>Letters of several bytes that no other encoding makes by chance.</summary>
    private const int EnoughLetters = 5;

    /// <summary>Never throws: bytes that are no text in the encoding become U+FFFD.</summary>
    /// <param name="body">The (decompressed) bytes.</param>
    /// <param name="contentType">The Content-Type header, if any.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType) =>
        Read(body[CharsetLabels.FromMark(body).Length..], EncodingOf(body, contentType));

    /// <summary>The encoding a page is read in: byte-order mark, header, <c>meta</c> (HTML standard, 13.2.3; not believed of a single-byte alphabet where all is UTF-8), valid UTF-8, detection (UTF.Unknown), UTF-8.</summary>
    /// <param name="body">The (decompressed) bytes.</param>
    /// <param name="contentType">The Content-Type header, if any.</param>
    public static Encoding EncodingOf(ReadOnlySpan<byte> body, string? contentType) =>
        CharsetLabels.FromMark(body).Encoding
        ?? Believed(CharsetLabels.FromContentType(contentType) ?? MetaPrescan.Find(body), body)
        ?? (IsUtf8(body) ? Encoding.UTF8 : Detected(body) ?? Encoding.UTF8);

    /// <summary>Templates and servers that were never told name a Latin alphabet: text that is whole as UTF-8 with several letters of more than one byte is UTF-8.</summary>
    private static Encoding? Believed(Encoding? named, ReadOnlySpan<byte> body) =>
        named is { IsSingleByte: true } && HasLongLetters(body) && IsUtf8(body) ? Encoding.UTF8 : named;

    private static bool HasLongLetters(ReadOnlySpan<byte> body)
    {
        var letters = 0;
        for (int at; letters < EnoughLetters && (at = body.IndexOfAnyInRange((byte)0xC2, (byte)0xF4)) >= 0; body = body[(at + 1)..]) letters++;
        return letters == EnoughLetters;
    }

    internal static string Read(ReadOnlySpan<byte> body, Encoding encoding)
    {
        var text = encoding.GetString(body);
        // windows-1258 writes tone marks apart from their letters.
        return encoding.CodePage == 1258 ? Nfc.Of(text) : text;
    }

    /// <summary>Whether all of it is UTF-8; a character cut off by the end counts as whole.</summary>
    internal static bool IsUtf8(ReadOnlySpan<byte> body)
    {
        for (var cut = 0; cut < 4 && cut <= body.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(body[..^cut])) return cut == 0 || body[^cut] >= 0xC2;
        return false;
    }

    internal static Encoding? Detected(ReadOnlySpan<byte> body)
    {
        var detected = CharsetDetector.DetectFromBytes(body[..Math.Min(body.Length, Sample)].ToArray()).Detected;
        return detected is { Confidence: > 0.4f } ? CharsetLabels.Find(detected.EncodingName) : null;
    }
}
