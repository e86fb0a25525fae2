using InfoMonitor.Commands;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Tests.Commands;

public sealed class ConfigCheckTests
{
    [Fact]
    public void The_committed_file_has_no_key_that_nothing_reads() =>
        ConfigKeys.OfFile(ConfigFile.LinesOf(TestHome.Repository), "f").ShouldBeEmpty();

    [Fact]
    public void A_key_that_nothing_reads_is_told_with_file_line_and_the_nearest_known_one()
    {
        var unknown = ConfigKeys.OfFile(ConfigFile.LinesOf("""
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
            """u8), "config/infomonitor.json");
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
    public void Places_of_a_list_are_the_operators_and_what_stands_in_an_unknown_section_is_told_with_it() =>
        ConfigKeys.OfFile(ConfigFile.LinesOf("""
            { "Fetching": { "AllowPrivate": [ "127.0.0.1/32", "10.0.0.0/8" ], "Contact": [ "a" ] }, "Accounts": {},
              "Nobody": [ { "Storage": 1 } ], "home": { "Folder": "/" } }
            """u8), "f").Select(k => k.Key).ShouldBe(["Nobody", "home"]);

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

    [Fact]
    public async Task The_check_reads_the_file_of_sources_and_says_that_there_is_no_contact()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var file = Path.Combine(home.Folder, "config", "sources.yaml");
        await File.WriteAllTextAsync(file, "sources:\n  - id: bao\n    publisher: Báo\n    knd: press\n");
        var (code, _, error) = await Verbs.RunAsync(["config", "check", .. home.Settings, "--Crawling:Entries=-1"]);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldSatisfyAllConditions(e => e.ShouldContain("config/sources.yaml:4: bao: knd:"), e => e.ShouldContain("Entries"), e => e.ShouldContain(": Fetching:Contact: there is none"));

        File.Copy(Path.Combine(TestHome.Repository, "config", "sources.yaml"), file, overwrite: true);
        (code, _, error) = await Verbs.RunAsync(["config", "check", .. home.Settings]);
        (code, error.Trim().Split('\n').Length).ShouldBe((ExitCodes.Ok, 1), error);
        error.ShouldMatch("^config/infomonitor.json:[0-9]+: Fetching:Contact: there is none");
        (code, _, error) = await Verbs.RunAsync(["config", "check", .. home.Settings, "--Fetching:Contact=a@b.example"]);
        (code, error).ShouldBe((ExitCodes.Ok, ""));
    }

