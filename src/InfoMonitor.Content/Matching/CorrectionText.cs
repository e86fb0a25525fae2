namespace InfoMonitor.Content.Matching;

/// <summary>A reference as the matcher sees it: a published fact-check, an own correction or an official record.</summary>
/// <param name="Id">The reference's id, as stored.</param>
/// <param name="Statement">The claim that was checked, in the publisher's words.</param>
/// <param name="Verdict">The verdict as published, not translated.</param>
/// <param name="Independent">True only for a publisher configured as independent of the state; an allegation of a violation is queued by no other (DESIGN 2.3).</param>
/// <param name="Supports">The verdict says that the claim is true (<see cref="PublishedVerdict"/>): a text that repeats it is settled, not queued.</param>
public sealed record CorrectionText(string Id, string Statement, string Verdict, bool Independent, bool Supports = false);
