using System.Net;
using System.Text.RegularExpressions;

namespace InfoMonitor.Benchmarks;

/// <summary>A person's browser: cookies of its own, signed in through the page's own form.</summary>
internal static partial class Browser
{
    public const string Password = "mưa rơi trên lá tre";

    /// <summary>Name of the hidden field that every form of a page carries.</summary>
    public const string Token = "__RequestVerificationToken";

    /// <remarks>Does not follow redirects, so that what a page costs is told from what led to it.</remarks>
    public static async Task<HttpClient> SignInAsync(Uri desk, string name)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = desk, Timeout = TimeSpan.FromMinutes(5) };
        using var form = new FormUrlEncodedContent([new("name", name), new("password", Password), new("return", "/queue"), new(Token, TokenOf(await client.GetStringAsync("/sign-in")))]);
        using var answer = await client.PostAsync("/sign-in", form);
        return answer.Headers.Location?.OriginalString == "/queue" ? client : throw new InvalidOperationException($"{name} could not sign in: {(int)answer.StatusCode}.");
    }

    public static string TokenOf(string page) => TokenField().Match(page).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}
