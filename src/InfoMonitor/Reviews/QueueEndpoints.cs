using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>The queue's page and what its forms send.</summary>
internal static class QueueEndpoints
{
    /// <summary>In the address after an addition was taken back.</summary>
    public const string Added = "added";

    /// <summary>In the address after an undo that found nothing to undo.</summary>
    public const string Nothing = "nothing";

    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        var queue = app.MapGroup("/queue").RequireAuthorization(Policies.Desk).ExcludeFromDescription();

        queue.MapGet("", async (HttpContext http, QueueReader reader, IDbContextFactory<InfoMonitorDb> databases, Ui ui, string? after, string? done, long? step, string? undo, string? refused) =>
        {
            var filter = QueueFilter.Parse(http.Request.Query);
            var last = await LastAsync(databases, done, step, undo, refused, ui.Person!, http.RequestAborted);
            return Pages.Show<QueuePage>(await reader.ReadAsync(filter, QueueCursor.Parse(after), ui.Person!, last, ui.Calendar.MidnightOf(ui.Today), http.RequestAborted));
        }).WithPageQuery([.. QueueFilter.Keys, QueryKey.After(text => QueueCursor.Parse(text) is not null)], "done", "step", "undo", "refused");

        queue.MapPost("/batch", async (HttpContext http, IFormCollection form, ReviewDesk desk, FlagReader reader, WorkCalendar calendar, Ui ui) =>
        {
            var view = QueueFilter.Parse(form["view"]).ToString();
            var flags = form["flag"].Select(PickedFlag.Parse).OfType<PickedFlag>().ToArray();
            var back = form["back"] == "flag" && flags is [var one] ? $"/flags/{one.Id}{view}" : "/queue" + view;
            var result = flags is [] ? null : await StepAsync(form, flags, desk, calendar, ui, http.RequestAborted);
            if (form["back"] == "flag" && result is { Flags: [{ Outcome: StepOutcome.PastDue } late] })
                return await FlagEndpoints.AgainAsync(late.FlagId, form, new FailedStep(late.Outcome), reader, ui, http.RequestAborted);
            var refused = string.Join(',', result?.Flags.Where(f => f.Outcome == StepOutcome.PastDue).Select(f => f.FlagId) ?? []);
            return Pages.Recorded(http, With(result switch
            {
                null => back,
                { Step: { } step } => With(back, "step", step.ToString(CultureInfo.InvariantCulture)),
                _ => With(back, "step", "0"),   // nothing could be changed: say so
            }, "refused", refused));
        }).RequireAuthorization(Policies.Analyst);

        queue.MapPost("/undo", async (HttpContext http, IFormCollection form, ReviewDesk desk, Ui ui) =>
        {
            if (!long.TryParse(form["step"], CultureInfo.InvariantCulture, out var step)) return Results.LocalRedirect("/queue");
            var flags = await desk.UndoStepAsync(step, ui.Person!, http.RequestAborted);
            var view = QueueFilter.Parse(form["view"]).ToString();
            if (flags is null) return Pages.Recorded(http, With("/queue" + view, "undo", Nothing));
            return Pages.Recorded(http, With(form["back"] == "flag" && flags is [var one] ? $"/flags/{one.FlagId}{view}" : "/queue" + view, "step", step.ToString(CultureInfo.InvariantCulture)));
        }).RequireAuthorization(Policies.Reopener);

        queue.MapPost("/undo-last", async (HttpContext http, IFormCollection form, ReviewDesk desk, Ui ui) =>
        {
            var back = "/queue" + QueueFilter.Parse(form["view"]);
            var (last, flags) = await desk.UndoLastAsync(ui.Person!, tag: null, http.RequestAborted);
            return Pages.Recorded(http, flags.Any(f => f.IsDone) ? last switch
            {
                { Step: { } step } => With(back, "step", step.ToString(CultureInfo.InvariantCulture)),
                { Verdict: { } flag } => With(back, "done", flag.Id.ToString(CultureInfo.InvariantCulture)),
                _ => With(back, "undo", Added),
            } : With(back, "undo", Nothing));
        }).RequireAuthorization(Policies.Analyst);

        queue.MapPost("/views", async (HttpContext http, IFormCollection form, SavedViews views, QueueReader reader, Ui ui) =>
            await SavedAsync((await views.AddAsync(form["name"], form["view"], form["shared"] == "1", ui.Person!, http.RequestAborted)).Outcome, form, reader, ui, http.RequestAborted));

