using System.Runtime.CompilerServices;
using InfoMonitor.Audit;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Storage;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;

namespace InfoMonitor.Reviews;

/// <summary>What became of accepting or refusing a label.</summary>
internal enum LabelOutcome
{
    Done,
    NotFound,

    /// <summary>The one who proposed it cannot judge it.</summary>
    Own,

    /// <summary>Somebody else judged it, or this person otherwise.</summary>
    Judged,

    /// <summary>It is not said what the sentence is, or in a word that the verdict does not bear.</summary>
    NoWord,
}

/// <param name="Class">Of a label for the gate.</param>
/// <param name="Harm">Of a label for training: what two people found; null for one of a kind of sentence.</param>
/// <param name="Kind">Of a label for training without harm.</param>
/// <param name="Kinds">Those that the verdict bears; empty where it is not about a kind of sentence.</param>
/// <param name="Reason">The flag's.</param>
/// <param name="Names">Of people, schools and places written out in the text: an export holds their initials.</param>
/// <param name="Masked">Masked data in the text, as <c>[PHONE]</c>.</param>
/// <param name="Own">True where this person proposed it.</param>
internal sealed record LabelView(
    long Id, long FlagId, LabelUse Use, string Text, string Language, ProtectedClass? Class, FlagReason? Harm, SentenceKind? Kind, IReadOnlyList<SentenceKind> Kinds, LabelState State, FlagReason Reason,
    IReadOnlyList<string> Names, IReadOnlyList<string> Masked, bool Own, DateTimeOffset ProposedAt, DateTimeOffset? JudgedAt);

/// <summary>An accepted label as the models take it.</summary>
internal sealed record AcceptedLabel(long Id, LabelUse Use, string Language, ProtectedClass? Class, FlagReason? Harm, SentenceKind? Kind, string Text);

/// <summary>Reads labels and has a second person judge them; each step is audited.</summary>
internal sealed class LabelDesk(IDbContextFactory<InfoMonitorDb> databases, AuditedStep steps, AuditLog audit, TimeProvider clock)
{
    /// <summary>Newest first.</summary>
    public async Task<(IReadOnlyList<LabelView> Labels, long? Next)> PageAsync(LabelState state, long? before, int size, Person person, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = before ?? long.MaxValue;
        var rows = await (from l in db.Labels.AsNoTracking()
                          join f in db.Flags on l.FlagId equals f.Id
                          where l.State == state && l.Id < last
                          orderby l.Id descending
                          select new { Label = l, f.Sentence, Statement = f.Reference == null ? null : f.Reference.Statement, f.Language, f.Reason, f.Verdict }).Take(size + 1).ToListAsync(cancellation);
        var shown = rows.Take(size).Select(r => ViewOf(r.Label, TextOf(r.Sentence, r.Statement), r.Language, r.Reason, r.Verdict, person)).ToList();
        return (shown, rows.Count > size ? shown[^1].Id : null);
    }

    private static LabelView ViewOf(Label label, string text, string language, FlagReason reason, Verdict? verdict, Person person) => new(
        label.Id, label.FlagId, label.Use, text, language, label.Class, label.Harm, label.Kind, Kinds(label, verdict), label.State, reason,
        WrittenNames.Of(text), WrittenNames.Masked(text), label.ProposerId == person.Id, label.ProposedAt, label.JudgedAt);

    /// <summary>The one sentence that a label is of: where a correction was matched over several, that which says most of what it corrects.</summary>
    private static string TextOf(string sentence, string? statement)
    {
        if (statement is null) return sentence;
        var words = Words(statement);
        return Sentences.Split(sentence).Select(s => s.Of(sentence)).MaxBy(s => Words(s).Intersect(words).Count()) ?? sentence;

        static HashSet<string> Words(string text) => [.. Tokens.Of(text, 0).Select(t => t.Plain)];
    }

    /// <summary>Labels that this person can judge.</summary>
    public static Task<int> WaitingAsync(InfoMonitorDb db, Person person, int most, CancellationToken cancellation) =>
        db.Labels.Where(l => l.State == LabelState.Proposed && l.ProposerId != person.Id).OrderBy(l => l.Id).Take(most + 1).CountAsync(cancellation);

