using InfoMonitor.Content.Classification;
using InfoMonitor.Storage;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Ingestion;

internal static class IngestionServices
{
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<IngestionOptions>().Bind(configuration.GetSection(IngestionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var assessor = Assessor.Load(Path.GetFullPath(provider.GetRequiredService<IOptions<IngestionOptions>>().Value.Models, provider.GetRequiredService<Home>().Folder));
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);   // reading the models leaves several times their size behind
            return assessor;
        });
        services.AddSingleton<Repeats>(provider => provider.GetRequiredService<Assessor>().Repeats);
        services.AddSingleton<Judge>(provider => provider.GetRequiredService<Assessor>().Assess);
        services.AddSingleton<ArticleReader>().AddSingleton<CorrectionShelf>().AddSingleton<StoryFinder>().AddSingleton<Withholding>().AddSingleton<EarlierItems>().AddSingleton<FactCheckRecorder>().AddSingleton<StoryWriter>().AddSingleton<Ingestor>().AddSingleton<HandIngestor>().AddSingleton<Reviser>().AddSingleton<BackMatcher>().AddHostedService<BackMatchWorker>();
        return services;
    }
}
