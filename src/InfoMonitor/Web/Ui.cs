using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Web;

/// <summary>What an account's owner wants of the pages, wherever they sign in: a feature of the request, set with the session.</summary>
internal sealed record OwnPreferences(bool ShowsHarm);

/// <summary>What every page needs of the request it answers: language, who is signed in, how times and numbers are written.</summary>
internal sealed class Ui
{
    public const string LanguageCookie = "lang";
    public const string ThemeCookie = "theme";
    public const string KeysCookie = "keys";

    private readonly HttpContext http;
    private readonly WebOptions options;

    public Ui(IHttpContextAccessor accessor, IOptions<WebOptions> options, WorkCalendar calendar, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(accessor);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(clock);
        http = accessor.HttpContext ?? throw new InvalidOperationException("A page is shown within a request.");
        this.options = options.Value;
        Calendar = calendar;
        Language = Vocabulary.Parse<UiLanguage>(http.Request.Cookies[LanguageCookie]) ?? UiLanguage.Vi;
        Culture = CultureInfo.GetCultureInfo(Language switch { UiLanguage.Vi => "vi-VN", UiLanguage.En => "en-GB" });
        Now = clock.GetUtcNow();
    }

    /// <summary>The office's days and working time.</summary>
    public WorkCalendar Calendar { get; }

    public UiLanguage Language { get; }
    public CultureInfo Culture { get; }

    /// <summary>The same for the whole page, so that its clocks agree.</summary>
    public DateTimeOffset Now { get; }

    /// <summary><c>light</c> or <c>dark</c> where chosen; null follows the system.</summary>
    public string? Theme => http.Request.Cookies[ThemeCookie] is "light" or "dark" ? http.Request.Cookies[ThemeCookie] : null;

    /// <summary>False when the person switched shortcut keys off (WCAG 2.1.4).</summary>
    public bool Keys => http.Request.Cookies[KeysCookie] != "off";

    public Person? Person => Person.Of(http.User);

    /// <summary>True where this person wants harmful content shown at once.</summary>
    public bool ShowsHarm => http.Features.Get<OwnPreferences>()?.ShowsHarm == true;

    /// <summary>Whether what has this reason is covered until it is asked for.</summary>
    public bool Covers(FlagReason reason) => reason.IsHarm() && !ShowsHarm;

    /// <summary>Path and query of this page; the queue where it was a form that was sent.</summary>
    public string Here => HttpMethods.IsGet(http.Request.Method) ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : "/";

    /// <summary>This site as the visitor addresses it, without a slash at its end.</summary>
    public string Site => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    /// <summary>What of this page's address was left out.</summary>
    public IReadOnlyList<QueryFault> LeftOut => HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<PageQuery>() is { } query ? [.. query.FaultsOf(http.Request.Query)] : [];

    public string this[Text text] => text.In(Language);

    public string this[Text text, params object?[] values] =>
        string.Format(Culture, Language == UiLanguage.En && text.EnOne is { } one && values is [1 or 1L or "1", ..] ? one : text.In(Language), values);

    public string Number(long value) => value.ToString("N0", Culture);

    /// <summary>"3 nguồn, 5 bài": each with its own number.</summary>
    public string Carried(long sources, long items) => $"{this[WebTexts.SourcesCount, sources]}, {this[WebTexts.ItemsCount, items]}";

    /// <summary>A count that was only taken up to a limit: "9.999+".</summary>
    public string Number(long value, long limit) => value > limit ? Number(limit) + "+" : Number(value);

    public string Decimal(double value) => value.ToString("0.00", Culture);

    /// <summary>With its sign, to four places: of hundreds of small weights two places would round most away.</summary>
    public string Fine(double value) => value.ToString("+0.00##;−0.00##;0.00", Culture);

    /// <summary>With its sign, a true minus.</summary>
    public string Signed(double value) => value.ToString("+0.00;−0.00;0.00", Culture);

    public DateOnly Today => Calendar.DayOf(Now);

    public string Zone => (options.TimeZoneName, Calendar.Zone) switch
    {
        ({ Length: > 0 } name, _) => name,
        (_, { Id: "Asia/Ho_Chi_Minh" }) => this[WebTexts.HanoiTime],
        (_, var zone) => "UTC" + zone.GetUtcOffset(Now).ToString(zone.GetUtcOffset(Now) < TimeSpan.Zero ? @"\-hh\:mm" : @"\+hh\:mm", CultureInfo.InvariantCulture),
    };

    /// <summary>"06:12, 23/11/2026".</summary>
    public string Full(DateTimeOffset at) => Calendar.Local(at).ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);

    public string Hour(DateTimeOffset at) => Calendar.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>As near as it needs: "05:40 hôm nay", "22:15 hôm qua", "17:02, 20/11", with the year where it is another.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = Calendar.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return (Today.DayNumber - day.DayNumber) switch
        {
            0 => this[WebTexts.AtToday, Hour(at)],
            1 => this[WebTexts.AtYesterday, Hour(at)],
            -1 => this[WebTexts.AtTomorrow, Hour(at)],
            _ when day.Year == Today.Year => local.ToString("HH:mm, dd/MM", CultureInfo.InvariantCulture),
            _ => Full(at),
        };
    }

    /// <summary>"3 giây": spans too short for <see cref="Span"/>.</summary>
    public string Seconds(TimeSpan span) => this[WebTexts.Seconds, Number((long)span.TotalSeconds)];

    /// <summary>"3 giờ 10", "20 phút", "2 ngày".</summary>
    public string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalMinutes: < 1 } => this[WebTexts.UnderAMinute],
        { TotalMinutes: < 60 } s => this[WebTexts.Minutes, (int)s.TotalMinutes],
        { TotalHours: < 10, Minutes: > 0 } s => this[WebTexts.HoursMinutes, (int)s.TotalHours, s.Minutes],
        { TotalHours: < 48 } s => this[WebTexts.Hours, (int)s.TotalHours],
        var s => this[WebTexts.Days, (int)s.TotalDays],
    };
}
