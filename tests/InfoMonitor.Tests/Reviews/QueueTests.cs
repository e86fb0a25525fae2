using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Tests.Support;
using InfoMonitor.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

public sealed class QueueTests
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_filter_lets_its_flags_through_and_no_other(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var (plain, other) = (await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.Incitement, Sentence, correction: "Thẻ vẫn miễn phí", age: TimeSpan.FromDays(10)));
        var me = await PersonAsync(desk, "an");
        var binh = await PersonAsync(desk, "binh");
        await SetAsync(desk, other, set => set.SetProperty(f => f.Language, "en").SetProperty(f => f.PublisherKind, SourceKind.Agency).SetProperty(f => f.ModelVersion, "beef").SetProperty(f => f.ByHand, true).SetProperty(f => f.Split, true)
            .SetProperty(f => f.TopicBits, Flag.BitOf(Topic.Women)).SetProperty(f => f.State, FlagState.Claimed).SetProperty(f => f.HolderId, binh.Id).SetProperty(f => f.HeldUntil, TimeProvider.System.GetUtcNow().AddHours(1)));

        foreach (var query in new[] { "?reason=incitement", "?topic=women", "?state=claimed", "?age=over-week", "?age=over-three-days", "?language=en", "?correction=1", "?urgent=1", "?hand=1", "?publisher=agency", "?model=beef", "?holder=others", "?due=over", "?split=1" })
            (await IdsAsync(desk, query, me)).ShouldBe([other], query);
        foreach (var query in new[] { "?reason=unverified-claim", "?topic=children", "?state=new", "?age=under-day", "?age=under-week", "?language=vi", "?publisher=press", "?holder=nobody" })
            (await IdsAsync(desk, query, me)).ShouldBe([plain], query);
        (await IdsAsync(desk, "?sort=due", me)).ShouldBe([other, plain]);
        (await IdsAsync(desk, "?holder=me", binh)).ShouldBe([other]);
        (await IdsAsync(desk, "?holder=me", me)).ShouldBeEmpty();
        (await IdsAsync(desk, "?holder=binh", me)).Count.ShouldBe(2, "a name is no filter");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=all&reason=hate,incitement&topic=women&language=en&age=over-week&holder=others&publisher=united-nations&model=0af3&correction=1&urgent=1&hand=1&sort=age")]
    [InlineData("?age=under-day&due=over&holder=me&split=1&sort=due")]
    public void A_filter_reads_what_it_wrote(string query) => QueueFilter.Parse(query).ToString().ShouldBe(query);

    [Theory, OnSqlite, OnPostgres]
    public async Task By_age_and_by_due_time_the_oldest_comes_first_and_every_flag_once(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        for (var i = 0; i < 9; i++) await desk.FlagAsync(FlagReason.UnverifiedClaim, $"{Sentence} {i}", priority: i % 3 * 10, age: TimeSpan.FromHours(1 + i * 7 % 5));
        var me = await PersonAsync(desk, "an");
        var queue = desk.App.Services.GetRequiredService<QueueReader>();
        foreach (var (filter, at) in new (string, Func<QueueRow, DateTimeOffset>)[] { ("?sort=age", r => r.FoundAt), ("?sort=due", r => r.DueAt) })
        {
            var seen = new List<QueueRow>();
            QueueCursor? cursor = null;
            do
            {
                (var rows, cursor) = await queue.PageAsync(QueueFilter.Parse(filter), QueueCursor.Parse(cursor?.ToString()), 2, me.Id, default);
                seen.AddRange(rows);
            }
            while (cursor is not null);
            seen.Select(at).ShouldBeInOrder();
            seen.Select(r => r.Id).Distinct().Count().ShouldBe(9);
            seen.Count.ShouldBe(9);
            seen[0].Publishers.ShouldBe(["Báo Ven Sông"]);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_saved_view_keeps_filters_only_and_every_step_on_it_is_audited(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var (an, binh, hai) = (await PersonAsync(desk, "an"), await PersonAsync(desk, "binh"), await PersonAsync(desk, "hai"));
        var views = desk.App.Services.GetRequiredService<SavedViews>();
        var (outcome, view) = await views.AddAsync("Trẻ em, gọi 0912 345 678", "?topic=children&q=tên&holder=binh&urgent=1", shared: false, an, default);
        outcome.ShouldBe(ViewOutcome.Done);
        view!.Query.ShouldBe("?topic=children&urgent=1");
        view.Name.ShouldContain("[PHONE]");
        (await SeenAsync(desk, binh)).ShouldBeEmpty();

        (await views.ChangeAsync(view.Id, "Trẻ em", shared: true, binh, default)).ShouldBe(ViewOutcome.NotFound);
        (await views.ChangeAsync(view.Id, "Trẻ em", shared: true, an, default)).ShouldBe(ViewOutcome.Done);
        (await SeenAsync(desk, binh)).ShouldBe(["Trẻ em"]);
        (await views.AddAsync("Trẻ em", "", shared: false, an, default)).Outcome.ShouldBe(ViewOutcome.NameTaken);
        (await views.AddAsync(" ", "", shared: false, an, default)).Outcome.ShouldBe(ViewOutcome.NameMissing);
        (await views.DeleteAsync(view.Id, binh, default)).ShouldBe(ViewOutcome.NotFound);
        (await views.DeleteAsync(view.Id, hai, default)).ShouldBe(ViewOutcome.Done, "whoever leads the desk may clear shared views");

        await using var db = desk.App.Database();
        (await db.AuditEntries.Where(e => e.Action.StartsWith("view.")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()).ShouldBe(["view.new", "view.change", "view.delete"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_dismissals_are_one_step_and_undone_as_one(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var an = await PersonAsync(desk, "an");
        var ids = new[] { await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " 2"), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " 3") };
        var reviews = desk.App.Services.GetRequiredService<ReviewDesk>();
        var result = await reviews.DismissAsync([new(ids[0], 0), new(ids[1], 0), new(ids[2], 7)], Verdict.OffTopic, an, default);
        result.Flags.Select(f => f.Outcome).ShouldBe([StepOutcome.Done, StepOutcome.Done, StepOutcome.Changed]);
        (await FlagsAsync(desk)).Select(f => f.Verdict).ShouldBe([Verdict.OffTopic, Verdict.OffTopic, null]);
        (await reviews.UndoStepAsync(result.Step!.Value, await PersonAsync(desk, "binh"), default)).ShouldBeNull("only whoever took the step takes it back");
        (await reviews.UndoStepAsync(result.Step!.Value, an, default))!.Count.ShouldBe(2);
        (await FlagsAsync(desk)).ShouldAllBe(f => f.State == FlagState.New && f.Verdict == null);
        (await reviews.UndoStepAsync(result.Step!.Value, an, default)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => reviews.DismissAsync([new(ids[0], 0)], Verdict.False, an, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_snoozed_flag_leaves_the_queue_comes_back_by_itself_and_can_be_put_back(string provider)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));   // Friday, 16:00 in Hanoi
        await using var desk = await TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var an = await PersonAsync(desk, "an");
        var (first, second) = (await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence), await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence + " 2"));
        var reviews = desk.App.Services.GetRequiredService<ReviewDesk>();
        var until = QueueEndpoints.Until("next-working-day", null, desk.App.Services.GetRequiredService<WorkCalendar>(), clock.GetUtcNow())!.Value;
        until.ShouldBe(new DateTimeOffset(2026, 11, 30, 0, 30, 0, TimeSpan.Zero), "Monday, 07:30");
        (await reviews.SnoozeAsync([new(first, 0)], clock.GetUtcNow().AddDays(31), an, default)).ShouldBeNull("not further than 30 days");

        var snooze = (await reviews.SnoozeAsync([new(first, 0), new(second, 0)], until, an, default))!;
        (await IdsAsync(desk, "", an)).ShouldBeEmpty();
        (await reviews.UndoStepAsync(snooze.Step!.Value, an, default))!.ShouldAllBe(f => f.IsDone);
        (await FlagsAsync(desk)).ShouldAllBe(f => f.State == FlagState.New && f.SnoozedUntil == null);

        (await reviews.SnoozeAsync([new(first, 2)], until, an, default))!.Flags[0].IsDone.ShouldBeTrue();
        (await reviews.WakeAsync(default)).ShouldBe(0);
        clock.Advance(until - clock.GetUtcNow());
        await reviews.WakeAsync(default);   // unless the desk's own minute was first
        (await IdsAsync(desk, "", an)).Order().ShouldBe([first, second]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Flags_are_taken_by_anybody_and_given_to_others_by_seniors_only(string provider)
    {
        await using var desk = await TestDesk.StartAsync(provider);
        var (an, binh, hai) = (await PersonAsync(desk, "an"), await PersonAsync(desk, "binh"), await PersonAsync(desk, "hai"));
        var id = await desk.FlagAsync(FlagReason.UnverifiedClaim, Sentence);
        var reviews = desk.App.Services.GetRequiredService<ReviewDesk>();
        (await reviews.AssignAsync([new(id, 0)], binh.Id, an, default)).ShouldBeNull("an analyst gives nothing to others");
        (await reviews.AssignAsync([new(id, 0)], (await PersonAsync(desk, "chi")).Id, hai, default)).ShouldBeNull("a spokesperson decides nothing");
        (await reviews.AssignAsync([new(id, 0)], an.Id, an, default))!.Flags[0].State.ShouldBe(FlagState.Claimed);
        (await reviews.AssignAsync([new(id, 1)], binh.Id, binh, default))!.Flags[0].Outcome.ShouldBe(StepOutcome.Held);
        var given = (await reviews.AssignAsync([new(id, 1)], binh.Id, hai, default))!;
        var flag = (await FlagsAsync(desk))[0];
        flag.HolderId.ShouldBe(binh.Id);
        flag.ClaimedAt.ShouldNotBeNull();
        (await reviews.UndoStepAsync(given.Step!.Value, hai, default))![0].IsDone.ShouldBeTrue();
        (await FlagsAsync(desk))[0].HolderId.ShouldBe(an.Id, "as it stood before");
    }

    private static async Task<Person> PersonAsync(TestDesk desk, string name)
    {
        await using var db = desk.App.Database();
        var account = await db.Accounts.SingleAsync(a => a.Name == name);
        return new Person(account.Id, name, account.Roles.ToHashSet());
    }

    private static async Task<IReadOnlyList<long>> IdsAsync(TestDesk desk, string query, Person person) =>
        [.. (await desk.App.Services.GetRequiredService<QueueReader>().PageAsync(QueueFilter.Parse(query), null, 50, person.Id, default)).Rows.Select(r => r.Id)];

    private static async Task<List<Flag>> FlagsAsync(TestDesk desk)
    {
        await using var db = desk.App.Database();
        return await db.Flags.AsNoTracking().OrderBy(f => f.Id).ToListAsync();
    }

    private static async Task<List<string>> SeenAsync(TestDesk desk, Person person)
    {
        await using var db = desk.App.Database();
        return await SavedViews.Of(db, person.Id).Select(v => v.Name).ToListAsync();
    }

    private static async Task SetAsync(TestDesk desk, long id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Flag>> set)
    {
        await using var db = desk.App.Database();
        await db.Flags.Where(f => f.Id == id).ExecuteUpdateAsync(set);
    }
}
