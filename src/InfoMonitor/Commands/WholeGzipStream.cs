using System.IO.Compression;

namespace InfoMonitor.Commands;

/// <summary>Unpacks gzip and tells a file that was cut off from a whole one. Reading only, and only asynchronously.</summary>
/// <remarks><see cref="GZipStream"/> takes the end of its input for the end of the file, wherever it comes. So a gzip member of our own is put behind the input (RFC 1952, 2.2: members may follow each other):
/// only after a whole file it is unpacked as itself.</remarks>
internal sealed class WholeGzipStream : Stream
{
    private static readonly byte[] Mark = "the file was whole"u8.ToArray();

    private readonly Tail tail;
    private readonly GZipStream unpacked;
    private int marked;

    public WholeGzipStream(Stream packed) => unpacked = new GZipStream(tail = new Tail(packed), CompressionMode.Decompress);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The input is cut off or damaged. Everything before was given already.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var count = await UnpackAsync(buffer, cancellationToken);
            // The unpacker asks for more input only when it has nothing more to give: what comes after the end was reached is not of the file.
            if (!tail.Reached) return count;
            if (count == 0) return marked == Mark.Length ? 0 : throw CutOff(null);
            if (count > Mark.Length - marked || !buffer.Span[..count].SequenceEqual(Mark.AsSpan(marked, count))) throw CutOff(null);
            marked += count;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> UnpackAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await unpacked.ReadAsync(buffer, cancellation);
        }
        catch (InvalidDataException exception) when (tail.Reached)
        {
            throw CutOff(exception);
        }
        catch (InvalidDataException exception)   // a check sum, a length or a code that does not fit; its own words speak of the compression method
        {
            throw new InvalidDataException("the gzip file is damaged.", exception);
        }
    }

    private static InvalidDataException CutOff(Exception? cause) => new("the gzip file is cut off.", cause);

    /// <summary>The input, and behind it the mark.</summary>
    private sealed class Tail(Stream input) : Stream
    {
        private ReadOnlyMemory<byte> ahead = Packed();

        public bool Reached { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!Reached && await input.ReadAsync(buffer, cancellationToken) is > 0 and var count) return count;
            Reached = true;
            count = Math.Min(buffer.Length, ahead.Length);
            ahead[..count].CopyTo(buffer);
            ahead = ahead[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) input.Dispose();
            base.Dispose(disposing);
        }

        private static byte[] Packed()
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Mark);
            return packed.ToArray();
        }
    }
}
