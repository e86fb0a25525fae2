namespace InfoMonitor.Content.Matching;

/// <summary>How a text speaks: what it denies, demands, allows, forbids, takes away, asks, passes on.</summary>
internal sealed record Mood(bool Not, bool Must, bool NeedNot, bool May, bool Forbid, bool Loss, bool Asks, bool Still, bool Refutes, bool Hearsay, bool Alarm)
{
    public bool Denies => Not || Forbid || Loss;

    public static Mood Of(ClaimText text)
    {
        bool not = false, must = false, needNot = false, may = false, forbid = false, loss = false, still = false, refute = false, hearsay = false, alarm = false;
        foreach (var meaning in text.Meanings)
        {
            if (meaning.Id >= Thesaurus.FirstThing) continue;
            var negated = text.IsNegated(meaning.First);
            if (meaning.Id == Thesaurus.Not) not |= meaning.First + meaning.Count < text.Words.Count;
            else if (meaning.Id == Thesaurus.Must) { must |= !negated && !needNot; needNot |= negated; } // "không bắt ai phải nộp": what one need not have others do
            else if (meaning.Id == Thesaurus.May) { may |= !negated; forbid |= negated; }
            else if (meaning.Id == Thesaurus.Forbid) forbid = true;
            else if (meaning.Id == Thesaurus.Loss) loss |= !negated;
            else if (meaning.Id == Thesaurus.Still) still = true;
            else if (meaning.Id == Thesaurus.Refute) refute = true;
            else if (meaning.Id == Thesaurus.Hearsay) hearsay = true;
            else if (meaning.Id == Thesaurus.Alarm) alarm = true;
        }
        return new Mood(not, must, needNot, may, forbid, loss, text.Asks, still, refute, hearsay, alarm);
    }
}
