using System.CommandLine;

namespace InfoMonitor.Commands;

/// <summary>The two options every batch verb has, worded alike.</summary>
internal static class BatchOptions
{
    /// <param name="fields">The fields of a line, e.g. <c>{id,url,html}</c>.</param>
    public static Option<string> Batch(string fields) => new("--batch")
    {
        Description = $"JSON lines {fields} to read, plain or gzip; - for standard input.",
        Required = true,
        HelpName = "FILE",
    };

    /// <param name="fields">The fields of an answer.</param>
    public static Option<string> Out(string fields) => new("--out")
    {
        Description = $"Where JSON lines {fields} go, gzip when it ends in .gz; - for standard output. One that failed says why in its \"error\", and the verb ends with 1.",
        DefaultValueFactory = _ => "-",
        HelpName = "FILE",
    };
}
