using System.CommandLine;
using System.Globalization;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Demo;
using InfoMonitor.Ingestion;
using InfoMonitor.Models;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Commands;

/// <summary><c>model promote</c>: candidate models become the live ones.</summary>
internal static class PromoteCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The candidate's folder: what Ingestion:Shadow names, or an earlier set among data/models, or the shipped models to go back. Looked for here, then in the home folder." };
        var despite = new Option<bool>("--despite-few") { Description = string.Create(CultureInfo.InvariantCulture, $"Also one that judged fewer than {Drift.Fewest} items here; the audit log records it. A gate that failed, or was asked less than that of the live models, cannot be passed over.") };
        var by = new Option<string?>("--by") { Description = "The operator's account at the desk, for the audit log; the user of the machine is recorded too.", HelpName = "NAME" };
        var demo = Settings.Demo();
        var command = new Command("promote", "Make candidate models the live ones: they judge from the next start of the service on. They must have passed their gate and judged enough items in shadow (Ingestion:Shadow), or have been live before. What the gate was not asked on is told. The models that judged before are kept, so that what they judged replays and they can be promoted again. --by NAME puts the operator into the audit log. On several nodes: on each of them.") { folder, despite, by, demo }.TakesSettings();
        command.SetAction((parse, cancellation) => Failure.GuardAsync(async () =>
        {
            var (given, console) = (parse.GetRequiredValue(folder), parse.InvocationConfiguration);
            await using var app = await Settings.BuildExistingAsync(Settings.Of(parse), parse.GetValue(demo), cancellation);
            return await PromoteAsync(app.Services, ModelCommand.Set(given, app.Services.GetRequiredService<Home>()), parse.GetValue(despite), parse.GetValue(by), parse.GetValue(demo), console.Output, console.Error, cancellation);
        }));
        return command;
    }

    private static async Task<int> PromoteAsync(IServiceProvider services, string folder, bool despite, string? by, bool demo, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (by is not null) await CheckOperatorAsync(services, by, demo, cancellation);
        var (kept, live) = (services.GetRequiredService<KeptModels>(), services.GetRequiredService<LiveModels>());
        var configured = live.Configured;
        var version = Assessor.Load(folder, live.Thresholds).ModelVersion;   // also that every model is there and is the one its card describes, and that the next start takes the thresholds that are set
        var cards = ModelCards.Read(folder);
        if (cards.Failed.Count > 0)
        {
            foreach (var failure in cards.Failures) error.WriteLine(failure);
            error.WriteLine("Nothing was promoted: what fails its gate flags protected speech or misses harm. Train it again: infomonitor model train");
            return ExitCodes.Found;
        }
        // A promoted set that is lost must be replaceable: what cannot be read was live, whatever it was.
        var before = kept.Promoted ?? (Directory.Exists(configured) ? ModelSet.Version(configured) : null);
        if (before == version && (kept.Promoted is null || kept.Find(version) is not null))
        {
            output.WriteLine($"The models {version[..12]} are live already.");
            return ExitCodes.Ok;
        }
        var experience = await ExperienceAsync(services, version, cancellation);
        var back = Directory.Exists(configured) && ModelSet.Version(configured) == version;   // so that a later release of these is followed again
        if (!back && !experience.WasLive && Refused(cards, kept.Promoted is { } promoted ? kept.Find(promoted) : configured) is { } refused)
        {
            error.WriteLine($"Nothing was promoted: {refused}");
            return ExitCodes.Found;
        }
        if (!experience.Suffices && !despite)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Nothing was promoted: the models {version[..12]} judged {experience.Items:N0} {(experience.Items == 1 ? "item" : "items")} here, and {Drift.Fewest} are needed to compare them with those that are live (/models). Let them run in shadow: infomonitor {(demo ? "demo" : "run")} --Ingestion:Shadow={folder} (or name them in config/infomonitor.json and start the service again). To promote them all the same, which the audit log records: --despite-few"));
            return ExitCodes.Found;
        }
        var unasked = Gate.NotAskedOf(cards.Cards);
        if (kept.Promoted is null && before is not null) kept.Keep(configured, before);
        kept.Keep(folder, version);
        var earlier = kept.Promoted;
        try
        {
            await services.GetRequiredService<AuditedStep>().RunAsync(async db =>
            {
                await services.GetRequiredService<AuditLog>().AppendAsync(db, by ?? AuditLog.System, "model.promote", $"model:{version[..12]}", new { model = before }, new { model = version, items = experience.Items, despiteFew = !experience.Suffices, user = Environment.UserName }, cancellation);
                kept.Promote(back ? null : version);
                return true;
            }, cancellation);
        }
        catch
        {
            kept.Promote(earlier);   // no switch without its entry in the log
            throw;
        }
        if (unasked.Count > 0) output.WriteLine($"Their gate was not asked on {string.Join(", ", unasked)}: how they judge these is not known. To ask it, train them anew with --data DIR and every file of models/data.");
        output.WriteLine($"The models {version[..12]} are promoted{(experience.Items > 0 ? string.Create(CultureInfo.InvariantCulture, $"; they judged {experience.Items:N0} {(experience.Items == 1 ? "item" : "items")} here in {experience.Weeks} {(experience.Weeks == 1 ? "week" : "weeks")}") : ", though they judged no item here")}. They judge once {(demo ? "the demo" : "the service")} is started again; until then it judges with {(before is null ? "what it loaded" : $"the models {before[..Math.Min(12, before.Length)]}")}.");
        return ExitCodes.Ok;
    }

    /// <summary>Why a set that was never live may not be; null where nothing stands against it.</summary>
    /// <param name="live">The folder of the set that judges; null or missing where it is lost, for it must be replaceable.</param>
    private static string? Refused(ModelCards cards, string? live)
    {
        if (cards.Cards.Where(c => c.Seal is null).Select(c => c.Name).ToList() is { Count: > 0 } unsealed)
            return $"the cards of {string.Join(", ", unsealed)} hold no seal, so nobody knows whether they say what was measured. Make the candidate anew: infomonitor model train --out DIR";
        ModelCards beside;
        try
        {
            if (live is null) return null;
            beside = ModelCards.Read(live);
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return cards.AskedLessThan(beside) is { Count: > 0 } sets
            ? $"its gate was not asked on {string.Join(", ", sets)}, that of the live models was. Train it again with them, the folder of the sets and every file of models/data: infomonitor model train --data DIR --out DIR"
            : null;
    }

    /// <exception cref="UsageException">There is no such account that may operate.</exception>
    private static async Task CheckOperatorAsync(IServiceProvider services, string name, bool demo, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, cancellation) is { DisabledAt: null } account && account.Roles.SelectMany(Rights.Of).Contains(Right.Operate)) return;
        throw new UsageException($"--by: there is no operator '{name}'. See who there is: infomonitor users list{(demo ? $" --Storage:File={DemoService.Folder}/infomonitor.db" : "")}");
    }

    private static async Task<Experience> ExperienceAsync(IServiceProvider services, string version, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InfoMonitorDb>>().CreateDbContextAsync(cancellation);
        return await Experience.OfAsync(db, version, cancellation);
    }
}
