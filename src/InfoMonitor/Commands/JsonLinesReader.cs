using System.Buffers;

namespace InfoMonitor.Commands;

/// <summary>Lines of a stream as bytes. A line over the limit is told apart instead of being held in memory.</summary>
internal sealed class JsonLinesReader(Stream stream, int maxLineBytes)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Number of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its end; null at the end of the stream. <c>TooLong</c> lines come without their bytes.</summary>
    public async ValueTask<(byte[] Bytes, bool TooLong)?> ReadAsync(CancellationToken cancellation)
    {
        ArrayBufferWriter<byte>? held = null;
        var tooLong = false;
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, cancellation));
                if (end == 0)
                {
                    if (held is null && !tooLong) return null;
                    Number++;
                    return (tooLong ? [] : Trim(held!.WrittenSpan), tooLong);
                }
            }
            var rest = buffer.AsSpan(start, end - start);
            var newline = rest.IndexOf((byte)'\n');
            var part = newline < 0 ? rest : rest[..newline];
            start += part.Length + (newline < 0 ? 0 : 1);
            if (newline >= 0 && held is null && !tooLong)
            {
                Number++;
                return (Trim(part), false);
            }
            held ??= new ArrayBufferWriter<byte>(Math.Max(part.Length, 1024));
            if (tooLong || held.WrittenCount + part.Length > maxLineBytes)
            {
                tooLong = true;
                held = null;
            }
            else held.Write(part);
            if (newline < 0) continue;
            Number++;
            return (tooLong ? [] : Trim(held!.WrittenSpan), tooLong);
        }
    }

    private byte[] Trim(ReadOnlySpan<byte> line)
    {
        if (Number == 1 && line.StartsWith("\uFEFF"u8)) line = line[3..];
        return line.Trim(" \t\r"u8).ToArray();
    }
}
