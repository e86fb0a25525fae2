using System.Security.Cryptography;
using System.Text;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Accounts;

/// <summary>
/// The first account. Whoever reads the terminal or the service's log may make it, once, at <c>/setup</c>: the code in the address is printed there
/// at start, known to this process only, and dead as soon as there is an account.
/// </summary>
internal sealed class Setup(IDbContextFactory<InfoMonitorDb> databases)
{
    private readonly Lock door = new();
    private string? code;

    /// <returns>The address to open, with its code; null when there is an account already.</returns>
    public async Task<string?> OfferAsync(CancellationToken cancellation)
    {
        if (await AnyAccountAsync(cancellation)) return null;
        lock (door) return "/setup?code=" + (code ??= RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 24));   // 118 bits, no letters that look alike
    }

    /// <summary>True for the right code while there is no account.</summary>
    public async Task<bool> OpensAsync(string? given, CancellationToken cancellation)
    {
        string? right;
        lock (door) right = code;
        return right is not null && given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right)) && !await AnyAccountAsync(cancellation);
    }

    public void Close()
    {
        lock (door) code = null;
    }

    public async Task<bool> AnyAccountAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Accounts.AnyAsync(cancellation);
    }
}
