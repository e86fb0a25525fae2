using System.Net;
using System.Security.Cryptography;
using System.Text;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Privacy;
using InfoMonitor.Content.Text;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Ingestion;
using InfoMonitor.Storage;
using InfoMonitor.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InfoMonitor.Tests.Ingestion;

/// <summary>A service on a real database whose judge is a list of phrases: what a text is flagged for is the test's choice.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly TestHome home;
    private readonly Dictionary<string, FlagReason> phrases;

    private Bench(TestHome home, FakeTimeProvider clock, Dictionary<string, FlagReason> phrases)
    {
        this.home = home;
        this.phrases = phrases;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }
    public WebApplication App { get; private set; } = null!;
    public string[] Settings => home.Settings;
    public string Folder => home.Folder;

    /// <summary>Takes the place of the phrases where a test needs another judgement.</summary>
    public Judge? Judge { get; set; }

    /// <summary>Takes the place of the matcher; without it nothing repeats a reference.</summary>
    public Repeats? Repeats { get; set; }

    public static async Task<Bench> CreateAsync(string provider, params (string Phrase, FlagReason Reason)[] phrases)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        var bench = new Bench(await TestHome.CreateAsync(provider), clock, phrases.ToDictionary(p => p.Phrase, p => p.Reason, StringComparer.Ordinal));
        bench.App = await bench.BuildAsync();
        await using var db = bench.App.Database();
        foreach (var (id, ownership) in new[] { ("bao-a", Ownership.Independent), ("bao-b", Ownership.State), ("bao-c", Ownership.Unknown) })
            db.Sources.Add(new Source { Id = id, Publisher = "Tòa soạn " + id, Language = "vi", Ownership = ownership, Enabled = true });
        await db.SaveChangesAsync();
        return bench;
    }

    /// <summary>One more node on the same database.</summary>
    public Task<WebApplication> BuildAsync(params string[] settings) => home.BuildAsync(builder =>
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<Judge>((title, text, language, corrections) => (Judge ?? ByPhrase)(title, text, language, corrections))
            .AddSingleton<Repeats>((title, text, corrections) => Repeats?.Invoke(title, text, corrections) == true), settings);

    public async Task<long> AddPageAsync(string source, string path, DateTimeOffset? announced = null)
    {
        var address = Address(source, path).AbsoluteUri;
        var masked = PersonalDataMasker.MaskUrl(address);
        var page = new Page
        {
            SourceId = source, Url = masked, UrlMasked = masked != address, FoundAt = Clock.GetUtcNow(), AnnouncedAt = announced, Attempts = 1,
            UrlHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address))),
        };
        await using var db = App.Database();
        db.Pages.Add(page);
        await db.SaveChangesAsync();
        return page.Id;
    }

    public async Task<PageOutcome> IngestAsync(string source, string path, string title, string text, string head = "") =>
        await IngestAsync(App, await AddPageAsync(source, path), source, path, Html(title, text, head));

    public static async Task<PageOutcome> IngestAsync(WebApplication node, long page, string source, string path, string html, string? contentType = "text/html; charset=utf-8")
    {
        await using var db = node.Database();
        var fetched = new FetchResult.Fetched(Address(source, path), Encoding.UTF8.GetBytes(html), contentType, null, null, null);
        return await node.Services.GetRequiredService<Ingestor>().IngestAsync(page, await db.Sources.AsNoTracking().SingleAsync(s => s.Id == source), fetched, CancellationToken.None);
    }

    /// <summary>The only flag's sentence stands proposed for the models, and accepted.</summary>
    public async Task ProposeAsync()
    {
        var account = ((AccountChange.Done)await App.Accounts().AddAsync("an", [Role.Analyst], TestDesk.Password, null, default)).Account;
        await using var db = App.Database();
        db.Labels.Add(new Label { FlagId = (await db.Flags.SingleAsync()).Id, ProposerId = account.Id, ProposedAt = Clock.GetUtcNow(), Class = ProtectedClass.Complaint, State = LabelState.Accepted });
        await db.SaveChangesAsync();
    }

    public static Uri Address(string source, string path) => new($"https://{source}.example/{path}");

    public static string Html(string title, string text, string head = "") =>
        $"""
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title>{head}</head>
        <body><nav><a href="/">Trang chủ</a></nav><article><h1>{WebUtility.HtmlEncode(title)}</h1>
        {string.Concat(text.Split('\n').Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>\n"))}</article></body></html>
        """;

    /// <summary>Ordinary sentences, the same for the same number.</summary>
    public static string Prose(int seed, int sentences = 9)
    {
        string[] who = ["Người dân", "Bà con", "Hội phụ nữ", "Đoàn thanh niên", "Trạm y tế", "Nhà văn hóa", "Hợp tác xã", "Ban quản lý chợ", "Thư viện huyện", "Câu lạc bộ"];
        string[] does = ["tổ chức buổi gặp mặt", "khai trương phòng đọc", "nhận thêm sách mới", "sửa lại con đường", "trồng thêm cây xanh", "mở lớp học buổi tối", "hẹn lịch khám định kỳ", "dọn vệ sinh kênh mương", "chuẩn bị mùa vụ mới", "họp bàn việc chung"];
        string[] when = ["vào sáng thứ bảy", "trong tuần này", "từ đầu tháng sau", "sau kỳ nghỉ lễ", "trước mùa mưa", "vào cuối năm", "trong hai ngày", "khi trời mát", "vào buổi chiều", "suốt cả tháng"];
        string[] where = ["ở nhà văn hóa thôn", "tại sân trường cũ", "bên bờ sông", "trong khu chợ mới", "ở trụ sở xã", "dọc theo con kênh", "tại bến xe", "trong vườn chung", "ở sân vận động", "bên cạnh trạm bơm"];
        var random = new Random(seed);
        return string.Join('\n', Enumerable.Range(0, sentences).Select(_ => $"{who[random.Next(10)]} {does[random.Next(10)]} {where[random.Next(10)]} {when[random.Next(10)]}, {who[random.Next(10)].ToLowerInvariant()} {does[random.Next(10)]} {where[random.Next(10)]}."));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await home.DisposeAsync();
    }

    private Assessment ByPhrase(string? title, string text, string language, CorrectionIndex corrections)
    {
        var found = phrases.Where(p => text.Contains(p.Key, StringComparison.Ordinal)).ToArray();
        return Make(language, [.. found.Select(p => p.Value)], [.. found.Select(p => Explain(text, p.Key, p.Value))]);
    }

    public static Assessment Make(string language, IReadOnlyList<FlagReason> reasons, IReadOnlyList<Explanation> because, bool deservesAnswer = false) => new()
    {
        Language = language, Assessed = true, Scores = reasons.ToDictionary(r => r, _ => 0.9), Topics = reasons is [] ? [] : [Topic.Women, Topic.Children], Protected = [],
        Reasons = reasons, Because = because, CheckWorthiness = 0.5, DeservesAnswer = deservesAnswer, ModelVersion = "test",
    };

    public static Explanation Explain(string text, string phrase, FlagReason reason, string? reference = null)
    {
        var sentence = Sentences.Split(text).First(s => s.Of(text).Contains(phrase, StringComparison.Ordinal));
        var tokens = sentence.Of(text).ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var words = tokens.Zip(tokens.Skip(1), (a, b) => $"{a} {b}").Distinct().Select((w, i) => new WeightedWords(w, 1.0 / (i + 1))).ToArray();
        return new Explanation { Reason = reason, Sentence = sentence.Of(text), Offset = sentence.Start, Words = words, Bias = -1, LogOdds = words.Sum(w => w.Weight) - 1, Probability = 0.9, ReferenceId = reference };
    }
}

internal static class Tables
{
    /// <summary>Every value of every table as text, with its column: what is stored, whatever the model says about it.</summary>
    public static async Task<IReadOnlyList<(string Column, string Value)>> EverythingAsync(this InfoMonitorDb db)
    {
        var all = new List<(string, string)>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // names of our own tables
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (!await reader.IsDBNullAsync(i)) all.Add(($"{table}.{reader.GetName(i)}", reader.GetValue(i).ToString()!));
        }
        return all;
    }
}
