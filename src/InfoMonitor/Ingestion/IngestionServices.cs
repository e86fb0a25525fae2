using InfoMonitor.Content.Classification;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

internal static partial class IngestionServices
{
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<IngestionOptions>().Bind(configuration.GetSection(IngestionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestionOptions>, ThresholdsCheck>();
        services.AddSingleton(provider =>
        {
            var live = provider.GetRequiredService<LiveModels>();
            var assessor = live.Load();
            Keep(provider, live.Folder, assessor.ModelVersion);
            Memory.GiveBack();   // reading models leaves several times their size behind
            return assessor;
        });
        services.AddSingleton<LiveModels>().AddSingleton<Shadow>().AddSingleton<ScoreCounter>().AddSingleton<Replayer>().AddHostedService<ShadowStarter>();
        services.AddSingleton<Repeats>(provider => provider.GetRequiredService<Assessor>().Repeats);
        services.AddSingleton<Judge>(provider => provider.GetRequiredService<Assessor>().Assess);
        services.AddSingleton<BigPages>().AddSingleton<ArticleReader>().AddSingleton<CorrectionShelf>().AddSingleton<StoryFinder>().AddSingleton<Withholding>().AddSingleton<EarlierItems>().AddSingleton<FactCheckRecorder>().AddSingleton<StoryWriter>().AddSingleton<Ingestor>().AddSingleton<HandIngestor>().AddSingleton<Reviser>().AddSingleton<BackMatcher>().AddHostedService<BackMatchWorker>();
        return services;
    }

    /// <summary>So that what they judge replays. A full or read-only disk stops no judging.</summary>
    private static void Keep(IServiceProvider provider, string folder, string version)
    {
        try
        {
            provider.GetRequiredService<KeptModels>().Keep(folder, version);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotKept(provider.GetRequiredService<ILogger<KeptModels>>(), version[..12], exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The models {Version} could not be kept, so what they judge will not replay: {Reason}")]
    private static partial void LogNotKept(ILogger logger, string version, string reason);
}