    /// <summary>Every accepted label, in the order of their numbers; names in it are initials, as in the rows that the models learn from.</summary>
    public async IAsyncEnumerable<AcceptedLabel> AcceptedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var labels = from l in db.Labels
                     join f in db.Flags on l.FlagId equals f.Id
                     where l.State == LabelState.Accepted && f.Reason != FlagReason.VictimExposure   // found since to expose somebody: never in an export (DESIGN 2.1)
                     orderby l.Id
                     select new { Label = new AcceptedLabel(l.Id, l.Use, f.Language, l.Class, l.Harm, l.Kind, f.Sentence), Statement = f.Reference == null ? null : f.Reference.Statement };
        await foreach (var row in labels.AsAsyncEnumerable().WithCancellation(cancellation)) yield return row.Label with { Text = WrittenNames.AsInitials(TextOf(row.Label.Text, row.Statement)) };
    }

    /// <param name="speech">Of a label for the gate, what it is; null for what stands there.</param>
    /// <param name="kind">The same of a label for training that says what kind of sentence it is.</param>
    public Task<LabelOutcome> AcceptAsync(long id, ProtectedClass? speech, SentenceKind? kind, Person person, CancellationToken cancellation) => JudgeAsync(id, LabelState.Accepted, speech, kind, person, cancellation);

    public Task<LabelOutcome> RefuseAsync(long id, Person person, CancellationToken cancellation) => JudgeAsync(id, LabelState.Refused, null, null, person, cancellation);

    private Task<LabelOutcome> JudgeAsync(long id, LabelState state, ProtectedClass? speech, SentenceKind? kind, Person person, CancellationToken cancellation) => steps.RunAsync(async db =>
    {
        if (await db.Labels.SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } label) return LabelOutcome.NotFound;
        if (label.ProposerId == person.Id) return LabelOutcome.Own;
        if (label.State != LabelState.Proposed) return label.State == state && label.JudgeId == person.Id && (speech is null || speech == label.Class) && (kind is null || kind == label.Kind) ? LabelOutcome.Done : LabelOutcome.Judged;   // sent twice is once
        if (state == LabelState.Accepted && !Fits(label, await db.Flags.Where(f => f.Id == label.FlagId).Select(f => f.Verdict).SingleAsync(cancellation), speech, kind)) return LabelOutcome.NoWord;
        var before = Picture(label);
        (label.State, label.Class, label.Kind, label.JudgeId, label.JudgedAt) = (state, speech ?? label.Class, kind ?? label.Kind, person.Id, clock.GetUtcNow());
        await audit.AppendAsync(db, person.Name, state == LabelState.Accepted ? "label.accept" : "label.refuse", $"label:{label.Id}", before, Picture(label), cancellation);
        return LabelOutcome.Done;
    }, cancellation);

    /// <summary>Whether the label says what the sentence is, in a word of its use that the verdict bears.</summary>
    private static bool Fits(Label label, Verdict? verdict, ProtectedClass? speech, SentenceKind? kind) =>
        label.Use == LabelUse.Gate ? (speech ?? label.Class) is not null && kind is null
        : speech is null && (label.Harm is not null ? kind is null : (kind ?? label.Kind) is { } said && Kinds(label, verdict).Contains(said));

    /// <summary>What two people called no claim is no assertion; what they called false states something or alleges it.</summary>
    private static SentenceKind[] Kinds(Label label, Verdict? verdict) =>
        label.Use == LabelUse.Gate || label.Harm is not null ? []
        : verdict == Verdict.NotAClaim ? [.. Enum.GetValues<SentenceKind>().Where(k => k != SentenceKind.Assertion)]
        : [SentenceKind.Assertion, SentenceKind.Allegation];

    private static object Picture(Label label) => new { flag = label.FlagId, use = label.Use.Word(), @class = label.Class?.Word(), harm = label.Harm?.Word(), kind = label.Kind?.Word(), state = label.State.Word() };
}
