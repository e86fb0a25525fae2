using InfoMonitor.Domain;
using InfoMonitor.Ingestion;

namespace InfoMonitor.Additions;

/// <summary>Why nothing was added, by what the person can do about it.</summary>
internal enum Refusal
{
    /// <summary>Neither an address nor a text, or both.</summary>
    GiveOne,

    TooShort,
    TooLong,
    NoAddress,

    /// <summary>A person's profile, an author's page.</summary>
    Person,

    /// <summary>An account, blog or newsletter on a platform: it may be a person's.</summary>
    Account,

    /// <summary>A page of search results or of a hashtag.</summary>
    Search,

    Comments,
    FrontPage,

    /// <summary>The address guard: a private network, a port or scheme that is not read.</summary>
    Private,

    /// <summary>robots.txt forbids it.</summary>
    Robots,

    /// <summary>The server says that there is no such page, or that it is not for everybody.</summary>
    Gone,

    NotArticle,

    /// <summary>Not something that is read: media type, size, too many redirects.</summary>
    Unsupported,

    /// <summary>No answer, or an error that may pass.</summary>
    Unreachable,

    /// <summary>No answer within <see cref="AdditionsOptions.Within"/>.</summary>
    Slow,

    /// <summary><c>Fetching:Contact</c> is not set: nothing is read.</summary>
    NoContact,

    /// <summary>The policy gives no reason and the person named none.</summary>
    NeedsReason,

    /// <summary>The reason is none that a person may give for this text: protected speech is no unverified claim (DESIGN 2.2).</summary>
    WrongReason,

    /// <summary>The claim does not stand in the text as it is kept.</summary>
    WrongClaim,

    /// <summary>It was looked at too long ago, or the form was changed.</summary>
    Expired,
}

/// <summary>What taking an address or a text came to.</summary>
internal abstract record Taking
{
    private Taking() { }

    /// <param name="Place">Null for a pasted text.</param>
    internal sealed record Taken(Article Article, HandPlace? Place) : Taking;

    /// <summary>The address was read before: nothing is asked of its publisher again.</summary>
    internal sealed record Known(HandReading Reading, HandPlace Place) : Taking;

    /// <param name="Detail">What happened, masked; null where the refusal says all.</param>
    internal sealed record Refused(Refusal Why, Text? Detail = null) : Taking;
}
