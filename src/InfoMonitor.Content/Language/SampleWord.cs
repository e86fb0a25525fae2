namespace InfoMonitor.Content.Language;

/// <summary>A word of a text whose language is asked for.</summary>
/// <param name="Text">Lower case, NFC.</param>
internal sealed record SampleWord(string Text)
{
    /// <summary>Begins with a Latin letter.</summary>
    public bool IsLatin { get; } = Scripts.Of(Text[0]) == Scripts.Latin;

    /// <summary>Of each letter that has one, in their order.</summary>
    public string[] LetterScripts { get; } = [.. Text.Select(Scripts.Of).OfType<string>()];

    public bool IsEnglish { get; } = LanguageIdentifier.IsEnglish(Text);

    public bool IsSyllable { get; } = VietnameseSyllable.Is(Text);

    public bool IsMarked { get; } = VietnameseSyllable.IsMarked(Text);

    public bool IsSurelyMarked { get; } = VietnameseSyllable.IsSurelyMarked(Text);
}
