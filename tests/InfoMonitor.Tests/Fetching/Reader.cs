using System.Collections.Concurrent;
using System.Net;
using InfoMonitor.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Fetching;

/// <summary>The fetching slice as the service registers it, on settings of a test.</summary>
internal sealed class Reader : IAsyncDisposable
{
    /// <summary>No other wait of these tests is as long, so a clock can tell it.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(29);

    private readonly ServiceProvider services;

    /// <param name="settings">Keys of the Fetching section; loopback is open and a contact given unless they say otherwise.</param>
    public Reader(TimeProvider? clock = null, Network? network = null, params (string Key, string Value)[] settings)
    {
        Clock = clock ?? new SteppedClock();
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Fetching:Contact"] = "https://office.example/crawler", ["Fetching:AllowPrivate:0"] = "127.0.0.0/8", ["Fetching:TotalTimeout"] = TotalTimeout.ToString(),
        };
        foreach (var (key, value) in settings) values["Fetching:" + key] = value;
        var collection = new ServiceCollection().AddLogging().AddMetrics().AddSingleton(Clock)
            .AddFetching(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        if (network is not null) collection.AddSingleton(network);
        services = collection.BuildServiceProvider();
    }

    public TimeProvider Clock { get; }
    public Fetcher Fetcher => services.GetRequiredService<Fetcher>();
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Task<FetchResult> ReadAsync(Uri address, Uri? entryPoint = null) => Fetcher.FetchAsync(new FetchRequest(address, TimeSpan.Zero, EntryPoint: entryPoint), CancellationToken.None);
    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Passes every wait at once and notes it; time-outs alone have to be advanced to by hand.</summary>
internal sealed class SteppedClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 7, 14, 5, 0, TimeSpan.Zero))
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.Zero || dueTime == Reader.TotalTimeout) return timer;
        waits.Enqueue(dueTime);
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}

/// <summary>A made-up internet: names have the addresses a test gives them, and every connection leads to a loopback site.</summary>
internal sealed class MadeUpInternet(params LoopbackSite[] sites)
{
    public static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    private readonly ConcurrentQueue<(IPAddress[] Addresses, int Port)> dialled = new();

    /// <summary>Addresses of a name; asked anew for every connection.</summary>
    public Func<string, IPAddress[]> Names { get; init; } = _ => [Public];

    /// <summary>Which site answers a port's connections: by default the first.</summary>
    public Func<int, LoopbackSite> Wires { get; init; } = _ => sites[0];

    public IReadOnlyList<(IPAddress[] Addresses, int Port)> Dialled => [.. dialled];

    public Network Network => new((name, _) => Task.FromResult(Names(name)), (addresses, port, cancellation) =>
    {
        dialled.Enqueue((addresses, port));
        return Network.Real.Dial([IPAddress.Loopback], Wires(port).Address.Port, cancellation);
    });
}
