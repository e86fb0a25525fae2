using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;

namespace InfoMonitor.Sources;

/// <summary>One thing that can be wrong, and what to do.</summary>
internal sealed record SourceFault(Text What, Text Remedy);

/// <summary>
/// What can be wrong in <c>sources.yaml</c>. The page speaks the reader's language; the command line, the log and the API take the English.
/// Values stand in these as the file has them: they are shown as they are, never formatted again.
/// </summary>
internal static class SourceFileTexts
{
    public static readonly Text TheFile = new("Tệp", "The file");
    public static readonly Text ASource = new("Một nguồn", "A source");
    public static readonly Text AnEntryPoint = new("Một điểm vào", "An entry point");
    public static readonly Text AList = new("một danh sách", "a list");
    public static readonly Text AText = new("một dòng chữ", "a text");
    public static readonly Text OneByteALetter = new("một bảng mã mỗi chữ một byte, như windows-1258", "an encoding of one byte a letter, as windows-1258");
    public static readonly Text SecondDocument = new("một tài liệu thứ hai bắt đầu ở đây", "a second document begins here");
    public static readonly Text Unreadable = new("từ đây không đọc được nữa", "it cannot be read from here on");

    public static readonly Text Missing = new("còn thiếu.", "it is missing.");
    public static readonly Text Empty = new("đang trống.", "it is empty.");
    public static readonly Text NotAText = new("giá trị không phải là chữ.", "it is not a text.");
    public static readonly Text GiveId = new("Đặt cho nguồn một tên ngắn: chữ thường không dấu, chữ số và dấu gạch nối.", "Give the source a short name: lower-case letters, digits and hyphens.");
    public static readonly Text GivePublisher = new("Ghi tên cơ quan, tổ chức xuất bản nguồn này.", "Name the organisation that publishes it.");
    public static readonly Text GiveLanguage = new("Ghi mã ISO 639-1: vi, en, km.", "Write the ISO 639-1 code: vi, en, km.");
    public static readonly Text GiveOrLeaveOut = new("Ghi giá trị, hoặc bỏ dòng này.", "Give it a value or take the line out.");

    public static readonly SourceFault EmptyFile = new(new("tệp trống.", "the file is empty."), new("Ghi sources: rồi danh sách nguồn ở dưới.", "Write sources: and the list of sources below it."));
    public static readonly SourceFault NoSources = new(
        new("không có danh sách nguồn.", "there is no list of sources."),
        new("Ghi sources: rồi từng nguồn ở dưới, mỗi nguồn bắt đầu bằng \"- id:\".", "Write sources: and below it each source, beginning with \"- id:\"."));
    public static readonly SourceFault KeyTwice = new(new("khoá này có hai lần.", "this key stands twice."), new("Bỏ một trong hai.", "Take one of the two out."));
    public static readonly SourceFault NotAChannel = new(new("chỉ kênh mới có khoá này.", "only a channel has it."), new("Ghi kind: channel, hoặc bỏ dòng này.", "Write kind: channel, or take the line out."));
    public static readonly SourceFault NoEntryPoint = new(
        new("chưa có điểm vào nào.", "there is none."),
        new("Ghi ít nhất một: \"- feed: https://...\", \"- sitemap: https://...\" hoặc \"- list: https://...\" (trang mục).", "List at least one: \"- feed: https://...\", \"- sitemap: https://...\" or \"- list: https://...\" (a section page)."));
    public static readonly SourceFault WithoutAddress = new(new("một điểm vào không có địa chỉ.", "an entry point without an address."), OneAddressEach);
    public static readonly SourceFault SeveralAddresses = new(new("một điểm vào có nhiều địa chỉ.", "an entry point with several addresses."), OneAddressEach);

    private static Text OneAddressEach => new("Ghi một trong feed, sitemap, list; địa chỉ khác thì ghi thành một điểm vào khác.", "Write one of feed, sitemap, list, and a further entry point for a further address.");

    /// <param name="encoding">What it is written in.</param>
    /// <param name="name">iconv's name for it.</param>
    /// <param name="file">The file, as a person finds it.</param>
    public static SourceFault OtherEncoding(Text encoding, string name, string file) => new(
        new($"tệp được ghi bằng {encoding.Vi}, không phải UTF-8.", $"the file is written in {encoding.En}, not in UTF-8."),
        new($"Lưu tệp bằng UTF-8 trong trình soạn thảo, hoặc: iconv -f {name} -t UTF-8 {file} > sources-utf8.yaml", $"Save it as UTF-8 in your editor, or: iconv -f {name} -t UTF-8 {file} > sources-utf8.yaml"));

    public static Text Utf16WithoutMark(string order) => new($"UTF-16 ({order}, không có dấu ở đầu tệp)", $"UTF-16 ({order}, without a mark)");

