using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace InfoMonitor.Content.Classification;

/// <summary>Weights and bias of the logistic regressions in a file that ML.NET wrote. Read without it: to bind and compile its loader takes seconds, for what is a row of numbers.</summary>
/// <remarks>A zip; each <c>Predictor/Model.key</c> has a header that says where its body lies (ML.NET's <c>ModelHeader</c>), and the body is the size of a float, the bias, the count of features, that of indices (none: every
/// feature has a weight), that of weights, the weights (<c>LinearModelParameters</c>). A card holds the hash of its model's weights, so what is misread is not used.</remarks>
internal static class ModelFile
{
    private const ulong Magic = 0x4C45444F4D004C4D;   // "ML\0MODEL"
    private const int BodyAt = 16, Before = 20;

    /// <returns>By output, in the order they were written.</returns>
    /// <exception cref="InvalidDataException">It is no such file; the message names it and ends with the remedy.</exception>
    public static (float[][] Weights, double[] Bias) Read(string path, string remedy)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var outputs = zip.Entries.Where(e => e.FullName.EndsWith("/Predictor/Model.key", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(Parameters).ToList();
            return ([.. outputs.Select(o => o.Weights)], [.. outputs.Select(o => (double)o.Bias)]);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} {remedy}", e);
        }
    }

    private static (float[] Weights, float Bias) Parameters(ZipArchiveEntry entry)
    {
        var bytes = new byte[entry.Length];
        using (var stream = entry.Open()) stream.ReadExactly(bytes);
        var file = bytes.AsSpan();
        if (file.Length < BodyAt + sizeof(long) || BinaryPrimitives.ReadUInt64LittleEndian(file) != Magic) throw new InvalidDataException("It holds no model of ML.NET.");
        var at = BinaryPrimitives.ReadInt64LittleEndian(file[BodyAt..]);
        if (at < 0 || at > file.Length - Before) throw new InvalidDataException("It breaks off.");
        var body = file[(int)at..];
        var (features, indices, count) = (BinaryPrimitives.ReadInt32LittleEndian(body[8..]), BinaryPrimitives.ReadInt32LittleEndian(body[12..]), BinaryPrimitives.ReadInt32LittleEndian(body[16..]));
        if (BinaryPrimitives.ReadInt32LittleEndian(body) != sizeof(float) || indices != 0 || count != features || count < 0 || count > (body.Length - Before) / sizeof(float))
            throw new InvalidDataException("Its weights are not written one by one.");
        return (MemoryMarshal.Cast<byte, float>(body.Slice(Before, count * sizeof(float))).ToArray(), BinaryPrimitives.ReadSingleLittleEndian(body[4..]));
    }
}
