using InfoMonitor.Content.Classification;
using InfoMonitor.Ingestion;

namespace InfoMonitor.Demo;

/// <summary>A fault of the service's own on one sample page, so that the demo shows what becomes of a page that breaks: quarantined, told, released by a command.</summary>
/// <remarks>No page may break the service, so none of the samples could: the demo breaks it by itself, where a fault of a model would.</remarks>
internal static class DemoFault
{
    /// <summary>Stands in the sample and nowhere else.</summary>
    public const string Words = "Trang này làm hỏng bộ đọc";

    public static void Add(IServiceCollection services) => services.AddSingleton<Judge>(provider =>
    {
        Judge assess = provider.GetRequiredService<Assessor>().Assess;
        return (title, text, language, corrections) => text.Contains(Words, StringComparison.Ordinal)
            ? throw new InvalidOperationException("The demo breaks on this page by intent, to show a quarantined one.")
            : assess(title, text, language, corrections);
    });
}
