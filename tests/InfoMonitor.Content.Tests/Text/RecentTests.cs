using CsCheck;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Tests.Text;

public class RecentTests
{
    [Fact]
    public void A_word_met_again_is_not_reckoned_again()
    {
        var reckoned = new List<string>();
        var recent = new Recent<string>(bits: 10, word => { reckoned.Add(word); return word + "!"; });
        foreach (var word in new[] { "quyền", "con", "quyền", "con", "quyền" }) recent.Of(word).ShouldBe(word + "!");
        reckoned.ShouldBe(["quyền", "con"]);
    }

    [Fact]
    public void Words_that_share_a_slot_are_never_taken_for_each_other() =>
        Gen.String[0, 30].Array[1, 60].Sample(words =>
        {
            var recent = new Recent<string>(bits: 1, word => word);
            return words.All(word => recent.Of(word) == word);
        });

    [Fact]
    public void A_long_word_is_reckoned_each_time_and_takes_nobody_s_place()
    {
        var count = 0;
        var recent = new Recent<int>(bits: 1, _ => ++count);
        recent.Of("ngắn").ShouldBe(1);
        recent.Of(new string('x', 25)).ShouldBe(2);
        recent.Of(new string('x', 25)).ShouldBe(3);
        recent.Of("ngắn").ShouldBe(1);
    }
}
