using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Recognises pages that answer with something else than an article. Words alone never decide: an article may report on a log-in wall or a missing page,
/// so every phrase is believed only where the page has hardly any other text.</summary>
internal static partial class NonArticles
{
    /// <summary>Shorter texts are no article: a caption, a notice, the beginning of something behind a wall.</summary>
    private const int ShortestText = 150;
    /// <summary>A notice of one sentence, of a page that says that it is an article, and of which day.</summary>
    private const int ShortestDeclared = 60;
    /// <summary>The longest notice seen on an error page or log-in wall.</summary>
    private const int LongestNotice = 700;
    /// <summary>What may follow a notice and a colon: the site's name, a number.</summary>
    private const int LongestRest = 20;
    /// <summary>Consent walls explain themselves at length.</summary>
    private const int LongestConsent = 2_500;

    private static readonly Notice[] Missing = Notices("""
        404|error 404|404 error|404 not found|404 page not found|404: not found|http 404|page not found|not found|page doesn't exist|page does not exist|page unavailable|page no longer exists|the page you requested…|sorry, the page you…|we can't find the page…|oops! that page…|this page isn't available…|article not found|content not found|this content is no longer available…|nothing found|no results found…|no results for…|your search did not match…
        404 không tìm thấy trang|lỗi 404|trang lỗi|không tìm thấy|không tìm thấy trang|không tìm thấy trang bạn…|không tìm thấy trang này…|không tìm thấy trang yêu cầu…|không tìm thấy trang được…|không tìm thấy trang quý…|không tìm thấy trang theo…|không tìm thấy trang mà…|không có kết quả nào…|không có bài viết nào|không tìm thấy nội dung…|không tìm thấy bài viết…|không tìm thấy dữ liệu…|không tìm thấy kết quả…|trang không tồn tại…|không tồn tại|trang bạn tìm…|trang bạn đang tìm…|trang bạn yêu cầu…|trang này không tồn tại…|bài viết không tồn tại…|bài viết đã bị xóa…|bài viết đã bị gỡ…|bài viết đã được gỡ…|bài viết này đã bị gỡ…|bài viết này đã được gỡ…|bài viết này hiện không khả dụng…|bài viết này không còn…|tin này đã bị gỡ…|tin này đã được gỡ…|chúng tôi không tìm thấy trang…|oops|nội dung không tồn tại…|nội dung đã bị gỡ…|đường dẫn không tồn tại…|liên kết không tồn tại…|không có dữ liệu|nội dung đang được cập nhật…|dữ liệu đang được cập nhật…|rất tiếc, trang…|rất tiếc, bài viết…|xin lỗi, trang…|xin lỗi, bài viết…
        រកមិនឃើញ…|រកទំព័រមិនឃើញ…|ទំព័រដែលអ្នកស្វែងរក…|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|página não encontrada
        """);

    private static readonly Notice[] Failed = Notices("""
        403 forbidden|403|error 403|access denied|forbidden|you don't have permission…|500|error 500|internal server error|500 internal server error|502 bad gateway|bad gateway|503 service unavailable|503 service temporarily unavailable|service unavailable|service temporarily unavailable|504 gateway time-out|504 gateway timeout|gateway timeout|application error|server error|server error in '/' application|runtime error|under maintenance|site under maintenance|we'll be back soon|error establishing a database connection|request rejected|the requested url was rejected…|too many requests|429 too many requests
        lỗi hệ thống|lỗi máy chủ|đã có lỗi xảy ra|có lỗi xảy ra|đã xảy ra lỗi|hệ thống đang bảo trì|website đang bảo trì|trang web đang bảo trì|hệ thống đang nâng cấp|truy cập bị từ chối|bạn không có quyền truy cập…
        """);

    private static readonly Notice[] Challenge = Notices("""
        just a moment|checking your browser…|verify you are human…|verifying you are human…|are you a robot|attention required|please enable javascript…|please enable cookies…|enable javascript and cookies to continue…|pardon our interruption|security check|one more step|ddos protection by…
        xác minh bạn là con người…|xác thực bạn không phải là robot…|tôi không phải là người máy|vui lòng bật javascript…|đang kiểm tra trình duyệt…
        """);