    public static SourceFault NotYaml(Text why) => new(
        new($"đây không phải YAML: {why.Vi}.", $"this is not YAML: {why.En}."),
        new("Xem lại chỗ thụt đầu dòng, dấu hai chấm và dấu cách sau khoá, dấu nháy quanh chữ có ': ' hoặc '#'.", "Check indentation, the colon and space after a key, and quotes around texts with ': ' or '#'."));

    public static Text UnknownAlias(string name) => new($"không có neo nào tên {name}", $"unknown alias {name}");

    public static Text Alias(string name) => new($"bí danh *{name}", $"the alias *{name}");

    /// <summary>What YamlDotNet's reader says. Its rarer complaints, and those of a later version, are told by their place.</summary>
    /// <param name="complaint">In its words.</param>
    /// <param name="column">From 1.</param>
    public static Text Complaint(string complaint, long column) =>
        new(Array.Find(Complaints, c => complaint.Contains(c.Part, StringComparison.Ordinal)).Vi ?? $"không đọc được từ cột {column}", complaint.TrimEnd('.'));

    private static readonly (string Part, string Vi)[] Complaints =
    [
        ("parsing a block mapping", "không thấy khoá ở chỗ cần có: dòng thụt lệch, hoặc còn chữ sau dấu nháy"),
        ("parsing a block collection", "không thấy dấu '-' ở chỗ cần có: dòng thụt lệch"),
        ("parsing a flow mapping", "trong ngoặc nhọn thiếu ',' hoặc '}'"),
        ("parsing a flow sequence", "trong ngoặc vuông thiếu ',' hoặc ']'"),
        ("Mapping values are not allowed", "dấu hai chấm không được đứng ở đây"),
        ("found invalid mapping", "dấu hai chấm không được đứng ở đây"),
        ("Block sequence entries are not allowed", "dấu '-' không được đứng ở đây"),
        ("could not find expected ':'", "sau khoá thiếu ':'"),
        ("quoted scalar, found unexpected end of stream", "dấu nháy mở ra mà không đóng lại"),
        ("unknown escape character", "trong dấu nháy kép, ký tự sau '\\' không dùng được"),
        ("cannot start any token", "giá trị bắt đầu bằng ký tự phải đặt trong dấu nháy"),
        ("tab ", "thụt đầu dòng bằng phím Tab; hãy dùng dấu cách"),
    ];

    public static SourceFault NotKeys(Text found, Text whose, IEnumerable<string> known) => new(new($"ở chỗ cần các khoá lại là {found.Vi}.", $"{found.En} stands where keys are expected."), HasKeys(whose, known, null));

    public static SourceFault UnknownKey(Text whose, IEnumerable<string> known, string? near) => new(new("không có khoá này.", "this key is not known."), HasKeys(whose, known, near));

    private static Text HasKeys(Text whose, IEnumerable<string> known, string? near)
    {
        var (keys, hint) = (string.Join(", ", known), Hint(near));
        return new Text($"{whose.Vi} có các khoá {keys}{hint.Vi}.", $"{whose.En} has the keys {keys}{hint.En}.");
    }

    private static Text Hint(string? near) => near is null ? new Text("", "") : new Text($" (ý bạn là {near}?)", $" (did you mean {near}?)");

    public static Text ForeignText(Text found) => new($"ở chỗ cần chữ lại là {found.Vi}.", $"{found.En} stands where a text is expected.");

    /// <param name="words">All that may stand there, with commas between.</param>
    public static Text OneOf(string words) => new($"Ghi một trong: {words}.", $"Write one of {words}.");

    public static SourceFault NoneOf(string value, string words, string? near) => new(
        new($"'{value}' không phải một trong: {words}.", $"'{value}' is none of {words}."),
        near is null ? new("Ghi một trong các từ ấy.", "Write one of them.") : new($"Ghi {near}.", $"Write {near}."));

    public static SourceFault NoId(string value) => new(
        new($"'{value}' không dùng làm id được.", $"'{value}' is no id."),
        new("Dùng 2 đến 40 chữ thường không dấu, chữ số và dấu gạch nối, bắt đầu bằng chữ cái.", "Use 2 to 40 lower-case letters, digits and hyphens, beginning with a letter."));

    public static SourceFault NoLanguage(string value, string? near) => new(
        new($"'{value}' không phải mã ISO 639-1.", $"'{value}' is no ISO 639-1 code."),
        new($"Ghi hai chữ cái{Hint(near).Vi}: vi tiếng Việt, en tiếng Anh, km tiếng Khmer.", $"Write two letters{Hint(near).En}: vi Vietnamese, en English, km Khmer."));

