namespace InfoMonitor.Content.Extraction;

/// <summary>What a page is that is no article.</summary>
public enum NonArticle
{
    /// <summary>Elements nested or repeated beyond any article.</summary>
    Nested,
    WithoutBody,
    /// <summary>A consent wall.</summary>
    Consent,
    /// <summary>A challenge to prove that one is a person.</summary>
    Challenge,
    AgeWall,
    /// <summary>It wants its advertisements let through.</summary>
    AdvertisementWall,
    /// <summary>A soft 404.</summary>
    Missing,
    /// <summary>"Redirecting ..."</summary>
    Redirect,
    ServerError,
    LogIn,
    List,
    /// <summary>A list of an office's decisions, plans or procedures.</summary>
    Documents,
    /// <summary>The site's own terms of use or privacy notice.</summary>
    Terms,
    /// <summary>An office's schedule for the week.</summary>
    Schedule,
    /// <summary>What an office is for, point by point.</summary>
    Duties,
    /// <summary>Who those of the site say they are.</summary>
    About,
    /// <summary>Who somebody is that works or writes there.</summary>
    Profile,
    /// <summary>How the site, or what it sends out, is subscribed to or supported.</summary>
    Subscription,
    /// <summary>How an office or a site is reached, or who leads it.</summary>
    Contacts,
    /// <summary>What space on the site costs those who advertise.</summary>
    Advertising,
    /// <summary>Whom those of the site, or somebody else, hire, and how one applies.</summary>
    Vacancies,
    /// <summary>One thing that is sold there.</summary>
    Product,
    /// <summary>A form to fill in, with what it is for.</summary>
    Form,
    /// <summary>What the reader did on the site is confirmed: subscribed, left, wrote.</summary>
    Confirmation,
    TooShort,
}

/// <summary>The kinds of <see cref="NonArticle"/> in English, for people.</summary>
internal static class NonArticleSentences
{
    public static string Sentence(this NonArticle kind) => kind switch
    {
        NonArticle.Nested => "the page nests or repeats elements beyond any article",
        NonArticle.WithoutBody => "the page has no body",
        NonArticle.Consent => "the page asks for consent before it shows anything",
        NonArticle.Challenge => "the page asks whether its reader is a person",
        NonArticle.AgeWall => "the page asks its reader's age",
        NonArticle.AdvertisementWall => "the page asks its reader to let its advertisements through",
        NonArticle.Missing => "the page says that there is nothing at this address",
        NonArticle.Redirect => "the page sends its reader on",
        NonArticle.ServerError => "the page shows an error of its server",
        NonArticle.LogIn => "the page asks its reader to log in",
        NonArticle.List => "the page lists other pages",
        NonArticle.Documents => "the page lists documents",
        NonArticle.Terms => "the page sets out the terms of its site",
        NonArticle.Schedule => "the page is a schedule",
        NonArticle.Duties => "the page sets out an office's duties",
        NonArticle.About => "the page says who those of its site are",
        NonArticle.Profile => "the page says who somebody is",
        NonArticle.Subscription => "the page offers a subscription",
        NonArticle.Contacts => "the page says how an office is reached or who leads it",
        NonArticle.Advertising => "the page sells space to those who advertise",
        NonArticle.Vacancies => "the page offers work",
        NonArticle.Product => "the page sells a product",
        NonArticle.Form => "the page is a form to fill in",
        NonArticle.Confirmation => "the page confirms what its reader did",
        NonArticle.TooShort => "too little text",
    };
}
