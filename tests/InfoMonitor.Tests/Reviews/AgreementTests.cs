using System.Net.Http.Json;
using System.Text.Json;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Reviews;
using InfoMonitor.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfoMonitor.Tests.Reviews;

/// <summary>A share of what one person dismisses is looked at again by another, who does not see the first; how far they agree is shown.</summary>
public sealed class AgreementTests
{
    private const string Sentence = "Từ tháng sau trẻ em phải đóng tiền mới được cấp thẻ bảo hiểm y tế.";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_chance_chooses_waits_for_a_second_person_who_cannot_tell_why(string provider)
    {
        var draws = new Queue<double>([0.9, 0.049, 0.05, 0.01, 0.9]);
        await using var desk = await TestDesk.StartAsync(provider, builder => builder.Services.AddSingleton<Chance>(() => draws.Dequeue()), "--Reviews:Recheck=0.05");
        using var an = await desk.SignInAsync("an");
        using var binh = await desk.SignInAsync("binh");
        using var giang = await desk.SignInAsync("giang");
        var ids = new List<long>();
        for (var i = 0; i < 4; i++) ids.Add(await desk.FlagAsync(FlagReason.UnverifiedClaim, $"{Sentence} {i}"));
        (await DecideAsync(an, ids[0], "off-topic")).ShouldBe("decided");
        (await DecideAsync(an, ids[1], "protected")).ShouldBe("awaiting-second");
        (await DecideAsync(an, ids[2], "accurate")).ShouldBe("decided");
        (await DecideAsync(an, ids[3], "not-a-claim")).ShouldBe("awaiting-second");

        foreach (var address in new[] { $"/flags/{ids[1]}", $"/api/v1/flags/{ids[1]}", "/api/v1/flags" }) (await binh.GetStringAsync(address)).ShouldNotContain("recheck", Case.Insensitive);
        (await an.GetStringAsync($"/flags/{ids[1]}")).ShouldContain("được chọn ngẫu nhiên");
        (await binh.GetStringAsync($"/flags/{ids[1]}")).ShouldNotContain("ngẫu nhiên");
        var blind = await binh.GetFromJsonAsync<JsonElement>($"/api/v1/flags/{ids[1]}");
        (blind.GetProperty("verdict").ValueKind, blind.GetProperty("reviews").GetArrayLength()).ShouldBe((JsonValueKind.Null, 0));

        await SendAsync(an, ids[1], "undo", null);
        (await DecideAsync(an, ids[1], "protected")).ShouldBe("awaiting-second", "undone and given again it stays chosen");
        (await DecideAsync(binh, ids[1], "protected")).ShouldBe("decided");
        (await DecideAsync(binh, ids[3], "off-topic")).ShouldBe("new", "they differ: a third is asked");
        (await DecideAsync(giang, ids[3], "off-topic")).ShouldBe("decided");

        var agreement = (await an.GetFromJsonAsync<JsonElement>("/api/v1/load")).GetProperty("agreement");
        (agreement.GetProperty("pairs").GetInt32(), agreement.GetProperty("agreed").GetInt32()).ShouldBe((2, 1));
        agreement.GetProperty("kappa").GetDouble().ShouldBe(1.0 / 3, 0.001);   // po 1/2, pe 1/4
        var page = await an.GetStringAsync("/load");
        page.ShouldContain("Hai người xem độc lập");
        page.ShouldContain("<strong>0,33</strong>");
    }

    [Fact]
    public void Kappa_is_Cohens_of_all_verdicts_and_of_each_against_the_others()
    {
        // The textbook's table: 20 both yes, 5 and 10 differ, 15 both no: po 0.7, pe 0.5.
        var pairs = Enumerable.Repeat((Verdict.Protected, Verdict.Protected), 20).Concat(Enumerable.Repeat((Verdict.Protected, Verdict.OffTopic), 5))
            .Concat(Enumerable.Repeat((Verdict.OffTopic, Verdict.Protected), 10)).Concat(Enumerable.Repeat((Verdict.OffTopic, Verdict.OffTopic), 15)).ToArray();
        var agreement = Agreement.Of(pairs);
        agreement.ShouldSatisfyAllConditions(a => a.Pairs.ShouldBe(50), a => a.Agreed.ShouldBe(35), a => a.Kappa!.Value.ShouldBe(0.4, 1e-9));
        agreement.Verdicts.Select(v => (v.Verdict, v.Given, v.Both)).ShouldBe([(Verdict.Protected, 35, 20), (Verdict.OffTopic, 30, 15)]);
        agreement.Verdicts.ShouldAllBe(v => Math.Abs(v.Kappa!.Value - 0.4) < 1e-9);

        Agreement.Of([]).ShouldSatisfyAllConditions(a => a.Kappa.ShouldBeNull(), a => a.Verdicts.ShouldBeEmpty());
        Agreement.Of([(Verdict.False, Verdict.False)]).Kappa.ShouldBeNull("chance alone would agree");
        Agreement.Of([(Verdict.False, Verdict.Accurate), (Verdict.Accurate, Verdict.False)]).Kappa.ShouldBe(-1);
    }

    private static async Task<string?> DecideAsync(HttpClient client, long id, string verdict) => await SendAsync(client, id, "verdict", JsonContent.Create(new { verdict }));

    private static async Task<string?> SendAsync(HttpClient client, long id, string step, HttpContent? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/flags/{id}/{step}") { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", (await client.GetAsync($"/api/v1/flags/{id}")).Headers.ETag!.Tag);
        var answer = await client.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString();
    }
}
