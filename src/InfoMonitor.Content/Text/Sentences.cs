namespace InfoMonitor.Content.Text;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public string Of(string text) => text.Substring(Start, Length);
}

/// <summary>Splits text into sentences (Vietnamese, English, Khmer), with offsets; abbreviations, numbers and initials do not end one, a line break does.</summary>
public static class Sentences
{
    public static IReadOnlyList<TextSpan> Split(string text) => throw new NotSupportedException();
}
