using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Tests.Matching;

public sealed class PhraseFinderTests
{
    private static readonly PhraseFinder Finder = new([(0, "nước"), (0, "nước máy"), (1, "nước máy"), (2, "máy bay"), (3, "lá"), (4, "pay"), (5, "mất khả năng làm mẹ")]);

    [Theory]
    [InlineData("nước", "0@0+1")]
    [InlineData("nước máy", "0@0+2 1@0+2")]
    [InlineData("nước máy bay", "0@0+2 1@0+2 2@1+2")]
    [InlineData("Nước MÁY, nước", "0@0+2 1@0+2 0@2+1")]
    [InlineData("nuoc may", "0@0+2 1@0+2")]
    [InlineData("nước may", "0@0+1")]
    [InlineData("họ paid, they were paying", "4@4+1")]
    [InlineData("mất khả năng", "")]
    [InlineData("tiêm xong mất khả năng làm mẹ", "5@2+5")]
    [InlineData("", "")]
    public void The_longest_phrase_of_each_meaning_is_found_with_its_words(string text, string expected) => Found(text).ShouldBe(expected);

    [Theory]
    [InlineData("lá cây", "3@0+1")]
    [InlineData("la cay", "")]
    public void A_syllable_that_is_mostly_another_word_is_not_found_without_its_accents(string text, string expected) => Found(text).ShouldBe(expected);

    [Theory]
    [InlineData("thesaurus.txt")]
    [InlineData("subjects.txt")]
    public void The_lists_have_no_phrase_that_is_never_found(string list)
    {
        foreach (var (name, phrases) in WordLists.Lines(list).Where(line => line.Name is not ("short" or "opposites" or "things")))
        {
            phrases.ShouldNotBeEmpty(name);
            foreach (var phrase in phrases) ClaimText.WordsOf(phrase, 0).Count.ShouldBeInRange(1, 12, $"{list}, {name}: {phrase}");
        }
    }

    [Fact]
    public void A_name_stands_once_in_the_list_of_subjects() =>
        WordLists.Lines("subjects.txt").GroupBy(line => line.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    private static string Found(string text)
    {
        var words = ClaimText.WordsOf(text, 0);
        return string.Join(' ', Finder.In([.. words.Select(w => w.Form)], words.TrueForAll(w => w.Marks.Length == 0)).Select(m => $"{m.Id}@{m.First}+{m.Count}"));
    }
}