        queue.MapPost("/views/{id:long}", async (long id, HttpContext http, IFormCollection form, SavedViews views, QueueReader reader, Ui ui) =>
            await SavedAsync(form["do"] == "delete"
                ? await views.DeleteAsync(id, ui.Person!, http.RequestAborted)
                : await views.ChangeAsync(id, form["name"], form["shared"] == "1", ui.Person!, http.RequestAborted), form, reader, ui, http.RequestAborted));
    }

    public static string With(string address, string name, string value) =>
        value.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";

    /// <summary>What this person recorded on the flags named in the address, so that it can be told and undone there. Others' verdicts are never shown by it.</summary>
    public static async Task<LastStep?> LastAsync(IDbContextFactory<InfoMonitorDb> databases, string? done, long? step, string? undo, string? refused, Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(databases);
        ArgumentNullException.ThrowIfNull(person);
        if (undo == Added) return new LastStep([], null, null, 0, CanUndo: false, TookBack: true);
        if (undo == Nothing) return new LastStep([], null, null, 0, CanUndo: false);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (step is { } id) return await BatchAsync(db, id, Ids(refused), person, cancellation);
        var ids = Ids(done);
        if (ids is []) return null;
        var mine = await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.FlagId) && r.ReviewerId == person.Id).OrderByDescending(r => r.Id).Take(200).ToListAsync(cancellation);
        if (mine is []) return null;
        var standing = mine.Where(r => r.UndoneAt is null).ToList();
        var first = standing.Count > 0 ? standing[0] : mine[0];
        var told = standing.Count > 0 ? [.. standing.Select(r => r.FlagId).Distinct()] : ids;
        var flags = await db.Flags.AsNoTracking().Where(f => told.Contains(f.Id)).Select(f => new { f.Id, f.Revision, f.State }).ToListAsync(cancellation);
        return new LastStep([.. flags.Select(f => new PickedFlag(f.Id, f.Revision))], first.Verdict, flags.Find(f => f.Id == first.FlagId)?.State, 0, CanUndo: standing.Count > 0);
    }

    public static long[] Ids(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => long.TryParse(t, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(200)];

    /// <summary>Until when a snooze asked for in words or as a date lasts; null when it is neither.</summary>
    public static DateTimeOffset? Until(string? until, string? date, WorkCalendar calendar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var today = calendar.DayOf(now);
        return until switch
        {
            "tomorrow" => calendar.StartOf(today.AddDays(1)),
            "next-working-day" => calendar.StartOf(calendar.NextWorkingDay(today)),
            "date" => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? calendar.StartOf(day) : null,
            _ => null,
        };
    }

    /// <summary>The queue in that view; where it was not saved, with the reason and what was typed.</summary>
    private static async Task<IResult> SavedAsync(ViewOutcome outcome, IFormCollection form, QueueReader reader, Ui ui, CancellationToken cancellation)
    {
        var filter = QueueFilter.Parse(form["view"]);
        if (outcome == ViewOutcome.Done) return Results.LocalRedirect("/queue" + filter);
        var view = await reader.ReadAsync(filter, null, ui.Person!, last: null, ui.Calendar.MidnightOf(ui.Today), cancellation);
        return Pages.Show<QueuePage>(view with { Refused = new RefusedView(outcome, form["name"].ToString(), form["shared"] == "1") }, DeskApi.StatusOf(outcome));
    }

    private static async Task<BatchResult?> StepAsync(IFormCollection form, PickedFlag[] flags, ReviewDesk desk, WorkCalendar calendar, Ui ui, CancellationToken cancellation)
    {
        var (person, key) = (ui.Person!, form["key"].ToString());
        switch (form["do"].ToString())
        {
            case "take":
                return await desk.AssignAsync(flags, person.Id, person, cancellation, key);
            case "assign":
                return long.TryParse(form["to"], CultureInfo.InvariantCulture, out var to) ? await desk.AssignAsync(flags, to, person, cancellation, key) : null;
            case "snooze":
                return Until(form["until"], form["date"], calendar, ui.Now) is { } until ? await desk.SnoozeAsync(flags, until, person, cancellation, key) : null;
            default:
                return Vocabulary.Parse<Verdict>(form["verdict"]) is { } verdict && verdict.IsDismissal() ? await desk.DismissAsync(flags, verdict, person, cancellation, key) : null;
        }
    }

    private static async Task<LastStep?> BatchAsync(InfoMonitorDb db, long id, long[] refused, Person person, CancellationToken cancellation)
    {
        var left = await DueAsync(db.Flags.Where(f => refused.Contains(f.Id) && f.UrgentAt != null), cancellation);
        if (id == 0) return new LastStep([], null, null, 0, CanUndo: false, Step: 0, Refused: left);
        var step = await db.BatchSteps.AsNoTracking().Include(s => s.Flags).SingleOrDefaultAsync(s => s.Id == id && s.AccountId == person.Id, cancellation);
        if (step is null) return null;
        var flags = step.Flags.Select(f => new PickedFlag(f.FlagId, f.Revision)).ToList();
        var ids = flags.Select(f => f.Id).ToArray();
        var asleep = step is { Until: { } until, UndoneAt: null } ? await DueAsync(db.Flags.Where(f => ids.Contains(f.Id) && f.State == FlagState.Snoozed && f.DueAt < until), cancellation) : [];
        return new LastStep(flags, step.Verdict, null, Math.Max(0, step.LeftAlone - left.Count), step.UndoneAt is null, step.Id, step.Kind, step.Until, step.GivenTo is { } to && to != person.Id, asleep, left);
    }

    private static async Task<IReadOnlyList<FlagDue>> DueAsync(IQueryable<Flag> flags, CancellationToken cancellation) =>
        await flags.AsNoTracking().OrderBy(f => f.DueAt).Select(f => new FlagDue(f.Id, f.DueAt)).ToListAsync(cancellation);
}
