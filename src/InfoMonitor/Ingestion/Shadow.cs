using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

/// <summary>A set of candidate models that judges every page's text after the live ones. What it says is counted, and flags nothing.</summary>
/// <remarks>Nothing it does stops the service: one that cannot be loaded, or breaks on a text, is told and left out.</remarks>
internal sealed partial class Shadow
{
    private readonly Lazy<Loaded?> candidate;
    private readonly ILogger<Shadow> logger;
    private volatile bool broken;

    public Shadow(LiveModels live, KeptModels kept, IOptions<IngestionOptions> options, Home home, ILogger<Shadow> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.logger = logger;
        Folder = options.Value.Shadow is { Length: > 0 } folder ? Path.GetFullPath(folder, home.Folder) : null;
        candidate = new(() => Folder is null ? null : Load(live, kept, Folder));
    }

    /// <summary>Absolute path of the configured folder; null for none.</summary>
    public string? Folder { get; }

    /// <summary>Loads the candidate where it was not loaded before.</summary>
    public bool IsRunning => !broken && candidate.Value is not null;

    /// <summary>What the candidate says; null where there is none.</summary>
    public ShadowJudgement? Judge(string? title, string text, string language, CorrectionIndex corrections)
    {
        if (broken || candidate.Value is not { } loaded) return null;
        try
        {
            return new ShadowJudgement(loaded.Assessor.Assess(title, text, language, corrections), loaded.Thresholds);
        }
        catch (Exception exception)   // the outer edge of the candidate: the live models have judged the text already
        {
            broken = true;
            LogBroken(Folder!, exception.GetType().Name);   // by its kind alone: its words may quote the text
            return null;
        }
    }

    private Loaded? Load(LiveModels live, KeptModels kept, string folder)
    {
        try
        {
            var cards = ModelCards.Read(folder);
            if (cards.Version == ModelSet.Version(live.Folder))
            {
                LogSame(folder);
                return null;
            }
            var assessor = Assessor.Load(folder, live.Thresholds);
            kept.Keep(folder, assessor.ModelVersion);
            Memory.GiveBack();
            LogRunning(folder, assessor.ModelVersion[..12]);
            return new Loaded(assessor, cards.InForce(live.Thresholds));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            LogMissing(folder, exception.Message);
            return null;
        }
    }

    private sealed record Loaded(Assessor Assessor, IReadOnlyDictionary<FlagReason, double> Thresholds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Candidate models {Version} of {Folder} run in shadow: what they say is counted, and flags nothing")]
    private partial void LogRunning(string folder, string version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No candidate models run in shadow, the service goes on without: {Folder} cannot be used. {Reason} Mend it or empty Ingestion:Shadow, then start again")]
    private partial void LogMissing(string folder, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No candidate models run in shadow: {Folder} holds the models that are live already. Empty Ingestion:Shadow")]
    private partial void LogSame(string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The candidate models of {Folder} broke on a text ({Exception}) and run no longer in shadow; the service goes on without")]
    private partial void LogBroken(string folder, string exception);
}

/// <param name="Thresholds">From which a reason counts for the candidate.</param>
internal sealed record ShadowJudgement(Assessment Assessment, IReadOnlyDictionary<FlagReason, double> Thresholds);

/// <summary>Loads the candidate when a worker starts, so that a broken one is told then and not at the first page.</summary>
internal sealed class ShadowStarter(Shadow shadow, RolesOptions roles) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();   // the service starts meanwhile
        if (roles.Worker && shadow.Folder is not null) _ = shadow.IsRunning;
    }
}
