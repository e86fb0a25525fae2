using System.Text.Json;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Extraction;

/// <summary>ClaimReview records (schema.org) of a page. The person who made the claim (<c>itemReviewed.author</c>) is never read.</summary>
internal static class FactChecks
{
    public static IReadOnlyList<FactCheck> Read(JsonLd data, Uri? address, DateReader dates)
    {
        var found = new List<FactCheck>();
        foreach (var item in data.Objects)
        {
            if (!JsonLd.IsOfType(item, "ClaimReview")) continue;
            var claim = Words(JsonLd.Text(item, "claimReviewed"));
            var verdict = Verdict(item);
            if (claim is null || verdict is null) continue;
            var check = new FactCheck(claim, verdict, Publisher(item, data), Absolute(JsonLd.Text(item, "url"), address), dates.Read(JsonLd.Text(item, "datePublished")), Supports(item, verdict));
            if (!found.Contains(check)) found.Add(check);
        }
        return found;
    }

    private static string? Verdict(JsonElement item)
    {
        if (JsonLd.Object(item, "reviewRating") is not { } rating) return null;
        return Words(JsonLd.Text(rating, "alternateName")) ?? Words(JsonLd.Text(rating, "ratingExplanation")) ?? Words(JsonLd.Text(rating, "name"))
            ?? (Words(JsonLd.Text(rating, "ratingValue")) is { } value ? Words(JsonLd.Text(rating, "bestRating")) is { } best ? $"{value}/{best}" : value : null);
    }

    private static bool Supports(JsonElement item, string verdict) =>
        JsonLd.Object(item, "reviewRating") is { } rating && PublishedVerdict.Supports(verdict, JsonLd.Text(rating, "ratingValue"), JsonLd.Text(rating, "bestRating"), JsonLd.Text(rating, "worstRating"));

    /// <summary>The review's author is an organisation by the standard; where a page names a person there, the publisher of the page stands in.</summary>
    private static string? Publisher(JsonElement item, JsonLd data)
    {
        foreach (var role in (ReadOnlySpan<string>)["author", "publisher", "sourceOrganization"])
        {
            if (JsonLd.Object(item, role) is { } named && Organisation(named, data) is { } name) return name;
        }
        foreach (var other in data.Objects)
        {
            if (JsonLd.Object(other, "publisher") is { } named && Organisation(named, data) is { } name) return name;
        }
        return null;
    }

    private static string? Organisation(JsonElement named, JsonLd data)
    {
        // {"@id": "#org"} points at another object of the page.
        if (!named.TryGetProperty("@type", out _) && JsonLd.Text(named, "@id") is { } id)
        {
            foreach (var other in data.Objects)
                if (JsonLd.Text(other, "@id") == id) { named = other; break; }
        }
        return JsonLd.IsOfType(named, "Organization", "NewsMediaOrganization", "NGO", "GovernmentOrganization", "EducationalOrganization", "Corporation", "WebSite")
            ? Words(JsonLd.Text(named, "name")) : null;
    }

    private static string? Absolute(string? url, Uri? address) =>
        url is not null && (address is null ? Uri.TryCreate(url.Trim(), UriKind.Absolute, out var absolute) : Uri.TryCreate(address, url.Trim(), out absolute))
            && absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri : null;

    private static string? Words(string? text)
    {
        var line = Prose.Line(text);
        return line.Length == 0 ? null : line;
    }
}
