using InfoMonitor.Commands;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

public sealed class ConfigCheckTests
{
    [Fact]
    public void The_committed_file_has_no_key_that_nothing_reads() =>
        ConfigKeys.OfFile(File.ReadAllBytes(Path.Combine(TestHome.Repository, "config", "infomonitor.json")), "f").ShouldBeEmpty();

    [Fact]
    public void A_key_that_nothing_reads_is_told_with_file_line_and_the_nearest_known_one()
    {
        var unknown = ConfigKeys.OfFile("""
            {
              // comments and commas at the end are read as the service reads them
              "Contact": "a@b.example",
              "Fetching": {
                "Contcat": "toa-soan@bao.example",
                "AllowPrivate": [ "127.0.0.1/32" ],
                "maxbytes": 100000,
              },
              "Crawlling": { "Jitter": 0.1, "Deep": { "er": 1 } },
              "Logging": { "LogLevel": { "Whatever": "Debug" } },
              "Web": { "Completely": { "Different": [ { "a": 1 } ] }, "TimeZoneName": "Asia/Ho_Chi_Minh" },
              "Storage:Fle": "x",
              "roles": "web"
            }
            """u8, "config/infomonitor.json");
        unknown.ShouldBe([
            new("config/infomonitor.json:3", "Contact", "Fetching:Contact"),
            new("config/infomonitor.json:5", "Fetching:Contcat", "Fetching:Contact"),
            new("config/infomonitor.json:9", "Crawlling", "Crawling"),
            new("config/infomonitor.json:11", "Web:Completely", null),
            new("config/infomonitor.json:12", "Storage:Fle", "Storage:File"),
        ]);
        unknown[1].ToString().ShouldBe("config/infomonitor.json:5: Fetching:Contcat: this key is not known (did you mean Fetching:Contact?). Nothing reads it: mend it or take it out.");
    }

    [Fact]
    public void Of_the_environment_only_what_names_a_section_is_judged() =>
        ConfigKeys.OfEnvironment(new Dictionary<string, string> { ["PATH"] = "/bin", ["DOTNET__X"] = "1", ["Fetching__Contact"] = "a@b.example", ["Fetching__AllowPrivate__0"] = "x", ["Storage__ConectionString"] = "x" })
            .ShouldBe([new("environment", "Storage__ConectionString", "Storage__ConnectionString")]);

    [Fact]
    public async Task The_check_fails_on_unknown_keys_of_file_and_command_line_and_on_every_invalid_value()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        (await Verbs.RunAsync(["config", "check", .. home.Settings])).Code.ShouldBe(ExitCodes.Ok);

        var file = Path.Combine(home.Folder, "config", "infomonitor.json");
        await File.WriteAllTextAsync(file, """{ "Fetching": { "Contcat": "a@b.example" } }""");
        var (code, output, error) = await Verbs.RunAsync(["config", "check", .. home.Settings, "--Crawling:Jiter=0.1", "--Crawling:Entries=-1", "--Accounts:Attempts=-1"]);

        (code, output).ShouldBe((ExitCodes.Config, ""));
        error.ShouldSatisfyAllConditions(
            e => e.ShouldContain("config/infomonitor.json:1: Fetching:Contcat: this key is not known (did you mean Fetching:Contact?)"),
            e => e.ShouldContain("command line: Crawling:Jiter: this key is not known (did you mean Crawling:Jitter?)"),
            e => e.ShouldContain("Entries"), e => e.ShouldContain("Attempts"));
    }
}
