using System.Text.RegularExpressions;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;
using InfoMonitor.Domain;
using InfoMonitor.Web;

namespace InfoMonitor.Reviews;

/// <summary>What weighed, as a reader understands it: the models name signs, numbers and withheld names by tokens of their own.</summary>
internal static partial class WordTexts
{
    public static readonly Text Alike = new("gần nghĩa “{0}”", "like “{0}”");
    public static readonly Text Number = new("[số]", "[number]");
    public static readonly Text Initials = new("[chữ viết tắt tên]", "[initials]");
    public static readonly Text SchoolClass = new("[lớp]", "[class]");
    public static readonly Text Group = new("[tên một nhóm]", "[a group's name]");

    /// <param name="words">Words of a <see cref="WeightedWords"/>.</param>
    public static string Of(Ui ui, string words)
    {
        ArgumentNullException.ThrowIfNull(ui);
        ArgumentNullException.ThrowIfNull(words);
        if (words is ['<', .. var sign, '>'] && Vocabulary.Parse<PairFeature>(sign) is { } feature) return ui[Of(feature)];
        if (words is ['~', .. var alike]) return ui[Alike, alike];
        return Token().Replace(words, match => match.Value switch
        {
            "<initials>" => ui[Initials],
            "<class>" => ui[SchoolClass],
            Groups.Name => ui[Group],
            _ => ui[Number],
        });
    }

    /// <summary>A sign of how a text and a checked statement agree.</summary>
    public static Text Of(PairFeature feature) => feature switch
    {
        PairFeature.SubjectMissing => new("thiếu điều được nói tới", "what it is about is missing"),
        PairFeature.Quotes => new("dẫn gần nguyên văn", "quoted nearly word for word"),
        PairFeature.Meanings => new("cùng ý", "same meanings"),
        PairFeature.BothHalves => new("trùng cả hai vế câu", "both halves of the sentence agree"),
        PairFeature.NumbersAgree => new("trùng con số", "the numbers agree"),
        PairFeature.NumbersDiffer => new("khác con số", "the numbers differ"),
        PairFeature.NumberMissing => new("bài không nêu con số", "the text lacks the number"),
        PairFeature.NumberAdded => new("bài nêu thêm con số", "the text adds a number"),
        PairFeature.NumberReplaced => new("bài nêu con số khác cho cùng một thứ", "the text gives another number of the same thing"),
        PairFeature.Replaced => new("bài nói điều khác vào chỗ ấy", "the text says something else in its place"),
        PairFeature.NegationDiffers => new("một bên phủ định, bên kia không", "one denies what the other says"),
        PairFeature.DenialAgrees => new("cùng nói không, cấm hay bị mất", "both tell of something denied, forbidden or lost"),
        PairFeature.DenialMissing => new("bài không nói không, cấm hay bị mất", "the text tells of nothing denied, forbidden or lost"),
        PairFeature.LossMissing => new("bài không nói bị mất, bị cắt", "the text tells of no loss or cut"),
        PairFeature.ObligationAgrees => new("cùng nói “phải”", "both say “must”"),
        PairFeature.ObligationAdded => new("bài nói thêm “phải”", "the text adds “must”"),
        PairFeature.ObligationDenied => new("một bên nói “phải”, bên kia nói không phải", "one says “must”, the other that it need not be"),
        PairFeature.PermissionDenied => new("một bên nói được, bên kia nói cấm", "one allows what the other forbids"),
        PairFeature.ProhibitionMissing => new("bài không nói cấm", "the text does not forbid"),
        PairFeature.Told => new("nói cùng điều", "tells the same"),
        PairFeature.TextTold => new("bài chủ yếu nói điều ấy", "the text is mostly about it"),
        PairFeature.TextNew => new("bài nói về điều khác", "the text is about something else"),
        PairFeature.Opposite => new("nói điều ngược lại", "says the opposite"),
        PairFeature.DenialAdded => new("bài nói thêm không, cấm hay bị mất", "the text adds a denial, a ban or a loss"),
        PairFeature.LossAgrees => new("cùng nói bị mất, bị cắt", "both tell of a loss or cut"),
        PairFeature.ObligationMissing => new("bài không nói “phải”", "the text does not say “must”"),
        PairFeature.PermissionAdded => new("bài nói thêm “được”", "the text adds “may”"),
        PairFeature.ProhibitionAgrees => new("cùng nói cấm", "both forbid"),
        PairFeature.ProhibitionAdded => new("bài nói thêm cấm", "the text adds a ban"),
        PairFeature.AsBefore => new("bài nói vẫn như cũ", "the text says it stays as it was"),
        PairFeature.Refutes => new("bài nói là sai", "the text calls something false"),
        PairFeature.Hearsay => new("bài thuật lời người khác", "the text passes on what others say"),
        PairFeature.Alarm => new("bài cảnh báo hay than", "the text warns or laments"),
        PairFeature.Asks => new("bài đặt câu hỏi", "the text asks"),
    };

    [GeneratedRegex("<initials>|<class>|<group>|#+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
