using System.Text.Json;

namespace InfoMonitor.Content.Classification;

/// <summary>Why a story stands in the queue. None of these says that a text is false: falsity is a person's verdict.</summary>
public enum FlagReason
{
    /// <summary>The text repeats a claim that a published fact-check or official record answers.</summary>
    MatchesCorrection,
    /// <summary>A checkable assertion on a rights topic that no reference settles.</summary>
    UnverifiedClaim,
    /// <summary>Hate against a protected group (ICCPR 20(2), ICERD 4).</summary>
    Hate,
    /// <summary>Incitement to discrimination, hostility or violence against a protected group.</summary>
    Incitement,
    /// <summary>A lure into trafficking, organ or child sale.</summary>
    ExploitationLure,
    /// <summary>Exposure of a victim's or a child's identity.</summary>
    VictimExposure,
}

/// <summary>What a text is about. The seven core conventions Viet Nam is party to, and six themes beside them.</summary>
public enum Topic
{
    /// <summary>ICCPR.</summary>
    CivilPolitical,
    /// <summary>ICESCR.</summary>
    EconomicSocialCultural,
    /// <summary>ICERD.</summary>
    RacialDiscrimination,
    /// <summary>CEDAW.</summary>
    Women,
    /// <summary>CRC.</summary>
    Children,
    /// <summary>CAT.</summary>
    Torture,
    /// <summary>CRPD.</summary>
    Disability,
    /// <summary>Ethnic minorities.</summary>
    EthnicMinorities,
    /// <summary>Religion or belief.</summary>
    Religion,
    /// <summary>Labour and trafficking in persons.</summary>
    LabourTrafficking,
    /// <summary>Environment and land.</summary>
    EnvironmentLand,
    /// <summary>Press and expression.</summary>
    PressExpression,
    /// <summary>Access to information.</summary>
    AccessToInformation,
}

/// <summary>A kind of speech that is never a reason to flag (DESIGN 2.2).</summary>
public enum ProtectedClass
{
    Opinion,
    CriticismOfPolicy,
    CriticismOfOfficials,
    CriticismOfLaw,
    ViolationReport,
    Complaint,
    Advocacy,
    CounterSpeech,
    Debunk,
    Satire,
    LegalDiscussion,
    IdentityMention,
    WhistleBlowing,
    Question,
    History,
    Grief,
}

/// <summary>What a sentence does. Only an assertion can be an unverified claim.</summary>
public enum SentenceKind
{
    /// <summary>States something checkable about law, benefits, public services, health or safety.</summary>
    Assertion,

    /// <summary>Says that someone's rights were violated: protected.</summary>
    Allegation,
    Opinion,
    Question,
    Call,

    /// <summary>About what is to come, or too vague to check.</summary>
    Future,
    Other,
}

/// <summary>The written form of the closed vocabularies: kebab-case, as in DESIGN section 3, in data, JSON, columns and pages.</summary>
public static class Vocabulary
{
    /// <summary>The word for a value: <c>FlagReason.MatchesCorrection</c> is <c>matches-correction</c>.</summary>
    public static string Word<T>(this T value) where T : struct, Enum => Words<T>.ToWord[value];

    /// <summary>The value for a word; null when the word is none of the vocabulary's.</summary>
    public static T? Parse<T>(string? word) where T : struct, Enum =>
        word is not null && Words<T>.ToValue.TryGetValue(word, out var value) ? value : null;

    private static class Words<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ToWord =
            Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public static readonly Dictionary<string, T> ToValue = ToWord.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
