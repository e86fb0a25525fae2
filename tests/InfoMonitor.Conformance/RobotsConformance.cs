using InfoMonitor.Content.Robots;

namespace InfoMonitor.Conformance;

public sealed class RobotsConformance
{
    [SuiteFact("suites/robots/google-robots.json")]
    public void Decisions_are_those_of_the_parser_that_defined_the_standard()
    {
        var lost = new List<string>();
        var right = 0;
        foreach (var c in Suites.Json("suites/robots/google-robots.json").EnumerateArray())
        {
            var allowed = RobotsFile.Parse(c.GetProperty("robots_b64").GetBytesFromBase64()).IsAllowed(c.GetProperty("agent").GetString()!, c.GetProperty("url").GetString()!);
            if (allowed == c.GetProperty("allowed").GetBoolean()) right++;
            else lost.Add($"{c.GetProperty("test")}: {c.GetProperty("robots")} {c.GetProperty("agent")} {c.GetProperty("url")}");
        }
        Floors.Hold("robots-google", right, lost);
    }
}
