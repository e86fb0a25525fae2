using InfoMonitor.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Storage;

/// <summary>Keeps <see cref="SearchEntry"/> in step with flags and references: whoever saves one saves its words too, in the same transaction, without knowing of it.</summary>
/// <remarks>An update that goes past the context (<c>ExecuteUpdate</c>) goes past this too: change the sentence of a flag, the text of its item and references through the context. Deletes cascade in the database.</remarks>
internal static class SearchKeeper
{
    public static async Task KeepAsync(InfoMonitorDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is Reference or Flag or Item).ToList();
        foreach (var reference in changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<Reference>())
            if (!db.SearchEntries.Local.Any(e => e.Reference == reference))
                db.SearchEntries.Add(new SearchEntry { Scope = SearchScope.Reference, Reference = reference, Words = SearchWords.Of(reference.Statement, reference.Verdict, reference.Correction, reference.Publisher) });
        foreach (var flag in changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<Flag>())
            if (!db.SearchEntries.Local.Any(e => e.Flag == flag))
                db.SearchEntries.Add(new SearchEntry { Scope = ScopeOf(flag.State), Flag = flag, Words = WordsOf(flag, flag.Item ?? await db.Items.FindAsync([flag.ItemId], cancellation)) });
        foreach (var flag in await ChangedAsync(db, [.. changed.Where(e => e.State == EntityState.Modified).Select(e => e.Entity)], cancellation))
        {
            if (await EntryAsync(db, flag.Id, cancellation) is not { } entry) continue;
            entry.Scope = ScopeOf(flag.State);
            if (db.Entry(flag).Property(f => f.Sentence).IsModified || db.Entry(flag).Property(f => f.ItemId).IsModified || flag.Item is { } item && IsRewritten(db, item))
                entry.Words = WordsOf(flag, await db.Items.FindAsync([flag.ItemId], cancellation));
        }
    }

    /// <summary>Flags whose state crossed a scope, whose sentence or item is another, or whose item was rewritten (read again, redacted).</summary>
    private static async Task<List<Flag>> ChangedAsync(InfoMonitorDb db, List<object> modified, CancellationToken cancellation)
    {
        var changed = modified.OfType<Flag>().Select(f => db.Entry(f))
            .Where(e => ScopeOf(e.Property(f => f.State).OriginalValue) != ScopeOf(e.Entity.State) || e.Property(f => f.Sentence).IsModified || e.Property(f => f.ItemId).IsModified).Select(e => e.Entity).ToList();
        foreach (var item in modified.OfType<Item>().Where(i => IsRewritten(db, i)))
            if (await db.Flags.SingleOrDefaultAsync(f => f.StoryId == item.StoryId && f.ItemId == item.Id, cancellation) is { } flag && !changed.Contains(flag)) changed.Add(flag);
        return changed;
    }

    private static bool IsRewritten(InfoMonitorDb db, Item item) => db.Entry(item) is { State: EntityState.Modified } e && (e.Property(i => i.Title).IsModified || e.Property(i => i.Text).IsModified);

    private static async Task<SearchEntry?> EntryAsync(InfoMonitorDb db, long flag, CancellationToken cancellation) =>
        db.SearchEntries.Local.FirstOrDefault(e => e.FlagId == flag) ?? await db.SearchEntries.SingleOrDefaultAsync(e => e.FlagId == flag, cancellation);

    private static string WordsOf(Flag flag, Item? item) => SearchWords.Of(flag.Sentence, item?.Title, item?.Text);

    private static SearchScope ScopeOf(FlagState state) => state.IsSettled() ? SearchScope.Settled : SearchScope.Open;
}
