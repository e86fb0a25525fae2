using System.Security.Cryptography;
using System.Text.RegularExpressions;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Accounts;

/// <summary>What became of a change to the accounts.</summary>
internal abstract record AccountChange
{
    internal sealed record Done : AccountChange;

    /// <summary>What is wrong and what to do, for the person at the terminal.</summary>
    internal sealed record Refused(string Why) : AccountChange;
}

/// <summary>Adds, disables and resets accounts; each is audited and ends the account's sessions.</summary>
internal sealed partial class AccountBook(AuditedStep steps, AuditLog audit, IPasswordHasher<Account> hasher, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public Task<AccountChange> AddAsync(string name, IReadOnlyList<Role> roles, string password, string? language, CancellationToken cancellation) =>
        steps.RunAsync<AccountChange>(async db =>
        {
            if (!NameForm().IsMatch(name)) return Refuse($"'{name}' cannot be a sign-in name: 2 to 40 lower-case letters, digits, '.', '_' or '-', beginning with a letter.");
            if (name == AuditLog.System) return Refuse($"'{name}' stands in the audit log for the service itself: take another name.");
            if (FaultOf(roles) is { } wrong) return Refuse(wrong);
            if (FaultOf(name, password) is { } fault) return Refuse(fault);
            if (await db.Accounts.AnyAsync(a => a.Name == name, cancellation)) return Refuse($"There is an account '{name}' already. To give it a new password: users reset {name}");
            var account = new Account { Name = name, Roles = [.. roles.Distinct().Order()], Language = language, PasswordHash = "", Stamp = NewStamp() };
            account.PasswordHash = hasher.HashPassword(account, password);
            db.Accounts.Add(account);
            await audit.AppendAsync(db, AuditLog.System, "account.add", "account:" + name, null, new { roles = account.Roles.Select(r => r.Word()) }, cancellation);
            return new AccountChange.Done();
        }, cancellation);

    public Task<AccountChange> ResetAsync(string name, string password, CancellationToken cancellation) => ChangeAsync(name, "account.reset", account =>
    {
        if (FaultOf(name, password) is { } fault) return fault;
        account.PasswordHash = hasher.HashPassword(account, password);
        account.FailedSignIns = 0;
        account.LockedUntil = null;
        return null;
    }, cancellation);

    /// <summary>Gives an account other roles in place of those it has.</summary>
    public Task<AccountChange> SetRolesAsync(string name, IReadOnlyList<Role> roles, CancellationToken cancellation) => ChangeAsync(name, "account.roles", account =>
    {
        if (FaultOf(roles) is { } fault) return fault;
        account.Roles = [.. roles.Distinct().Order()];
        return null;
    }, cancellation);

    public Task<AccountChange> DisableAsync(string name, CancellationToken cancellation) => ChangeAsync(name, "account.disable", account =>
    {
        account.DisabledAt ??= clock.GetUtcNow();
        return null;
    }, cancellation);

    public Task<AccountChange> EnableAsync(string name, CancellationToken cancellation) => ChangeAsync(name, "account.enable", account =>
    {
        account.DisabledAt = null;
        return null;
    }, cancellation);

    private Task<AccountChange> ChangeAsync(string name, string action, Func<Account, string?> change, CancellationToken cancellation) =>
        steps.RunAsync<AccountChange>(async db =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name, cancellation);
            if (account is null) return Refuse($"There is no account '{name}'. See: users list");
            var before = Picture(account);
            if (change(account) is { } fault) return Refuse(fault);
            account.Stamp = NewStamp();
            await audit.AppendAsync(db, AuditLog.System, action, "account:" + name, before, Picture(account), cancellation);
            return new AccountChange.Done();
        }, cancellation);

    private static object Picture(Account account) => new { roles = account.Roles.Select(r => r.Word()), disabled = account.DisabledAt is not null, until = account.LockedUntil };

    private static string? FaultOf(IReadOnlyList<Role> roles) => roles switch
    {
        [] => $"Say at least one role: {RoleWords}.",
        _ when !Rights.GoTogether(roles) => "An auditor holds no other role: whoever checks the log writes nothing into it. Make a second account.",
        _ => null,
    };

    /// <summary>NIST SP 800-63B: length counts, composition rules do not.</summary>
    private string? FaultOf(string name, string password) => password switch
    {
        _ when password.Length < options.Value.PasswordLength => $"The password has {password.Length} characters; it needs at least {options.Value.PasswordLength}. A few unrelated words make a good one.",
        { Length: > 256 } => "The password is longer than 256 characters.",
        _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => "The password contains the sign-in name.",
        _ when password.Distinct().Count() < 5 => "The password repeats a few characters only.",
        _ => null,
    };

    /// <summary>The roles there are, for a message.</summary>
    public static string RoleWords { get; } = string.Join(", ", Enum.GetValues<Role>().Select(r => r.Word()));

    private static AccountChange.Refused Refuse(string why) => new AccountChange.Refused(why);

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
