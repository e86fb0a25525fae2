using System.Text.RegularExpressions;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Additions;

/// <summary>Takes out of a pasted message who sent it and when: what messengers and mail programs put before a text when it is copied or passed on (DESIGN 2.1). Numbers and addresses are the masker's.</summary>
/// <remarks>Names inside a sentence stay: nothing tells who sent a text from who is in it.</remarks>
internal static partial class Senders
{
    public static string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<string>();
        foreach (var line in Nfc.Of(text).ReplaceLineEndings("\n").Split('\n'))
        {
            if (Ago().IsMatch(line))
            {
                if (lines is [.., var before] && Name().IsMatch(before)) lines.RemoveAt(lines.Count - 1);   // a post's head: who, and under it how long ago
            }
            else if (!Line().IsMatch(line) && !Buttons().IsMatch(line)) lines.Add(Start().Replace(line, ""));
        }
        return string.Join('\n', lines);
    }

    /// <summary>Whole lines: "From: …", "Người gửi: …", "Forwarded from …", "Lan, [24.11.2026 10:32]", "Lan 10:32".</summary>
    [GeneratedRegex(@"^[\s>*_]*(?:(?:from|to|cc|bcc|reply-to|sent|sent by|sender|từ|tu|người gửi|nguoi gui|gửi từ|gửi bởi|gửi lúc|người nhận|nguoi nhan|đến|tới|ផ្ញើពី|អ្នកផ្ញើ)[*_]*\s*:.*|(?:forwarded(?: message)?(?: from)?|được chuyển tiếp từ|đã chuyển tiếp(?: từ)?|chuyển tiếp từ|tin nhắn từ)(?:\s|:|$).*|[^\n!?]{1,60}?,?\s+\[?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M|\s?SA|\s?CH)?(?:,?\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?\]?:?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    /// <summary>How long ago a post is from, as networks put it under a name: "2 giờ · 🌐", "Hôm qua lúc 10:32", "3h".</summary>
    [GeneratedRegex(@"^\s*(?:\d{1,3}\s?(?:giây|phút|giờ|ngày|tuần|tháng|năm|[smhdwy]|min|mins|hrs?|days?)(?: trước| ago)?|(?:vừa xong|just now|hôm qua|yesterday)(?:\s(?:lúc|at)\s\d{1,2}:\d{2}.{0,5})?|\d{1,2} tháng \d{1,2}(?:, \d{4})?(?: lúc \d{1,2}:\d{2})?)\s*(?:·.{0,30})?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ago();

    /// <summary>What stands under a post: counts and buttons.</summary>
    [GeneratedRegex(@"^\s*(?:(?:[\d.,]+[KM]?\s)?(?:bình luận|lượt (?:thích|chia sẻ|xem)|thích|trả lời|phản hồi|chia sẻ|theo dõi|xem thêm|tác giả|comments?|likes?|reply|replies|shares?|views?|follow|see more|author)\s*[·•|]?\s*){1,6}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Buttons();

    /// <summary>One to six capitalised words and nothing else.</summary>
    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}\p{M}.'’]*(?:\s\p{Lu}[\p{L}\p{M}.'’]*){0,5}\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    /// <summary>Before the text in its own line: "[10:32, 24/11/2026] Lan: …", "24/11/2026, 10:32 - Lan: …", "10:32 Lan: …".</summary>
    [GeneratedRegex(@"^[\s>]*(?:\[[^\]\n]*\d{1,2}:\d{2}[^\]\n]*\]|(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M|\s?SA|\s?CH)?(?:\s+[-–])?)\s+[^:\n]{1,60}:\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
