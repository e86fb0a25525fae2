using System.Diagnostics;
using InfoMonitor.Audit;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>Checks name and password. A wrong name, a wrong password, a locked and a disabled account answer alike, in words and in time.</summary>
internal sealed class SignIn(IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, AuditLog audit, IPasswordHasher<Account> hasher, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>A refusal comes after a whole number of these, so that what checking a real account writes, and an unknown name does not, is not seen in the time either.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(400);

    private readonly Lazy<string> nobody = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));

    /// <returns>The account, or null: the caller is not told why.</returns>
    public Task<Account?> TryAsync(string name, string password, CancellationToken cancellation) => CheckAsync(name, password, "account.sign-in", cancellation);

    /// <summary>The same of somebody who is signed in and is asked again; a wrong password counts as one at sign-in.</summary>
    public Task<Account?> ConfirmAsync(string name, string password, CancellationToken cancellation) => CheckAsync(name, password, action: null, cancellation);

    private async Task<Account?> CheckAsync(string name, string password, string? action, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();   // real time, not the service's clock: what an attacker measures
        name = name.Trim().ToLowerInvariant();
        if (password.Length > PasswordRules.Longest) password = "";   // nobody's password, and not worth hashing
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, cancellation);
        var right = hasher.VerifyHashedPassword(found!, found?.PasswordHash ?? nobody.Value, password) != PasswordVerificationResult.Failed;
        if (found is not null && await RecordAsync(found.Id, found.Stamp, right, action, cancellation) is { } account) return account;
        var passed = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Step - TimeSpan.FromTicks(passed.Ticks % Step.Ticks), TimeProvider.System, cancellation);
        return null;
    }

    private Task<Account?> RecordAsync(long id, string stamp, bool right, string? action, CancellationToken cancellation) =>
        steps.RunAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellation);
            var now = clock.GetUtcNow();
            if (account.DisabledAt is not null || account.Stamp != stamp || account.LockedUntil > now) return null;
            var subject = "account:" + account.Name;
            if (right)
            {
                account.FailedSignIns = 0;
                account.LockedUntil = null;
                if (action is not null) await audit.AppendAsync(db, account.Name, action, subject, null, null, cancellation);
                return account;
            }
            account.FailedSignIns++;
            if (account.FailedSignIns >= options.Value.Attempts)
            {
                account.FailedSignIns = 0;
                account.LockedUntil = now + options.Value.Lock;
                await audit.AppendAsync(db, AuditLog.System, "account.lock", subject, null, new { until = account.LockedUntil }, cancellation);
            }
            return null;
        }, cancellation);
}
