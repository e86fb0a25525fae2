namespace InfoMonitor.Content.Classification.Training;

/// <summary>A labelled text for training or measuring. What a set does not say is null: such a row is left out where it would be needed.</summary>
/// <param name="Cluster">Rows of one cluster (template, video, correction) stay in one fold.</param>
/// <param name="Weight">What the row counts; 1 for an own row.</param>
internal sealed record Row(string Set, string Id, string Language, string Text, string Cluster, double Weight)
{
    /// <summary>What a row of the neighbouring reason counts; with 0 each model misses most of the other's texts.</summary>
    private const double NearShare = 0.5;

    public string? Title { get; init; }

    /// <summary>Empty for a text known to do no harm; null when unknown.</summary>
    public IReadOnlyList<FlagReason>? Harms { get; init; }

    public ProtectedClass? Class { get; init; }

    /// <summary>Protects nothing: a negative for every class.</summary>
    public bool Unprotected { get; init; }

    public SentenceKind? Kind { get; init; }

    public IReadOnlyList<Topic>? Topics { get; init; }

    /// <summary>Functional class of the set (hatecheck), for measuring by class.</summary>
    public string? Function { get; init; }

    /// <summary>0..1, what a row without a group nevertheless lends to the label, for its words are those of hate.</summary>
    public double Hostile { get; init; }

    /// <summary>The protected group it speaks of, in the words of its set; null where the set does not say.</summary>
    public string? Group { get; init; }

    /// <summary>Kept back from training: the test half of a licensed set.</summary>
    public bool HeldBack { get; init; }

    /// <summary>What the row counts among all of a model. Own English rows are a quarter of the Vietnamese, and beside HateCheck's templates; for hate they must hold their own against both. Anger at those who rule, however coarse, is what hate is most easily taken for.</summary>
    public double Counts(ModelSpec spec)
    {
        if (spec.Form != TokenForm.Grouped) return Weight;
        var english = Language != "en" ? 1 : Set == RowSets.Harm ? 3 : Set == RowSets.Protected ? 1.5 : 1;
        return Weight * english * (Set == RowSets.Protected && Class is { } speech && AtPower.Contains(speech) ? 2 : 1);
    }

    private static readonly ProtectedClass[] AtPower = [ProtectedClass.CriticismOfPolicy, ProtectedClass.CriticismOfOfficials, ProtectedClass.CriticismOfLaw, ProtectedClass.Complaint, ProtectedClass.ViolationReport];

    /// <summary>What the row's label counts for a model: less where it is of the reason's neighbour only.</summary>
    public double Share(ModelSpec spec) => spec.Reason is { } reason && Harms?.Contains(reason) == false && Near(reason) is { } other && Harms.Contains(other) ? NearShare : 1;

    /// <summary>What a model should answer: true, false, or null when the row says nothing about it.</summary>
    public bool? Label(ModelSpec spec, int output)
    {
        if (spec == ModelSpec.UnverifiedClaim)
        {
            if (Class is not null || Set is RowSets.Ordinary or RowSets.SafeSense or RowSets.Press) return false;
            return Harms is { Count: > 0 } ? null : Kind is { } kind ? kind == SentenceKind.Assertion : null;
        }
        if (spec.Reason is { } reason)
        {
            if (Harms is null) return null;
            if (Harms.Contains(reason)) return true;
            // Where one ends and the other begins is a matter of degree, and both stand against a protected group: each teaches the other's model.
            return Near(reason) is { } other && Harms.Contains(other);
        }
        if (spec == ModelSpec.Claims) return Kind is { } said ? (int)said == output : null;
        if (spec == ModelSpec.Protected) return Class is { } own ? (int)own == output : Unprotected ? false : null;
        return Topics?.Contains((Topic)output);
    }

    private static FlagReason? Near(FlagReason reason) => reason switch { FlagReason.Hate => FlagReason.Incitement, FlagReason.Incitement => FlagReason.Hate, _ => null };
}

/// <summary>Names of the sets as they stand in cards.</summary>
internal static class RowSets
{
    public const string Protected = "protected", Harm = "harm", Claims = "claims", Topics = "topics", Corrections = "corrections", Ordinary = "ordinary", Desk = "desk";
    public const string Mentions = "reserve-identity";
    public const string SafeSense = "safesense", HateCheck = "hatecheck_en", Press = "vfnd";
}
