using System.Globalization;
using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Audit;

/// <summary>Says an entry's parts in the reader's language.</summary>
internal static class AuditWords
{
    public static string Action(Ui ui, string action) => AuditTexts.Actions.TryGetValue(action, out var text) ? ui[text] : action;

    public static string Actor(Ui ui, string actor) => actor == AuditLog.System ? ui[AuditTexts.Service] : actor;

    public static string Field(Ui ui, string field) => AuditTexts.Fields.TryGetValue(field, out var text) ? ui[text] : field;

    /// <summary>"cờ 12", "tài khoản an".</summary>
    public static string Subject(Ui ui, string subject)
    {
        var (area, rest) = Split(subject);
        return !AuditTexts.Areas.TryGetValue(area, out var text) ? subject : rest.Length == 0 ? ui[text] : $"{ui[text]} {rest}";
    }

    /// <summary>Where the subject is looked at; null when it has no page.</summary>
    public static string? Href(string subject) => Split(subject) switch
    {
        ("flag", var id) when id.Length > 0 && id.All(char.IsAsciiDigit) => "/flags/" + id,
        ("source", var id) => "/sources#" + id,
        _ => null,
    };

    public static string Value(Ui ui, string field, string? value, IReadOnlyDictionary<long, string> names)
    {
        if (value is null) return "–";
        return field switch
        {
            "state" when Vocabulary.Parse<FlagState>(value) is { } state => ui[VocabularyTexts.Of(state)],
            "verdict" when Vocabulary.Parse<Verdict>(value) is { } verdict => ui[VocabularyTexts.Of(verdict)],
            "reason" when Vocabulary.Parse<FlagReason>(value) is { } reason => ui[VocabularyTexts.Of(reason)],
            "language" when value.Length is 2 or 3 => ui[VocabularyTexts.OfLanguage(value)],
            "kind" when Vocabulary.Parse<SourceKind>(value) is { } kind => ui[VocabularyTexts.Of(kind)],
            "roles" => string.Join(", ", value.Split(", ").Select(word => Vocabulary.Parse<Role>(word) is { } role ? ui[VocabularyTexts.Of(role)] : word)),
            "holder" when long.TryParse(value, CultureInfo.InvariantCulture, out var id) && names.TryGetValue(id, out var name) => name,
            "until" or "expires" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => ui.Full(at),
            "note" when value.Split(':') is [var length, { Length: > 12 } hash] => ui[AuditTexts.TextMark, length, hash[..12]],
            _ when value == "true" => ui[AuditTexts.Yes],
            _ when value == "false" => ui[AuditTexts.No],
            _ => value,
        };
    }

    private static (string Area, string Of) Split(string subject) => subject.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (subject[..colon], subject[(colon + 1)..]) : (subject, "");
}