    [Fact]
    public async Task Every_value_that_cannot_be_read_is_told_with_its_place_and_what_may_stand_there_and_no_type_of_ours()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "infomonitor.json"), """
            { "Briefings": { "At": "25:99", "Language": "fr" },
              "Storage": { "Provider": "Oracle" },
              "Web": "x",
              "Crawling": { "Jitter": 3, "FirstRetry": "10:00:00", "LongestRetry": "01:00:00" } }
            """);
        var (code, _, error) = await Verbs.RunAsync(["config", "check", .. home.Settings, "--Accounts:Attempts=many"]);

        code.ShouldBe(ExitCodes.Config);
        Faults(error).ShouldBe([
            "config/infomonitor.json:1: Briefings:Language: this key is not known. Nothing reads it: mend it or take it out.",
            "command line: Accounts:Attempts: 'many' is no whole number. Write a whole number between 3 and 100.",
            "config/infomonitor.json:1: Briefings:At: '25:99' is no time of day. Write hours:minutes (06:30), between 00:00 and 23:59.",
            "config/infomonitor.json:2: Storage:Provider: 'Oracle' is none of its words. Write one of Sqlite, PostgreSql.",
            "config/infomonitor.json:3: Web: 'x' stands where a section belongs. Write \"Web\": { ... } with its keys inside.",
            "config/infomonitor.json:4: Crawling:Jitter: '3' is out of bounds. Write a number between 0 and 1.",
            "Crawling:FirstRetry is longer than Crawling:LongestRetry.",
        ], ignoreOrder: true);
    }

    /// <summary>In whatever verb it is met: place, key, value and remedy are the first that is said, and no log of a failed start.</summary>
    [Fact]
    public async Task A_wrong_range_of_a_list_is_told_first_with_its_place_and_what_to_write()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "infomonitor.json"), """
            { "Fetching": { "Contact": "a@b.example",
                "AllowPrivate": [ "10.20.30.0/24",
                  "10.0.0.0/99" ] } }
            """);
        const string Told = "config/infomonitor.json:3: Fetching:AllowPrivate:1: '10.0.0.0/99' is no range: write it as 10.20.30.0/24, fd12::/16 or, for one port, 127.0.0.0/8:5081.";
        foreach (var verb in (string[][])[["config", "check"], ["run"], ["sources", "check"]])
        {
            var (code, _, error) = await Verbs.StartAsync(terminal: false, [.. verb, .. home.Settings]);
            code.ShouldBe(ExitCodes.Config, error);
            error.Split('\n')[0].ShouldBe(Told);
            error.ShouldNotContain("   at ");
        }
        Faults((await Verbs.RunAsync(["config", "check", .. home.Settings, "--Fetching:AllowPrivate:1=0.0.0.0/0", "--Crawling:FirstRetry=13:00:00"])).Error).ShouldBe([
            "command line: Fetching:AllowPrivate:1: '0.0.0.0/0' is too wide: list the ranges that are needed, each of prefix 8 or more.", "Crawling:FirstRetry is longer than Crawling:LongestRetry."], ignoreOrder: true);
        Faults((await Verbs.RunAsync(["config", "check", .. home.Settings, "--Fetching:AllowPrivate:1=10.20.31.0/24"])).Error).ShouldBeEmpty();
    }

    /// <summary>Whether addresses may stand in the file of sources is not known then; what else is wrong with it is.</summary>
    [Fact]
    public async Task What_follows_from_a_wrong_range_is_not_told_beside_it()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), "sources:\n  - id: bao\n    publisher: Báo\n    kind: press\n    ownership: state\n    language: vi\n    interval: 10s\n    delay: 0s\n    pages-per-crawl: 0\n    entry-points:\n      - feed: http://10.9.9.9/rss\n      - feed: http://10.9.9.9/rss-2\n");
        Faults((await Verbs.RunAsync(["config", "check", .. home.Settings, "--Fetching:Contact=a@b.example", "--Fetching:AllowPrivate:0=10.9.9.0/33"])).Error).ShouldBe([
            "command line: Fetching:AllowPrivate:0: '10.9.9.0/33' is no range: write it as 10.20.30.0/24, fd12::/16 or, for one port, 127.0.0.0/8:5081.", "config/sources.yaml:9: bao: pages-per-crawl: '0' is no number of pages. Write a whole number between 1 and 1000."], ignoreOrder: true);
        Faults((await Verbs.RunAsync(["config", "check", .. home.Settings, "--Fetching:Contact=a@b.example"])).Error).Length.ShouldBe(3);
    }

    /// <summary>What the service would refuse once its host is up is refused before.</summary>
    [Fact]
    public async Task A_start_on_a_wrong_option_ends_in_its_reason_and_not_in_a_log()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var (code, _, error) = await Verbs.StartAsync(terminal: false, ["run", .. home.Settings, "--Fetching:Contact=somebody"]);
        (code, error.Split('\n')[0]).ShouldBe((ExitCodes.Config, "Fetching:Contact is neither an http(s) address nor an e-mail address."), error);
    }

    [Fact]
    public async Task A_threshold_looser_than_the_models_or_of_no_reason_is_refused_by_the_check_and_at_start_and_a_stricter_one_taken()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        string[] wrong = [.. home.Settings, "--Ingestion:Thresholds:hate=0.001", "--Ingestion:Thresholds:matches-correction=0.001", "--Ingestion:Thresholds:rudeness=0.9", "--Ingestion:Thresholds:incitement=1.5"];
        foreach (var verb in (string[][])[["config", "check"], ["run"]])
        {
            var (code, _, error) = await Verbs.StartAsync(terminal: false, [.. verb, .. wrong]);
            code.ShouldBe(ExitCodes.Config, error);
            error.ShouldSatisfyAllConditions(
                e => e.ShouldContain("Ingestion:Thresholds:hate is 0.001, looser than "), e => e.ShouldContain("Take it out, or set a higher one."), e => e.ShouldContain("Ingestion:Thresholds:matches-correction is 0.001, looser"),
                e => e.ShouldContain("Ingestion:Thresholds:rudeness is no reason to flag. Write one of matches-correction, unverified-claim, hate, incitement,"), e => e.ShouldContain("Ingestion:Thresholds:incitement is above 1."));
        }
        Faults((await Verbs.RunAsync(["config", "check", .. home.Settings, "--Ingestion:Thresholds:hate=much"])).Error).ShouldBe(["command line: Ingestion:Thresholds:hate: 'much' stands where a number belongs. Write a number."]);
        (await Verbs.RunAsync(["config", "check", .. home.Settings, "--Ingestion:Thresholds:hate=0.99999"])).Code.ShouldBe(ExitCodes.Ok);
    }

    [Fact]
    public async Task The_check_loads_the_models_and_the_candidate_and_tells_each_broken_one_by_its_key_and_what_is_broken()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var (models, candidate) = (Candidates.Make(home.Folder, "hate", _ => { }, "broken-models"), Candidates.Make(home.Folder, "topics", _ => { }));
        await File.AppendAllTextAsync(Path.Combine(models, "hate", "card.json"), "x");
        await File.WriteAllTextAsync(Path.Combine(candidate, "corrections", "words.tsv"), "9\nmưa\n");
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "infomonitor.json"), """
            { "Fetching": { "Contact": "a@b.example" },
              "Ingestion": {
                "Models": "broken-models",
                "Shadow": "candidate",
                "Thresholds": { "hate": 7,
                  "incitement": -1 } } }
            """);
        var (code, _, error) = await Verbs.RunAsync("config", "check", "--home=" + home.Folder);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldSatisfyAllConditions(
            e => e.ShouldContain("config/infomonitor.json:5: Ingestion:Thresholds:hate is above 1."), e => e.ShouldContain("config/infomonitor.json:6: Ingestion:Thresholds:incitement is no probability."), e => e.ShouldNotContain("   at "));

        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "infomonitor.json"), """
            { "Fetching": { "Contact": "a@b.example" },
              "Ingestion": {
                "Models": "broken-models",
                "Shadow": "candidate" } }
            """);
        (code, _, error) = await Verbs.RunAsync("config", "check", "--home=" + home.Folder);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldSatisfyAllConditions(
            e => e.ShouldMatch($"(?m)^config/infomonitor.json:3: Ingestion:Models: {Path.Combine(models, "hate", "card.json")}:[0-9]+: json: this is not JSON: 'x' is invalid"),
            e => e.ShouldContain($"config/infomonitor.json:4: Ingestion:Shadow: {Path.Combine(candidate, "corrections", "words.tsv")}:2: word: "), e => e.ShouldContain("infomonitor model train"));
    }

    [Fact]
    public async Task A_candidate_that_is_the_live_set_is_told_and_no_fault()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        var (code, _, error) = await Verbs.RunAsync(["config", "check", .. home.Settings, "--Ingestion:Shadow=" + Candidates.Shipped]);
        code.ShouldBe(ExitCodes.Ok, error);
        error.ShouldContain($"command line: Ingestion:Shadow: {Candidates.Shipped} holds the models that are live already: nothing runs in shadow.");
        (code, _, error) = await Verbs.RunAsync(["config", "check", .. home.Settings, "--Ingestion:Shadow=nowhere"]);
        (code, error.Contains($"command line: Ingestion:Shadow: There is no folder", StringComparison.Ordinal) || error.Contains("command line: Ingestion:Shadow: " + Path.Combine(home.Folder, "nowhere"), StringComparison.Ordinal)).ShouldBe((ExitCodes.Config, true), error);
    }

    [Theory]
    [InlineData("{\n  \"roles\": \"web\" \"urls\": 1\n}", "config/infomonitor.json:2: this is not JSON: ")]
    [InlineData("{\n  \"Web\": {\n", "config/infomonitor.json:3: this is not JSON: it ends before a text, a { or a [ is closed")]
    [InlineData("", "config/infomonitor.json:1: this is not JSON: it is empty.")]
    [InlineData("[]", "config/infomonitor.json:1: the file is not an object")]
    [InlineData("{\n\"roles\": \"web\",\n\"Roles\": \"worker\" }", "config/infomonitor.json:3: Roles stands in line 2 already.")]
    public void A_file_that_is_no_JSON_is_told_with_its_line_and_without_the_parsers_words(string body, string said)
    {
        var fault = Should.Throw<OptionsValidationException>(() => ConfigFile.LinesOf(System.Text.Encoding.UTF8.GetBytes(body))).Failures.ShouldHaveSingleItem();
        fault.ShouldStartWith(said);
        fault.ShouldNotContain("LineNumber");
        fault.ShouldNotContain("isFinalBlock");
    }

    [Fact]
    public async Task A_connection_string_beside_Sqlite_is_told_by_the_check_and_at_start()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        const string told = "Storage:ConnectionString is given although Storage:Provider is Sqlite: nothing reads it";
        string[] given = [.. home.Settings, "--Storage:ConnectionString=Host=db;Password=geheim"];
        var (code, _, error) = await Verbs.RunAsync(["config", "check", .. given]);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldSatisfyAllConditions(e => e.ShouldStartWith(told), e => e.ShouldNotContain("geheim"));
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "config", "sources.yaml"), "sources:\n");   // where run stops, a step further on
        (await Verbs.StartAsync(terminal: false, ["run", .. given])).Error.ShouldContain(told);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_an_error_of_the_configuration()
    {
        await using var home = await TestHome.CreateAsync("Sqlite");
        string[] wrong = [.. home.Settings, "--Storage:Provider=PostgreSql", "--Storage:ConnectionString=foo"];
        var (code, _, error) = await Verbs.RunAsync(["config", "check", .. wrong]);
        code.ShouldBe(ExitCodes.Config);
        error.ShouldStartWith("Storage:ConnectionString is no connection string of PostgreSQL: write Host=");

        foreach (var verb in (string[])["status", "run"])
        {
            var started = await Verbs.StartAsync(terminal: false, [verb, .. wrong]);
            started.Code.ShouldBe(ExitCodes.Config, started.Error);
            started.Error.ShouldStartWith("Storage:ConnectionString is no connection string");
            started.Error.ShouldNotContain("   at ");
        }
    }

    /// <summary>Without what only keeps the service from reading anything.</summary>
    private static string[] Faults(string error) => [.. error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("nothing is read", StringComparison.OrdinalIgnoreCase))];
}
