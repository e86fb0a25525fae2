using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoMonitor.Benchmarks;

/// <summary>A request as it was answered: from its sending until the last byte was read.</summary>
/// <param name="At">Of <see cref="Stopwatch.GetTimestamp"/>, when it was sent.</param>
/// <param name="Fault">Null for an answer that a browser goes on from, and for one that tells of another's step.</param>
internal sealed record Answered(string Action, long At, double Milliseconds, bool IsConflict, string? Fault);

/// <summary>
/// A fast analyst: the queue in some view, some of its flags one after the other with a verdict on most, now and then a search, the load of the desk, a briefing. Forms are sent as the page's own script
/// sends them; what is typed stays in the browser until then, so a draft costs the service nothing. Between two steps they think for 2 s on average (exponential); people take longer.
/// </summary>
internal sealed partial class Analyst(HttpClient browser, int number)
{
    private const double Think = 2.0;
    private const int FlagsInARow = 6;

    private static readonly string[] Views =
    [
        "", "", "", "", "?sort=age", "?sort=age", "?reason=matches-correction", "?reason=hate", "?holder=me", "?state=awaiting-second", "?language=en", "?correction=1&sort=age", "?publisher=agency", "?urgent=1", "?age=over-week", "?state=all&sort=age",
    ];

    private static readonly string[] Questions = ["trẻ em", "tre em dong tien", "\"phải đóng tiền\"", "cấp thẻ", "gia dinh hoi nhau", "câu 1", "tin 77", "bảo hiểm"];

    /// <summary>Verdicts that need a second person.</summary>
    private static readonly string[] ForTwo = ["misleading", "false", "harmful"];

    /// <summary>As often as they stand here.</summary>
    private static readonly string[] Verdicts = ["not-a-claim", "not-a-claim", "protected", "protected", "off-topic", "off-topic", "off-topic", "accurate", "needs-evidence", .. ForTwo];

    private readonly Random chance = new(number);   // the same day in every run, as far as the others' steps allow

    public List<Answered> Answers { get; } = [];

