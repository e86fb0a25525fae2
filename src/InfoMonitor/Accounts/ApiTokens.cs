using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>Why a token was not made.</summary>
internal enum TokenFault { NoLabel, BadDays, ForeignRole, TooMany }

/// <summary>A token as it was made.</summary>
/// <param name="Secret">Shown once; null where it was refused.</param>
internal sealed record MadeToken(ApiToken? Token, string? Secret, TokenFault? Fault);

/// <summary>Makes, revokes and recognises the tokens with which programs act for an account.</summary>
internal sealed class ApiTokens(IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public const int LongestLabel = 60;

    /// <summary>Tokens in use that one account may have.</summary>
    public const int Most = 20;

    /// <summary>What every token begins with, so that scanners of code find one that was committed.</summary>
    public const string Prefix = "infomonitor_";

    /// <summary>The time of the last use is kept to this.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public int LongestDays => (int)options.Value.TokenLife.TotalDays;

    /// <param name="roles">Some of the account's own; none for reading only.</param>
    public Task<MadeToken> MakeAsync(Person person, string? label, IReadOnlyCollection<Role> roles, int? days, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(roles);
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var named = Nfc.Of(label?.Trim() ?? "");
        return steps.RunAsync(async db =>
        {
            var now = clock.GetUtcNow();
            if (named.Length is 0 or > LongestLabel) return new MadeToken(null, null, TokenFault.NoLabel);
            if (days is not { } life || life < 1 || life > LongestDays) return new MadeToken(null, null, TokenFault.BadDays);
            if (roles.Any(role => !person.Is(role))) return new MadeToken(null, null, TokenFault.ForeignRole);
            if (await db.ApiTokens.CountAsync(t => t.AccountId == person.Id && t.RevokedAt == null && t.ExpiresAt > now, cancellation) >= Most) return new MadeToken(null, null, TokenFault.TooMany);
            var token = new ApiToken { AccountId = person.Id, Label = named, Hash = HashOf(secret), Roles = [.. roles.Distinct().Order()], MadeAt = now, ExpiresAt = now.AddDays(life) };
            db.ApiTokens.Add(token);
            await audit.AppendAsync(db, person.Name, "token.make", "account:" + person.Name, null, new { label = token.Label, roles = token.Roles.Select(r => r.Word()), expires = token.ExpiresAt }, cancellation);
            return new MadeToken(token, secret, null);
        }, cancellation);
    }

    /// <returns>False when this account has no such token in use.</returns>
    public Task<bool> RevokeAsync(Person person, long id, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.AccountId == person.Id && t.RevokedAt == null, cancellation);
        if (token is null) return false;
        token.RevokedAt = clock.GetUtcNow();
        await audit.AppendAsync(db, person.Name, "token.revoke", $"token:{token.Id}", new { label = token.Label }, null, cancellation);
        return true;
    }, cancellation);

    /// <summary>The account's tokens that can still be used, the newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(long account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ApiTokens.AsNoTracking().Where(t => t.AccountId == account && t.RevokedAt == null && t.ExpiresAt > now).OrderByDescending(t => t.Id).ToListAsync(cancellation);
    }

    /// <returns>Null for a secret that is unknown, expired, revoked, or of a disabled account: the sender is not told which.</returns>
    public async Task<(Account Account, ApiToken Token)?> OpenAsync(string secret, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var (hash, now) = (HashOf(secret), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = await db.ApiTokens.AsNoTracking().Where(t => t.Hash == hash && t.RevokedAt == null && t.ExpiresAt > now)
            .Join(db.Accounts.AsNoTracking().Where(a => a.DisabledAt == null), t => t.AccountId, a => a.Id, (Token, Account) => new { Account, Token }).SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        if (found.Token.LastUsedAt is not { } last || last.UtcDateTime.Date != now.UtcDateTime.Date) await FirstUseAsync(found.Token.Id, found.Account.Name, now, cancellation);
        else if (now - last >= Step) await db.ApiTokens.Where(t => t.Id == found.Token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancellation);
        return (found.Account, found.Token);
    }

    /// <summary>The log says on which days a token was used; every use would drown it.</summary>
    private Task<bool> FirstUseAsync(long id, string account, DateTimeOffset now, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var token = await db.ApiTokens.SingleAsync(t => t.Id == id, cancellation);
        if (token.LastUsedAt?.UtcDateTime.Date == now.UtcDateTime.Date) return false;   // another request was first
        token.LastUsedAt = now;
        await audit.AppendAsync(db, account, "token.use", $"token:{id}", null, new { label = token.Label }, cancellation);
        return true;
    }, cancellation);

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
