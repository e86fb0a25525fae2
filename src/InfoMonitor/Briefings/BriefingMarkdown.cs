using System.Text;
using InfoMonitor.Content.Classification;
using InfoMonitor.Web;
using static InfoMonitor.Briefings.BriefingTexts;

namespace InfoMonitor.Briefings;

/// <summary>A briefing as CommonMark, for mail, chat and notes. What came from outside is escaped: it cannot become a link, an image or markup.</summary>
internal static class BriefingMarkdown
{
    public static string Render(BriefingContent briefing, Ui ui)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        ArgumentNullException.ThrowIfNull(ui);
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"# {ui[Of, Ui.Date(briefing.Date)]}");
        Line();
        Line(ui[Covers, ui.Full(briefing.From), ui.Full(briefing.To), ui.Zone] + ".");
        if (briefing.Draft) Line($"**{Standing(briefing, ui)}.**");
        Line();
        Line($"## {ui[BriefingTexts.Stories]}");
        Line();
        if (briefing.Stories is []) Line(ui[WhyNothing(briefing), briefing.Totals.Items]);
        foreach (var story in briefing.Stories)
        {
            Line("### " + (story.Quote is { } quote ? $"“{Escape(quote)}”" : ui[story.Reason == FlagReason.VictimExposure ? NotQuotedVictim : NotQuoted]));
            Line();
            Line($"- {ui[VocabularyTexts.Of(story.Reason)]}; {(story.Verdict is { } verdict ? ui[VocabularyTexts.Of(verdict)] : ui[VerdictNone])}");
            if (story.Reference is { } reference)
                Line("- " + Escape(ui[ReferenceSays, reference.Publisher, ui[reference.Independent ? Independent : NotIndependent], reference.Correction ?? reference.Verdict]) + Link(reference.Url));
            else if (story.Quote is not null)
                Line("- " + ui[NoReference]);
            if (Link(story.AnswerUrl) is { Length: > 0 } answer) Line($"- {ui[Answered]}:{answer}");
            Line("- " + ui[SpreadWords, story.Items, story.Sources, ui.Full(story.FirstSeenAt), ui.Full(story.LastSeenAt)]);
            if (story.Topics is not []) Line("- " + string.Join(", ", story.Topics.Select(t => ui[VocabularyTexts.Of(t)])));
            Line($"- **{ui[Word(story.Advice)]}** {ui[Why(story.Advice)]}");
            Line();
        }
        if (briefing.FurtherStories > 0) Line(ui[Further, briefing.FurtherStories]);
        Line();
        Line($"## {ui[BriefingTexts.DeservesAnswer]}");
        Line();
        Line(briefing.DeservesAnswerStories == 0 ? ui[DeservesAnswerNone] : ui[DeservesAnswerHint, briefing.DeservesAnswerStories]);
        Line();
        foreach (var count in briefing.DeservesAnswer) Line($"- {ui[VocabularyTexts.Of(count.Topic)]}: {ui.Number(count.Stories)}");
        if (briefing.DeservesAnswerStories > 0) Line("\n" + ui[DeservesAnswerTopics]);
        Line();
        if (briefing.NewReferences is not [])
        {
            Line($"## {ui[BriefingTexts.References]}");
            Line();
            foreach (var reference in briefing.NewReferences) Line($"- {Escape(reference.Publisher)}: “{Escape(reference.Statement)}” – {Escape(reference.Verdict)}{Link(reference.Url)}");
            Line();
        }
        Line($"## {ui[BriefingTexts.Totals]}");
        Line();
        var totals = briefing.Totals;
        foreach (var (name, count) in new[] { (TotalItems, totals.Items), (TotalNewFlags, totals.NewFlags), (TotalDecided, totals.Decided), (TotalProtected, totals.Protected), (TotalOpen, totals.Open), (TotalOverdue, totals.Overdue) })
            Line($"- {ui[name]}: {ui.Number(count)}");
        Line();
        Line($"## {ui[BriefingTexts.Coverage]}");
        Line();
        Line(briefing.Coverage.Sources == 0 ? ui[NoSources] : ui[CoverageWords, briefing.Coverage.Read, briefing.Coverage.Sources]);
        if (briefing.Coverage.Unread is not [])
        {
            Line();
            Line(ui[NotRead]);
            Line();
            foreach (var source in briefing.Coverage.Unread)
                Line($"- {Escape(source.Publisher)}: {BriefingTexts.OfUnread(ui, source)}{(BriefingTexts.ReasonOf(ui, source) is { } reason ? "; " + Escape(reason) : "")}");
        }
        return text.ToString();
    }

    private static string Link(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? $" <{address.AbsoluteUri}>" : "";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '!' or '|' or '~' or '&') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
