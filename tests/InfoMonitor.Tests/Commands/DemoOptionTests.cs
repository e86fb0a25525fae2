using InfoMonitor.Commands;
using InfoMonitor.Demo;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

public sealed class DemoOptionTests
{
    [Theory]
    [InlineData("status")]
    [InlineData("digest")]
    [InlineData("audit verify")]
    [InlineData("audit root")]
    [InlineData("quarantine list")]
    [InlineData("quarantine release --all")]
    public async Task A_verb_with_demo_looks_at_the_demo_alone_and_makes_none(string verb)
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var folder = Path.Combine(home.Folder, DemoService.Folder);
        string[] line = [.. verb.Split(' '), "--demo", .. home.Settings];
        (await Verbs.RunAsync(line)).Code.ShouldBe(ExitCodes.NoInput);
        Directory.Exists(folder).ShouldBeFalse();

        await using (await home.BuildAsync(null, DemoService.Settings)) { }   // migrated
        var (code, output, _) = await Verbs.RunAsync(line);
        code.ShouldBe(ExitCodes.Ok);
        output.ShouldNotBeEmpty();
        File.Exists(Path.Combine(home.Folder, "data", "infomonitor.db")).ShouldBeFalse();
    }

    /// <summary>One that was would stay, with all that it holds. None is, so that not even what is wrong in its settings is told.</summary>
    [Fact]
    public async Task No_service_is_built_for_a_demo_that_is_not_there()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var (code, _, error) = await Verbs.StartAsync(terminal: false, ["status", "--demo", .. home.Settings, "--Fetching:MinDelay=sai"]);
        (code, error).ShouldBe((ExitCodes.NoInput, $"There is no demo yet at {Path.Combine(home.Folder, DemoService.Folder)}. Start it once: infomonitor demo\n"));
    }

    [Fact]
    public async Task Where_there_is_a_demo_alone_a_verb_says_how_to_look_at_it()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        Directory.CreateDirectory(Path.Combine(home.Folder, DemoService.Folder));
        var (code, _, error) = await Verbs.StartAsync(terminal: false, ["status", .. home.Settings]);
        (code, error).ShouldBe((ExitCodes.NoInput, $"There is no database at {Path.Combine(home.Folder, "data", "infomonitor.db")}. There is a demo's: add --demo to use that, or begin with: infomonitor run.\n"));
    }

    [Fact]
    public async Task References_with_demo_go_into_the_demos_database_alone()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(home.Folder, "r.tsv");
        await File.WriteAllTextAsync(file, "1\tSai\tNgười cao tuổi phải nộp tiền mới được nhận trợ cấp\tTổ kiểm chứng A\n");
        string[] line = ["references", "import", file, "--demo", .. home.Settings];
        (await Verbs.RunAsync(line)).Code.ShouldBe(ExitCodes.NoInput);
        await using (await home.BuildAsync(null, DemoService.Settings)) { }   // migrated
        var (code, output, error) = await Verbs.RunAsync(line);
        code.ShouldBe(ExitCodes.Ok, error);
        output.ShouldBe("Added 1; 0 were known already.\n");
        File.Exists(Path.Combine(home.Folder, "data", "infomonitor.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("00:00:00", "Not frozen: no worker has run since")]
    [InlineData("23:59:59", "Live draft, frozen at")]
    public async Task Digest_says_what_a_draft_still_waits_for(string at, string said)
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        await using (await home.BuildAsync()) { }   // migrated
        foreach (var format in new[] { "md", "html" })
        {
            var (code, output, _) = await Verbs.RunAsync(["digest", "--format", format, "--language", "en", .. home.Settings, "--Briefings:At=" + at]);
            code.ShouldBe(ExitCodes.Ok);
            output.ShouldContain(said);
        }
    }
}
