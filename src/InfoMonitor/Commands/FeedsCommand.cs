using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Feeds;

namespace InfoMonitor.Commands;

/// <summary><c>feeds parse</c>: files read as the crawler would read them.</summary>
internal static class FeedsCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Feeds and sitemaps, plain or gzip.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = BatchOptions.Out("{file,kind,title,items} or {file,error}");
        var parse = new Command("parse", "Read feeds and sitemaps, and print a line for each file.") { files, output };
        parse.SetAction((parsed, cancellation) => ParseAsync(
            parsed.GetRequiredValue(files), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Error, cancellation));
        return new Command("feeds", "Work with feeds and sitemaps.") { parse };
    }

    private static async Task<int> ParseAsync(string[] files, string output, TextWriter error, CancellationToken cancellation)
    {
        Stream target;
        try
        {
            target = JsonLinesBatch.OpenOutput(output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync($"{output} cannot be written: {e.Message} Check the path given with --out.");
            return ExitCodes.CannotCreate;
        }
        var (failed, broken) = (0, (string?)null);
        try
        {
            // A buffer as large as the list would hold every answer: not buffered, they are written as they come, in order.
            foreach (var (line, ok) in files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Answer))
            {
                if (cancellation.IsCancellationRequested) break;
                if (!ok) failed++;
                await target.WriteAsync(line, CancellationToken.None);
                target.WriteByte((byte)'\n');
            }
        }
        catch (IOException e)
        {
            broken = e.Message;
        }
        if ((await JsonLinesBatch.CloseAsync(target) is { } unwritten ? broken ?? unwritten : broken) is { } why)
        {
            await error.WriteLineAsync($"{output} cannot be written: {why}");
            return ExitCodes.CannotCreate;
        }
        if (cancellation.IsCancellationRequested) return ExitCodes.Interrupted;
        if (failed > 0) await error.WriteLineAsync($"{failed} of {files.Length} files are no feeds or could not be read; each says why in its \"error\".");
        return failed == files.Length ? ExitCodes.NoInput : ExitCodes.Ok;
    }

    private static (byte[] Line, bool Ok) Answer(string file)
    {
        object answer;
        try
        {
            answer = FeedParser.Parse(File.ReadAllBytes(file), contentType: null, address: null) switch
            {
                FeedReading.Read read => new
                {
                    File = file,
                    Kind = read.Feed.Kind.Word(),
                    read.Feed.Title,
                    Items = read.Feed.Entries.Select(e => new { e.Title, e.Link, e.Id, Date = e.Published }),
                },
                FeedReading.Refused refused => new { File = file, Error = refused.Reason },
                _ => throw new InvalidOperationException("A reading is one of two kinds."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            answer = new { File = file, Error = $"cannot be read: {e.Message}" };
        }
        return (JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), JsonLinesBatch.Json), answer.GetType().GetProperty("Error") is null);
    }
}
