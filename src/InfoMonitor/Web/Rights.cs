using InfoMonitor.Domain;

namespace InfoMonitor.Web;

/// <summary>What somebody may do at the desk.</summary>
internal enum Right
{
    /// <summary>Queue, flags, briefings, sources, references; one's own account and tokens.</summary>
    Read,

    /// <summary>Claim flags and give verdicts.</summary>
    Decide,

    /// <summary>Give flags to others, and take them back.</summary>
    Assign,

    /// <summary>Answer and publish.</summary>
    Answer,

    /// <summary>Open again what two people settled or the office has answered.</summary>
    Reopen,

    /// <summary>Sources, quarantine, running the service.</summary>
    Operate,

    /// <summary>The whole audit log.</summary>
    Audit,

    /// <summary>How the models fare: flag rates, drift, candidates.</summary>
    Measure,
}

/// <summary>Who may do what: the one table. The policies, the pages and <c>Accounts/README.md</c> follow it.</summary>
internal static class Rights
{
    public static IReadOnlyList<Right> Of(Role role) => role switch
    {
        Role.Analyst => [Right.Read, Right.Decide],
        Role.Senior => [Right.Read, Right.Decide, Right.Assign, Right.Reopen, Right.Measure],
        Role.Spokesperson => [Right.Read, Right.Answer, Right.Reopen],
        Role.Operator => [Right.Read, Right.Operate, Right.Audit, Right.Measure],
        Role.Auditor => [Right.Read, Right.Audit, Right.Measure],
    };

    public static IReadOnlyList<Role> RolesWith(Right right) => [.. Enum.GetValues<Role>().Where(role => Of(role).Contains(right))];

    /// <summary>Roles that one account may hold together. An auditor holds no other: whoever checks the log writes nothing into it.</summary>
    public static bool GoTogether(IReadOnlyCollection<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return !roles.Contains(Role.Auditor) || roles.Distinct().Count() == 1;
    }
}
