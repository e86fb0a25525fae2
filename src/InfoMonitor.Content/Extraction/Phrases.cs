using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Extraction;

/// <summary>Lines that say of themselves that they are not the article, in the languages of our sources. Compared without accents and case.</summary>
internal static partial class Phrases
{
    /// <summary>Whole lines after which no article goes on: headings over related links, comments, newsletters.</summary>
    private static readonly FrozenSet<string> Endings = Lines("""
        related|related articles|related stories|related posts|related news|related content|related topics|related links|read next|up next|more stories|more news|more from this section|you may also like|you might also like|recommended|recommended for you|recommended stories|most read|most popular|trending|trending now|latest news|latest stories|popular posts|more on this story|more on this|comments|leave a comment|leave a reply|post a comment|join the conversation|share this article|share this story|share this|share this post|about the author|about the authors|editors' picks|editor's picks|sign up for our newsletter|don't miss|top stories|see also|further reading|what to read next|more like this
        bài viết liên quan|tin liên quan|tin bài liên quan|bài liên quan|tin cùng chuyên mục|cùng chuyên mục|tin khác|các tin khác|tin mới|tin mới nhất|tin mới hơn|tin cũ hơn|tin đọc nhiều|đọc nhiều|đọc nhiều nhất|xem nhiều|xem nhiều nhất|có thể bạn quan tâm|bạn có thể quan tâm|có thể bạn thích|tin nổi bật|bình luận|bình luận bạn đọc|ý kiến|ý kiến bạn đọc|ý kiến của bạn|gửi bình luận|gửi ý kiến|chia sẻ|chia sẻ bài viết|xem thêm|đọc thêm|bài đọc nhiều|từ khóa|từ khoá|tags|chủ đề|bài viết khác|các bài viết khác|tin tức khác|dành cho bạn|tin đáng chú ý|đừng bỏ lỡ|thảo luận|tin tức liên quan|các tin đã đưa|tin đã đưa|các bài đã đăng|về tác giả|đôi nét về tác giả|vài nét về tác giả|thông tin tác giả
        ព័ត៌មានទាក់ទង|អត្ថបទទាក់ទង|មតិយោបល់
        mehr zum thema|lesen sie auch|das könnte sie auch interessieren|auch interessant|kommentare|kommentar schreiben|weitere artikel|weitere themen|meistgelesen|ähnliche artikel|ähnliche beiträge|zum thema|artikel teilen|das könnte dich auch interessieren|hinterlasse einen kommentar|schreibe einen kommentar|verwandte themen|verwandte artikel|über den autor|teilen mit
        à lire aussi|lire aussi|sur le même sujet|commentaires|articles liés|articles similaires|à voir aussi|les plus lus|vos commentaires|laisser un commentaire|dans la même rubrique|partager
        artículos relacionados|noticias relacionadas|más noticias|comentarios|te puede interesar|también te puede interesar|lo más leído|más información|relacionados|temas relacionados|deja un comentario|deja una respuesta
        articoli correlati|leggi anche|commenti|potrebbe interessarti|ti potrebbe interessare|potrebbe interessarti anche|lascia un commento|più letti
        você pode gostar|você pode gostar...|veja também|leia também|leia mais|comentários|notícias relacionadas|artigos relacionados|deixe um comentário|mais lidas
        lees ook|gerelateerd|reacties|meer over|czytaj także|czytaj też|komentarze|zobacz także|zobacz też|powiązane|i̇lgili haberler|ilgili haberler|yorumlar|bunlar da ilginizi çekebilir|etiketler|читайте также|комментарии|похожие статьи|похожие записи|по теме|další články|související|komentáře|läs också|läs även|kommentarer|les også|læs også|lue myös|関連記事|コメント|相关阅读|相关新闻
        """);

