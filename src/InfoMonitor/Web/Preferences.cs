using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>Language, theme and shortcut keys of this browser. Plain links: they change nothing on the server.</summary>
internal static class Preferences
{
    public static void MapPreferences(this IEndpointRouteBuilder app) =>
        app.MapGet("/preferences", (HttpContext http, string? lang, string? theme, string? keys, string? back) =>
        {
            if (Vocabulary.Parse<UiLanguage>(lang) is { } language) Keep(http, Ui.LanguageCookie, language.Word());
            if (theme is "light" or "dark" or "system") Keep(http, Ui.ThemeCookie, theme);
            if (keys is "on" or "off") Keep(http, Ui.KeysCookie, keys);
            return TypedResults.LocalRedirect(Pages.Local(back));
        }).AllowAnonymous().ExcludeFromDescription();

    public static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });
}
