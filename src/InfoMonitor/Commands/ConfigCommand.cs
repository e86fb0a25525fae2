using System.CommandLine;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Ingestion;
using InfoMonitor.Sources;
using InfoMonitor.Storage;
using InfoMonitor.Telemetry;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Commands;

/// <summary><c>config check</c>: every error of every option and of the file of sources, every key nobody reads, and models that may not judge, without starting anything.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var check = new Command("check", "Check config/infomonitor.json, config/sources.yaml, the environment and the settings given here; list every error, every key that is not known, models that may not judge, and what keeps the service from reading anything.").TakesSettings();
        check.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            var settings = Settings.Of(parse.UnmatchedTokens);
            var home = Program.HomeOf(settings).Folder;
            var (invalid, notices) = await InvalidAsync(settings, cancellation);
            string[] faults = [.. Unknown(home).Concat(ConfigKeys.OfSettings(settings)).Select(k => k.ToString()), .. invalid];
            foreach (var line in faults.Concat(notices)) parse.InvocationConfiguration.Error.WriteLine(line);
            if (faults is not []) return ExitCodes.Config;
            parse.InvocationConfiguration.Output.WriteLine($"The configuration of {home} is valid.");
            return ExitCodes.Ok;
        }));
        return new Command("config", "The configuration.") { check };
    }

    /// <summary>Keys of the file and the environment that nothing reads.</summary>
    public static IEnumerable<UnknownKey> Unknown(string home) => [.. ConfigKeys.OfFile(ConfigFile.LinesOf(home), ConfigFile.Name), .. ConfigKeys.OfEnvironment(Environment.GetEnvironmentVariables())];

    /// <summary>Values that cannot be read; then, with the defaults in their places, what the slices themselves refuse. And what is not wrong, but leaves the service with nothing to do.</summary>
    private static async Task<(IEnumerable<string> Faults, IReadOnlyList<string> Notices)> InvalidAsync(string[] settings, CancellationToken cancellation)
    {
        try
        {
            await using var app = Program.Build(settings, Logs.Quiet);
            return await RefusedAsync(app.Services, rangesAreKnown: true, cancellation);
        }
        catch (WrongValuesException wrong)
        {
            try
            {
                await using var app = Program.Build([.. settings, .. wrong.Values.Select(v => $"--{v.Key}={v.Default}")], Logs.Quiet);
                var rangesAreKnown = !wrong.Values.Any(v => v.Key.StartsWith(PrivateRanges.Key, StringComparison.OrdinalIgnoreCase));
                var (faults, notices) = await RefusedAsync(app.Services, rangesAreKnown, cancellation);
                return ([.. wrong.Failures, .. faults], notices);
            }
            catch (WrongValuesException)   // a list where one value belongs: nothing takes its place
            {
                return (wrong.Failures, []);
            }
        }
    }

    private const string Thresholds = "Ingestion:Thresholds:";

    /// <summary>Loads the models that judge, those configured where others are promoted, and the candidate.</summary>
    /// <param name="judging">The folder of the models that judge; null where it is lost, which is told already.</param>
    private static void Models(IServiceProvider services, string? judging, List<string> faults, List<string> notices)
    {
        var (live, kept) = (services.GetRequiredService<LiveModels>(), services.GetRequiredService<KeptModels>());
        if (judging is not null && judging != live.Configured) Load(Path.Combine(kept.Folder, "live"), judging, null);
        Load(Key("Models"), live.Configured, null);
        if (services.GetRequiredService<IOptions<IngestionOptions>>().Value.Shadow is not { Length: > 0 } shadow) return;
        var candidate = Path.GetFullPath(shadow, services.GetRequiredService<Home>().Folder);
        if (Load(Key("Shadow"), candidate, live.Thresholds) is { } version && judging is not null && Directory.Exists(judging) && ModelSet.Version(judging) == version)
            notices.Add($"{Key("Shadow")}: {candidate} holds the models that are live already: nothing runs in shadow. Empty the key, or name a candidate's folder.");

        string Key(string name) => $"{PlaceOf(services, $"{IngestionOptions.Section}:{name}")}: {IngestionOptions.Section}:{name}";

        string? Load(string place, string folder, IReadOnlyDictionary<FlagReason, double>? thresholds)
        {
            try
            {
                if (thresholds is null) ModelCards.Read(folder).MustHavePassed(folder);   // a candidate may run in shadow all the same
                return Assessor.Load(folder, thresholds).ModelVersion;
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                faults.Add($"{place}: {broken.Message}");
                return null;
            }
        }
    }

    /// <summary>File and line of a key, or what else gave it.</summary>
    private static string PlaceOf(IServiceProvider services, string key) =>
        ConfigValues.Where((IConfigurationRoot)services.GetRequiredService<IConfiguration>(), ConfigFile.LinesOf(services.GetRequiredService<Home>().Folder), key) is var place && place == ConfigValues.Nowhere ? ConfigFile.PlaceOf(services.GetRequiredService<Home>().Folder, key) : place;

    /// <summary>All that is read at a start, each whatever the others come to.</summary>
    /// <param name="rangesAreKnown">False where a private range is wrong, which is told: that addresses are private is no fault of the file of sources then.</param>
    private static async Task<(IReadOnlyList<string> Faults, IReadOnlyList<string> Notices)> RefusedAsync(IServiceProvider services, bool rangesAreKnown, CancellationToken cancellation)
    {
        var (faults, notices) = (new List<string>(), new List<string>());
        Try(() => services.GetRequiredService<IStartupValidator>().Validate());
        string? judging = null;
        Try(() => judging = services.GetRequiredService<LiveModels>().Folder);
        if (services.GetRequiredService<RolesOptions>().Worker) Try(() => Models(services, judging, faults, notices));
        Try(() => { if (services.GetRequiredService<IOptions<StorageOptions>>().Value.Unread() is { } unread) faults.Add(unread); });
        try
        {
            if (await services.GetRequiredService<SourceMirror>().ReadAsync(cancellation) is SourceFileReading.Wrong wrong) faults.AddRange(wrong.Errors.Where(e => rangesAreKnown || !e.IsPrivate).Select(e => e.ToString()));
        }
        catch (FileNotFoundException missing) { notices.Add(missing.Message + " Without it nothing is read."); }
        catch (InvalidDataException folder) { faults.Add(folder.Message); }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException) { faults.Add($"{services.GetRequiredService<IOptions<SourcesOptions>>().Value.File} cannot be read: {exception.Message} Mend Sources:File or the file's rights."); }
        catch (Exception exception) when (ConfigFaults.Of(exception) is not null) { }   // told above
        if (services.GetRequiredService<RolesOptions>().Worker && !Contact.IsSet(services.GetRequiredService<IConfiguration>())) notices.Add($"{ConfigFile.PlaceOf(services.GetRequiredService<Home>().Folder, Contact.Key)}: {Contact.Key}: there is none, so that the User-Agent names nobody. {Contact.Missing.En}");
        return ([.. faults.Select(fault => fault.StartsWith(Thresholds, StringComparison.Ordinal) ? $"{PlaceOf(services, fault.Split(' ')[0])}: {fault}" : fault).Distinct(StringComparer.Ordinal)], notices);

        void Try(Action check)
        {
            try { check(); }
            catch (InvalidDataException models) { faults.Add(models.Message); }
            catch (Exception exception) when (ConfigFaults.Of(exception) is { } told) { faults.AddRange(told); }
        }
    }
}
