using InfoMonitor.Content.Classification;
using Microsoft.AspNetCore.Authorization;

namespace InfoMonitor.Web;

/// <summary><see cref="Rights"/> as policies. Every page and endpoint names one of these or says that it is open to everybody; what names none asks for a sign-in.</summary>
internal static class Policies
{
    /// <summary>Anyone who is signed in: <see cref="Right.Read"/>.</summary>
    public const string Desk = "desk";

    /// <summary><see cref="Right.Decide"/>: analysts and seniors.</summary>
    public const string Analyst = "analyst";

    /// <summary><see cref="Right.Decide"/> or <see cref="Right.Reopen"/>: whoever may reopen some flag.</summary>
    public const string Reopener = "reopener";

    /// <summary><see cref="Right.Answer"/>.</summary>
    public const string Spokesperson = "spokesperson";

    /// <summary><see cref="Right.Operate"/>.</summary>
    public const string Operator = "operator";

    /// <summary><see cref="Right.Audit"/>: auditors and operators.</summary>
    public const string Auditor = "auditor";

    /// <summary><see cref="Right.Measure"/>: seniors, operators and auditors.</summary>
    public const string Measurer = "measurer";

    public static void Add(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var desk = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = desk;
        options.AddPolicy(Desk, desk);
        foreach (var (name, right) in new[] { (Analyst, Right.Decide), (Spokesperson, Right.Answer), (Operator, Right.Operate), (Auditor, Right.Audit), (Measurer, Right.Measure) })
            options.AddPolicy(name, policy => policy.RequireRole(Rights.RolesWith(right).Select(role => role.Word())));
        options.AddPolicy(Reopener, policy => policy.RequireRole(Rights.RolesWith(Right.Decide).Union(Rights.RolesWith(Right.Reopen)).Select(role => role.Word())));
    }
}
