using System.Text.RegularExpressions;

#pragma warning disable MA0009 // no timeout: a number left unmasked would be worse than a slow page; every repeat is bounded or begins at a look-behind, and a test holds the time on hostile text

namespace InfoMonitor.Content.Privacy;

/// <summary>The forms of personal data, over a <see cref="PlainView"/>: digits are 0-9, dashes '-', spaces ' '.</summary>
internal static partial class Patterns
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>For patterns that refer back: what ignores case can do so only uncompiled, and here no letter stands.</summary>
    private const RegexOptions Figures = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What may stand between two digits of one number.</summary>
    private const string S = @"[ .()\-_/]{0,3}";
    private const string UrlS = @"[ .()\-_+]{0,3}";

    private const string Tld = @"(?:com|net|org|edu|gov|info|biz|io|me|co|vn|kh|la|th|uk|us|eu|fr|de|jp|cn|asia|app|dev|xyz|online|site)(?![\p{L}\d])";
    private const string Local = @"(?<![\p{L}\p{M}\d_.+%~'’-])[\p{L}\p{M}\d_.+%~'’-]+";
    private const string Banks = @"(?:vietcombank|vcb|techcombank|tcb|bidv|agribank|vbard|vietinbank|ctg|sacombank|mb ?bank|acb|vp ?bank|tp ?bank|shb|vib|hd ?bank|ocb|msb|se ?a ?bank|eximbank|lp ?bank|lienvietpostbank|momo|zalopay|acleda)";

    private const string AtSign = @"a[ -]?(?:còng|cong|móc|moc|vòng|vong)";

    /// <summary>Between the names of a host: a stop with a space beside it, "(dot)", " chấm ".</summary>
    private const string Dot = @"(?: ?\. ?|" + FirmDot + ")";
    private const string FirmDot = @"(?:\.| ?[(\[{<] ?(?:dot|chấm|cham|\.) ?[)\]}>] ?| (?:dot|chấm|cham) )";

    /// <summary>A local part read out: "hoa chấm le", "hoa gạch dưới le".</summary>
    private const string ReadOut = @"(?: (?:dot|chấm|cham|gạch (?:dưới|ngang|nối)|gach (?:duoi|ngang|noi)|underscore|dash) [\p{L}\p{M}\d_.+%~-]+){0,3}";

    /// <summary>A sign no sentence holds by chance: "@", "[at]", "(a còng)", " a còng ".</summary>
    private const string At = "(?: ?(?:@|[(\\[{<] ?(?:at|a|@|" + AtSign + ") ?[)\\]}>]) ?| " + AtSign + " )";

    /// <summary>Those that can apply: each costs more than finding its sign.</summary>
    public static IEnumerable<Regex> Emails(string view)
    {
        var sign = view.Contains('@', StringComparison.Ordinal);
        if (sign) yield return Email();
        if (sign || SpelledAt().IsMatch(view))
        {
            yield return SpelledEmail();
            yield return KnownMailbox();
        }
        if (view.Contains(" at ", StringComparison.OrdinalIgnoreCase)) yield return SpokenEmail();
    }

    [GeneratedRegex(@"[(\[{<] ?at? ?[)\]}>]|(?<![\p{L}\p{M}\d])" + AtSign, Any)]
    private static partial Regex SpelledAt();

    /// <summary>name@host, with or without an ending: "name@gmail" reaches a person too.</summary>
    [GeneratedRegex(Local + @"@[\p{L}\p{M}\d_-]+(?:\.[\p{L}\p{M}\d_-]+)*", Any)]
    private static partial Regex Email();

    /// <summary>"a (at) b . com", "a @ b.com", "a [a còng] b (dot) com", "a chấm b a còng c chấm com chấm vn".</summary>
    [GeneratedRegex(Local + ReadOut + At + @"[\p{L}\d-]+(?:" + Dot + @"[\p{L}\d-]+){0,3}?" + Dot + Tld + "(?:" + Dot + Tld + ")?", Any)]
    private static partial Regex SpelledEmail();

    /// <summary>"a at b dot com", "a at b.com": the word stands in sentences too ("look at that. Me too"), so the stop takes no space.</summary>
    [GeneratedRegex(Local + ReadOut + @" at [\p{L}\d-]+(?:" + FirmDot + @"[\p{L}\d-]+){0,2}?" + FirmDot + Tld + "(?:" + FirmDot + Tld + ")?", Any)]
    private static partial Regex SpokenEmail();

    /// <summary>"a a còng gmail", "a (at) yahoo com vn".</summary>
    [GeneratedRegex(Local + ReadOut + At + @"(?:g ?mail|yahoo|hotmail|outlook|icloud|zoho|proton(?:mail)?)(?:[ .](?:com|vn)){0,2}(?![\p{L}\d])", Any)]
    private static partial Regex KnownMailbox();

    [GeneratedRegex(@"(?<![\p{L}\d.@-])(?:https?://)?(?:[a-z0-9-]+\.){0,3}(?:(?:facebook|fb|instagram|messenger|twitter|threads|vk) ?\. ?(?:com|net) ?/ ?|x\.com/|fb\.me/|m\.me/|(?:zalo|wa|line|t|telegram|viber) ?\. ?(?:me|do) ?/ ?|linkedin\.com/in/|(?:tiktok|youtube)\.com/(?=@|c/|channel/|user/))[^\s<>""“”'()\[\]]*[^\s<>""“”'()\[\].,;:!?]", Any)]
    public static partial Regex ProfileLink();

    /// <summary>An address with a scheme, or a bare host with a path.</summary>
    [GeneratedRegex(@"(?:https?|ftp)://[^\s<>""“”]*[^\s<>""“”.,;:!?)\]]|(?<![\p{L}\d.@-])(?:[a-z0-9-]+\.)+(?:com|net|org|vn|gov|edu|info|int|kh|io)/[^\s<>""“”]*[^\s<>""“”.,;:!?)\]]", Any)]
    public static partial Regex WebLink();

    /// <summary>A name on a network. One that holds no letter ("@10") is none.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\d_.@/])@(?=[\p{L}\p{M}\d_.]*[\p{L}_])[\p{L}\p{M}\d_](?:[\p{L}\p{M}\d_.]*[\p{L}\p{M}\d_])?", Any)]
    public static partial Regex Handle();

    /// <summary>A number of 6 to 19 digits after a word for a bank account; "weak" words also stand before amounts.</summary>
    [GeneratedRegex(@"(?:(?<![\p{L}\d])(?:stk|s\.?t\.?k\.?|số ?tk|so ?tk|số ?tài ?khoản|so ?tai ?khoan|số ?thẻ|account (?:number|no\.?|#)|a/c(?: no\.?)?|acct\.?(?: no\.?)?|iban|លេខគណនី|គណនី)(?![\p{L}])|(?<![\p{L}\d])(?<weak>tk|tài ?khoản|tai ?khoan|bank account|account|chuyển ?khoản|chuyen ?khoan|ck|" + Banks + @")(?![\p{L}]))[^\d\n]{0,40}?(?<![\d.,\p{L}])(?<n>(?:" + Banks + @" ?)?\d(?:(?:[ .-]| {2})?\d){5,18})(?!\d)(?!/\d)", Any)]
    public static partial Regex BankAfterWord();

    /// <summary>A number of 8 to 19 digits before a bank's name.</summary>
    [GeneratedRegex(@"(?<![\d.,])(?<n>\d(?:[ .-]?\d){7,18}) ?[-,(:]? ?(?:(?:tại|at|nh|ngân hàng|ngan hang|bank) ){0,2}" + Banks + @"(?![\p{L}])", Any)]
    public static partial Regex BankBeforeName();

    /// <summary>Between the groups of a card or account.</summary>
    private const string G = "(?:[ .-]| {2}| - )";
    private const string Fours = @"\d{4}" + G + @"\d{4}" + G + @"\d{4}" + G + @"\d{1,7}(?:" + G + @"\d{3})?";

    /// <summary>13 to 19 digits with a card scheme's first digits, in one piece or in the groups cards have: fours, 4-6-5 and 4-6-4 (American Express, Diners), and of the domestic scheme 6 and the rest.</summary>
    [GeneratedRegex(@"(?<![\d.,])(?:(?=[3-6]|2[2-7]|9704)(?:\d{13,19}|" + Fours + @")|3\d{3}" + G + @"\d{6}" + G + @"\d{4,5}|9704\d\d" + G + @"\d{7,13})(?!\d)", Any)]
    public static partial Regex Card();

    /// <summary>13 to 19 digits however grouped, after a word for a card.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:thẻ|visa|master ?card|napas|jcb|amex|american express|(?:credit|debit|bank) card|card (?:number|no\.?))(?![\p{L}])[^\d\n]{0,40}?(?<![\d.,\p{L}])(?<n>\d(?:" + G + @"?\d){12,18})(?!\d)(?!/\d)", Any)]
    public static partial Regex CardAfterWord();

    [GeneratedRegex("^" + Fours + "$", Any)]
    public static partial Regex InFours();

    /// <summary>The beginning of an international account number: country and check digits. Where it ends, <see cref="Privacy.Iban"/> tells.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\d])[A-Z]{2}\d{2}(?=[ -]?[A-Z\d])", Any)]
    public static partial Regex IbanOpening();

    /// <summary>An identity number after its word: 8 to 13 digits, a passport's letter allowed; the same for social and health insurance numbers.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:cmnd|cmt|cccd|cmtnd|căn ?cước|can ?cuoc|chứng ?minh(?: ?nhân ?dân| ?thư)?|chung ?minh(?: ?nhan ?dan| ?thu)?|(?:mã |số )?định ?danh|dinh ?danh|hộ ?chiếu|ho ?chieu|passport|id(?: card| number| no\.?)|identity (?:card|number|no\.?)|national id|giấy tờ tuỳ thân|giấy tờ tùy thân|(?:sổ|số|mã số|thẻ) (?:bhxh|bhyt|bảo hiểm xã hội|bảo hiểm y tế)|អត្តសញ្ញាណប័ណ្ណ|លិខិតឆ្លងដែន)(?![\p{L}])[^\d\n]{0,30}?(?<![\d.,])(?<n>(?:(?<![\p{L}])[A-Z]{1,2} ?)?\d(?:[ .-]?\d){6,14})(?!\d)(?!/\d)", Any)]
    public static partial Regex IdAfterWord();

    /// <summary>A social insurance number (10 digits), or a health insurance card's (two letters and 13 digits, the last 10 of which are that number), where the word alone stands before it.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d/-])(?:bhxh|bhyt|bảo hiểm xã hội|bao hiem xa hoi|bảo hiểm y tế|bao hiem y te|social (?:insurance|security)|health insurance(?: card)?)(?![\p{L}])" + NumberIs + @"(?<n>(?:[A-Z]{2} ?)?\d(?:[ .-]?\d){9}(?:(?:[ .-]?\d){3}(?:(?:[ .-]?\d){2})?)?)(?!\d)(?!/\d)", Any)]
    public static partial Regex InsuranceNumber();

    /// <summary>The number on a health insurance card, in one piece.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\d])[A-Z]{2}\d{13}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    public static partial Regex HealthCard();

    /// <summary>A tax number: 10 digits, for a branch or a household's shop with three more after a hyphen, or 12 (a citizen number, since 2025).</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:mã số thuế|ma so thue|mã số doanh nghiệp|mst|tax (?:code|number|id|identification number|registration number))(?![\p{L}])(?: (?:cá nhân|ca nhan|tncn|của \p{L}+(?: \p{L}+)?))?" + NumberIs + @"(?<n>\d(?:[ .]?\d){9}(?:(?:[ .]?\d){2}| ?- ?\d{3})?)(?!\d)(?!/\d)", Any)]
    public static partial Regex TaxNumber();

    private const string NumberIs = @"[ :.#(-]{0,3}(?:(?:mã số|mã|ma so|số|so|no\.?|number|code|id|thẻ|sổ)[ :.#(-]{1,3}){0,2}(?:(?:là|la|is)[ :]{1,2})?";

    /// <summary>A vehicle's plate in a form nothing else has: province, series, and five figures after a hyphen, or with a point before the last two ("51F-123.45", "68A1-12345", "59-X1 123.45"). In capitals, as plates are.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{M}\d/.,-])(?:1[1-9]|[2-9]\d)[ -]?(?:[A-Z]{1,2}|[A-Z]\d|[A-Z]Đ|MĐ\d)(?:[ .-]{0,3}\d{3}\.\d{2}|-\d{5})(?![\p{L}\d/-]|[.,]\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Plate();

    /// <summary>A plate however written, after a word for one.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:biển (?:số|kiểm soát|đăng ký|xe)|bien (?:so|kiem soat|xe)|bks|bsx|biển|(?:license|licence|number) plate|plate(?: number| no\.?)?)(?![\p{L}])[^\d\n]{0,20}?(?<![\p{L}\d.,])(?<n>(?:1[1-9]|[2-9]\d)[ -]?(?:[A-ZĐ]{1,2}\d?)[ .-]{0,3}(?:\d{3}\.?\d{2}|\d{4}))(?![\p{L}\d/-])", Any)]
    public static partial Regex PlateAfterWord();

    /// <summary>A book's number is no one's.</summary>
    [GeneratedRegex(@"(?<![\p{L}])ISBN(?:-1[03])?:? ?(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dX](?!\d)", Any)]
    public static partial Regex Isbn();

    /// <summary>A citizen number: 12 digits in one piece, or beginning with 0 in the groups people write.</summary>
    [GeneratedRegex(@"(?<!\d|\+ ?)(?<!\d[.,])(?:\d{12}|(?<!\d )(?=0)(?:\d{3}(?<s>[ .-])\d{3}\k<s>\d{3}\k<s>\d{3}|\d{4}(?<s>[ .-])\d{4}\k<s>\d{4}|\d{3}(?<s>[ .-])\d\k<s>\d{2}\k<s>\d{6}|\d{3}(?<s>[ .-])\d{3}\k<s>\d{6}|\d{6}[ .-]\d{6}))(?!\d)", Figures)]
    public static partial Regex TwelveDigits();

    /// <summary>An old identity number: 9 digits in one piece. (With gaps it is one only after its word, or beginning with 0.)</summary>
    [GeneratedRegex(@"(?<![\p{L}\d]|\+ ?)(?<!\d[.,])(?:\d{9}|(?<!\d )0\d{2}(?<s>[ .-])\d{3}\k<s>\d{3})(?!\d|[.,]\d|[ .]\d{3}(?!\d))", Figures)]
    public static partial Regex NineDigits();

    /// <summary>+84, 0084, (84) and bare 84; other countries' "+"; 0 and 9 digits (mobile, old area codes), 02 and 9 digits, 01 and 9 digits (before 2018).</summary>
    [GeneratedRegex(@"(?<![\d+])(?<!\d\.)(?<!(?<!\d)\d{1,3},)(?:"
        + @"(?:(?:\( ?)?\+ ?84|\(?0084|\(84\)|(?<bare>84))\)?" + S + @"(?:\(?0\)?" + S + @")?[1-9](?:" + S + @"\d){7}(?:(?:" + S + @"\d){2}|" + S + @"\d)(?!\d)"
        + @"|(?<foreign>\+ ?(?!1[89]00)\(?[1-9]\d{0,2}\)?(?:" + S + @"\d){6,12})(?!\d)"
        + @"|\(?0" + S + "2(?:" + S + @"\d){9}(?!\d)"
        + @"|\(?01[2689](?:" + S + @"\d){8}(?!\d)"
        + @"|\(?0" + S + @"[1-9](?:" + S + @"\d){8}\d?(?!\d)"
        + @"|0[35789]\d\d[,*]\d{3}[,*]\d{3}(?![,*]?\d)"
        + ")", Any)]
    public static partial Regex Phone();

    /// <summary>7 or 8 digits after a word for telephone; the public 1800 and 1900 numbers stay.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:sđt|sdt|đt|điện ?thoại|dien ?thoai|tel|phone|fax|ទូរស័ព្ទ)\.?(?: (?:bàn|số|liên hệ|no\.?|number)){0,2} ?(?<colon>:)? ?(?!1[89]00)(?<n>\d(?:[ .-]?\d){6,7})(?!\d|[ .-]\d|/\d)", Any)]
    public static partial Regex LocalPhone();

    [GeneratedRegex(@"(?:sđt|sdt|đt|điện ?thoại|dien ?thoai|tel|phone|call|gọi|liên ?hệ|zalo|viber|whatsapp|hotline|contact)[^\d\n]{0,20}$", Any)]
    public static partial Regex PhoneWordBefore();

    /// <summary>A currency after an amount. Used with a start position: \G anchors it there.</summary>
    [GeneratedRegex(@"\G ?(?:đồng|đ(?![\p{L}\d])|vnđ|vnd|dong(?![\p{L}])|usd|đô(?![\p{L}])|dollars?|\$|€|£|euros?|eur(?![\p{L}])|tỷ|tỉ(?![\p{L}])|triệu|nghìn|ngàn|riels?|រៀល|៛|baht|kip|won(?![\p{L}]))", Any)]
    public static partial Regex CurrencyAfter();

    /// <summary>What is counted after a number.</summary>
    [GeneratedRegex(@"\G ?(?:người|lượt|tài khoản|hộ(?![\p{L}])|em(?![\p{L}])|cháu|thẻ|people|persons|children|accounts|cards|%)", Any)]
    public static partial Regex CountedAfter();

    /// <summary>What is measured: units that are no word, no name and no short form of one ("kg" is also "không", "tấn" a name).</summary>
    [GeneratedRegex(@"\G ?(?:k?m[2²]|km|kwh)(?![\p{L}\d])", Any)]
    public static partial Regex UnitAfter();

    /// <summary>1.234 or 1,234,567: an amount by its look.</summary>
    [GeneratedRegex(@"^\d{1,3}(?<s>[.,])\d{3}(?:\k<s>\d{3})*$", Figures)]
    public static partial Regex Thousands();

    [GeneratedRegex(@"^\+ ?\d{1,3}(?:[.,]\d{3})+$", Any)]
    public static partial Regex SignedAmount();

    [GeneratedRegex(@"\d+", Any)]
    public static partial Regex DigitGroup();

    /// <summary>Two figures beside a list of two figures: "08 - 20 - 25 - 27 - 30 - 45" are numbers drawn, not a phone.</summary>
    [GeneratedRegex(@"\G[ .-]{1,3}\d{2}(?!\d)", Any)]
    public static partial Regex PairAfter();

    [GeneratedRegex(@"(?<!\d)\d{2}[ .-]{1,3}$", Any)]
    public static partial Regex PairBefore();

    /// <summary>Six digits or more with what may stand between them: without one, no rule for numbers can apply.</summary>
    [GeneratedRegex(@"\d(?:" + S + @"\d){5}|\d{3}[,*]\d{3}", Any)]
    public static partial Regex LongNumber();

    // Inside an address.

    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]*:)?(?://(?<user>[^/?#]*@)?[^/?#]*)?", Any)]
    public static partial Regex Authority();

    [GeneratedRegex(@"(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])", Any)]
    public static partial Regex Uuid();

    [GeneratedRegex(@"(?<![\p{L}\p{M}\d_.+%~'’-])[\p{L}\p{M}\d_.+%~'’-]+ ?@ ?[\p{L}\p{M}\d_-]+(?:\.[\p{L}\p{M}\d_-]+)+", Any)]
    public static partial Regex UrlEmail();

    [GeneratedRegex(@"(?<=/)@[\p{L}\p{M}\d_.-]+", Any)]
    public static partial Regex UrlHandle();

    /// <summary>A query value whose key says what it is.</summary>
    [GeneratedRegex(@"(?<=[?&#;])(?:(?<bank>stk|so_?-?tai_?-?khoan|sotk|tk|account(?:_?-?(?:no|number|id))?|acc(?:_?no)?|bank(?:_?account)?|card(?:_?-?(?:no|number))?)|(?<id>cmnd|cmt|cccd|can_?-?cuoc|id_?-?card|id_?-?no|id_?-?number|passport|dinh_?-?danh)|(?:phone|tel|mobile|sdt|so_?-?dien_?-?thoai|dien_?-?thoai|dt|hotline|zalo|contact|fax)(?:_?-?(?:no|number))?)\[?\]?=(?<n>\+?[A-Z]?\(?\d(?:[ .()+-]{0,3}\d){5,18})", Any)]
    public static partial Regex UrlKeyed();

    [GeneratedRegex(@"(?:cmnd|cmt|cccd|can-?cuoc(?:-cong-dan)?|id-?card|passport)[-_/ ](?:so[-_ ])?(?<!\d)(?:\d{12}|\d{9})(?!\d)", Any)]
    public static partial Regex UrlIdSlug();

    [GeneratedRegex(@"(?<!\d)(?:(?:\+ ?|00)?84" + UrlS + @"(?:\(?0\)?" + UrlS + @")?[2-9](?:" + UrlS + @"\d){8}(?:" + UrlS + @"\d)?|0" + UrlS + "2(?:" + UrlS + @"\d){9}|0" + UrlS + "[35789](?:" + UrlS + @"\d){8})(?!\d)", Any)]
    public static partial Regex UrlPhone();

    /// <summary>Citizen numbers begin with 0; article numbers and times of day written as numbers do not.</summary>
    [GeneratedRegex(@"(?<!\d)0\d{11}(?!\d)", Any)]
    public static partial Regex UrlTwelveDigits();

    /// <summary>A query value that is one number, unless its key names an article.</summary>
    [GeneratedRegex(@"(?<=[?&])(?!(?:id|aid|articleid|article|news(?:id)?|post(?:id)?|p|item(?:id)?|doc(?:id)?|cat(?:id)?|page|t|ts|time|v|ver)=)[^=&#]{1,40}=(?<n>\d{9,16})(?=$|[&#])", Any)]
    public static partial Regex UrlNumberValue();
}
