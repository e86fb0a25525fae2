using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Sources;

/// <summary>How the file stands with this process.</summary>
/// <param name="File">As a person finds it.</param>
/// <param name="Missing">There is no such file.</param>
/// <param name="Errors">Of the file as it is now; empty when it was taken.</param>
/// <param name="TakenAt">UTC; when it was last taken. With errors: what is in force is from then. Null before the first.</param>
internal sealed record SourceFileState(string File, bool Missing, IReadOnlyList<SourceFileError> Errors, DateTimeOffset? TakenAt);

/// <summary>
/// Mirrors the file of sources into the database at start and whenever it changes; one that is wrong changes nothing. Any number of nodes may do so: what is the same is not written again.
/// </summary>
/// <remarks>
/// The file is looked at by the clock, not by notifications of the file system, which say nothing on network shares and of files that a container mounts.
/// A node that is not a worker reads it too where it has it, only to show its errors.
/// </remarks>
internal sealed partial class SourceMirror(
    AuditedStep steps, AuditLog audit, Home home, IOptions<SourcesOptions> options, IConfiguration configuration, RolesOptions roles, WorkCalendar calendar, TimeProvider clock, ILogger<SourceMirror> logger) : BackgroundService
{
    private readonly string path = Path.GetFullPath(options.Value.File, home.Folder);
    private readonly PrivateRanges ranges = new(configuration);
    private (DateTime Written, long Length) taken, seen;
    private volatile SourceFileState state = new(options.Value.File, Missing: true, [], null);

    public SourceFileState State => state;

    /// <summary>Reads the file without touching the database.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is a folder.</exception>
    public async Task<SourceFileReading> ReadAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(path)) throw new InvalidDataException($"{path} is a folder. Name the file in it with Sources:File.");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no {path}. Copy config/sources.yaml of this project there, or name another with Sources:File.", path);
        return SourceFileReader.Read(await File.ReadAllBytesAsync(path, cancellation), options.Value.File, ranges, calendar.DayOf(clock.GetUtcNow()));
    }

    /// <summary>Reads the file and mirrors it. Without a file the database stays as it is.</summary>
    /// <exception cref="InvalidDataException">It is wrong: the message lists every error.</exception>
    public async Task MirrorAsync(CancellationToken cancellation)
    {
        var stamp = Stamp();
        if (!File.Exists(path))
        {
            if (roles.Worker) LogMissing(path);
            state = state with { Missing = true, Errors = [] };
            return;
        }
        switch (await ReadAsync(cancellation))
        {
            case SourceFileReading.Wrong wrong:
                state = state with { Missing = false, Errors = wrong.Errors };
                throw new InvalidDataException(string.Join(Environment.NewLine, [.. wrong.Errors.Select(e => e.ToString()), "Mend the file, then try: infomonitor sources check"]));
            case SourceFileReading.Read read:
                var changed = roles.Worker ? await ApplyAsync(read.Sources, cancellation) : 0;
                if (state is { Errors: not [] } or { Missing: true, TakenAt: not null }) LogMended(options.Value.File, read.Sources.Count);
                (taken, seen) = (stamp, stamp);
                state = new SourceFileState(options.Value.File, Missing: false, [], clock.GetUtcNow());
                if (changed > 0) LogTaken(options.Value.File, read.Sources.Count, changed);
                break;
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (state.TakenAt is null)
        {
            try { await MirrorAsync(cancellationToken); }
            catch (InvalidDataException) when (!roles.Worker) { }   // the page shows it
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
    }

    /// <summary>Takes the file if it changed and has been still since the last look.</summary>
    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            var now = Stamp();
            var still = now == seen;
            seen = now;
            if (now == taken || !still) return;
            taken = now;   // a wrong file is told of once
            await MirrorAsync(cancellation);
        }
        catch (InvalidDataException exception)
        {
            LogWrong(options.Value.File, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)   // the outer edge of a job: the file or the database is away
        {
            taken = default;
            LogFailed(exception, options.Value.File);
        }
    }

    private (DateTime Written, long Length) Stamp() => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    /// <returns>How many sources changed.</returns>
    private Task<int> ApplyAsync(IReadOnlyList<SourceDefinition> definitions, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var rows = await db.Sources.Include(s => s.EntryPoints).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
        var changed = 0;
        foreach (var definition in definitions)
        {
            rows.Remove(definition.Id, out var row);
            var before = row is null ? null : Picture(row);
            if (row is null) db.Sources.Add(row = New(definition));
            Take(db, row, definition);
            var after = Picture(row);
            if (before == after) continue;
            changed++;
            await audit.AppendAsync(db, AuditLog.System, before is null ? "source.add" : "source.change", $"source:{row.Id}", before, after, cancellation);
        }
        foreach (var left in rows.Values.Where(s => s.Enabled))
        {
            var before = Picture(left);
            left.Enabled = false;
            changed++;
            await audit.AppendAsync(db, AuditLog.System, "source.remove", $"source:{left.Id}", before, Picture(left), cancellation);
        }
        return changed;
    }, cancellation);

    private static Source New(SourceDefinition definition) => new() { Id = definition.Id, Publisher = definition.Publisher, Language = definition.Language, TriedAt = At(definition.Tried) };

    private static void Take(InfoMonitorDb db, Source row, SourceDefinition definition)
    {
        row.Publisher = definition.Publisher;
        row.Kind = definition.Kind;
        row.Ownership = definition.Ownership;
        row.Language = definition.Language;
        if ((row.Interval, row.LeastInterval, row.GreatestInterval) != (definition.Interval, definition.LeastInterval, definition.GreatestInterval)) row.ReadEvery = null;   // learned within other bounds
        (row.Interval, row.LeastInterval, row.GreatestInterval) = (definition.Interval, definition.LeastInterval, definition.GreatestInterval);
        row.Delay = definition.Delay;
        row.PagesPerCrawl = definition.PagesPerCrawl;
        row.Enabled = definition.Enabled;
        row.TriedAt ??= At(definition.Tried);
        var old = row.EntryPoints.ToDictionary(p => p.Url, StringComparer.Ordinal);
        foreach (var wanted in definition.EntryPoints)
        {
            if (!old.Remove(wanted.Url, out var point)) row.EntryPoints.Add(point = new EntryPoint { SourceId = row.Id, Url = wanted.Url });
            if (point.Id != 0 && point.Kind == wanted.Kind && point.Selector == wanted.Selector) continue;
            (point.Kind, point.Selector) = (wanted.Kind, wanted.Selector);
            (point.ETag, point.LastModified, point.NewestAt, point.AnnouncedGap, point.AnnouncedSpan) = (null, null, null, null, null);   // read otherwise than before: what it answers now is news
            (row.TriedAt, row.NotArticles, row.NotArticlesBecause, row.Dropped) = (At(definition.Tried), null, null, null);
        }
        db.EntryPoints.RemoveRange(old.Values.Where(p => p.Id != 0));
        foreach (var gone in old.Values) row.EntryPoints.Remove(gone);
    }

    private static DateTimeOffset? At(DateOnly? day) => day is { } d ? new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    /// <summary>What the file says of a source, as the audit log keeps it.</summary>
    private sealed record SourcePicture(string Publisher, string Kind, string Ownership, string Language, string Interval, string? LeastInterval, string? GreatestInterval, string Delay, int PagesPerCrawl, bool Enabled, string EntryPoints);

    private static SourcePicture Picture(Source s) => new(s.Publisher, s.Kind.Word(), s.Ownership.Word(), s.Language, SpanText.Write(s.Interval),
        s.LeastInterval is { } least ? SpanText.Write(least) : null, s.GreatestInterval is { } greatest ? SpanText.Write(greatest) : null, SpanText.Write(s.Delay), s.PagesPerCrawl, s.Enabled,
        string.Join("; ", s.EntryPoints.Select(p => $"{p.Kind.Word()} {p.Url}{(p.Selector is null ? "" : " " + p.Selector)}").Order(StringComparer.Ordinal)));

    [LoggerMessage(Level = LogLevel.Information, Message = "Took {File}: {Count} sources, {Changed} of them changed")]
    private partial void LogTaken(string file, int count, int changed);

    [LoggerMessage(Level = LogLevel.Information, Message = "{File} is good again: {Count} sources")]
    private partial void LogMended(string file, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no {Path}: the sources stay as they were. Copy config/sources.yaml of this project there, or name another file with Sources:File")]
    private partial void LogMissing(string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} was changed and is wrong; the last good one stays in force. {Errors}")]
    private partial void LogWrong(string file, string errors);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} could not be taken; trying again")]
    private partial void LogFailed(Exception exception, string file);
}
