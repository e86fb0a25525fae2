using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Web;

internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section))
            .Validate(o => o.Proxies.All(p => IPAddress.TryParse(p, out _)), "Web:Proxies holds something that is no IP address: write the proxies' own addresses, e.g. 127.0.0.1.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>((forwarded, web) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in web.Value.Proxies) forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));   // else Vietnamese letters become entities
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Ui>().AddSingleton<OpenFlags>();
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "infomonitor-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;   // SecurityHeaders says more
        });
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;   // a number is a number, in the description too
            // A verdict that is not in the body must not be read as the vocabulary's first word, nor a misspelt field be passed over.
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.Converters.Add(new WordJsonConverters());
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)) context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
        services.AddResponseCompression(options =>
        {
            // A page holds a form's token beside what an address says (BREACH). That token is encrypted anew for every answer, and no other site's request
            // carries the session (SameSite), so there is no secret that stays the same while somebody else chooses the text beside it.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/problem+json"];
        });
        services.AddOwnOpenApi();
        return services;
    }

    /// <summary>The middleware of every request, in its order, and what belongs to no slice.</summary>
    public static void MapWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Proxies.Count > 0) app.UseForwardedHeaders();   // an empty list would mean everybody
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use((http, next) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false, Error: var error }
            ? throw new BadHttpRequestException("The form does not hold the token of the page it stands on.", StatusCodes.Status400BadRequest, error!) : next(http));
        app.Use(QueryKeys.CheckAsync);
        if (!app.Services.GetRequiredService<RolesOptions>().Web) return;
        app.MapGet("/", () => TypedResults.LocalRedirect("/queue")).AllowAnonymous().ExcludeFromDescription();
        app.MapOwnFiles();
        app.MapPreferences();
        app.MapOwnOpenApi();
    }
}
