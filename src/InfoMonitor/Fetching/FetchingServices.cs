using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Fetching;

internal static class FetchingServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FetchingOptions>().Bind(configuration.GetSection(FetchingOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.Contact.Length == 0 || IsContact(o.Contact), "Fetching:Contact is neither an http(s) address nor an e-mail address.")
            .ValidateOnStart();
        services.AddSingleton(Network.Real).AddSingleton<AddressGuard>().AddSingleton<BigBodies>().AddSingleton<Exchange>().AddSingleton<HostPipelines>().AddSingleton<HostGate>()
            .AddSingleton<HostReader>().AddSingleton<RobotsBook>().AddSingleton<FetchMetrics>().AddSingleton<Fetcher>();
        services.AddHostedService<PrivateRangesWarning>();
        return services;
    }

    private const string Mailto = "mailto:";

    private static bool IsContact(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~')
        && (text.Contains("://", StringComparison.Ordinal) ? Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" : MailAddress.TryCreate(text.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase) ? text[Mailto.Length..] : text, out _));
}

/// <summary>Says at every start which private addresses are open.</summary>
internal sealed partial class PrivateRangesWarning(IOptions<FetchingOptions> options, ILogger<PrivateRangesWarning> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AllowPrivate is { Length: > 0 } ranges) LogOpen(string.Join(", ", ranges));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fetching:AllowPrivate opens private addresses to the crawler: {Ranges}. Links on watched pages can lead there; keep only what is needed")]
    private partial void LogOpen(string ranges);
}
