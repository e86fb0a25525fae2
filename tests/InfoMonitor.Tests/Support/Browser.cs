using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InfoMonitor.Tests.Support;

/// <summary>A test in a real browser (the system's chromium); skipped by name where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Browser.Path)) Skip = $"{Browser.Path} is not installed (tests/run.sh installs it).";
    }
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!File.Exists(Browser.Path)) Skip = $"{Browser.Path} is not installed (tests/run.sh installs it).";
    }
}

/// <summary>One chromium for a class of tests; each test opens contexts of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Path = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Path)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <param name="script">False: as for somebody whose browser runs no script.</param>
    public async Task<IPage> OpenAsync(Uri site, int width = 1440, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            Locale = "vi-VN",
        });
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

internal static class BrowserPages
{
    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#user", name);
        await page.FillAsync("#pass", TestDesk.Password);
        await page.ClickAsync("button.primary");
        await page.ArriveAsync("**/queue*");
    }

    /// <summary>Waits until a page whose address is like the pattern has loaded, however soon that was.</summary>
    /// <param name="like"><c>*</c> stands for anything.</param>
    /// <remarks>Not <c>WaitForURLAsync</c>: a page that loads between its two looks is waited for in vain.</remarks>
    public static async Task ArriveAsync(this IPage page, string like)
    {
        var pattern = new Regex($"^{Regex.Escape(like).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
        await Assertions.Expect(page).ToHaveURLAsync(pattern, new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Opens a page and asks of it what every page must hold: axe finds nothing, it is no wider than the screen, under 100 KB, and asks nobody else.</summary>
    public static async Task InspectAsync(this IPage page, string address, int width)
    {
        await page.GotoAsync(address);
        await page.InspectAsync(width);
    }

    /// <inheritdoc cref="InspectAsync(IPage, string, int)"/>
    public static async Task InspectAsync(this IPage page, int width)
    {
        var found = await page.RunAxe();
        found.Violations.ShouldBeEmpty($"{page.Url}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
        (await page.WeighAsync()).ShouldBeLessThan(100_000, page.Url);
        var own = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        (await page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(e => e.name)")).ShouldAllBe(url => url.StartsWith(own, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
    }

    /// <summary>Bytes that came over the line for this page: nothing for what the browser had already.</summary>
    public static Task<int> WeighAsync(this IPage page) =>
        page.EvaluateAsync<int>("performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, e) => sum + e.transferSize, 0)");
}