    public static SourceFault NoOwnPage(string value) => new(
        new($"'{value}' không phải trang chính thức của tổ chức.", $"'{value}' is no page of the organisation's own site."),
        new("Ghi trang của chính tổ chức ấy, mở cho mọi người, có nêu kênh này.", "Give the page of its site, open to everybody, that names the channel."));

    public static SourceFault NoSelectorHere(EntryPointKind kind) => new(
        new($"{kind.Word()} không có khoá này.", $"a {kind.Word()} has none."),
        new("Bỏ dòng này, hoặc ghi list: nếu địa chỉ là một trang.", "Take it out, or write list: where the address is a page."));

    public static SourceFault NoSelector(string value) => new(
        new($"'{value}' không phải bộ chọn CSS.", $"'{value}' is no CSS selector."),
        new("Ghi bộ chọn tìm ra liên kết tới bài, như \"h3.title a\", hoặc bỏ dòng này để hệ thống tự tìm.", "Write one that finds the links to articles, as \"h3.title a\", or leave it out for automatic."));

    public static SourceFault Refused(string address, Text why) => new(new($"{address} không được nhận.", $"{address} is refused."), why);

    /// <param name="value">What is no address.</param>
    /// <param name="meant">The address that was probably meant; null where nothing suggests one.</param>
    public static SourceFault NoAddress(string value, string? meant) => new(
        new($"'{value}' không phải địa chỉ.", $"'{value}' is no address."),
        meant is null ? new("Ghi cả địa chỉ, gồm https://.", "Write the whole address, https:// included.") : new($"Ghi {meant}", $"Write {meant}"));

    public static SourceFault NoPort(string value) => new(
        new($"trong '{value}' phần sau dấu hai chấm không phải cổng.", $"what stands after the colon in '{value}' is no port."),
        new("Bỏ dấu hai chấm và cổng nếu trang mở ở cổng thường; nếu không, ghi một số từ 1 đến 65535.", "Leave out the colon and the port where the site has the usual one; else write a number between 1 and 65535."));

    public static SourceFault NoHost(string value) => new(
        new($"'{value}' không có tên máy chủ đúng.", $"'{value}' names no valid host."),
        new("Xem lại phần giữa https:// và dấu / kế tiếp: tên miền như bao.example.vn, không có dấu cách.", "Check what stands between https:// and the next slash: a name as press.example.vn, without spaces."));

    public static SourceFault IdTwice(string id, int line) => new(new($"'{id}' đã có ở dòng {line}.", $"'{id}' stands in line {line} already."), new("Mỗi nguồn cần một id riêng.", "Give each source an id of its own."));

    public static SourceFault AddressTwice(string address, int line) => new(new($"{address} đã có ở dòng {line}.", $"{address} stands in line {line} already."), KeyTwice.Remedy);

    public static SourceFault NoSpan(string value, TimeSpan example) => new(
        new($"'{value}' không phải khoảng thời gian.", $"'{value}' is no span of time."),
        new($"Ghi số kèm s (giây), m (phút), h (giờ) hoặc d (ngày), như {SpanText.Write(example)}.", $"Write a number with s, m, h or d, as {SpanText.Write(example)}."));

    public static SourceFault TooShort(string value, (TimeSpan Least, TimeSpan Most) bounds) => new(new($"{value} quá ngắn.", $"{value} is too short."), Between(bounds));

    public static SourceFault TooLong(string value, (TimeSpan Least, TimeSpan Most) bounds) => new(new($"{value} quá dài.", $"{value} is too long."), Between(bounds));

    private static Text Between((TimeSpan Least, TimeSpan Most) bounds)
    {
        var (least, most) = (SpanText.Write(bounds.Least), SpanText.Write(bounds.Most));
        return new Text($"Ghi trong khoảng {least} đến {most}.", $"Write between {least} and {most}.");
    }

    public static SourceFault NoPages(string value, int most) => new(new($"'{value}' không phải số trang.", $"'{value}' is no number of pages."), new($"Ghi một số nguyên từ 1 đến {most}.", $"Write a whole number between 1 and {most}."));

    public static SourceFault NoSwitch(string value) => new(new($"'{value}' không phải true, cũng không phải false.", $"'{value}' is neither true nor false."), new("Ghi true hoặc false.", "Write true or false."));

    public static SourceFault DayToCome(string value) => new(
        new($"{value} là ngày chưa tới.", $"{value} is a day to come."),
        new("Ghi ngày gần nhất có người đọc thử các điểm vào, hoặc never.", "Write the day on which its entry points were last read by hand, or never."));

    public static SourceFault NoDay(string value) => new(new($"'{value}' không phải never, cũng không phải một ngày.", $"'{value}' is neither never nor a day."), new("Ghi never, hoặc ngày theo dạng 2026-11-30.", "Write never, or the day as 2026-11-30."));
}
