namespace InfoMonitor.Content.Language;

/// <summary>A word of a text whose language is asked for.</summary>
internal sealed class SampleWord
{
    /// <param name="text">Lower case, NFC.</param>
    public SampleWord(string text)
    {
        Text = text;
        var letters = text.Select(Scripts.Of).OfType<string>().ToList();
        while (letters.Count > 0)
        {
            var run = letters.TakeWhile(script => script == letters[0]).Count();
            ScriptRuns.Add((letters[0], run));
            letters.RemoveRange(0, run);
        }
        IsLatin = Scripts.Of(text[0]) == Scripts.Latin;
        IsEnglish = LanguageIdentifier.IsEnglish(text);
        IsKnownEnglish = LanguageIdentifier.IsKnownEnglish(text);
        IsSyllable = VietnameseSyllable.Is(text);
        IsMarked = VietnameseSyllable.IsMarked(text);
        IsSurelyMarked = VietnameseSyllable.IsSurelyMarked(text);
    }

    public string Text { get; }

    /// <summary>Its letters' scripts in their order, with how many in a row; mostly one.</summary>
    public List<(string Script, int Letters)> ScriptRuns { get; } = [];

    /// <summary>Begins with a Latin letter.</summary>
    public bool IsLatin { get; }

    public bool IsEnglish { get; }

    /// <summary>Of <c>english.txt</c>: no word of grammar, but hardly one of another language.</summary>
    public bool IsKnownEnglish { get; }

    public bool IsSyllable { get; }

    public bool IsMarked { get; }

    public bool IsSurelyMarked { get; }
}
