using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfoMonitor.Briefings;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace InfoMonitor.Commands;

/// <summary><c>digest</c>: prints a day's briefing, frozen or, for today, as it stands.</summary>
internal static class DigestCommand
{
    public static Command Create()
    {
        var date = new Option<string>("--date") { Description = "The day in the office's zone: yyyy-MM-dd or today.", DefaultValueFactory = _ => "today" };
        var format = new Option<string>("--format") { Description = "html is one file that prints on A4.", DefaultValueFactory = _ => "md" }.AcceptOnlyFromAmong("md", "html", "json");
        var language = new Option<string>("--language") { Description = "Of md and html.", DefaultValueFactory = _ => UiLanguage.Vi.Word() }.AcceptOnlyFromAmong([.. Enum.GetValues<UiLanguage>().Select(l => l.Word())]);
        var demo = Settings.Demo();
        var command = new Command("digest", "Print a day's briefing: frozen, or for today a draft until its time has come.") { date, format, language, demo }.TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            var today = app.Services.GetRequiredService<BriefingDay>().Today;
            var given = parse.GetRequiredValue(date);
            if (given != "today" && !DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                throw new UsageException($"--date '{given}' is no day: write yyyy-MM-dd or today.");
            var day = given == "today" ? today : DateOnly.ParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (await app.Services.GetRequiredService<BriefingComposer>().GetAsync(day, cancellation) is not { } briefing)
            {
                parse.InvocationConfiguration.Error.WriteLine($"There is no briefing for {day:yyyy-MM-dd}. {BriefingTexts.WhyNone(day, today).En}");
                return ExitCodes.Found;
            }
            await using var scope = app.Services.CreateAsyncScope();
            var ui = UiFor(scope.ServiceProvider, Vocabulary.Parse<UiLanguage>(parse.GetRequiredValue(language))!.Value);
            parse.InvocationConfiguration.Output.Write(parse.GetRequiredValue(format) switch
            {
                "json" => JsonSerializer.Serialize(briefing, BriefingJson.Options) + "\n",
                "html" => await HtmlAsync(scope.ServiceProvider, briefing, ui),
                _ => BriefingMarkdown.Render(briefing, ui),
            });
            return ExitCodes.Ok;
        }));
        return command;
    }

    /// <summary>A page's words and times without a browser: a request that carries nothing but the language.</summary>
    private static Ui UiFor(IServiceProvider services, UiLanguage language)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Method = HttpMethods.Get;
        http.Request.Headers.Cookie = $"{Ui.LanguageCookie}={language.Word()}";
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return services.GetRequiredService<Ui>();
    }

    private static async Task<string> HtmlAsync(IServiceProvider services, BriefingContent briefing, Ui ui)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var sheet = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<BriefingSheet>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = briefing }))).ToHtmlString());
        return $"""
            <!doctype html>
            <html lang="{ui.Language.Word()}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{services.GetRequiredService<HtmlEncoder>().Encode(ui[BriefingTexts.Of, Ui.Date(briefing.Date)])}</title>
            <style>{OwnFiles.TextOf("site.css")}</style></head>
            <body><main>{sheet}</main>{await SpriteAsync(renderer)}</body></html>

            """;
    }

    private static Task<string> SpriteAsync(HtmlRenderer renderer) =>
        renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Sprite>()).ToHtmlString());
}
