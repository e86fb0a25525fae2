using System.Runtime.CompilerServices;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What became of accepting or refusing a row.</summary>
internal enum GateOutcome
{
    Done,
    NotFound,

    /// <summary>The one who proposed it cannot judge it.</summary>
    Own,

    /// <summary>Somebody else judged it otherwise.</summary>
    Judged,

    /// <summary>It is not said what kind of protected speech it is.</summary>
    NoClass,
}

/// <param name="Own">True where this person proposed it.</param>
internal sealed record GateRowView(long Id, long FlagId, string Text, string Language, ProtectedClass? Class, GateRowState State, FlagReason Reason, bool Own, DateTimeOffset ProposedAt, DateTimeOffset? JudgedAt);

/// <summary>A row as the suite takes it.</summary>
internal sealed record AcceptedRow(long Id, string Language, ProtectedClass Class, string Text);

/// <summary>Reads proposed rows and has a second person judge them; each step is audited.</summary>
internal sealed class GateDesk(IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, AuditLog audit, TimeProvider clock)
{
    /// <summary>Newest first.</summary>
    public async Task<(IReadOnlyList<GateRowView> Rows, long? Next)> PageAsync(GateRowState state, long? before, int size, Person person, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = before ?? long.MaxValue;
        var rows = await Shown(db, db.GateRows.Where(r => r.State == state && r.Id < last), person.Id).Take(size + 1).ToListAsync(cancellation);
        return rows.Count > size ? (rows[..size], rows[size - 1].Id) : (rows, null);
    }

    /// <summary>Rows that this person can judge.</summary>
    public static Task<int> WaitingAsync(InfoMonitorDb db, Person person, int most, CancellationToken cancellation) =>
        db.GateRows.Where(r => r.State == GateRowState.Proposed && r.ProposerId != person.Id).OrderBy(r => r.Id).Take(most + 1).CountAsync(cancellation);

    /// <summary>Every accepted row, in the order of their numbers.</summary>
    public async IAsyncEnumerable<AcceptedRow> AcceptedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = from r in db.GateRows
                   join f in db.Flags on r.FlagId equals f.Id
                   where r.State == GateRowState.Accepted
                   orderby r.Id
                   select new AcceptedRow(r.Id, f.Language, r.Class!.Value, f.Sentence);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation)) yield return row;
    }

    /// <param name="speech">What it is; null for what stands there.</param>
    public Task<GateOutcome> AcceptAsync(long id, ProtectedClass? speech, Person person, CancellationToken cancellation) => JudgeAsync(id, GateRowState.Accepted, speech, person, cancellation);

    public Task<GateOutcome> RefuseAsync(long id, Person person, CancellationToken cancellation) => JudgeAsync(id, GateRowState.Refused, null, person, cancellation);

    private Task<GateOutcome> JudgeAsync(long id, GateRowState state, ProtectedClass? speech, Person person, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        if (await db.GateRows.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } row) return GateOutcome.NotFound;
        if (row.ProposerId == person.Id) return GateOutcome.Own;
        if (row.State != GateRowState.Proposed) return row.State == state && (speech is null || speech == row.Class) ? GateOutcome.Done : GateOutcome.Judged;   // sent twice is once
        if (state == GateRowState.Accepted && (speech ?? row.Class) is null) return GateOutcome.NoClass;
        var before = Picture(row);
        (row.State, row.Class, row.JudgeId, row.JudgedAt) = (state, speech ?? row.Class, person.Id, clock.GetUtcNow());
        await audit.AppendAsync(db, person.Name, state == GateRowState.Accepted ? "gate.accept" : "gate.refuse", $"gate:{row.Id}", before, Picture(row), cancellation);
        return GateOutcome.Done;
    }, cancellation);

    private static IQueryable<GateRowView> Shown(InfoMonitorDb db, IQueryable<GateRow> rows, long me) =>
        from r in rows.AsNoTracking()
        join f in db.Flags on r.FlagId equals f.Id
        orderby r.Id descending
        select new GateRowView(r.Id, r.FlagId, f.Sentence, f.Language, r.Class, r.State, f.Reason, r.ProposerId == me, r.ProposedAt, r.JudgedAt);

    private static object Picture(GateRow row) => new { flag = row.FlagId, @class = row.Class?.Word(), state = row.State.Word() };
}
