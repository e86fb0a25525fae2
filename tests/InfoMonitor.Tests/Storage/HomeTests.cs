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

    [Fact]
    public void The_nearest_folder_above_with_a_config_folder_is_the_home_whatever_stands_in_that()
    {
        var top = Directory.CreateTempSubdirectory("infomonitor-test-").FullName;
        try
        {
            var home = Directory.CreateDirectory(Path.Combine(top, "home")).FullName;
            foreach (var folder in new[] { top, home }) Directory.CreateDirectory(Path.Combine(folder, "config"));
            File.WriteAllText(Path.Combine(top, "config", "infomonitor.json"), "{}");
            File.WriteAllText(Path.Combine(home, "config", "sources.yaml"), "");
            Home.Find(Directory.CreateDirectory(Path.Combine(home, "a", "b")).FullName).ShouldBe(home);
        }
        finally { Directory.Delete(top, recursive: true); }
    }
}
