using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Content.Language;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Content.Urls;
using InfoMonitor.Crawling;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;

namespace InfoMonitor.Commands;

/// <summary><c>extract URL</c> reads a page as politely as the crawler and shows what the service takes from it, <c>extract FILE</c> does so for a saved one; <c>extract --batch F --out G</c> does it for an archive, unmasked.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("URL|FILE") { Description = "The http(s) address of a public page, read as the crawler reads (robots.txt, address guard, Fetching:Contact), or a saved page (HTML); - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var address = new Option<string?>("--url") { HelpName = "URL", Description = "A saved page's address: dates and fact-checks are read better with it." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var batch = new Option<string?>("--batch") { Description = "JSON lines {id,url,html} to read, plain or gzip; - for standard input.", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "Where JSON lines {id,title,text,publishedAt,language,outcome}, with factChecks where there are any, go, gzip when it ends in .gz; - for standard output, as without it. Nothing is masked.", HelpName = "FILE" };
        var command = new Command("extract", "Show the title, text, time and language the service takes from a page. Nothing is stored.") { file, address, json, batch, output }.TakesSettings();
        command.Validators.Add(result =>
        {
            var page = result.GetValue(file);
            var archive = result.GetValue(batch);
            if (page is null && archive is null) result.AddError("Name a page, or an archive with --batch FILE.");
            else if (archive is not null && page?.StartsWith("--", StringComparison.Ordinal) == true) result.AddError($"--batch takes no settings: leave out {page.Split('=')[0]}.");
            else if (archive is not null && page is not null) result.AddError("A page and --batch FILE exclude each other: name one of them.");
            else if (page?.StartsWith("--", StringComparison.Ordinal) == true) result.AddError("Name the page first, then the settings.");   // an argument that may be missing takes a setting in its place
            else if (page is not null && result.GetValue(output) is not null) result.AddError("--out is for --batch; a single page goes to standard output.");
        });
        command.SetAction((parse, cancellation) => Failure.GuardAsync(() => Settings.Of(parse) is var settings && parse.GetValue(batch) is { } archive
            ? JsonLinesBatch.RunAsync(archive, parse.GetValue(output) ?? "-", (line, token) => Extract(line, TimeProvider.System, token), parse.InvocationConfiguration.Error, cancellation)
            : PageAddress(parse.GetValue(file)!) is { } page
                ? FetchAsync(page, settings, parse.GetValue(json), parse.InvocationConfiguration, cancellation)
                : ShowAsync(parse.GetValue(file)!, PageUrl.Named(parse.GetValue(address), "page"), parse.GetValue(json), JsonLinesBatch.LineTimeout, parse.InvocationConfiguration, cancellation)));
        return command;
    }

    /// <summary>One line of a batch.</summary>
    internal static ExtractedLine Extract(JsonElement line, TimeProvider time, CancellationToken cancellation) =>
        Line(Extract(line.Text("html"), PageUrl.Of(line.TextOrNull("url")), time, cancellation));

    /// <param name="within">The most that reading the page may take.</param>
    internal static async Task<int> ShowAsync(string page, Uri? address, bool json, TimeSpan within, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (await ReadAsync(page, console.Error, cancellation) is not { } body) return ExitCodes.NoInput;
        if (IsBinary(body))
        {
            await console.Error.WriteLineAsync($"{page} is no text: it holds bytes that no web page has. Name a saved page.");
            return ExitCodes.NoInput;
        }
        return await PrintAsync(page, CharsetDecoder.Decode(body, contentType: null), address, json, within, console, cancellation);
    }

    /// <summary>A zero byte, but for the two-byte encodings, which say so at their beginning (WHATWG MIME Sniffing, 7.2).</summary>
    private static bool IsBinary(ReadOnlySpan<byte> body) => body is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]) && body[..Math.Min(body.Length, 1445)].Contains((byte)0);

    private static async Task<int> FetchAsync(Uri page, string[] settings, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        // What the crawler would not take as a page is not shown either (DESIGN 2.1). Private networks are for the fetcher's guard, which knows what is allowed.
        if (PublicAddress.KindOf(page) is var kind and not (AddressKind.Private or AddressKind.LinkLocal) && PublicAddress.Refusal(kind, channel: false) is { } refusal) throw new UsageException($"{AddressGuard.Shown(page)}: {refusal}");
        await using var app = Program.Build(settings, Logs.Quiet);
        var fetcher = app.Services.GetRequiredService<Fetcher>();
        if (!fetcher.CanCrawl) throw new InvalidDataException(Contact.Missing.En);
        var address = UrlNormalizer.Normalize(page.AbsoluteUri, page) ?? page;
        if (await RestAsync(app.Services, address, cancellation) is { } rest)
        {
            await console.Error.WriteLineAsync($"{AddressGuard.Shown(address)} was not asked for: {rest}");
            return ExitCodes.TryLater;
        }
        using var result = await fetcher.FetchAsync(new FetchRequest(address, TimeSpan.Zero, EntryPoint: address), cancellation);
        if (result is FetchResult.Fetched fetched)
            return await PrintAsync(AddressGuard.Shown(fetched.Address), CharsetDecoder.Decode(fetched.Body.Span, fetched.ContentType), fetched.Address, json, JsonLinesBatch.LineTimeout, console, cancellation);
        await console.Error.WriteLineAsync($"{AddressGuard.Shown(address)} was not read: {(result as FetchResult.Unread)?.Reason.En ?? "the server sent no page"}. {Remedy(result, address, app.Services)}");
        return IsBusy(result) ? ExitCodes.TryLater : ExitCodes.NoInput;
    }

    /// <summary>Until when the service of this home leaves the page's host alone, why, and what to do; null where it does not, or there is no service yet.</summary>
    private static async Task<string?> RestAsync(IServiceProvider services, Uri address, CancellationToken cancellation)
    {
        var (key, gate) = (HostPause.KeyOf(address), services.GetRequiredService<HostGate>());
        try
        {
            if (await services.GetRequiredService<Migrator>().MissingAsync(cancellation) is not null) return null;
            await services.GetRequiredService<KeptRests>().TakeAsync(sourceId: null, cancellation);
        }
        catch (DbException)
        {
            return null;   // there, but of another version or in nobody's hands: the page's own host is asked as politely
        }
        if (gate.RestOf(key) is not { } left) return null;
        return $"the service leaves its host alone until {Until(services, left)}: {PersonalDataMasker.Mask((gate.WhyOf(key) ?? FetchingTexts.AskedToWait).What.En)}. Ask again after that.";
    }

    private static string Until(IServiceProvider services, TimeSpan left) => TriedWait.Written(TriedWait.ToTheMinute(services.GetRequiredService<WorkCalendar>(), services.GetRequiredService<TimeProvider>().GetUtcNow() + left));

    /// <summary>The texts of the crawler tell what to write in sources.yaml; a page that is named by hand stands in no file.</summary>
    private static string Remedy(FetchResult result, Uri address, IServiceProvider services) => result switch
    {
        FetchResult.Disallowed => $"There is no override: ask the publisher to let this crawler in. A page that you may save from a browser is read with: infomonitor extract FILE --url {AddressGuard.Shown(address)}",
        FetchResult.Gone { Status: 404 or 410 } => "Look for the page's address on its site.",
        FetchResult.Gone => $"Only pages that everybody can read at once are read. One that you may save from a browser is read with: infomonitor extract FILE --url {AddressGuard.Shown(address)}",
        FetchResult.Failed { RetryAfter: { } rest } when rest > TimeSpan.Zero => $"Ask again after {Until(services, rest)}.",
        FetchResult.Failed when IsBusy(result) => "The server is busy or down: ask again later.",
        FetchResult.Failed => "Open the address in a browser on this machine: if that fails too, check its spelling, or ask again later; if it does not, a firewall may be in the way.",
        FetchResult.Unsupported unsupported => unsupported.Why.Remedy.En,
        _ => "Ask again later.",
    };

    private static bool IsBusy(FetchResult result) => result is FetchResult.Failed { Status: 429 or >= 500 } or FetchResult.Failed { RetryAfter: not null };

    private static async Task<int> PrintAsync(string page, string html, Uri? address, bool json, TimeSpan within, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(within);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, time.Token);
        ExtractedPage extracted;
        try
        {
            extracted = Extract(html, address, TimeProvider.System, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync($"{page} was not read: {IngestionTexts.TooSlow(within).En}.");
            return ExitCodes.NoInput;
        }
        var line = Line(extracted);
        await console.Output.WriteLineAsync(json ? JsonSerializer.Serialize(line, JsonLinesBatch.Json) : Sheet(line, extracted));
        return ExitCodes.Ok;
    }

    /// <summary>The bytes of the page named on the command line; null after saying why there are none.</summary>
    private static async Task<byte[]?> ReadAsync(string page, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            if (Directory.Exists(page))
            {
                await error.WriteLineAsync($"{page} is a folder. Name a saved page in it.");
                return null;
            }
            if (page != "-") return await File.ReadAllBytesAsync(page, cancellation);
            using var body = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(body, cancellation);
            return body.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync($"{page} cannot be read: {e.Message} Name a saved page.");
            return null;
        }
    }

    private static ExtractedPage Extract(string html, Uri? address, TimeProvider time, CancellationToken cancellation) =>
        ArticleExtractor.Extract(html, address, time.GetUtcNow(), cancellation);

    /// <summary>The address named on the command line; null for a file.</summary>
    /// <exception cref="UsageException">An address that is not read.</exception>
    private static Uri? PageAddress(string page) =>
        PageUrl.Of(page) is { } address ? address
        : page.Contains("://", StringComparison.Ordinal) && !File.Exists(page) ? throw new UsageException($"{page} is refused: {PublicAddress.Refusal(AddressKind.NotHttp, channel: false)}")
        : null;

    private static ExtractedLine Line(ExtractedPage page) =>
        new(page.Title, page.Text, page.PublishedAt?.ToString(), LanguageIdentifier.Identify(page.Text ?? "") is not "und" and var language ? language : page.DeclaredLanguage, page.Outcome.Word(), page.FactChecks is [] ? null : [.. page.FactChecks.Select(ExtractedCheck.Of)]);

    private static string Sheet(ExtractedLine line, ExtractedPage page) =>
        $"""
        Outcome:   {line.Outcome}{(page.Reason is { } reason ? $" ({reason})" : "")}
        Title:     {line.Title ?? "-"}
        Published: {line.PublishedAt ?? "-"}
        Language:  {line.Language ?? "-"}
        {string.Concat(page.FactChecks.Select(check => $"Checked:   \"{check.Claim}\": {check.Verdict} ({check.Publisher ?? "publisher not named"})\n"))}
        {line.Text}
        """;
}

/// <summary>What <c>extract</c> writes for one page.</summary>
/// <param name="Title">Null when the page has none.</param>
/// <param name="Text">Lead and body, a line per paragraph; null when there is none.</param>
/// <param name="PublishedAt">ISO 8601 with the page's own offset, or the date alone.</param>
/// <param name="Language">ISO 639-1: the text decides; what the page declares helps where it cannot. Null when neither says.</param>
/// <param name="Outcome"><c>article</c> or <c>not-article</c>.</param>
/// <param name="FactChecks">What the page says of claims (ClaimReview); left out when it says nothing.</param>
internal sealed record ExtractedLine(string? Title, string? Text, string? PublishedAt, string? Language, string Outcome, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ExtractedCheck>? FactChecks = null);

/// <summary>A fact-check as the page publishes it.</summary>
/// <param name="PublishedAt">ISO 8601; null when not given, like the publisher and the address.</param>
internal sealed record ExtractedCheck(string Claim, string Verdict, string? Publisher, string? Url, string? PublishedAt)
{
    public static ExtractedCheck Of(FactCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new ExtractedCheck(check.Claim, check.Verdict, check.Publisher, check.Url, check.PublishedAt?.ToString());
    }
}
