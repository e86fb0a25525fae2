using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Sources;

/// <summary>The file of sources.</summary>
internal sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>Path of the file, relative to the home folder.</summary>
    /// <value>Default: <c>config/sources.yaml</c>.</value>
    /// <remarks>Every worker node reads its own copy: give all nodes the same file.</remarks>
    [Required]
    public string File { get; init; } = "config/sources.yaml";

    /// <summary>How often the file is looked at; a change is read at the second look that finds it the same, so that a file being written is left alone.</summary>
    /// <value>Default: 5 seconds.</value>
    /// <remarks>A second takes changes at once; a minute saves nothing that could be measured.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(5);
}
