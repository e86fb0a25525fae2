using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class FlagReasonsTests
{
    [Fact]
    public void Harm_is_harm_to_people_and_nothing_else() =>
        FlagReasons.Harms.ShouldBe([FlagReason.Hate, FlagReason.Incitement, FlagReason.ExploitationLure, FlagReason.VictimExposure]);
}