    private static readonly Notice[] LogIn = Notices("""
        log in|login|sign in|please log in…|please sign in…|log in to continue…|sign in to continue…|sign in to read…|log in to read…|subscribe to continue…|subscribe to read…|already a subscriber|members only|this content is for subscribers…|create an account to…|register to continue…|to continue reading…|you must be logged in…|you need to log in…
        đăng nhập|đăng nhập hệ thống|vui lòng đăng nhập…|bạn cần đăng nhập…|bạn phải đăng nhập…|đăng nhập để đọc…|đăng nhập để xem…|đăng nhập để tiếp tục…|đăng ký để đọc…|đăng ký tài khoản để đọc…|nội dung dành cho thành viên…|nội dung dành riêng…|dành riêng cho thuê bao…|bài viết dành cho thành viên…|bài viết dành cho hội viên…|bài viết dành cho thuê bao…|bài viết dành cho độc giả…|bài viết dành cho bạn đọc…|bài viết dành riêng…
        """);

    private static readonly string[] Consent = Folded("""
        before you continue|we value your privacy|we care about your privacy|your privacy|we use cookies|we and our partners|accept cookies|accept all|reject all|cookie policy|cookie settings|manage preferences|consent to|give consent|personalised ads|personalized ads|legitimate interest|store and/or access information
        trước khi bạn tiếp tục|trước khi tiếp tục|quyền riêng tư của bạn|sử dụng cookie|dùng cookie|chấp nhận cookie|chấp nhận tất cả|từ chối tất cả|tôi đồng ý|cài đặt cookie|chính sách cookie|đồng ý với việc
        mit werbung weiterlesen|akzeptieren und weiter|wir und unsere partner|cookies zustimmen
        """);

    /// <summary>What the page is that is no article; null when it is one.</summary>
    public static NonArticle? KindOf(IHtmlDocument document, PageMetadata page, PageReading reading, string title, SiteNames names, PublicationTime? published)
    {
        var text = reading.Text;
        var heading = Folding.Fold(title);
        var shownTitle = Folding.Fold(Prose.Line(document.Title));
        // News of walls and errors is dated below its headline; they are not.
        var isDated = Titles.IsStamped(reading, reading.Headline);
        if (!((page.IsMarkedArticle || isDated) && text.Length >= ShortestText) && Walls.KindOf(text, title, document) is { } wall) return wall;
        if (Walls.IsTeaser(reading, page.IsForSubscribers)) return NonArticle.LogIn;
        if (text.Length < LongestConsent && IsConsent(text, reading)) return NonArticle.Consent;
        if (text.Length < LongestNotice)
        {
            var opening = Folding.Fold(text[..Math.Min(text.Length, 300)]);
            if (Opens(Challenge, heading, shownTitle, opening)) return NonArticle.Challenge;
            if (Opens(Missing, heading, shownTitle, opening, requireTitle: text.Length > 350 || (text.Length >= ShortestText && (page.IsMarkedArticle || isDated)))) return NonArticle.Missing;
            if (Opens(Failed, heading, shownTitle, opening, requireTitle: true)) return NonArticle.ServerError;
            // "Log in to continue: a new fraud" is a headline, not the site speaking.
            var asking = title.Contains(':', StringComparison.Ordinal) ? "" : heading;
            if (document.QuerySelector("input[type=password]") is not null ? Opens(LogIn, heading, shownTitle, opening) || (text.Length < ShortestText && !isDated) : Opens(LogIn, asking, "", opening, requireTitle: page.IsMarkedArticle && text.Length > 350))
                return NonArticle.LogIn;
        }
        else if (!page.IsMarkedArticle && !isDated && heading.Length <= LongestGone && Array.Exists(Missing, notice => notice.Leads(heading)) && reading.Outline.Blocks.Count(block => IsLinkedHeading(block)) >= FewestTeasers) return NonArticle.Missing;
        var isNotice = IsNotice(page, reading, title, names, isDated);
        if (IsSearch(page, heading) || IsList(page, reading, isNotice)) return NonArticle.List;
        if (DocumentLists.Is(title, page, reading)) return NonArticle.Documents;
        if ((!isDated && IsSubject(page, reading, title)) || LinkedEntries.Are(page, reading, shownTitle)) return NonArticle.List;
        if (Policies.Is(title, text, page.IsMarkedArticle, names)) return NonArticle.Terms;
        if (OfficePages.IsSchedule(title, page, reading)) return NonArticle.Schedule;
        if (!isDated && OfficePages.IsOfDuties(title, page, reading)) return NonArticle.Duties;
        if (OfferPages.KindOf(title, page, reading, isDated) is { } offer) return offer;
        if (!isDated && !page.IsTypedArticle && FormPages.Is(title, page, reading)) return NonArticle.Form;
        if (!isDated && !page.IsTypedArticle && (SitePages.KindOf(document, title, page, reading) ?? DeskPages.KindOf(document, title, page, reading, names)) is { } own) return own;
        if (ContactPages.Is(title, reading)) return NonArticle.Contacts;
        // A table or pictures alone are published by whoever says when; without a day they are what a site has to offer.
        var isPublished = isNotice || IsDeclared(page, reading, published);
        return (reading.IsSetOut && !isPublished) || BlockJudge.Weight(text) < (isPublished ? ShortestDeclared : ShortestText) ? NonArticle.TooShort : null;
    }

