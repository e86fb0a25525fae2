using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Threading.Channels;

namespace InfoMonitor.Commands;

/// <summary>
/// JSON lines in, JSON lines out: for archives and for measuring. A bounded number of lines is in flight, every core works, order is kept,
/// and a line that fails says so in its place: <c>{"id":...,"error":"..."}</c>, or <c>{"line":n,"error":"..."}</c> when it is not JSON.
/// </summary>
internal static partial class JsonLinesBatch
{
    /// <summary>Of one line, in bytes. A longer one becomes an error line.</summary>
    public const int MaxLineBytes = 64 * 1024 * 1024;

    /// <summary>How long reading one page may take.</summary>
    public static readonly TimeSpan LineTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Parsers of nested markup recurse, and a stack overflow would end the whole batch: workers get a deep stack.</summary>
    private const int WorkerStackBytes = 256 * 1024 * 1024;

    /// <summary>camelCase properties, absent values written as null, Vietnamese letters as themselves.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Runs <paramref name="work"/> over every line of a file.</summary>
    /// <param name="input">Path of the JSON lines (plain or gzip, told by content); <c>-</c> for standard input.</param>
    /// <param name="output">Path of the result (gzip when it ends in <c>.gz</c>); <c>-</c> for standard output.</param>
    /// <param name="work">
    /// From a line's object to the object to write (a record, an anonymous type, a dictionary), which has no <c>id</c>: the line's is put in front of its properties.
    /// Called on several threads at once; what it throws becomes the line's error. Its token ends with <paramref name="lineTimeout"/>.
    /// </param>
    /// <param name="error">Where progress and the closing count go: standard error.</param>
    /// <param name="lineTimeout">How long one line may take; null is 30 s.</param>
    /// <param name="cancellation">Stops early; what is done is written.</param>
    /// <returns>An <see cref="ExitCodes"/> value: <see cref="ExitCodes.Found"/> where a line failed.</returns>
    public static async Task<int> RunAsync(
        string input, string output, Func<JsonElement, CancellationToken, object> work, TextWriter error, CancellationToken cancellation, TimeSpan? lineTimeout = null)
    {
        if (input != "-" && output != "-" && string.Equals(Path.GetFullPath(input), Path.GetFullPath(output), StringComparison.Ordinal))
        {
            await error.WriteLineAsync($"{output} is the input too. Name another file with --out.");
            return ExitCodes.Usage;
        }
        if (Directory.Exists(input))
        {
            await error.WriteLineAsync($"{input} is a folder. Give --batch a file of JSON lines, plain or gzip, or - for standard input.");
            return ExitCodes.NoInput;
        }
        Stream source;
        try
        {
            source = input == "-" ? Console.OpenStandardInput() : OpenInput(input);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync($"{input} cannot be read: {e.Message} Check the path given with --batch.");
            return ExitCodes.NoInput;
        }
        await using var _ = source;
        Stream target;
        try
        {
            target = OpenOutput(output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync($"{output} cannot be written: {e.Message} Check the path given with --out.");
            return ExitCodes.CannotCreate;
        }
        using var progress = new BatchProgress(source, error);
        return await PumpAsync(source, input, target, work, lineTimeout ?? LineTimeout, progress, error, cancellation);
    }

    private static async Task<int> PumpAsync(
        Stream source, string name, Stream target, Func<JsonElement, CancellationToken, object> work, TimeSpan lineTimeout, BatchProgress progress,
        TextWriter error, CancellationToken cancellation)
    {
        var workers = Math.Max(2, Environment.ProcessorCount);
        var inFlight = workers * 8;
        var waiting = Channel.CreateBounded<Slot>(inFlight);
        var ordered = Channel.CreateBounded<Slot>(inFlight);
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() => Work(waiting.Reader, work, lineTimeout), WorkerStackBytes) { IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = WriteAsync(ordered.Reader, target, progress, stop);
        var code = ExitCodes.Ok;
        var (last, notUtf8, firstNotUtf8) = (0L, 0L, 0L);
        try
        {
            await using var plain = await PlainAsync(source, stop.Token);
            var lines = new JsonLinesReader(plain, MaxLineBytes);
            while (await lines.ReadAsync(stop.Token) is var (bytes, tooLong))
            {
                last = lines.Number;
                if (bytes.Length == 0 && !tooLong) continue;
                if (!Utf8.IsValid(bytes))
                {
                    if (notUtf8++ == 0) firstNotUtf8 = lines.Number;
                    bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
                }
                var slot = new Slot(lines.Number, bytes, tooLong);
                await ordered.Writer.WriteAsync(slot, stop.Token);
                await waiting.Writer.WriteAsync(slot, CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            code = ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            await error.WriteLineAsync(last == 0 ? $"{name} cannot be read: {e.Message}" : $"{name} breaks off after line {last}: {e.Message} The lines up to there are answered; get the whole file and start again.");
            code = ExitCodes.NoInput;
        }
        waiting.Writer.Complete();
        ordered.Writer.Complete();
        var broken = await writing;
        progress.Close();
        if (notUtf8 > 0) await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{notUtf8:N0} {(notUtf8 == 1 ? "line holds" : "lines hold")} bytes that are not UTF-8, {(notUtf8 == 1 ? "" : "the first ")}line {firstNotUtf8}: each was read as U+FFFD. Save the file as UTF-8 to have them read right."));
        if (progress.Lines == 0 && code == ExitCodes.Ok) await error.WriteLineAsync($"{name} holds no line: nothing to do.");
        if (broken is not null)
        {
            await error.WriteLineAsync($"The output cannot be written: {broken}");
            return ExitCodes.CannotCreate;
        }
        return code == ExitCodes.Ok && progress.Failed > 0 ? ExitCodes.Found : code;
    }

    /// <summary>Writes finished lines in input order and closes the output. Returns what broke it, null when nothing did.</summary>
    private static async Task<string?> WriteAsync(ChannelReader<Slot> slots, Stream target, BatchProgress progress, CancellationTokenSource stop)
    {
        string? broken = null;
        await foreach (var slot in slots.ReadAllAsync(CancellationToken.None))
        {
            var (line, failed) = await slot.Done.Task;
            if (broken is not null) continue;
            try
            {
                await target.WriteAsync(line, CancellationToken.None);
                progress.Line(failed);
            }
            catch (IOException e)
            {
                broken = e.Message;
                await stop.CancelAsync();
            }
        }
        return await CloseAsync(target) is { } unwritten ? broken ?? unwritten : broken;
    }

    private static void Work(ChannelReader<Slot> slots, Func<JsonElement, CancellationToken, object> work, TimeSpan lineTimeout)
    {
        // Threads of our own (for their stack) wait by blocking; nothing else runs on them.
        while (slots.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (slots.TryRead(out var slot)) slot.Done.SetResult(Answer(slot, work, lineTimeout));
        }
    }

    private static (byte[] Line, bool Failed) Answer(Slot slot, Func<JsonElement, CancellationToken, object> work, TimeSpan lineTimeout)
    {
        if (slot.TooLong) return (Error(slot.Number, null, $"longer than {MaxLineBytes / 1024 / 1024} MB"), true);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(Mended(slot.Bytes));
        }
        catch (JsonException e)
        {
            return (Error(slot.Number, null, $"not JSON: {JsonFault.Of(e)}"), true);
        }
        using var _ = document;
        var line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object) return (Error(slot.Number, null, "not a JSON object"), true);
        JsonElement? id = line.TryGetProperty("id", out var given) ? given : null;
        using var timeout = new CancellationTokenSource(lineTimeout);
        try
        {
            return (Written(id, JsonSerializer.SerializeToUtf8Bytes(work(line, timeout.Token), Json)), false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return (Error(slot.Number, id ?? default, $"took longer than {lineTimeout.TotalSeconds:0} s"), true);
        }
        // The outer edge of one line's work: whatever one line does, the others are answered.
        catch (Exception e)
        {
            return (Error(slot.Number, id ?? default, e is BatchLineException ? e.Message : $"{e.GetType().Name}: {e.Message}"), true);
        }
    }

    /// <summary>Halves of surrogate pairs become U+FFFD, as bytes that are not UTF-8 do: one bad letter must not cost a page.</summary>
    private static byte[] Mended(byte[] line)
    {
        if (line.AsSpan().IndexOf("\\ud"u8) < 0 && line.AsSpan().IndexOf("\\uD"u8) < 0) return line;
        return Encoding.UTF8.GetBytes(Escapes().Replace(Encoding.UTF8.GetString(line), m => m.Groups["lone"].Success ? "\\ufffd" : m.Value));
    }

    /// <summary>Escapes one by one, so that an escaped backslash before a <c>u</c> is not mistaken for one.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();

    private static byte[] Error(long number, JsonElement? id, string message) => Written(writer =>
    {
        if (id is null) writer.WriteNumber("line", number);
        else WriteId(writer, id.Value.ValueKind == JsonValueKind.Undefined ? null : id);
        writer.WriteString("error", message);
    });

    private static void WriteId(Utf8JsonWriter writer, JsonElement? id)
    {
        writer.WritePropertyName("id");
        if (id is { } value) value.WriteTo(writer);
        else writer.WriteNullValue();
    }

    /// <summary>The object with the line's id in front of its properties.</summary>
    private static byte[] Written(JsonElement? id, ReadOnlySpan<byte> answer)
    {
        var named = Written(writer => WriteId(writer, id)).AsSpan();   // {"id":...}\n
        return answer is [_, _] ? named.ToArray() : [.. named[..^2], (byte)',', .. answer[1..], (byte)'\n'];
    }

    private static byte[] Written(Action<Utf8JsonWriter> properties)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static FileStream OpenInput(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>A stream to write to: gzip by name, buffered, standard output for <c>-</c>.</summary>
    public static Stream OpenOutput(string path)
    {
        if (path == "-") return new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}.");   // made silently, a misspelt path would hide the answers
        Stream file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024, FileOptions.Asynchronous);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new BufferedStream(new GZipStream(file, CompressionLevel.Fastest), 64 * 1024) : file;
    }

    /// <summary>Closes an output of <see cref="OpenOutput"/>: what is buffered, and the end of a gzip file, is written only now, so a full disk may show here first.</summary>
    /// <returns>What kept it from being written; null when all is written.</returns>
    public static async Task<string?> CloseAsync(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        try
        {
            await target.DisposeAsync();
            return null;
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }

    /// <summary>Unpacks gzip, known by its first bytes and not by the name, so that it works on standard input too.</summary>
    private static async Task<Stream> PlainAsync(Stream source, CancellationToken cancellation)
    {
        var head = new byte[2];
        var read = await source.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancellation);
        if (read == 2 && head is [0xFF, 0xFE] or [0xFE, 0xFF]) throw new InvalidDataException("It is UTF-16: save it as UTF-8 (iconv -f UTF-16 -t UTF-8).");
        var whole = new PrefixedStream(head.AsMemory(0, read), source);
        return read == 2 && head[0] == 0x1F && head[1] == 0x8B ? new WholeGzipStream(whole) : whole;
    }

    private sealed record Slot(long Number, byte[] Bytes, bool TooLong)
    {
        public TaskCompletionSource<(byte[] Line, bool Failed)> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What is wrong with one line of a batch, in words for the person who made the file.</summary>
internal sealed class BatchLineException(string message) : Exception(message);

/// <summary>Reading the fields of a batch line.</summary>
internal static class BatchLine
{
    /// <summary>A string that must be there.</summary>
    /// <exception cref="BatchLineException">It is missing or something else.</exception>
    public static string Text(this JsonElement line, string name) =>
        line.TextOrNull(name) ?? throw new BatchLineException($"\"{name}\" is missing");

    /// <summary>A string that may be absent or null.</summary>
    /// <exception cref="BatchLineException">It is something else.</exception>
    public static string? TextOrNull(this JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new BatchLineException($"\"{name}\" is not a string");
}
