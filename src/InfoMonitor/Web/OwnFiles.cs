using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace InfoMonitor.Web;

/// <summary>Stylesheet, script and icon: embedded in the assembly, addressed by their hash, kept by browsers for a year.</summary>
internal static class OwnFiles
{
    private static readonly Dictionary<string, OwnFile> Files = typeof(OwnFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("wwwroot/", StringComparison.Ordinal)).Select(Read).ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Address of a file, which changes with its content.</summary>
    public static string Url(string name) => $"/{name}?v={Files[name].Hash}";

    /// <summary>A file's text, for a document that leaves the desk and must carry its own stylesheet.</summary>
    public static string TextOf(string name) => System.Text.Encoding.UTF8.GetString(Files[name].Content);

    public static void MapOwnFiles(this IEndpointRouteBuilder app)
    {
        foreach (var file in Files.Values)
            app.MapGet("/" + file.Name, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = http.Request.Query["v"] == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
                return TypedResults.Bytes(file.Content, file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
            }).AllowAnonymous().ExcludeFromDescription();
    }

    private static OwnFile Read(string resource)
    {
        using var stream = typeof(OwnFiles).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        var name = resource["wwwroot/".Length..];
        var type = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"wwwroot/{name}: say what media type {other} has."),
        };
        return new OwnFile(name, type, content, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }

    private sealed record OwnFile(string Name, string Type, byte[] Content, string Hash);
}
