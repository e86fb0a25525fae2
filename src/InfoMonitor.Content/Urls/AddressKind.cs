namespace InfoMonitor.Content.Urls;

/// <summary>What stands at an address, as far as its spelling tells.</summary>
public enum AddressKind
{
    /// <summary>Nothing speaks against it: a publisher's page.</summary>
    Public,
    /// <summary>Neither http nor https, or no host.</summary>
    NotHttp,
    /// <summary>Carries a user name or password.</summary>
    Credentials,
    /// <summary>This machine or a private network: a literal address of RFC 1918, 4193, 6598, 6890, or a name without a public domain.</summary>
    Private,
    /// <summary>Link-local (RFC 3927, 4291), where cloud machines keep their metadata.</summary>
    LinkLocal,
    /// <summary>A person's profile, what is said of one person, or a group where people post.</summary>
    Person,
    /// <summary>Everything that one author wrote.</summary>
    Author,
    /// <summary>What a search or a tag of a platform finds.</summary>
    Search,
    /// <summary>What readers wrote below articles.</summary>
    Comments,
    /// <summary>An account on a platform: an organisation's channel or a person's; the spelling does not tell which.</summary>
    Account,
}
