namespace InfoMonitor.Content.Language;

/// <summary>Names the language of a text: Vietnamese (with or without accents), English and Khmer surely, others as far as needed to say "not ours".</summary>
public static class LanguageIdentifier
{
    /// <returns>ISO 639-1 code (<c>vi</c>, <c>en</c>, <c>km</c>, or another), or <c>und</c> when the text is too short or unclear.</returns>
    public static string Identify(string text) => throw new NotSupportedException();
}
