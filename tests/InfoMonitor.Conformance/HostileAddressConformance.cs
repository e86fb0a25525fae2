using System.Net;
using InfoMonitor.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Conformance;

public sealed class HostileAddressConformance
{
    /// <summary>Every name leads inside, as an attacker's would; connections are counted, not made.</summary>
    [SuiteFact("suites/hostile/ssrf-payload-urls.json")]
    public async Task No_address_of_the_suite_is_connected_to_when_every_name_leads_inside()
    {
        var dialled = new List<string>();
        await using var services = Services("127.0.0.1", dialled);
        var addresses = 0;
        foreach (var text in Addresses())
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) continue;
            addresses++;
            var result = await services.GetRequiredService<Fetcher>().FetchAsync(new FetchRequest(address, TimeSpan.Zero), CancellationToken.None);
            result.ShouldBeOfType<FetchResult.Unsupported>(text);
            // The worst an operator can do: the address itself as an entry point, so that its port counts as named.
            result = await services.GetRequiredService<Fetcher>().FetchAsync(new FetchRequest(address, TimeSpan.Zero, EntryPoint: address), CancellationToken.None);
            result.ShouldBeOfType<FetchResult.Unsupported>(text);
        }
        addresses.ShouldBeGreaterThan(140);
        dialled.ShouldBeEmpty();
    }

    /// <summary>As the public internet would answer: only names that are public lead anywhere, and only to where they were checked to lead.</summary>
    [SuiteFact("suites/hostile/ssrf-payload-urls.json")]
    public async Task What_is_connected_to_is_public_when_every_name_is()
    {
        var dialled = new List<string>();
        await using var services = Services("93.184.215.14", dialled);
        foreach (var text in Addresses())
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) continue;
            (await services.GetRequiredService<Fetcher>().FetchAsync(new FetchRequest(address, TimeSpan.Zero, EntryPoint: address), CancellationToken.None)).ShouldNotBeOfType<FetchResult.Fetched>(text);
        }
        dialled.ShouldNotBeEmpty();
        dialled.Distinct().ShouldBe(["93.184.215.14"]);
    }

    private static IEnumerable<string> Addresses() => Suites.Json("suites/hostile/ssrf-payload-urls.json").EnumerateArray().Select(c => c.GetProperty("url").GetString()!);

    private static ServiceProvider Services(string everyName, List<string> dialled)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Fetching:Contact"] = "office@office.example", ["Fetching:Attempts"] = "1" };
        return new ServiceCollection().AddLogging().AddMetrics().AddSingleton(TimeProvider.System).AddFetching(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(new Network((_, _) => Task.FromResult(new[] { IPAddress.Parse(everyName) }), (addresses, _, _) =>
            {
                dialled.AddRange(addresses.Select(a => a.ToString()));
                throw new IOException("no wire");
            })).BuildServiceProvider();
    }
}
