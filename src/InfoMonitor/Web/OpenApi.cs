using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace InfoMonitor.Web;

/// <summary>The API's own description at <c>/openapi/v1.json</c>, and a page to read it at <c>/docs</c>.</summary>
internal static class OpenApi
{
    private const string Introduction = """
        What the desk's pages do, for programs. Make a token at /account and send it as `Authorization: Bearer TOKEN`; it holds some of your roles, or none and then reads only.
        A page's script may use the session cookie of /sign-in instead; then every request that changes something carries the header `X-Requested-With` (any value). Lists are paged by cursor: give `next` of one answer as `cursor` of the next. A flag's ETag is its revision: give it as `If-Match`
        to change the flag; 412 says that somebody else did first. Errors are problem details (RFC 9457) whose `type` does not change.
        Texts are about claims, never about people: no field holds the name of whoever wrote something.
        """;

    public static void AddOwnOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        // Closed vocabularies are written as words by a converter that the schema generator cannot look into.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = context.JsonTypeInfo.Type;
            if (WordsOf(type) is { } own) (schema.Type, schema.Enum) = (JsonSchemaType.String, own.Enum);
            else if (type.IsGenericType && type.GetGenericArguments() is [var element] && WordsOf(element) is { } items) schema.Items = items;
            schema.AdditionalPropertiesAllowed = true;   // an answer may gain fields; that a body may hold no others is said when one does
            // What may be null in a body that is sent may be left out.
            if (type.Name.EndsWith("Request", StringComparison.Ordinal))
                foreach (var name in schema.Properties?.Where(p => p.Value.Type?.HasFlag(JsonSchemaType.Null) == true).Select(p => p.Key) ?? []) schema.Required?.Remove(name);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(OpenApiParameters.AddAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "InfoMonitor", Version = "v1", Description = Introduction, License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = SessionCookie, Description = "The cookie of a sign-in at /sign-in." };
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "infomonitor_…", Description = "A token made at /account. It ends when it expires, is revoked, or its account is disabled or reset." };
            document.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] },
            ];
            OpenApiExamples.Add(document);
            return Task.CompletedTask;
        });
    });

    /// <summary>A closed vocabulary as its words; null for other types.</summary>
    private static OpenApiSchema? WordsOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } closed
        ? new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames(closed).Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name))] }
        : null;

    /// <summary>Name of the session cookie.</summary>
    public const string SessionCookie = "infomonitor";

    public static void MapOwnOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/api/docs", () => TypedResults.LocalRedirect("/docs", permanent: true)).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference("/docs", (options, http) =>
            {
                // The reader starts by an inline script and writes its styles into the page: the one page that may, and only that script.
                var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
                    .Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal);
                options.WithTitle("InfoMonitor API").WithOpenApiRoutePattern("/openapi/v1.json").WithNonce(nonce).WithFavicon(OwnFiles.Url("favicon.svg"))
                    .DisableDefaultFonts().HideClientButton().DisableTelemetry()
                    .AddHeadContent($"<script nonce=\"{nonce}\">document.documentElement.lang = 'en'</script>");   // its own page names no language
            })
            .AllowAnonymous().ExcludeFromDescription();
    }
}
