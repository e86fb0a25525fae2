using System.Globalization;
using InfoMonitor.Domain;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Storage;

/// <summary>
/// One service for each role on one SQLite file: two workers would crawl every source twice, as fast together as no site allows, and Quartz's store on SQLite knows no second node.
/// </summary>
/// <remarks>The lock is the operating system's on an open file, so it goes with its process, however that ends. Nobody else can read a file held so: who holds it stands in another beside it.
/// Both files stay. On PostgreSQL any number of nodes may run; only a crawl by hand may not beside them: <see cref="CrawlLock"/>.</remarks>
internal sealed class HomeLock : IDisposable
{
    private readonly List<FileStream> held = [];

    private HomeLock() { }

    /// <param name="verb">What this process does, for the one that comes second.</param>
    /// <param name="roles">What it does it as; null for the roles it is configured with.</param>
    /// <exception cref="HomeInUseException">Another process has a role of this one on the same file.</exception>
    public static HomeLock Take(IServiceProvider services, string verb, RolesOptions? roles = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        roles ??= services.GetRequiredService<RolesOptions>();
        var taken = new HomeLock();
        if (storage.Provider != StorageProvider.Sqlite) return taken;
        var database = services.GetRequiredService<Home>().PathTo(storage.File);
        var holder = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} ({verb}), since {services.GetRequiredService<TimeProvider>().GetLocalNow():yyyy-MM-dd HH:mm zzz}");
        foreach (var role in new[] { roles.Worker ? "worker" : null, roles.Web ? "web" : null }.OfType<string>())
        {
            var (file, who) = ($"{database}.{role}.lock", $"{database}.{role}.holder");
            try
            {
                taken.held.Add(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(file))
            {
                taken.Dispose();
                throw new HomeInUseException($"{database} is in use: its {role} is {(File.Exists(who) ? File.ReadAllText(who) : "another process")}. Stop that one first, or give this one a home of its own: --home DIR.");
            }
            File.WriteAllText(who, holder);
        }
        return taken;
    }

    public void Dispose() => held.ForEach(file => file.Dispose());
}

/// <summary>Another process serves this home; the message says which and what to do.</summary>
internal sealed class HomeInUseException(string message) : Exception(message);
