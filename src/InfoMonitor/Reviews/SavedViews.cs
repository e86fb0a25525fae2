using InfoMonitor.Audit;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What became of a saved view.</summary>
internal enum ViewOutcome { Done, NotFound, NameMissing, NameTaken, TooMany }

/// <summary>Makes, renames and deletes saved views; each step is audited. What is kept is the filter as it writes itself: search words have no place in it.</summary>
internal sealed class SavedViews(AuditedStep steps, AuditLog audit, TimeProvider clock)
{
    public const int LongestName = 60;

    /// <summary>Views of one account, and shared views shown to everybody: each tab is counted on every page.</summary>
    public const int Most = 12;

    /// <summary>What an account sees: its own and the shared ones.</summary>
    public static IQueryable<SavedView> Of(InfoMonitorDb db, long account)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.SavedViews.AsNoTracking().Where(v => v.AccountId == account || v.Shared).OrderBy(v => v.Shared).ThenBy(v => v.Id).Take(2 * Most);
    }

    public Task<(ViewOutcome Outcome, SavedView? View)> AddAsync(string? name, string? query, bool shared, Person person, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        if (Clean(name) is not { } clean) return (ViewOutcome.NameMissing, (SavedView?)null);
        var mine = await db.SavedViews.Where(v => v.AccountId == person.Id).ToListAsync(cancellation);
        if (mine.FirstOrDefault(v => v.Name == clean) is { } same) return same.Query == Filters(query) && same.Shared == shared ? (ViewOutcome.Done, same) : (ViewOutcome.NameTaken, null);   // sent twice is once
        if (mine.Count >= Most || shared && await db.SavedViews.CountAsync(v => v.Shared, cancellation) >= Most) return (ViewOutcome.TooMany, null);
        var view = new SavedView { AccountId = person.Id, Name = clean, Query = Filters(query), Shared = shared, MadeAt = clock.GetUtcNow() };
        db.SavedViews.Add(view);
        await audit.AppendAsync(db, person.Name, "view.new", "views", null, Picture(view), cancellation);
        return (ViewOutcome.Done, view);
    }, cancellation);

    public Task<ViewOutcome> ChangeAsync(long id, string? name, bool shared, Person person, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        if (await FindAsync(db, id, person, cancellation) is not { } view) return ViewOutcome.NotFound;
        if (Clean(name) is not { } clean) return ViewOutcome.NameMissing;
        if (await db.SavedViews.AnyAsync(v => v.AccountId == view.AccountId && v.Name == clean && v.Id != id, cancellation)) return ViewOutcome.NameTaken;
        if (shared && !view.Shared && await db.SavedViews.CountAsync(v => v.Shared, cancellation) >= Most) return ViewOutcome.TooMany;
        if (view.Name == clean && view.Shared == shared) return ViewOutcome.Done;
        var before = Picture(view);
        (view.Name, view.Shared) = (clean, shared);
        await audit.AppendAsync(db, person.Name, "view.change", $"view:{id}", before, Picture(view), cancellation);
        return ViewOutcome.Done;
    }, cancellation);

    public Task<ViewOutcome> DeleteAsync(long id, Person person, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        if (await FindAsync(db, id, person, cancellation) is not { } view) return ViewOutcome.NotFound;
        db.SavedViews.Remove(view);
        await audit.AppendAsync(db, person.Name, "view.delete", $"view:{id}", Picture(view), null, cancellation);
        return ViewOutcome.Done;
    }, cancellation);

    /// <summary>Whoever made it, and for a shared one whoever leads the desk.</summary>
    public static bool MayChange(SavedView view, Person person)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(person);
        return view.AccountId == person.Id || view.Shared && person.May(Right.Assign);
    }

    private static async Task<SavedView?> FindAsync(InfoMonitorDb db, long id, Person person, CancellationToken cancellation) =>
        await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id, cancellation) is { } view && MayChange(view, person) ? view : null;

    /// <summary>Whatever else stood in the address is left out.</summary>
    private static string Filters(string? query) => QueueFilter.Parse(query).ToString();

    private static string? Clean(string? name) => PersonalDataMasker.Mask(Nfc.Of((name ?? "").Trim())) is { Length: > 0 and <= LongestName } clean ? clean : null;

    private static object Picture(SavedView view) => new { name = view.Name, query = view.Query, shared = view.Shared };
}
