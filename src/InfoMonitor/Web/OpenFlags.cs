using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Web;

/// <summary>How many flags wait for somebody: the number beside "Queue" on every page.</summary>
internal sealed class OpenFlags(IDbContextFactory<InfoMonitorDb> databases, IHttpContextAccessor http)
{
    /// <summary>Counted no further than this, so that the number costs the same whatever waits.</summary>
    public const int Most = 9_999;

    public async Task<long> CountAsync()
    {
        var cancellation = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Flags.Where(f => FlagStates.Waiting.Contains(f.State)).OrderBy(f => f.State).Take(Most + 1).LongCountAsync(cancellation);
    }
}
