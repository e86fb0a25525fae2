using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace InfoMonitor.Web;

/// <summary>An endpoint of something that has a revision: it gives the revision as <c>ETag</c>.</summary>
/// <param name="IfMatch">True where it asks for the revision that was seen.</param>
/// <param name="Of">What has it.</param>
/// <param name="Gives">False where nothing is left that has one.</param>
internal sealed record Revisioned(bool IfMatch, string Of = "flag", bool Gives = true);

/// <summary>Describes what no signature tells the generator: parameters by their <see cref="QueryKeys"/>, and the headers that are asked for and given.</summary>
internal static class OpenApiParameters
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var parameters = operation.Parameters?.ToList() ?? [];
        foreach (var key in metadata.OfType<QueryKeys>().LastOrDefault()?.Keys ?? [])
        {
            parameters.RemoveAll(p => p.Name == key.Name && p.In == ParameterLocation.Query);   // a bound one, of which only the type is known
            parameters.Add(new OpenApiParameter { Name = key.Name, In = ParameterLocation.Query, Description = key.What, Schema = key.Schema(), Style = ParameterStyle.Form, Explode = !key.Many });
        }
        if (!HttpMethods.IsGet(context.Description.HttpMethod ?? HttpMethods.Get))
            parameters.Add(Header(Api.Header, required: false, "Any value. Asked for with the session cookie, not with a token."));
        if (metadata.OfType<Revisioned>().LastOrDefault() is { } revisioned)
        {
            if (revisioned.IfMatch) parameters.Add(Header(HeaderNames.IfMatch, required: true, $"The ETag at which the {revisioned.Of} was seen; 412 when it has another by now."));
            foreach (var answer in operation.Responses?.Where(r => revisioned.Gives && r.Key is ['2', ..]).Select(r => r.Value).OfType<OpenApiResponse>() ?? [])
            {
                answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
                answer.Headers[HeaderNames.ETag] = new OpenApiHeader { Description = $"The {revisioned.Of}'s revision.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }
        operation.Parameters = parameters.Count == 0 ? null : [.. parameters];
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, bool required, string what) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Description = what, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
