namespace InfoMonitor.Tests.Support;

/// <summary>A theory that starts the real program, which loads the committed models; skipped by name in a working copy that has none yet.</summary>
public sealed class TheoryWithModelsAttribute : TheoryAttribute
{
    public TheoryWithModelsAttribute()
    {
        if (Directory.GetFiles(Path.Combine(TestHome.Repository, "models"), "card.json", SearchOption.AllDirectories) is []) Skip = "models/ holds no trained model: infomonitor model train.";
    }
}
