using InfoMonitor.Commands;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;

namespace InfoMonitor.Tests.Commands;

/// <summary>What the verbs that need no page say of what they did.</summary>
public sealed class PlainVerbTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Migrating_says_once_that_it_made_the_tables(string provider)
    {
        await using var home = await TestHome.CreateAsync(provider);
        (await Verbs.RunAsync(["db", "migrate", .. home.Settings])).ShouldBe((ExitCodes.Ok, "The tables were created.\n", ""));
        (await Verbs.RunAsync(["db", "migrate", .. home.Settings])).ShouldBe((ExitCodes.Ok, "The database is up to date.\n", ""));
    }

    [Fact]
    public async Task Every_model_shows_its_card()
    {
        var (code, output, _) = await Verbs.RunAsync("model", "info", "--models", Path.Combine(TestHome.Repository, "models"));
        code.ShouldBe(ExitCodes.Ok);
        foreach (var folder in Directory.EnumerateFiles(Path.Combine(TestHome.Repository, "models"), "card.json", SearchOption.AllDirectories).Select(Path.GetDirectoryName))
            output.ShouldContain($"\n{Path.GetFileName(folder)}: ");
    }

    [Fact]
    public async Task Run_tells_a_key_of_its_file_that_nothing_reads_and_goes_on()
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var file = Path.Combine(home.Folder, "config", "infomonitor.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"Contact\"", "\"Contakt\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), "sources:\n");   // where it stops, a step further on
        var (code, _, error) = await Verbs.StartAsync(terminal: false, ["run", .. home.Settings]);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldContain("Fetching:Contakt: this key is not known (did you mean Fetching:Contact?)");
        error.ShouldContain("there is no list of sources.");
    }
}