    /// <summary>Whole lines that are labels of the page wherever they stand.</summary>
    private static readonly FrozenSet<string> Labels = Lines("""
        advertisement|advert|advertising|ad|ads|sponsored|promoted|story continues below|story continues below advertisement|article continues below|article continues below advertisement|continue reading|read more|read more here|click here|share|share on facebook|tweet|print|email|save|subscribe|sign up|sign in|log in|follow us|facebook|twitter|whatsapp|instagram|youtube|linkedin|pinterest|telegram|video|photo|photos|image|gallery|view gallery|loading...|loading|skip|skip advertisement|close|menu|search|copy link|listen to this article|recommended videos|watch|watch now|play|enlarge|enlarge image|listen|back to top|related article|related video|what's this?|culture council|live|topics|topic|tags:|newsletter|get our newsletter|like this story? share it with a friend!
        quảng cáo|xem thêm|đọc thêm|xem thêm:|đọc thêm:|chia sẻ|chia sẻ:|facebook|zalo|in bài viết|in trang|gửi email|bình chọn|đánh giá|nghe bài viết|nghe đọc bài|lưu bài viết|theo dõi|theo dõi chúng tôi|theo dõi trên google news|google news|copy link|sao chép liên kết|link bài gốc|lấy link|trở lại|về trang chủ|quay lại|cỡ chữ|video|ảnh|clip|mời bạn đọc xem thêm|mời quý độc giả xem thêm|tin liên quan|tin liên quan:|bài liên quan|xem chi tiết|chi tiết|lên đầu trang|正在加载
        anzeige|werbung|mehr lesen|weiterlesen|lesen sie mehr|weitere informationen|empfohlener redaktioneller inhalt|externer inhalt|teilen|drucken|merken|artikel anhören|bild vergrößern|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|реклама|annons|annonse|annonce|mainos|reklam|lire plus|lire la suite|leer más|leggi di più|leia mais|czytaj więcej|devamını oku|читать далее|läs mer|les mer|læs mere|etiketler :|etiketler:|compartir|condividi|compartilhar|udostępnij|paylaş|поделиться|lire aussi :|à lire aussi :|leggi anche|leggi anche:|lesen sie auch|lesen sie auch:|広告|pr
        """);

    /// <summary>How lines begin that point elsewhere; believed of short lines and of lines that are mostly a link.</summary>
    private static readonly string[] Pointers = [.. """
        read more:|read also:|read also|also read:|also read|read next:|read:|related:|related story|see also:|more:|watch:|watch now:|listen:|click here to|click here for|sign up for|subscribe to|follow us on|like us on|don't miss:|recommended:|follow |for more
        xem thêm:|xem thêm|đọc thêm:|đọc thêm|xem tiếp:|>>|>>>|tin liên quan:|bài liên quan:|mời độc giả|mời bạn đọc|mời quý vị|đọc tiếp:|xem video:|theo dõi |click vào đây
        lesen sie auch|lesen sie hier|lies auch|lesen sie dazu|mehr dazu:|mehr zum thema|lire aussi|à lire aussi|a lire aussi|à lire :|lea también|lee también|leggi anche|leia também|leia mais|veja também|lees ook|czytaj też|czytaj także|czytaj więcej|zobacz też|zobacz także|читайте также|läs också|läs mer|les også|læs også|lue myös
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folding.Fold).Distinct()];

    /// <summary>Beginnings of lines about rights, pictures and the site, at the foot of an article.</summary>
    private static readonly string[] Footers = [.. """
        ©|(c) |copyright |all rights reserved|source: |image source:|image credit|photo credit|photo:|photos:|picture:|getty images|(image credit|subscribe to |sign up |follow @|follow us|have a tip|got a tip|email us|contact us|this article was originally published|this story was originally published|originally published|this article originally appeared|see more |click here|download our|download the|support our|if you appreciate|if you enjoyed|like this article|please share|the views expressed|opinions expressed|copyright:|published by |posted by |posted in |posted on |filed under|tagged |categories:|category:|tags:|topics:|share this|reporting by |editing by |our standards:|got a confidential|we want to hear|if you spot an error in this|if you see an error in this
        đăng ký nhận tin|đăng ký nhận bản tin|© bản quyền|từ khóa:|từ khoá:|tags:|chủ đề:|ghi rõ nguồn|mọi thông tin góp ý|vui lòng ghi rõ|lượt xem:|số lượt xem|lượt truy cập|đọc bài gốc|thích và chia sẻ|hãy theo dõi|người viết:|biên tập:|tin, ảnh:|tin ảnh:|bài, ảnh:|bài và ảnh:|ảnh, clip:
        foto:|fotos:|foto(s):|quelle:|quellen:|bild:|redaktion:|fuente:|fonte:|crédits|crédit photo|źródło:|kaynak:|источник:|фото:|bron:|tekst:|schlagwörter|etiquetas:|etichette:|mots-clés
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folding.Fold).Distinct()];