    /// <summary>The page says that it is an article, free to read, and of which day, and shows whole sentences below its headline: a notice may be as short as one.</summary>
    private static bool IsDeclared(PageMetadata page, PageReading reading, PublicationTime? published) =>
        page.IsMarkedArticle && !page.IsForSubscribers && published is { IsWeak: false } && reading.Headline >= 0 && reading.Headline < reading.First && (reading.IsSetOut || BlockJudge.EndsSentence(reading.Text));

    /// <summary>
    /// What an office publishes may be as short (water that is cut off, tomorrow's weather, a line below a film) without saying in its data that it is an article: its headline is no link and no name of a section,
    /// its day stands right below the headline or below the text, and between them are whole sentences or rows, and no other article. Below what may be a section's name the day says that it is one of publication.
    /// </summary>
    private static bool IsNotice(PageMetadata page, PageReading reading, string title, SiteNames names, bool isDated)
    {
        var blocks = reading.Outline.Blocks;
        if (page.IsForSubscribers || reading.Headline < 0 || reading.Headline >= reading.First || reading.Last >= blocks.Count || blocks[reading.Headline].Linked > 0) return false;
        if (BlockJudge.WordCount(title, FewestWords) < FewestWords || names.IsName(title) || names.IsSection(title)) return false;
        if (!reading.IsSetOut && !BlockJudge.EndsSentence(reading.Text) && blocks[reading.Last] is not ({ Kind: BlockKind.Cell or BlockKind.ListItem } or { Text: ['-' or '–' or '+' or '•' or '*', ..] })) return false;
        for (var i = reading.Headline + 1; i <= reading.Last; i++) if (IsHeadlineLink(blocks[i])) return false;
        return (isDated && !Rubrics.IsNamed(title)) || SaysPublished(reading.Headline + 1, reading.First) || SaysPublished(reading.Last, reading.Last + FarthestDay);

        bool SaysPublished(int from, int to)
        {
            for (var i = from; i < Math.Min(to, blocks.Count); i++) if (blocks[i].Linked < 25 && DateLine.PublicationAtStart().IsMatch(blocks[i].Text) && Stamp.TellsDay(blocks[i].Text)) return true;
            return false;
        }
    }

    /// <summary>Words of a headline.</summary>
    private const int FewestWords = 4;
    /// <summary>Blocks below the text in which its day may stand.</summary>
    private const int FarthestDay = 3;

    /// <summary>A notice stands in the title, or opens a text that has no other subject.</summary>
    private static bool Opens(Notice[] notices, string heading, string title, string opening, bool requireTitle = false) =>
        Array.Exists(notices, notice => notice.Leads(heading) || notice.Leads(title) || (!requireTitle && notice.Phrase.Length > 3 && notice.Leads(opening)));

