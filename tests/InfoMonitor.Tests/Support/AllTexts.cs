using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Feeds;
using InfoMonitor.Domain;
using InfoMonitor.Fetching;
using InfoMonitor.Sources;

namespace InfoMonitor.Tests.Support;

/// <summary>Every text that a class of texts can give: its fields, and its methods called with samples of whatever they take.</summary>
internal static partial class AllTexts
{
    public static IEnumerable<(string Member, Text Text)> Of(params IEnumerable<Type> classes) =>
        from type in classes
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where IsText(member switch { FieldInfo field => field.FieldType, MethodInfo method => method.ReturnType, _ => null })
        from value in member is FieldInfo field ? [field.GetValue(null)] : Calls((MethodInfo)member).Select(call => ((MethodInfo)member).Invoke(null, call))
        from text in value switch { Text text => [text], SourceFault fault => [fault.What, fault.Remedy], Hindrance hindrance => [hindrance.What, hindrance.Remedy], _ => Array.Empty<Text>() }
        select ($"{type.Name}.{member.Name}", text);

    /// <summary>The Vietnamese is another text than the English, and none of its words was left in it.</summary>
    public static void ShouldBeInBothLanguages(this Text text, string member)
    {
        text.Vi.ShouldNotBeNullOrWhiteSpace(member);
        text.En.ShouldNotBeNullOrWhiteSpace(member);
        text.Vi.ShouldNotBe(text.En, member);
        English().Match(text.Vi).Value.ShouldBeEmpty($"{member}: {text.Vi}");
    }

    /// <summary>Words of English that are none of Vietnamese, of the file or of YAML.</summary>
    [GeneratedRegex("\\b(the|is|are|it|this|that|write|give|take|with|without|where|stands|refused|while|did|expected|an|of)\\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex English();

    private static readonly DateTimeOffset Now = new(2026, 3, 7, 14, 5, 0, TimeSpan.Zero);

    private static bool IsText(Type? type) => type == typeof(Text) || type == typeof(SourceFault) || type == typeof(Hindrance);

    private static IEnumerable<object?[]> Calls(MethodInfo method) => method.GetParameters().Aggregate<ParameterInfo, IEnumerable<object?[]>>([[]], (calls, parameter) =>
        from call in calls
        from sample in Samples(parameter)
        select (object?[])[.. call, sample]);

    private static object?[] Samples(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { IsEnum: true } type => [.. Enum.GetValues(type)],
        var type when type == typeof(Text) => [new Text("mẫu", "sample")],
        var type when type == typeof(string) => new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable ? ["mẫu", null] : ["mẫu"],
        var type when type == typeof(bool) => [true, false],
        var type when type == typeof(int) => [7],
        var type when type == typeof(int?) => [null, 404, 410, 500],
        var type when type == typeof(long) => [7L],
        var type when type == typeof(TimeSpan) => [TimeSpan.FromHours(1)],
        var type when type == typeof(DateTimeOffset) => [Now],
        var type when type == typeof(DateTimeOffset?) => [Now, null],
        var type when type == typeof((TimeSpan, TimeSpan)) => [(TimeSpan.Zero, TimeSpan.FromHours(1))],
        var type when type == typeof(IEnumerable<string>) => [new[] { "mẫu" }],
        var type when type == typeof(IReadOnlyCollection<(PageOutcome?, PageReason?)>) =>
        [
            .. Enum.GetValues<PageOutcome>().Where(outcome => outcome is not (PageOutcome.Stored or PageOutcome.Copy)).Select(outcome => (PageOutcome?)outcome).Append(null).Select(outcome => new[] { (outcome, (PageReason?)PageReason.LogIn) }),
            new[] { ((PageOutcome?)PageOutcome.Stored, (PageReason?)null), (PageOutcome.NotArticle, PageReason.LogIn) },
        ],
        var type when type == typeof(PageReason?) => [null, .. Enum.GetValues<PageReason>().Select(reason => (object?)reason)],
        var type when type == typeof(IPAddress) => [IPAddress.Loopback],
        var type when type == typeof(Source) => [new Source { Id = "mau", Publisher = "Mẫu", Language = "vi", EntryPoints = { new EntryPoint { SourceId = "mau", Url = "https://mau.example/cu", MovedTo = "https://mau.example/moi", LastError = new Text("mẫu", "sample"), NotBefore = Now.AddHours(1) } } }],
        var type when type == typeof(Hindrance) => [FetchingTexts.Answered(404)],
        var type when type == typeof(FeedReading.Refused) => [.. Enum.GetValues<FeedFault>().Select(fault => new FeedReading.Refused(fault, "mẫu"))],
        var type => throw new NotSupportedException($"{parameter.Member}: give a sample of {type}."),
    };
}
