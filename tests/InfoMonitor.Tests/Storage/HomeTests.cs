using InfoMonitor.Storage;

namespace InfoMonitor.Tests.Storage;

public sealed class HomeTests
{
    [Fact]
    public void A_home_that_is_not_there_is_named_with_what_to_do()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var said = Should.Throw<DirectoryNotFoundException>(() => new Home(nowhere)).Message;
        said.ShouldContain(nowhere);
        said.ShouldContain("--home");
        Directory.Exists(nowhere).ShouldBeFalse();
    }
}
