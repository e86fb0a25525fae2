using InfoMonitor.Content.Privacy;

namespace InfoMonitor.Content.Tests.Privacy;

public class GeneralSentenceTests
{
    [Theory]
    [InlineData("BÉ GÁI BỊ BẠO HÀNH", true)]
    [InlineData("Bé Gái Bị Bạo Hành", true)]
    [InlineData("Bé gái bị bạo hành", false)]
    [InlineData("Em Hoa ở Cửa Sông", true)]                   // four of five
    [InlineData("Em Hoa và bé ở Cửa Sông", false)]            // four of seven
    [InlineData("Bé Gái", false)]                             // two words are no headline
    [InlineData("[NAME] [SCHOOL] Em Hoa kể", false)]          // tokens are no words: two of three
    [InlineData("[NAME] Em Hoa Kể", true)]
    [InlineData("Hoa's Mother's Story", true)]                // an ending is none either
    [InlineData("The Girl's mother can’t Speak", false)]      // three of five
    [InlineData("ក្មេងស្រី Em Hoa Kể", true)]                   // Khmer, which has no capitals, does not count
    [InlineData("", false)]
    public void A_headline_is_what_has_seven_capitals_in_ten_words(string sentence, bool headline) => GeneralSentence.IsHeadline(sentence).ShouldBe(headline);
}
