using InfoMonitor.Content.Classification;
using InfoMonitor.Domain;
using Microsoft.AspNetCore.Authorization;

namespace InfoMonitor.Web;

/// <summary>Who may do what. Every page and endpoint names one of these or says that it is open to everybody; what names none asks for a sign-in.</summary>
internal static class Policies
{
    /// <summary>Anyone who is signed in: reading.</summary>
    public const string Desk = "desk";

    /// <summary>Analysts: claiming and deciding flags.</summary>
    public const string Analyst = "analyst";

    /// <summary>Spokespersons: answering and publishing.</summary>
    public const string Spokesperson = "spokesperson";

    /// <summary>Operators: sources, log, running the service.</summary>
    public const string Operator = "operator";

    public static void Add(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var desk = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = desk;
        options.AddPolicy(Desk, desk);
        options.AddPolicy(Analyst, policy => policy.RequireRole(Role.Analyst.Word()));
        options.AddPolicy(Spokesperson, policy => policy.RequireRole(Role.Spokesperson.Word()));
        options.AddPolicy(Operator, policy => policy.RequireRole(Role.Operator.Word()));
    }
}
