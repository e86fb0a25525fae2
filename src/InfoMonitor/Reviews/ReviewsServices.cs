namespace InfoMonitor.Reviews;

internal static class ReviewsServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }

    public static void MapReviews(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
