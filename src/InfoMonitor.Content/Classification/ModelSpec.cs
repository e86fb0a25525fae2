namespace InfoMonitor.Content.Classification;

/// <summary>What of a text a model looks at.</summary>
internal enum ModelView
{
    /// <summary>A sentence alone.</summary>
    Sentence,

    /// <summary>A sentence, and in a second block what stands around it.</summary>
    SentenceInContext,

    /// <summary>The whole text as one block.</summary>
    WholeText,
}

/// <summary>In which form a model sees the words of a sentence.</summary>
internal enum TokenForm
{
    /// <summary>As they are written.</summary>
    Written,

    /// <summary>The names of protected groups are one token (<see cref="Groups"/>).</summary>
    Grouped,

    /// <summary>The names of people, schools and places are one token each (<see cref="Names"/>).</summary>
    Named,
}

/// <summary>A model of the set: its folder, what it looks at, what it answers.</summary>
/// <param name="Name">Folder below <c>models</c>.</param>
/// <param name="Outputs">One linear score each, in this order in <c>model.zip</c>.</param>
internal sealed record ModelSpec(string Name, ModelView View, TokenForm Form, IReadOnlyList<string> Outputs)
{
    public static readonly ModelSpec Hate = Harm(FlagReason.Hate, TokenForm.Grouped);
    public static readonly ModelSpec Incitement = Harm(FlagReason.Incitement, TokenForm.Grouped);
    public static readonly ModelSpec ExploitationLure = Harm(FlagReason.ExploitationLure, TokenForm.Written);
    public static readonly ModelSpec VictimExposure = Harm(FlagReason.VictimExposure, TokenForm.Named);
    public static readonly ModelSpec UnverifiedClaim = Harm(FlagReason.UnverifiedClaim, TokenForm.Written);

    /// <summary>What kind of sentence it is.</summary>
    public static readonly ModelSpec Claims = new("claims", ModelView.Sentence, TokenForm.Written, [.. Enum.GetValues<SentenceKind>().Select(k => k.Word())]);
    public static readonly ModelSpec Protected = new("protected", ModelView.WholeText, TokenForm.Written, [.. Enum.GetValues<ProtectedClass>().Select(c => c.Word())]);
    public static readonly ModelSpec Topics = new("topics", ModelView.WholeText, TokenForm.Written, [.. Enum.GetValues<Topic>().Select(t => t.Word())]);

    /// <summary>Every model, in the order they are trained and loaded.</summary>
    public static readonly IReadOnlyList<ModelSpec> All = [Hate, Incitement, ExploitationLure, VictimExposure, UnverifiedClaim, Claims, Protected, Topics];

    /// <summary>Those with one output, which is a reason to flag.</summary>
    public static readonly IReadOnlyList<ModelSpec> Reasons = [Hate, Incitement, ExploitationLure, VictimExposure, UnverifiedClaim];

    /// <summary>It also weighs what the words mean by the thesaurus: what a text is about is said in many words, and few rows teach it.</summary>
    public bool WeighsMeanings => Name == "topics";

    /// <summary>The reason this model gives; null when it gives none.</summary>
    public FlagReason? Reason => Vocabulary.Parse<FlagReason>(Name);

    private static ModelSpec Harm(FlagReason reason, TokenForm form) => new(reason.Word(), ModelView.SentenceInContext, form, [reason.Word()]);
}
