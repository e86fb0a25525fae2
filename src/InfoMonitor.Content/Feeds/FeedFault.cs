namespace InfoMonitor.Content.Feeds;

/// <summary>Why a body is no feed or sitemap, or not a safe one.</summary>
public enum FeedFault
{
    Empty,
    TooLarge,
    UnpacksTooLarge,
    BrokenArchive,
    /// <summary>JSON, but no JSON Feed.</summary>
    OtherJson,
    BrokenJson,
    NeitherXmlNorJson,
    HtmlPage,
    OtherRoot,
    ExternalEntity,
    LargeEntity,
    /// <summary>An entity in terms of others, as entity bombs have.</summary>
    NestedEntity,
}

/// <summary>The faults in English, for people.</summary>
internal static class FeedFaultSentences
{
    public static string Sentence(this FeedFault fault, string? subject) => fault switch
    {
        FeedFault.Empty => "It is empty.",
        FeedFault.TooLarge => $"It is larger than {subject} MiB.",
        FeedFault.UnpacksTooLarge => $"It unpacks to more than {subject} MiB.",
        FeedFault.BrokenArchive => "It is a broken gzip archive.",
        FeedFault.OtherJson => "It is JSON, but no JSON Feed.",
        FeedFault.BrokenJson => $"It looks like JSON but cannot be read (line {subject}).",
        FeedFault.NeitherXmlNorJson => "It holds no XML and no JSON Feed.",
        FeedFault.HtmlPage => "It is an HTML page, not a feed.",
        FeedFault.OtherRoot => $"Its root element <{subject}> is of no feed or sitemap.",
        FeedFault.ExternalEntity => $"It declares the external entity \"{subject}\", which would read another file or address.",
        FeedFault.LargeEntity => $"It declares entities larger than a feed needs (\"{subject}\").",
        FeedFault.NestedEntity => $"It declares the entity \"{subject}\" in terms of others, as entity bombs do.",
    };
}