    /// <summary>Beginnings of short lines at the foot that say whose text or picture it was; paragraphs begin so too ("Theo nguồn tin của chúng tôi, ...").</summary>
    private static readonly string[] Sources = [.. "nguồn:|nguồn tin:|theo nguồn|ảnh:|tác giả:|bản quyền".Split('|').Select(Folding.Fold)];

    /// <summary>Beginnings of short lines that name whose picture it is, wherever they stand.</summary>
    private static readonly string[] Credits = [.. """
        photo:|photos:|photo by |photograph:|image:|image source:|image credit:|image credits:|photo credit:|picture:|pictures:|credit:|video:
        ảnh:|ảnh minh họa|ảnh minh hoạ|(ảnh:|ảnh tư liệu|ảnh chụp màn hình|ảnh cắt từ clip|clip:|video:|đồ họa:|infographic:|nguồn ảnh:
        foto:|fotos:|bild:|bilder:|foto ©|© foto|crédit photo|crédits photo|zdjęcie:|фото:
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folding.Fold).Distinct()];

    /// <summary>What a place for readers' comments is called for those who do not see it.</summary>
    private static readonly FrozenSet<string> CommentLabels = Lines("""
        comments|comment section|comments section|reader comments|readers' comments|discussion|bình luận|phần bình luận|khu vực bình luận|danh sách bình luận|ý kiến bạn đọc|bình luận của bạn đọc|bình luận bài viết|មតិយោបល់|មតិអ្នកអាន|kommentare|commentaires|comentarios|commenti|comentários
        """);

    private const int LongestLabel = 60;
    private const int LongestSource = 160;
    private const int LongestCaption = 250;

    public static bool IsEnding(string line) => line.Length <= LongestLabel && Endings.Contains(Bare(line));

    public static bool IsCommentsLabel(string label) => label.Length <= LongestLabel && CommentLabels.Contains(Bare(label));

    public static bool IsLabel(string line) => line.Length <= LongestLabel && (Labels.Contains(Bare(line)) || IsSymbols(line));

    /// <summary>"Xem thêm: ...", "Read also: ...".</summary>
    public static bool IsPointer(string line) => StartsWith(line, Pointers);

    /// <summary>"Ảnh: TTXVN".</summary>
    public static bool IsCredit(string line) => line.Length <= LongestLabel && StartsWith(line, Credits);

    /// <summary>"Đại biểu dự hội nghị. Ảnh: TTXVN", as a line in italics below a picture.</summary>
    public static bool IsCaption(string line) => line.Length <= 250 && CreditAtEnd().IsMatch(line);

    [GeneratedRegex(@"(\b|\()(ảnh|nguồn ảnh|nguồn|photo|foto|image|credit)( [\p{L}]{1,6})?\s?:[^:?!]{1,30}\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex CreditAtEnd();

    /// <summary>A caption by its own word: "Bà con nhận nhà mới. Ảnh: T.A".</summary>
    public static bool IsCredited(string line) => line.Length <= LongestCaption && line.Contains("Ảnh", StringComparison.Ordinal) && PhotoAtEnd().IsMatch(line);

    /// <summary>A caption without whose picture it is (DESIGN 2.1).</summary>
    public static string WithoutCredit(string line) => line.Length <= LongestCaption ? PhotoAtEnd().Replace(line, "") : line;

    /// <summary>A quoted post without the handle of its author (DESIGN 2.1): "— Name (@handle) March 7, 2026".</summary>
    public static string WithoutHandle(string line) => line.Contains("(@", StringComparison.Ordinal) ? Handle().Replace(line, "") : line;

    [GeneratedRegex(@"\s?\(@\w{1,30}\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Handle();

    /// <summary>Lines that sell the paper's own: its app, its channels, its newsletter.</summary>
    public static bool IsPromotion(string line) => line.Length <= 200 && Promotion().IsMatch(line);

    [GeneratedRegex(@"(?<=[.…!?”""]|^)\s*\(?Ảnh( tư liệu| minh h(ọa|oạ)| chụp màn hình)?\s?: ?\p{Lu}[^:?!]{0,30}\)?\W*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PhotoAtEnd();

    [GeneratedRegex(@"^\W*(tải|cài)( đặt)?( ngay)? (ứng dụng|app) [^.]{0,60}\b(đọc|nhận|cập nhật)\b|\b(miễn phí|tải ngay|free|download now) (trên|tại|on|from) (the )?(app store|google play)|^\W*(mời|hãy|theo dõi|đừng quên)\b.{0,60}\btrên (zalo|facebook|google news|youtube|tiktok|telegram)|\b(in|to) your inbox\b.*\bsign ?up\b|\bsign ?up\b.*\b(in|to) your inbox\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Promotion();

    /// <summary>Beginnings of lines at the foot that a whole sentence may begin with too: where help is found, who came from where.</summary>
    private static readonly string[] Contacts = [.. "đường dây nóng:|hotline:|more from ".Split('|').Select(Folding.Fold)];

    private const int ShortestTelling = 12;

    /// <summary>A line that says whose the text is, or where it is from.</summary>
    public static bool IsByline(string line) => Byline().IsMatch(line);

    [GeneratedRegex(@"^\W*((tin|bài)(?=( |, ?| và )?(ảnh|bài|clip)?\s?:)|theo|ảnh|nguồn|tác giả|người (viết|dịch|đăng|gửi)|biên (tập|dịch)|tổng hợp|thực hiện|phóng viên|pv|ban biên tập|chuyên mục|lượt|số (lượt|lần)|cập nhật|đăng|xuất bản|by|written|reporting|editing|edited|compiled|translated|author|reporter|source|photo(s|graphy)?|with|from|last|updated|posted|published|e-?mail|tel|phone|điện thoại|đt|fax|website|hotline|liên hệ|contact|read|views?|share)(?!\p{L})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Byline();

    public static bool IsFooter(string line) =>
        StartsWith(line, Footers) || (line.Length <= LongestSource && StartsWith(line, Sources))
        || (StartsWith(line, Contacts) && !(BlockJudge.EndsSentence(line) && BlockJudge.WordCount(line, ShortestTelling) >= ShortestTelling));

    private static bool StartsWith(string line, string[] starts)
    {
        var start = Folding.Fold(line.Length > 60 ? line[..60] : line);
        foreach (var one in starts) if (start.StartsWith(one, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsSymbols(string line) => !line.Any(char.IsLetterOrDigit);

    /// <summary>Folded, without the marks that templates put around labels.</summary>
    private static string Bare(string line) => Folding.Fold(line).Trim(' ', ':', '.', '…', '-', '–', '—', '|', '»', '«', '>', '<', '+', '*', '•', '!', '↓', '→', '(', ')', '[', ']', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static FrozenSet<string> Lines(string lines) =>
        lines.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bare).ToFrozenSet(StringComparer.Ordinal);
}
