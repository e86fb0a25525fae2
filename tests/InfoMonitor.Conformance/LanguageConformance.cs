using InfoMonitor.Content.Language;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Conformance;

public sealed class LanguageConformance
{
    [SuiteFact("data/khmer_text/khmer_text.jsonl.gz")]
    public void Khmer_lines_are_Khmer() => Hold("language-khmer-percent", "km", Texts("text", "data/khmer_text/khmer_text.jsonl.gz"));

    [SuiteFact("data/dantri_news/dantri_news.jsonl.gz")]
    public void Vietnamese_press_is_Vietnamese_with_and_without_accents()
    {
        Hold("language-dantri-percent", "vi", Texts("text", "data/dantri_news/dantri_news.jsonl.gz"));
        Hold("language-dantri-unaccented-percent", "vi", Texts("text", "data/dantri_news/dantri_news.jsonl.gz").Select(Folding.Fold));
        Hold("language-dantri-titles-unaccented-percent", "vi", Texts("title", "data/dantri_news/dantri_news.jsonl.gz").Select(Folding.Fold));
    }

    [SuiteFact("data/safesense/safesense.jsonl.gz")]
    public void Typed_Vietnamese_is_Vietnamese()
    {
        Hold("language-safesense-percent", "vi", Texts("text", "data/safesense/safesense.jsonl.gz"));
        Hold("language-safesense-unaccented-from-20-letters-percent", "vi", Texts("text", "data/safesense/safesense.jsonl.gz").Select(Folding.Fold).Where(t => t.Length >= 20));
    }

    [SuiteFact("data/checkthat_en/ct22_checkthat_en.jsonl.gz")]
    public void Short_English_is_English() => Hold("language-checkthat-percent", "en", Texts("text", "data/checkthat_en/ct22_checkthat_en.jsonl.gz"));

    [SuiteFact("data/udhr/udhr.jsonl.gz")]
    public void Of_five_hundred_languages_few_are_taken_for_ours()
    {
        var taken = Suites.Lines("data/udhr/udhr.jsonl.gz").Select(r => (Id: r.GetProperty("id").GetString()!, Code: LanguageIdentifier.Identify(r.GetProperty("text").GetString()!))).ToList();
        taken.Single(t => t.Id == "vie").Code.ShouldBe("vi");
        taken.Single(t => t.Id == "eng").Code.ShouldBe("en");
        taken.Single(t => t.Id == "khm").Code.ShouldBe("km");
        var others = taken.Where(t => t.Id is not ("vie" or "eng" or "khm")).ToList();
        Floors.Hold("language-udhr-others-percent", 100.0 * others.Count(t => t.Code is not ("vi" or "en" or "km")) / others.Count, others.Where(t => t.Code is "vi" or "en" or "km").Select(t => $"{t.Id}: {t.Code}"));
    }

    private static IEnumerable<string> Texts(string field, string path) => Suites.Lines(path).Select(r => r.GetProperty(field).GetString() ?? "");

    private static void Hold(string floor, string language, IEnumerable<string> texts)
    {
        var (right, all) = (0, 0);
        var lost = new List<string>();
        foreach (var text in texts)
        {
            all++;
            var named = LanguageIdentifier.Identify(text);
            if (named == language) right++;
            else if (lost.Count < 40) lost.Add($"{named}: {text[..Math.Min(text.Length, 80)]}");
        }
        Floors.Hold(floor, 100.0 * right / all, lost);
    }
}
