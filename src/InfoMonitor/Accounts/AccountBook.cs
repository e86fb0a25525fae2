using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>What became of a change to the accounts.</summary>
internal abstract record AccountChange
{
    internal sealed record Done(Account Account) : AccountChange;

    /// <summary>What is wrong and what to do; the place is the least length of a password.</summary>
    internal sealed record Refused(Text What, int Least) : AccountChange
    {
        /// <summary>For the person at the terminal.</summary>
        public string Why => string.Format(CultureInfo.InvariantCulture, What.En, Least);
    }
}

/// <summary>Adds and changes accounts; each change is audited and ends the account's sessions.</summary>
internal sealed partial class AccountBook(AuditedStep steps, AuditLog audit, IPasswordHasher<Account> hasher, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>The roles there are, for a message.</summary>
    public static string RoleWords { get; } = string.Join(", ", Enum.GetValues<Role>().Select(r => r.Word()));

    public Task<AccountChange> AddAsync(string name, IReadOnlyList<Role> roles, string password, string? language, CancellationToken cancellation) =>
        steps.RunAsync(async db => await db.Accounts.AnyAsync(a => a.Name == name, cancellation)
            ? Refuse(AccountsTexts.NameTaken(name))
            : await AddAsync(db, AuditLog.System, "account.add", name, roles, password, language, cancellation), cancellation);

    /// <summary>The same, only while there is no account: of several who try, one is the first.</summary>
    public Task<AccountChange> AddFirstAsync(string name, IReadOnlyList<Role> roles, string password, string? language, CancellationToken cancellation) =>
        steps.RunAloneAsync(async db => await db.Accounts.AnyAsync(cancellation)
            ? Refuse(AccountsTexts.NotFirst)
            : await AddAsync(db, name, "account.first", name, roles, password, language, cancellation), cancellation);

    /// <summary>A new password from the operator: what the old one opened is closed, tokens too.</summary>
    public Task<AccountChange> ResetAsync(string name, string password, CancellationToken cancellation) => ChangeAsync(name, AuditLog.System, "account.reset", async (db, account) =>
    {
        if (FaultOf(name, password) is { } fault) return fault;
        account.PasswordHash = hasher.HashPassword(account, password);
        account.FailedSignIns = 0;
        account.LockedUntil = null;
        var now = clock.GetUtcNow();
        foreach (var token in await db.ApiTokens.Where(t => t.AccountId == account.Id && t.RevokedAt == null).ToListAsync(cancellation)) token.RevokedAt = now;
        return null;
    }, cancellation);

    /// <summary>A new password that the account's owner chose. Tokens stay: each has its own line to revoke it.</summary>
    public Task<AccountChange> SetPasswordAsync(string name, string password, CancellationToken cancellation) => ChangeAsync(name, name, "account.password", (_, account) =>
    {
        if (FaultOf(name, password) is { } fault) return Task.FromResult<Text?>(fault);
        account.PasswordHash = hasher.HashPassword(account, password);
        return Nothing;
    }, cancellation);

    /// <summary>Ends every session of the account.</summary>
    public Task<AccountChange> EndSessionsAsync(string name, CancellationToken cancellation) => ChangeAsync(name, name, "account.sessions-end", (_, _) => Nothing, cancellation);

    /// <summary>Whether its owner wants harmful content shown at once. No session ends by it.</summary>
    public Task ShowHarmAsync(string name, bool shows, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        var account = await db.Accounts.SingleAsync(a => a.Name == name, cancellation);
        if (account.ShowsHarm == shows) return false;
        account.ShowsHarm = shows;
        await audit.AppendAsync(db, name, "account.harm", "account:" + name, new { shown = !shows }, new { shown = shows }, cancellation);
        return true;
    }, cancellation);

    /// <summary>Gives an account other roles in place of those it has.</summary>
    public Task<AccountChange> SetRolesAsync(string name, IReadOnlyList<Role> roles, CancellationToken cancellation) => ChangeAsync(name, AuditLog.System, "account.roles", async (db, account) =>
    {
        if (FaultOf(roles) is { } fault) return fault;
        if (!roles.Contains(Role.Operator) && await IsLastOperatorAsync(db, account, cancellation)) return AccountsTexts.LastOperator(name);
        account.Roles = [.. roles.Distinct().Order()];
        return null;
    }, cancellation);

    public Task<AccountChange> DisableAsync(string name, CancellationToken cancellation) => ChangeAsync(name, AuditLog.System, "account.disable", async (db, account) =>
    {
        if (await IsLastOperatorAsync(db, account, cancellation)) return AccountsTexts.LastOperator(name);
        account.DisabledAt ??= clock.GetUtcNow();
        return null;
    }, cancellation);

    public Task<AccountChange> EnableAsync(string name, CancellationToken cancellation) => ChangeAsync(name, AuditLog.System, "account.enable", (_, account) =>
    {
        account.DisabledAt = null;
        return Nothing;
    }, cancellation);

    /// <summary>Without one nobody could tune or mend the service from the desk.</summary>
    private static async Task<bool> IsLastOperatorAsync(InfoMonitorDb db, Account account, CancellationToken cancellation) =>
        account.DisabledAt is null && account.Roles.Contains(Role.Operator)
        && !(await db.Accounts.AsNoTracking().Where(a => a.DisabledAt == null && a.Id != account.Id).ToListAsync(cancellation)).Exists(a => a.Roles.Contains(Role.Operator));

    private static readonly Task<Text?> Nothing = Task.FromResult<Text?>(null);

    private async Task<AccountChange> AddAsync(InfoMonitorDb db, string actor, string action, string name, IReadOnlyList<Role> roles, string password, string? language, CancellationToken cancellation)
    {
        if (!NameForm().IsMatch(name)) return Refuse(AccountsTexts.NameForm(name));
        if (name == AuditLog.System) return Refuse(AccountsTexts.NameReserved(name));
        if ((FaultOf(roles) ?? FaultOf(name, password)) is { } fault) return Refuse(fault);
        var account = new Account { Name = name, Roles = [.. roles.Distinct().Order()], Language = language, PasswordHash = "", Stamp = NewStamp() };
        account.PasswordHash = hasher.HashPassword(account, password);
        db.Accounts.Add(account);
        await audit.AppendAsync(db, actor, action, "account:" + name, null, new { roles = account.Roles.Select(r => r.Word()) }, cancellation);
        return new AccountChange.Done(account);
    }

    private Task<AccountChange> ChangeAsync(string name, string actor, string action, Func<InfoMonitorDb, Account, Task<Text?>> change, CancellationToken cancellation) =>
        steps.RunAloneAsync<AccountChange>(async db =>   // alone: of two operators who are taken away at once one stays
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name, cancellation);
            if (account is null) return Refuse(AccountsTexts.NoAccount(name));
            var before = Picture(account);
            if (await change(db, account) is { } fault) return Refuse(fault);
            account.Stamp = NewStamp();
            var revoked = db.ChangeTracker.Entries<ApiToken>().Count(e => e.State == EntityState.Modified);
            await audit.AppendAsync(db, actor, action, "account:" + name, before, Picture(account) with { Tokens = revoked == 0 ? null : revoked }, cancellation);
            return new AccountChange.Done(account);
        }, cancellation);

    private static AccountPicture Picture(Account account) => new([.. account.Roles.Select(r => r.Word())], account.DisabledAt is not null, account.LockedUntil, null);

    private static Text? FaultOf(IReadOnlyList<Role> roles) => roles switch
    {
        [] => AccountsTexts.NoRole(RoleWords),
        _ when !Rights.GoTogether(roles) => AccountsTexts.AuditorAlone,
        _ => null,
    };

    private Text? FaultOf(string name, string password) => PasswordRules.FaultOf(name, password, options.Value.PasswordLength) is { } fault ? PasswordRules.Of(fault) : null;

    private AccountChange.Refused Refuse(Text what) => new(what, options.Value.PasswordLength);

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>How an account stands in the audit log.</summary>
    private sealed record AccountPicture(IReadOnlyList<string> Roles, bool Disabled, DateTimeOffset? Until, int? Tokens);

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
