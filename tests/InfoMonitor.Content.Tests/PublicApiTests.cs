using InfoMonitor.Content.Classification;
using PublicApiGenerator;

namespace InfoMonitor.Content.Tests;

/// <summary>What Content offers is read by every slice: a change of it is seen in a review, not found later.</summary>
public sealed class PublicApiTests
{
    private const string Accept = "INFOMONITOR_APPROVE";

    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        var approved = Path.Combine(Repository.Root, "tests", "InfoMonitor.Content.Tests", "PublicApi.approved.txt");
        var api = typeof(Assessor).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllText(approved, api);
        var before = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (api == before) return;
        var (now, then) = (api.Split('\n'), before.Split('\n'));
        Assert.Fail($"""
            The public API of InfoMonitor.Content is not the approved one.
            {string.Join('\n', then.Except(now, StringComparer.Ordinal).Select(l => "- " + l).Concat(now.Except(then, StringComparer.Ordinal).Select(l => "+ " + l)))}
            If that is meant, accept it and commit the file: {Accept}=1 dotnet test tests/InfoMonitor.Content.Tests --filter PublicApiTests
            """);
    }
}
