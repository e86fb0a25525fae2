using System.CommandLine;
using System.Text;
using System.Text.Json;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Commands;

/// <summary><c>users</c>: who works at the desk. There is no registration page: accounts are made here (and the very first one at /setup).</summary>
internal static class UsersCommand
{
    public static Command Create() => new("users", "The accounts of the desk.") { Add(), List(), Reset(), SetRoles(), Change("disable", "End an account's sessions and let it sign in no more. The last operator stays.", (book, name, cancellation) => book.DisableAsync(name, cancellation)), Change("enable", "Let a disabled account sign in again.", (book, name, cancellation) => book.EnableAsync(name, cancellation)) };

    private static Command Add()
    {
        var name = Name();
        var roles = RoleOption();
        var stdin = FromStdin();
        var language = new Option<string?>("--language") { Description = "Language of the pages after signing in: vi or en." };
        language.AcceptOnlyFromAmong("vi", "en");
        var command = new Command("add", "Add an account. Asks for the password at the terminal; a script gives it with --password-stdin.") { name, roles, stdin, language };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(() => WithBookAsync(parse, async book =>
        {
            return Tell(parse, await book.AddAsync(parse.GetValue(name)!, RolesOf(parse.GetValue(roles)!), await PasswordAsync(parse.GetValue(stdin), cancellation), parse.GetValue(language), cancellation), $"Added {parse.GetValue(name)}.");
        }, cancellation)));
        return command;
    }

    private static Command Reset()
    {
        var name = Name();
        var stdin = FromStdin();
        var command = new Command("reset", "Give an account a new password; ends its sessions and its lock.") { name, stdin };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(() => WithBookAsync(parse, async book =>
            Tell(parse, await book.ResetAsync(parse.GetValue(name)!, await PasswordAsync(parse.GetValue(stdin), cancellation), cancellation), $"{parse.GetValue(name)} has a new password."), cancellation)));
        return command;
    }

    private static Command SetRoles()
    {
        var name = Name();
        var roles = RoleOption();
        var command = new Command("roles", "Give an account other roles in place of those it has; ends its sessions. The last operator stays one.") { name, roles };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(() => WithBookAsync(parse, async book =>
        {
            var given = RolesOf(parse.GetValue(roles)!);
            return Tell(parse, await book.SetRolesAsync(parse.GetValue(name)!, given, cancellation), $"{parse.GetValue(name)} is now {string.Join(", ", given.Select(r => r.Word()))}.");
        }, cancellation)));
        return command;
    }

    private static Command Change(string verb, string what, Func<AccountBook, string, CancellationToken, Task<AccountChange>> change)
    {
        var name = Name();
        var command = new Command(verb, what) { name };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(() => WithBookAsync(parse, async book =>
            Tell(parse, await change(book, parse.GetValue(name)!, cancellation), $"{parse.GetValue(name)} is {verb}d."), cancellation)));
        return command;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var command = new Command("list", "List the accounts.") { json };
        command.TakesSettings().SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            await using var app = await BuildAsync(Settings.Of(parse), cancellation);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
            var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancellation);
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json)) output.WriteLine(JsonSerializer.Serialize(accounts.Select(a => new { name = a.Name, roles = a.Roles.Select(r => r.Word()), disabledAt = a.DisabledAt, lockedUntil = a.LockedUntil })));
            else if (accounts is []) output.WriteLine("There is no account yet. Add one: users add NAME --role operator");
            else foreach (var account in accounts) output.WriteLine($"{account.Name,-24} {string.Join(", ", account.Roles.Select(r => r.Word()))}{(account.DisabledAt is null ? "" : "  (disabled)")}");
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "Sign-in name: lower-case letters, digits, '.', '_', '-'." };

    private static Option<string[]> RoleOption() => new("--role") { Description = $"One of {AccountBook.RoleWords}; several times for several. An auditor holds no other.", Required = true };

    private static Role[] RolesOf(string[] words) => [.. words.SelectMany(r => r.Split(',')).Select(r => Vocabulary.Parse<Role>(r) ?? throw new UsageException($"--role: '{r}' is none of {AccountBook.RoleWords}."))];

    private static Option<bool> FromStdin() => new("--password-stdin") { Description = "Do not ask: the password is the first line of standard input, as in: infomonitor users add NAME --role operator --password-stdin < FILE" };

    private static async Task<WebApplication> BuildAsync(string[] settings, CancellationToken cancellation)
    {
        var app = Program.Build(settings, InfoMonitor.Telemetry.Logs.Quiet);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        return app;
    }

    private static async Task<int> WithBookAsync(ParseResult parse, Func<AccountBook, Task<int>> work, CancellationToken cancellation)
    {
        await using var app = await BuildAsync(Settings.Of(parse), cancellation);
        return await work(app.Services.GetRequiredService<AccountBook>());
    }

    private static int Tell(ParseResult parse, AccountChange change, string done)
    {
        switch (change)
        {
            case AccountChange.Refused refused:
                parse.InvocationConfiguration.Error.WriteLine(refused.Why);
                return ExitCodes.Found;
            default:
                parse.InvocationConfiguration.Output.WriteLine(done);
                return ExitCodes.Ok;
        }
    }

    private static async Task<string> PasswordAsync(bool fromStdin, CancellationToken cancellation)
    {
        if (fromStdin) return await Console.In.ReadLineAsync(cancellation) ?? "";
        if (Console.IsInputRedirected) throw new UsageException("There is no terminal to ask for the password at: give it on standard input with --password-stdin.");
        var first = Ask("Password: ");
        return first == Ask("Again: ") ? first : throw new UsageException("The two passwords differ. Nothing was changed.");
    }

    private static string Ask(string prompt)
    {
        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Error.WriteLine();
                return typed.ToString();
            }
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
    }
}
