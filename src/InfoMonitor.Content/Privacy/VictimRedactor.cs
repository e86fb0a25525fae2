using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Privacy;

/// <summary>Removes what identifies a victim or child (names and initials, school, address) from the sentences that expose it.</summary>
public static class VictimRedactor
{
    /// <returns>The text with names, schools and addresses inside <paramref name="exposing"/> replaced by [NAME], [SCHOOL], [ADDRESS].</returns>
    public static string Redact(string text, IReadOnlyList<TextSpan> exposing) => throw new NotSupportedException();
}
