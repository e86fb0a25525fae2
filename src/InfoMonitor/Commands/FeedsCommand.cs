using System.CommandLine;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Feeds;
using InfoMonitor.Content.Language;

namespace InfoMonitor.Commands;

/// <summary><c>feeds parse</c>: files read as the crawler would read them.</summary>
internal static class FeedsCommand
{
    /// <summary>Titles that tell a feed's language.</summary>
    private const int Told = 20;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Feeds and sitemaps, plain or gzip.",
            Arity = ArgumentArity.OneOrMore,
        };
        var address = new Option<string?>("--url") { HelpName = "URL", Description = "A saved feed's address: base of its relative links, and its country's zone for times without one." };
        var language = new Option<string?>("--language") { HelpName = "LANG", Description = "As language: in sources.yaml: times without a zone are those of Viet Nam where it is vi or km. Without it, as the feed, its address or its text says." };
        var output = BatchOptions.Out("{file,kind,title,items} or {file,error}");
        var parse = new Command("parse", "Read feeds and sitemaps, and print a line for each file. Ends with 1 when one is no feed or cannot be read, with 66 when none can be read.") { files, address, language, output };
        parse.SetAction((parsed, cancellation) => Failure.GuardAsync(() => ParseAsync(
            parsed.GetRequiredValue(files), PageUrl.Named(parsed.GetValue(address), "feed"), parsed.GetValue(language), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Error, cancellation)));
        return new Command("feeds", "Work with feeds and sitemaps.") { parse };
    }

    private static async Task<int> ParseAsync(string[] files, Uri? address, string? language, string output, TextWriter error, CancellationToken cancellation)
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
        var (failed, unread, broken) = (0, 0, (string?)null);
        try
        {
            // A buffer as large as the list would hold every answer: not buffered, they are written as they come, in order.
            foreach (var (line, end) in files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(file => Answer(file, address, language)))
            {
                if (cancellation.IsCancellationRequested) break;
                if (end != ExitCodes.Ok) failed++;
                if (end == ExitCodes.NoInput) unread++;
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
        return unread == files.Length ? ExitCodes.NoInput : failed > 0 ? ExitCodes.Found : ExitCodes.Ok;
    }

    /// <returns>The line of a file, and how the verb would end with it alone.</returns>
    private static (byte[] Line, int End) Answer(string file, Uri? address, string? language)
    {
        try
        {
            return Directory.Exists(file) ? Line(new { File = file, Error = "is a folder: name the files in it." }, ExitCodes.NoInput) : Read(File.ReadAllBytes(file), address, language) switch
            {
                FeedReading.Read read => Line(new
                {
                    File = file,
                    Kind = read.Feed.Kind.Word(),
                    read.Feed.Title,
                    Items = read.Feed.Entries.Select(e => new { e.Title, e.Link, e.Id, Date = e.Published }),
                }, ExitCodes.Ok),
                FeedReading.Refused refused => Line(new { File = file, Error = refused.Reason }, ExitCodes.Found),
                _ => throw new InvalidOperationException("A reading is one of two kinds."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Line(new { File = file, Error = $"cannot be read: {e.Message}" }, ExitCodes.NoInput);
        }
    }

    private static (byte[] Line, int End) Line<T>(T answer, int end) => (JsonSerializer.SerializeToUtf8Bytes(answer, JsonLinesBatch.Json), end);

    /// <summary>A source's language is known to the service; here the text tells it where nobody does.</summary>
    private static FeedReading Read(byte[] body, Uri? address, string? language)
    {
        var reading = FeedParser.Parse(body, contentType: null, address, language);
        return language is null && reading is FeedReading.Read(var feed) && LanguageIdentifier.Identify(string.Join(' ', feed.Entries.Take(Told).Select(e => e.Title))) is var told && told is ("vi" or "km")
            ? FeedParser.Parse(body, contentType: null, address, told) : reading;
    }
}
