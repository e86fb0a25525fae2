using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Month names and their short forms in the languages of our sources and their neighbours, looked up without accents and case.</summary>
internal static class MonthNames
{
    // A line per month. Names that mean different months in different languages are left out (Czech and Polish "listopad", Croatian forms).
    private static readonly string[] Lines =
    [
        "january jan januar janner jänner januari janvier janv enero ene gennaio gen janeiro ocak oca stycznia styczen sty leden ledna januára ianuarie ian tammikuu tammikuuta января янв январь січня មករា januaris ιανουαρίου ιανουάριος",
        "february feb februar feber februari fevrier fevr fev febrero febbraio fevereiro subat şubat lutego luty lut unor unora februára februarie helmikuu helmikuuta февраля фев февраль лютого កុម្ភៈ កុម្ភ φεβρουαρίου",
        "march mar marz märz maerz maart mrt mars marzo março marco mart marca marzec brezna brezen martie maaliskuu maaliskuuta марта мар март березня មីនា μαρτίου",
        "april apr avril avr abril abr aprile nisan nis kwietnia kwiecien kwi dubna duben apríla aprilie huhtikuu huhtikuuta апреля апр апрель квітня មេសា απριλίου",
        "may mai mei mayo maggio mag maio mayis mayıs maja maj kvetna kveten mája toukokuu toukokuuta мая май травня ឧសភា μαΐου",
        "june jun juni juin junio giugno giu junho haziran haz czerwca czerwiec cze cervna cerven júna iunie kesakuu kesäkuuta kesakuuta июня июн июнь червня មិថុនា ιουνίου",
        "july jul juli juillet juil julio luglio lug julho temmuz tem lipca lipiec cervence cervenec júla iulie heinakuu heinakuuta июля июл июль липня កក្កដា ιουλίου",
        "august aug augustus aout août agosto ago agostu agustus agustos ağustos sierpnia sierpien sie srpna augusta elokuu elokuuta августа авг август серпня សីហា αυγούστου",
        "september sep sept septembre septiembre settembre set setembro eylul eyl wrzesnia wrzesien wrz zari septembra septembrie syyskuu syyskuuta сентября сен сентябрь вересня កញ្ញា σεπτεμβρίου",
        "october oct okt oktober octobre octubre ottobre ott outubro out oktobar oktobra ekim eki pazdziernika pazdziernik paz rijna rijen októbra octombrie lokakuu lokakuuta октября окт октябрь жовтня តុលា οκτωβρίου",
        "november nov novembre noviembre novembro kasim kas listopada listopadu novembra noiembrie marraskuu marraskuuta ноября ноя ноябрь листопада វិច្ឆិកា νοεμβρίου",
        "december dec dez dezember decembre déc diciembre dic dicembre dezembro aralik ara grudnia grudzien gru prosince prosinec decembra decembrie joulukuu joulukuuta декабря дек декабрь грудня ធ្នូ δεκεμβρίου",
    ];

    private static readonly Dictionary<string, int> Numbers = Build();

    /// <summary>1..12, or null when the word is no month.</summary>
    public static int? Number(string word) => Numbers.TryGetValue(Folding.Fold(word), out var number) ? number : null;

    private static readonly string[] Vietnamese = ["gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "chap"];

    /// <summary>"3", "Ba", "Mười Hai", as they follow "tháng"; null when it is no month.</summary>
    public static int? VietnameseNumber(string word)
    {
        if (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return number;
        var folded = Folding.Fold(word);
        return Array.IndexOf(Vietnamese, folded) is >= 0 and var at ? at + 1 : folded switch { "mot" => 1, "bon" => 4, "muoi hai" => 12, _ => null };
    }

    private static Dictionary<string, int> Build()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < Lines.Length; month++)
            foreach (var name in Lines[month].Split(' ')) numbers[Folding.Fold(name)] = month + 1;
        return numbers;
    }
}
