using System.Text.RegularExpressions;

namespace InfoMonitor.Additions;

/// <summary>Takes out of a pasted message who sent it and when: what messengers and mail programs put before a text when it is copied or passed on (DESIGN 2.1). Numbers and addresses are the masker's.</summary>
/// <remarks>Names inside a sentence stay: nothing tells who sent a text from who is in it.</remarks>
internal static partial class Senders
{
    public static string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Normalize().ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Where(line => !Line().IsMatch(line)).Select(line => Start().Replace(line, "")));
    }

    /// <summary>Whole lines: "From: …", "Người gửi: …", "Forwarded from …", "Lan, [24.11.2026 10:32]", "Lan 10:32".</summary>
    [GeneratedRegex(@"^[\s>*_]*(?:(?:from|to|cc|bcc|reply-to|sent|sent by|sender|từ|tu|người gửi|nguoi gui|gửi từ|gửi bởi|gửi lúc|người nhận|nguoi nhan|đến|tới|ផ្ញើពី|អ្នកផ្ញើ)[*_]*\s*:.*|(?:forwarded(?: message)?(?: from)?|được chuyển tiếp từ|đã chuyển tiếp(?: từ)?|chuyển tiếp từ|tin nhắn từ)(?:\s|:|$).*|[^\n!?]{1,60}?,?\s+\[?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M|\s?SA|\s?CH)?(?:,?\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?\]?:?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    /// <summary>Before the text in its own line: "[10:32, 24/11/2026] Lan: …", "24/11/2026, 10:32 - Lan: …", "10:32 Lan: …".</summary>
    [GeneratedRegex(@"^[\s>]*(?:\[[^\]\n]*\d{1,2}:\d{2}[^\]\n]*\]|(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M|\s?SA|\s?CH)?(?:\s+[-–])?)\s+[^:\n]{1,60}:\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Start();
}