    /// <summary>Half of what the page says speaks of consent, in more than one phrase: people agree to things in articles too.</summary>
    private static bool IsConsent(string text, PageReading reading)
    {
        var (all, about) = (0, 0);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            all += line.Length;
            var folded = Folding.Fold(line);
            var before = about;
            foreach (var phrase in Consent)
            {
                if (!folded.Contains(phrase, StringComparison.Ordinal)) continue;
                said.Add(phrase);
                about = before + line.Length;
            }
        }
        return all > 0 && about * 2 > all && said.Count > 1 && reading.Outline.Blocks.Count < 100;
    }

    /// <summary>Most of the text is teasers (a linked headline with a sentence or two, or those over one same link for all), or the page is links with hardly a text.</summary>
    /// <param name="isNotice">Its text is short, and links to other articles stand around it.</param>
    private static bool IsList(PageMetadata page, PageReading reading, bool isNotice)
    {
        if (page.IsMarkedArticle && reading.Text.Length >= ShortestText) return false;
        var blocks = reading.Outline.Blocks;
        var (links, linked) = (0, 0);
        foreach (var block in blocks)
            if (IsHeadlineLink(block)) { links++; linked += block.Text.Length; }
        var declared = page.IsDeclaredList;
        if (!isNotice && links >= 8 && reading.Text.Length < (declared ? 1_500 : 250) && linked > 3 * reading.Text.Length) return true;

        if (links >= 5 && linked > reading.Text.Length && reading.Text.Length < 1_500 && SitePages.IsOfPerson(page)) return true;

        var (running, teasers, opened, ended, before) = (0, 0, 0, 0, 0);
        var below = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = reading.First; i <= reading.Last && i < blocks.Count; i++)
        {
            if (BlockJudge.Running(blocks[i]) == 0) continue;
            running++;
            if (OpensWithHeadline(blocks[i])) { opened++; continue; }
            if (EndsWithMore(blocks[i])) ended++;
            if (i + 1 < blocks.Count && blocks[i + 1] is { LinkShare: >= 0.9, Text.Length: < 30 } more) below[more.Text] = below.GetValueOrDefault(more.Text) + 1;
            // A linked headline just before, or just after (a lead above "read more").
            if ((i > 0 && IsHeadlineLink(blocks[i - 1])) || (i > 1 && IsHeadlineLink(blocks[i - 2]) && blocks[i - 1].Text.Length < 80)) teasers++;
            else if (teasers + opened == 0) before++;
        }
        if (IsReview(page, reading)) return false;
        if (links + opened >= 8 && teasers + opened >= (declared ? 3 : 5) && teasers + opened >= 0.6 * running) return true;
        // A short list is one where nothing stands outside its teasers, or a paragraph above them that says what they are of.
        if (links >= 4 && teasers + opened >= 4 && teasers + opened >= running - (teasers + opened > 4 ? Math.Min(before, 1) : 0)) return true;
        if (opened >= 5 && opened >= 0.8 * running) return true;
        if (ended >= 5 && ended >= 0.5 * running) return true;
        // Sections of an article may each end with a link to more; the article begins before the first of them.
        return below.Values.DefaultIfEmpty().Max() is >= 5 and var same && same >= 0.6 * running && !HasOpening(reading);
    }

    /// <summary>A headline of a few words (a subject, a tag), a text as short as what is said of a subject, and headlines of articles below it.</summary>
    private static bool IsSubject(PageMetadata page, PageReading reading, string title) =>
        !page.IsMarkedArticle && reading.Text.Length < LongestSubject && BlockJudge.WordCount(SubjectWord().Replace(title, ""), FewestWords) < FewestWords && reading.Outline.Blocks.Count(IsHeadlineLink) >= FewestOfSubject
        && reading.Outline.Blocks.Zip(reading.Outline.Blocks.Skip(1)).Count(pair => IsLinkedHeading(pair.First) && BlockJudge.Running(pair.Second) > 0) >= FewestOfSubject;

    [GeneratedRegex(@"^\W*(chủ đề|từ kho[áa]|thẻ|tags?|topics?|chuyên mục)\s?:\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex SubjectWord();

    private const int LongestSubject = 600;
    private const int FewestOfSubject = 8;
    /// <summary>Letters of a headline that is a notice, and the articles offered below it.</summary>
    private const int LongestGone = 60, FewestTeasers = 3;

    private static bool IsLinkedHeading(TextBlock block) => block is { Kind: BlockKind.Heading, LinkShare: >= 0.9 };

    /// <summary>A survey of the press, of laws: what its headings link to stands on other sites.</summary>
    private static bool IsReview(PageMetadata page, PageReading reading)
    {
        if (page.Address is not { } address) return false;
        var (own, foreign) = (0, 0);
        for (var i = Math.Max(0, reading.First - 2); i <= reading.Last && i < reading.Outline.Blocks.Count && own + foreign < 50; i++)
        {
            if (!IsHeadlineLink(reading.Outline.Blocks[i]) && !OpensWithHeadline(reading.Outline.Blocks[i])) continue;
            var link = reading.Outline.Nodes[reading.Outline.Blocks[i].Node].Element.QuerySelector("a[href]")?.GetAttribute("href");
            if (Uri.TryCreate(address, link, out var target) && target.Host.Length > 0 && !IsSameSite(target.Host, address.Host)) foreign++;
            else own++;
        }
        return foreign >= 3 && foreign > 4 * own;
    }

    private static bool IsSameSite(string one, string other)
    {
        var (a, b) = (WithoutWww(one), WithoutWww(other));
        return a == b || a.EndsWith($".{b}", StringComparison.OrdinalIgnoreCase) || b.EndsWith($".{a}", StringComparison.OrdinalIgnoreCase);

        static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>Running text right below the headline, before any heading of a section.</summary>
    private static bool HasOpening(PageReading reading)
    {
        if (reading.Headline < 0) return false;
        var blocks = reading.Outline.Blocks;
        for (var i = reading.Headline + 1; i < Math.Min(blocks.Count, reading.Headline + 5) && blocks[i].Kind != BlockKind.Heading; i++)
            if (BlockJudge.Running(blocks[i]) > 0) return i + 1 < blocks.Count && blocks[i + 1].LinkShare < 0.9;
        return false;
    }

    /// <summary>A sentence or two and "Xem chi tiết", the link.</summary>
    private static bool EndsWithMore(TextBlock block) =>
        block.Linked is > 3 and < 30 && block.Linked < block.Text.Length / 2 && Phrases.IsLabel(block.Text[^block.Linked..]);

    /// <summary>The answer to a search: its address says so, and its title.</summary>
    private static bool IsSearch(PageMetadata page, string heading) =>
        page.Address is { Query.Length: > 2 } address && SearchPath().IsMatch(address.AbsolutePath) && (heading.Contains("tim kiem", StringComparison.Ordinal) || heading.Contains("search", StringComparison.Ordinal));

    [GeneratedRegex(@"/(search|tim-?kiem|ket-qua-tim-kiem)(/|\.\w+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex SearchPath();

    /// <summary>"Headline (07/03/2026) - A sentence or two.", the headline a link.</summary>
    private static bool OpensWithHeadline(TextBlock block) =>
        block.Opening >= 25 && block.Opening < 0.9 * block.Text.Length && BlockJudge.WordCount(block.Text[..block.Opening], 5) >= 5;

    private static bool IsHeadlineLink(TextBlock block) => block.LinkShare >= 0.9 && block.Text.Length >= 25 && BlockJudge.WordCount(block.Text, 5) >= 5;

    /// <summary>How a notice begins.</summary>
    /// <param name="Phrase">Folded.</param>
    /// <param name="IsOpen">Whether words may follow; else only the end or a mark ("404 - Example", not "404 homes").</param>
    private sealed record Notice(string Phrase, bool IsOpen)
    {
        public bool Leads(string text) =>
            text.StartsWith(Phrase, StringComparison.Ordinal)
            && (IsOpen || text.Length == Phrase.Length || (text.AsSpan(Phrase.Length).TrimStart() is [var next, ..] && !char.IsLetterOrDigit(next) && next is not (',' or '\'' or '"' or '“' or '(')
                && !(next == ':' && text.Length > Phrase.Length + LongestRest)));   // "Hệ thống đang bảo trì: người dân chờ" is a headline
    }

    private static Notice[] Notices(string phrases) => [.. Folded(phrases).Select(phrase => new Notice(phrase.TrimEnd('…'), phrase.EndsWith('…')))];

    private static string[] Folded(string phrases) =>
        [.. phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folding.Fold).Distinct()];
}
