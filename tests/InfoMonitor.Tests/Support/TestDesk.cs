using System.Net;
using System.Text.RegularExpressions;
using InfoMonitor.Accounts;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Support;

/// <summary>The desk, served over real HTTP from a home of its own, with analysts (an, binh, giang), a senior (hai), a spokesperson (chi), an operator (dung) and an auditor (kim).</summary>
internal sealed partial class TestDesk : IAsyncDisposable
{
    public const string Password = "mưa rơi trên lá tre";

    private readonly TestHome home;
    private readonly Action<WebApplicationBuilder>? adjust;
    private readonly string[] settings;
    private bool stopped;

    private TestDesk(TestHome home, WebApplication app, Action<WebApplicationBuilder>? adjust, string[] settings) =>
        (this.home, App, Address, this.adjust, this.settings) = (home, app, app.Address(), adjust, settings);

    public WebApplication App { get; private set; }

    public Uri Address { get; }

    public static async Task<TestDesk> StartAsync(string provider = "Sqlite", Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var place = await TestHome.CreateAsync(provider);
        settings = ["--roles=web", "--Accounts:PerMinute=1000", "--Reviews:Recheck=0", .. settings];
        var app = await place.BuildAsync(adjust, settings);
        var book = app.Services.GetRequiredService<AccountBook>();
        foreach (var (name, role) in new[] { ("an", Role.Analyst), ("binh", Role.Analyst), ("giang", Role.Analyst), ("chi", Role.Spokesperson), ("dung", Role.Operator), ("hai", Role.Senior), ("kim", Role.Auditor) })
            (await book.AddAsync(name, [role], Password, language: null, CancellationToken.None)).ShouldBeOfType<AccountChange.Done>();
        await app.StartAsync();
        return new TestDesk(place, app, adjust, settings);
    }

    /// <summary>The server goes away: nobody listens at <see cref="Address"/> any more.</summary>
    public async Task StopAsync()
    {
        if (stopped) return;
        stopped = true;
        await App.StopAsync();
        await App.DisposeAsync();
    }

    /// <summary>Another server, on the same home and at the same address.</summary>
    public async Task StartAgainAsync()
    {
        App = await home.BuildAsync(adjust, [.. settings, "--urls=" + Address]);
        stopped = false;
        await App.StartAsync();
    }

    /// <summary>A client with its own cookies; does not follow redirects, so that a test sees them.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Requested-With", "test");
        return client;
    }

    public async Task<Person> PersonAsync(string name)
    {
        await using var db = App.Database();
        var account = await db.Accounts.SingleAsync(a => a.Name == name);
        return new Person(account.Id, name, account.Roles.ToHashSet());
    }

    /// <summary>A client signed in through the page's own form.</summary>
    public async Task<HttpClient> SignInAsync(string name)
    {
        var client = Client();
        var answer = await PostAsync(client, "/sign-in", "/sign-in", ("name", name), ("password", Password), ("return", "/queue"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups["token"].Value;
        token.ShouldNotBeEmpty($"{page} has no form");
        return await client.PostAsync(action, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    /// <summary>A story of one item with a flag on it.</summary>
    public async Task<long> FlagAsync(FlagReason reason, string sentence, int priority = 50, string? correction = null, TimeSpan? age = null)
    {
        await using var db = App.Database();
        var at = App.Services.GetRequiredService<TimeProvider>().GetUtcNow() - (age ?? TimeSpan.FromHours(1));
        if (await db.Sources.FindAsync("ven-song") is null) db.Sources.Add(new Source { Id = "ven-song", Publisher = "Báo Ven Sông", Language = "vi", LastReadAt = at });
        var reference = correction is null ? null : new Reference
        {
            Kind = ReferenceKind.FactCheck, Statement = correction, Verdict = "Sai", Publisher = "Tổ Kiểm chứng Cửa Sông", Url = "https://kiem-chung.example/1", Independent = true, AddedAt = at,
            Hash = Reference.HashOf(ReferenceKind.FactCheck, "Tổ Kiểm chứng Cửa Sông", correction, "Sai"),
        };
        if (reference is not null) db.References.Add(reference);
        var story = new Story { Language = "vi", FirstSeenAt = at, LastSeenAt = at, ItemCount = 1, SourceCount = 1 };
        story.Topics.Add(new StoryTopic { Topic = Topic.Children });
        const string lead = "Theo phản ánh của bạn đọc, nhiều gia đình đang hỏi nhau về tin này. ";
        var item = new Item
        {
            SourceId = "ven-song", Url = "https://ven-song.example/" + Guid.NewGuid().ToString("N"), Title = "Phụ huynh hỏi nhau về thẻ bảo hiểm", Text = $"{lead}{sentence}\nTrạm y tế xã chưa trả lời bằng văn bản.",
            Language = "vi", FoundAt = at, ExactHash = Guid.NewGuid().ToString("N"), IsOriginal = true,
            Assessment = new Assessment
            {
                Language = "vi", Assessed = true, Scores = new Dictionary<FlagReason, double> { [reason] = 0.91 }, Topics = [Topic.Children], Protected = [ProtectedClass.Question],
                Reasons = [reason], CheckWorthiness = 0.7, DeservesAnswer = false, ModelVersion = "0123456789abcdef",
                Because = [new Explanation { Reason = reason, Sentence = sentence, Offset = lead.Length, Words = [new WeightedWords(sentence.Split(' ')[1], 1.5), new WeightedWords("của", -0.2)], Bias = 1.01, LogOdds = 2.31, Probability = 0.91 }],
            },
        };
        story.Items.Add(item);
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        var flag = new Flag
        {
            StoryId = story.Id, ItemId = item.Id, Reason = reason, Priority = priority, State = FlagState.New, UrgentAt = reason is FlagReason.Incitement or FlagReason.ExploitationLure or FlagReason.VictimExposure ? at : null, TopicBits = Flag.BitsOf([Topic.Children]), PublisherKind = SourceKind.Press, FoundAt = at, DueAt = at.AddDays(1),
            Sentence = sentence, Language = "vi", ModelVersion = "0123456789abcdef", ReferenceId = reference?.Id,
        };
        db.Flags.Add(flag);
        await db.SaveChangesAsync();
        return flag.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await home.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
