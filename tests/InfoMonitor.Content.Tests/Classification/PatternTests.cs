using System.Reflection;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Classification;

namespace InfoMonitor.Content.Tests.Classification;

public sealed class PatternTests
{
    private static readonly string[] Predicting = ["Classification", "Matching", "Language", "Privacy", "Text", "Fingerprints"];

    /// <summary>What a text is said to be, and what of it is masked, may not hang on how fast the machine is.</summary>
    [Fact]
    public void No_pattern_that_judges_or_masks_gives_up_by_the_clock()
    {
        var patterns = (
            from type in typeof(Assessor).Assembly.GetTypes()
            where Predicting.Any(slice => type.Namespace?.StartsWith("InfoMonitor.Content." + slice, StringComparison.Ordinal) == true)
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0
            select (Name: $"{type.Name}.{method.Name}", Regex: (Regex)method.Invoke(null, null)!)).ToList();
        patterns.Count.ShouldBeGreaterThan(50);
        patterns.Where(p => p.Regex.MatchTimeout != Regex.InfiniteMatchTimeout).Select(p => p.Name).ShouldBeEmpty();
        AppContext.GetData("REGEX_DEFAULT_MATCH_TIMEOUT").ShouldBeNull();
    }
}