    public async Task WorkAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await ThinkAsync(over);
            switch (chance.Next(100))
            {
                case < 6: await GetAsync("load", "/load"); break;
                case < 10: await GetAsync("briefings", "/briefings"); break;
                case < 14: await GetAsync("today's briefing", "/briefings/today"); break;
                case < 26: await SearchAsync(over); break;
                default: await TriageAsync(over); break;
            }
        }
    }

    private async Task SearchAsync(CancellationToken over)
    {
        var found = await GetAsync("search", "/search?q=" + Uri.EscapeDataString(Pick(Questions)));
        await ThinkAsync(over);
        if (chance.Next(3) == 0 && Next().Match(found) is { Success: true } next) await GetAsync("search, next page", Address(next));
        else if (Links().Matches(found) is { Count: > 0 } hits) await GetAsync("flag", Address(Pick(hits)));
    }

    private async Task TriageAsync(CancellationToken over)
    {
        var page = await GetAsync("queue", "/queue" + Pick(Views));
        await ThinkAsync(over);
        while (chance.Next(5) == 0 && !over.IsCancellationRequested && Next().Match(page) is { Success: true } next)
        {
            page = await GetAsync("queue, next page", Address(next));
            await ThinkAsync(over);
        }
        if (Links().Matches(page) is not { Count: > 0 } rows) return;
        page = await GetAsync("flag", Address(Pick(rows)));
        for (var i = 0; i < FlagsInARow && page.Length > 0 && !over.IsCancellationRequested; i++)
        {
            await ThinkAsync(over);
            page = await DecideAsync(page, over);
        }
    }

    /// <returns>The page that the step led to; empty where it led to none: somebody else has the flag, or it is settled.</returns>
    private async Task<string> DecideAsync(string page, CancellationToken over)
    {
        if (Form().Match(page) is not { Success: true } form) return "";
        var action = form.Groups["action"].Value;
        var fields = Fields(form.Value);
        if (page.Contains("data-key=\"c\"", StringComparison.Ordinal) && chance.Next(3) == 0)
        {
            page = await SendAsync("claim", action.Replace("/verdict", "/claim", StringComparison.Ordinal), fields);
            if (Form().Match(page) is not { Success: true }) return "";
            fields = Fields(Form().Match(page).Value);
            await ThinkAsync(over);
        }
        if (chance.Next(12) == 0) return await SendAsync("skip", action, new(fields) { ["skip"] = "later" });
        var verdict = Pick(Verdicts);
        if (page.Contains("rabat-", StringComparison.Ordinal) && verdict == "harmful") verdict = "needs-evidence";   // the six factors are another's work
        fields["verdict"] = verdict;
        if (Cited().Match(page) is { Success: true } cited) fields["cite"] = cited.Groups["id"].Value;
        var forTwo = ForTwo.Contains(verdict, StringComparer.Ordinal);
        if (forTwo || chance.Next(3) == 0) fields["note"] = "Đã hỏi trạm y tế xã: thẻ được cấp không thu tiền, văn bản ngày 12/3 nói rõ.";
        if (verdict is "misleading" or "false") fields["url-1"] = "https://kiem-chung.example/tra-loi/12";
        page = await SendAsync(forTwo ? "verdict for two" : "verdict", action, fields);
        return chance.Next(10) == 0 ? await UndoAsync(page, over) : page;
    }

    private async Task<string> UndoAsync(string page, CancellationToken over)
    {
        if (Undo().Match(page) is not { Success: true } form) return page;
        await ThinkAsync(over);
        var fields = Fields(form.Value);
        var (_, back, _) = await AskAsync("undo", HttpMethod.Post, "/flags/undo", fields, json: false);
        return back is null ? "" : await GetAsync("flag", back);
    }

    /// <summary>Sends a form in the manner of kept.js and opens what comes next at once.</summary>
    private async Task<string> SendAsync(string action, string address, Dictionary<string, string> fields)
    {
        var (isDone, _, text) = await AskAsync(action, HttpMethod.Post, address, fields, json: true);
        if (!isDone) return "";
        using var recorded = JsonDocument.Parse(text);
        var next = recorded.RootElement.GetProperty("next").GetString()!;
        return await GetAsync(next.StartsWith("/flags/", StringComparison.Ordinal) ? "flag" : "queue", next);
    }

    private async Task<string> GetAsync(string action, string address) => (await AskAsync(action, HttpMethod.Get, address, null, json: false)).Text;

    /// <returns>The text of an answer that has one to go on from, else nothing; where a redirect leads.</returns>
    private async Task<(bool IsDone, string? Back, string Text)> AskAsync(string action, HttpMethod method, string address, Dictionary<string, string>? fields, bool json)
    {
        using var request = new HttpRequestMessage(method, address) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        if (json) request.Headers.Add("Accept", "application/json");
        var sent = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await browser.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            var conflict = answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed;
            var back = answer.Headers.Location?.OriginalString;
            var away = back?.Contains("/sign-in", StringComparison.Ordinal) == true;
            Answers.Add(new Answered(action, sent, took, conflict, conflict || ((int)answer.StatusCode is >= 200 and < 400 && !away) ? null : $"{method} {address}: {(int)answer.StatusCode}{(away ? ", signed out" : "")}"));
            return (answer.IsSuccessStatusCode, back, answer.IsSuccessStatusCode ? text : "");
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            Answers.Add(new Answered(action, sent, Stopwatch.GetElapsedTime(sent).TotalMilliseconds, false, $"{method} {address}: {broken.Message}"));
            return (false, null, "");
        }
    }

    private static Dictionary<string, string> Fields(string form) =>
        Hidden().Matches(form).ToDictionary(f => f.Groups["name"].Value, f => WebUtility.HtmlDecode(f.Groups["value"].Value), StringComparer.Ordinal);

    private Task ThinkAsync(CancellationToken over) =>
        Task.Delay(TimeSpan.FromSeconds(-Think * Math.Log(1 - chance.NextDouble())), over).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private T Pick<T>(IReadOnlyList<T> among) => among[chance.Next(among.Count)];

    private static string Address(Match link) => WebUtility.HtmlDecode(link.Groups["address"].Value);

    [GeneratedRegex("<a (class=\"claim\" )?href=\"(?<address>/flags/\\d+[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("<a class=\"btn\" href=\"(?<address>[^\"]+)\" rel=\"next\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    [GeneratedRegex("<form id=\"verdict\" method=\"post\" action=\"(?<action>[^\"]+)\".*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<form method=\"post\" action=\"/flags/undo\".*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Undo();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"cite\" value=\"(?<id>\\d+)\" form=\"verdict\" checked", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cited();
}
