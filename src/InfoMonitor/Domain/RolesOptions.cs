namespace InfoMonitor.Domain;

/// <summary>What this process does: <c>--roles web,worker</c>.</summary>
/// <param name="Web">Serves pages and API.</param>
/// <param name="Worker">Crawls, composes briefings, keeps house.</param>
internal sealed record RolesOptions(bool Web, bool Worker)
{
    /// <summary>Both, unless <c>roles</c> names one.</summary>
    /// <exception cref="InvalidDataException">A word is none of <c>web</c>, <c>worker</c>.</exception>
    public static RolesOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var words = (configuration["roles"] ?? "web,worker").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = words.Except(["web", "worker"], StringComparer.Ordinal).ToArray();
        return unknown is [] && words is not []
            ? new RolesOptions(words.Contains("web", StringComparer.Ordinal), words.Contains("worker", StringComparer.Ordinal))
            : throw new InvalidDataException($"--roles: '{string.Join(',', words)}' is not a list of web and worker. Write web,worker, or one of them.");
    }
}
