using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;

namespace InfoMonitor.Ingestion;

/// <summary>When something was published, as the service keeps it and a trial shows it.</summary>
internal static class PublicationInstants
{
    /// <summary>The instant of a publication; a day without a time begins in the office's zone.</summary>
    public static DateTimeOffset? InstantOf(this WorkCalendar calendar, PublicationTime? time)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return time is null ? null : time.Instant?.ToUniversalTime() ?? calendar.MidnightOf(time.Date);
    }

    /// <summary>As the page says; the announcement where the page says nothing, only the day on which it was announced, or shows a day somewhere that may be another's.</summary>
    public static DateTimeOffset? PublishedAt(this WorkCalendar calendar, Article article, DateTimeOffset? announcedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(article);
        var announced = announcedAt <= now ? announcedAt : null;
        var published = calendar.InstantOf(article.PublishedAt);
        if (published is null || published > now) return announced;
        if (article.PublishedAt is { IsWeak: true } && announced is not null) return announced;
        return article.PublishedAt is { Instant: null } && announced >= published && announced < published.Value.AddDays(1) ? announced : published;
    }
}
