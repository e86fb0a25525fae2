using InfoMonitor.Domain;

namespace InfoMonitor.Models;

/// <summary>The known failures of the shipped models in the reader's language: a card says them in English. What another set's card says stands as it is.</summary>
internal static class KnownFailureTexts
{
    private static readonly Dictionary<string, Text> All = new Text[]
    {
        new("lời thù ghét bị phủ nhận (“I would never hurt ...”) hoặc kể lại ở ngôi thứ ba, trong tiếng Anh: xem negate_neg_nh và counter_ref_nh của HateCheck", "hate that is denied (\"I would never hurt ...\") or reported in the third person, in English: see HateCheck's negate_neg_nh and counter_ref_nh"),
        new("lời chửi đồ vật, nghề nghiệp hay một cá nhân trong câu tiếng Anh ngắn (target_obj_nh, target_group_nh)", "abuse of things, trades and single persons in short English sentences (target_obj_nh, target_group_nh)"),
        new("câu thù ghét ngắn bằng tiếng Anh không có từ nặng: ở vài nhóm của HateCheck chỉ tìm ra chưa đến một nửa", "short English sentences of hate without a strong word: less than half of some functions of HateCheck is found"),
        new("lối nói mỉa, nói bóng mà từ nào cũng thân thiện", "irony and images of speech whose words are all friendly"),
        new("nhóm người và lời lăng mạ không có trong dữ liệu huấn luyện", "groups and insults that no training row names"),
        new("lời thù ghét được dẫn lại, cách câu bác bỏ nó hơn ba câu", "quoted hate far from the sentence that rejects it (more than three sentences)"),
        new("lời ra lệnh không có từ kêu gọi hay không nêu tên nhóm, nhất là trong tiếng Anh", "orders without a call word or a named group, above all in English"),
        new("bài thuộc loại nào trong hai loại: mỗi mô hình học thêm từ bài của loại kia với nửa trọng số, loại nào cũng đưa bài vào hàng chờ", "which of the two a text is: each is trained on the other's rows at half weight, and either queues it"),
        new("lời dụ dỗ rải mỏng trong một bài dài", "a lure spread thinly over a long text"),
        new("lời dụ dỗ viết y như quảng cáo hợp pháp", "lures whose wording is that of a lawful advert"),
        new("mẩu quảng cáo được dẫn nguyên văn để hỏi có phải bẫy không vẫn có thể bị gắn cờ", "an advert that somebody quotes in full to ask whether it is a trap may be flagged"),
        new("danh tính chỉ lộ qua ảnh hay đường dẫn", "identities given only by a picture or a link"),
        new("tên người mà gần đó không nói chuyện gì đã xảy ra", "names with no word of what happened near them"),
        new("tên viết thường, không thuộc các họ thường gặp nhất", "names in small letters of other than the commonest families"),
        new("người được nêu tên trong tin tai nạn, không có tội phạm, có thể bị gắn cờ", "a person named in the report of an accident, without a crime, may be flagged"),
        new("khẳng định trải ra nhiều câu", "claims split over several sentences"),
        new("tin đồn kể dưới dạng câu hỏi", "a rumour told as a question"),
        new("bài làm hai việc cùng lúc chỉ được nhận loại mạnh hơn", "a text that does two things is given its stronger class only"),
        new("bài trào phúng nhại thông báo chính thức đến từng chữ", "satire that imitates an official notice word for word"),
        new("chủ đề chỉ được nhắc bóng gió", "a topic only hinted at"),
        new("tin kể lại tự do, bằng từ khác với từ điển đồng nghĩa: tìm ra chưa đến một nửa; kể lại nguyên văn hoặc gần nguyên văn thì tìm ra gần hết", "of claims retold freely, in other words than the thesaurus knows, fewer than half are found; of those repeated as they stand or nearly so, nearly all"),
        new("bài dùng từ của tin đã đính chính nhưng nói điều khác về cùng chuyện", "a text in the statement's words that says something else about the same thing"),
        new("tin trải ra hơn ba câu", "a claim spread over more than three sentences"),
        new("bài nói về một tin giống một tin đã có, mà lời lẽ gần tin đã có hơn", "a text that speaks of a claim like one among the references, in words nearer to that one"),
        new("căn cứ viết bằng ngôn ngữ khác với bài", "a reference in another language than the text"),
    }.ToDictionary(t => t.En, StringComparer.Ordinal);

    /// <summary>Null for one that no shipped card says.</summary>
    public static Text? Of(string failure) => All.GetValueOrDefault(failure);
}
