using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using InfoMonitor.Accounts;
using InfoMonitor.Commands;
using InfoMonitor.Domain;
using InfoMonitor.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Tests.Commands;

public sealed class UsersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Accounts_are_listed_disabled_and_given_other_roles(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        (await RunAsync(home, "users", "list")).Output.ShouldContain("There is no account yet");
        await using var app = await home.BuildAsync();
        (await app.Accounts().AddAsync("an", [Role.Analyst], TestDesk.Password, null, CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        (await RunAsync(home, "users", "roles", "an", "--role", "senior,operator")).ShouldBe((ExitCodes.Ok, "an is now senior, operator.\n", ""));
        (await RunAsync(home, "users", "roles", "an", "--role", "auditor", "--role", "senior")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.Found), r => r.Error.ShouldContain("An auditor holds no other role"));
        foreach (var away in new[] { new[] { "disable", "an" }, ["roles", "an", "--role", "senior"] })
            (await RunAsync(home, ["users", .. away])).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.Found), r => r.Error.ShouldContain("'an' is the last operator who can sign in"));
        (await app.Accounts().AddAsync("binh", [Role.Operator], TestDesk.Password, null, CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        (await RunAsync(home, "users", "disable", "an")).ShouldBe((ExitCodes.Ok, "an is disabled.\n", ""));
        (await RunAsync(home, "users", "disable", "binh")).Code.ShouldBe(ExitCodes.Found, "a disabled operator is none");
        (await RunAsync(home, "users", "list")).Output.ShouldContain("senior, operator  (disabled)");
        (await RunAsync(home, "users", "enable", "an")).Code.ShouldBe(ExitCodes.Ok);
        var listed = JsonDocument.Parse((await RunAsync(home, "users", "list", "--json")).Output).RootElement[0];
        listed.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["senior", "operator"]);
        listed.GetProperty("disabledAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await RunAsync(home, "users", "disable", "khong-co-ai")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ExitCodes.Found), r => r.Error.ShouldContain("There is no account 'khong-co-ai'"));
        await using var db = app.Database();
        (await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()).ShouldBe(["account.add", "account.roles", "account.add", "account.disable", "account.enable"]);
    }

    [Fact]
    public async Task The_program_itself_takes_a_password_from_standard_input_and_offers_the_setup_page_only_before()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        (await ServeAsync(home, TimeSpan.FromMinutes(1))).ShouldContain("/setup?code=");
        (await StartAsync(home, TestDesk.Password, "users", "add", "dung", "--role", "operator", "--password-stdin")).ShouldBe((ExitCodes.Ok, "Added dung.\n"));
        (await StartAsync(home, "nắng vàng trên sân gạch", "users", "reset", "dung", "--password-stdin")).Code.ShouldBe(ExitCodes.Ok);
        (await StartAsync(home, "ngắn", "users", "reset", "dung", "--password-stdin")).Code.ShouldBe(ExitCodes.Found);
        (await ServeAsync(home, TimeSpan.FromSeconds(3))).ShouldNotContain("/setup");
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestHome home, params string[] arguments)
    {
        await using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = await CommandLine.Create().Parse([.. arguments, .. home.Settings]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<(int Code, string Output)> StartAsync(TestHome home, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments, .. home.Settings]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>What <c>run</c> says when it serves, in one line or two; then it is stopped.</summary>
    private static async Task<string> ServeAsync(TestHome home, TimeSpan patience)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "run", "--roles=web", .. home.Settings]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadLineAsync() ?? "";
        await Task.WhenAny(ReadAsync(), Task.Delay(patience));
        process.Kill();
        await process.WaitForExitAsync();
        return said;

        async Task ReadAsync() => said += await process.StandardOutput.ReadLineAsync();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "infomonitor.dll");
}
