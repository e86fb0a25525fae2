using System.Security.Cryptography;
using InfoMonitor.Domain;

namespace InfoMonitor.Reviews;

internal static class ReviewsServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReviewsOptions>().Bind(configuration.GetSection(ReviewsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReviewDesk>().AddSingleton<QueueReader>().AddSingleton<FlagReader>().AddSingleton<SavedViews>().AddSingleton<SearchReader>().AddSingleton<JudgingModels>().AddSingleton<LoadReader>().AddSingleton<LabelDesk>();
        services.AddSingleton<Chance>(() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue);
        services.AddHostedService<DeskUpkeep>();
        return services;
    }

    public static void MapReviews(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Services.GetRequiredService<RolesOptions>().Web) return;
        app.MapQueue();
        app.MapFlags();
        app.MapFlagsApi();
        app.MapDeskApi();
        app.MapSearch();
        app.MapLoad();
        app.MapLabels();
    }
}
