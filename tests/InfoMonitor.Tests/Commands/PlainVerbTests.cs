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

    [Theory]
    [InlineData("model train --models {0}/nope", ExitCodes.NoInput, "There is no folder {0}/nope/data with rows to train on. Name the models folder that holds data/ with --models, or restore it.\n")]
    [InlineData("model info --models {0}/nope", ExitCodes.Config, "{0}/nope/hate/card.json cannot be read: Could not find a part of the path '{0}/nope/hate/card.json'. Restore the models folder, or make it anew with: infomonitor model train\n")]
    [InlineData("assess --batch - --references {0}/nope.tsv", ExitCodes.NoInput, "There is no file {0}/nope.tsv. Check the path given with --references.\n")]
    [InlineData("links --batch - --out {0}/nope/x.jsonl", ExitCodes.CannotCreate, "{0}/nope/x.jsonl cannot be written: There is no folder {0}/nope. Check the path given with --out.\n")]
    [InlineData("feeds parse {0}/a.xml --out {0}/nope/x.jsonl", ExitCodes.CannotCreate, "{0}/nope/x.jsonl cannot be written: There is no folder {0}/nope. Check the path given with --out.\n")]
    public async Task A_path_that_leads_nowhere_is_named_once_with_what_to_do(string line, int code, string told)
    {
        await using var home = await TestHome.CreateAsync(nameof(StorageProvider.Sqlite));
        var said = await Verbs.StartAsync(terminal: false, line.Replace("{0}", home.Folder, StringComparison.Ordinal).Split(' '));
        (said.Code, said.Error).ShouldBe((code, told.Replace("{0}", home.Folder, StringComparison.Ordinal)));
        Directory.Exists(Path.Combine(home.Folder, "nope")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("assess --replay abc", "--replay: 'abc' is no whole number between 1 and 9223372036854775807.")]
    [InlineData("assess --replay 12345678901234567890", "--replay: '12345678901234567890' is no whole number between")]
    [InlineData("sources check --try --pages 21", "--pages: '21' is no whole number between 0 and 20.")]
    [InlineData("sources check --try --pages some", "--pages: 'some' is no whole number between 0 and 20.")]
    public void A_number_that_is_none_is_told_without_a_type_of_ours(string line, string told)
    {
        var error = CommandLine.Create().Parse(line).Errors.ShouldHaveSingleItem().Message;
        error.ShouldSatisfyAllConditions(e => e.ShouldStartWith(told), e => e.ShouldNotContain("System."));
    }

    [Fact]
    public async Task A_batch_and_a_stored_item_are_not_judged_at_once()
    {
        var (code, _, error) = await Verbs.StartAsync(terminal: false, "assess", "--replay", "1", "--batch", "texts.jsonl");
        code.ShouldBe(ExitCodes.Usage);
        error.ShouldStartWith("--batch judges texts, --replay a stored item: give one of them.");
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
