using System.Text.Json;
using System.Text.RegularExpressions;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Content.Extraction;

/// <summary>ClaimReview records (schema.org) of a page. The person who made the claim (<c>itemReviewed.author</c>) is never read.</summary>
internal static partial class FactChecks
{
    /// <param name="page">Whose own name is believed where a review gives its author as a bare text, and whose address is the review's where it gives none; null for a feed.</param>
    public static IReadOnlyList<FactCheck> Read(JsonLd data, Uri? address, DateReader dates, (SiteNames Names, Uri? Address)? page = null)
    {
        var found = new List<FactCheck>();
        foreach (var item in data.Objects)
        {
            if (!JsonLd.IsOfType(item, "ClaimReview")) continue;
            var rating = JsonLd.Object(item, "reviewRating") is { } held ? data.Resolved(held) : (JsonElement?)null;
            var verdict = rating is { } told ? Verdict(told) : Words(JsonLd.Text(item, "reviewRating"));
            if (verdict is null) continue;
            foreach (var claim in Claims(item, data))
            {
                var check = new FactCheck(claim, verdict, Publisher(item, data, page?.Names), Address(item, address) ?? page?.Address?.AbsoluteUri, dates.Read(JsonLd.Text(item, "datePublished")), Supports(rating, verdict));
                if (!found.Contains(check)) found.Add(check);
            }
        }
        return found;
    }

    /// <summary>As the review quotes it, one or several; else what the reviewed claim says of itself.</summary>
    private static List<string> Claims(JsonElement item, JsonLd data)
    {
        var claims = JsonLd.Texts(item, "claimReviewed").Select(Words).OfType<string>().ToList();
        if (claims.Count > 0 || JsonLd.Object(item, "itemReviewed") is not { } held || data.Resolved(held) is var reviewed && !JsonLd.IsOfType(reviewed, "Claim")) return claims;
        return (Words(JsonLd.Text(reviewed, "text")) ?? Words(JsonLd.Text(reviewed, "name"))) is { } claim ? [claim] : [];
    }

    private static string? Verdict(JsonElement rating)
    {
        return Words(JsonLd.Text(rating, "alternateName")) ?? Words(JsonLd.Text(rating, "ratingExplanation")) ?? Words(JsonLd.Text(rating, "name"))
            ?? (Words(JsonLd.Text(rating, "ratingValue")) is { } value ? Words(JsonLd.Text(rating, "bestRating")) is { } best ? $"{value}/{best}" : value : null);
    }

    private static bool Supports(JsonElement? rating, string verdict) =>
        rating is { } scale ? PublishedVerdict.Supports(verdict, JsonLd.Text(scale, "ratingValue"), JsonLd.Text(scale, "bestRating"), JsonLd.Text(scale, "worstRating")) : PublishedVerdict.Supports(verdict, null, null, null);

    /// <summary>The review's author is an organisation by the standard; where a page names a person there, the publisher of the page stands in.</summary>
    private static string? Publisher(JsonElement item, JsonLd data, SiteNames? names)
    {
        foreach (var role in (ReadOnlySpan<string>)["author", "publisher", "sourceOrganization"])
        {
            if ((JsonLd.Object(item, role) is { } named ? Organisation(named, data) : Words(JsonLd.Text(item, role)) is { } written && (HouseWords().IsMatch(written) || names?.IsWholeName(written) == true) ? written : null) is { } name) return name;
        }
        foreach (var other in data.Objects)
        {
            if (JsonLd.Object(other, "publisher") is { } named && Organisation(named, data) is { } name) return name;
        }
        return null;
    }

    private static string? Organisation(JsonElement named, JsonLd data)
    {
        named = data.Resolved(named);
        return JsonLd.IsOfType(named, "Organization", "NewsMediaOrganization", "NGO", "GovernmentOrganization", "EducationalOrganization", "Corporation", "WebSite")
            ? Words(JsonLd.Text(named, "name")) : null;
    }

    /// <summary>The review's own address: as a string, as an object with one, or that of the page it is the main thing of.</summary>
    private static string? Address(JsonElement item, Uri? address)
    {
        foreach (var property in (ReadOnlySpan<string>)["url", "mainEntityOfPage"])
        {
            var said = JsonLd.Object(item, property) is { } held ? JsonLd.Text(held, "@id") ?? JsonLd.Text(held, "url") : JsonLd.Text(item, property);
            if (Absolute(said, address) is { } absolute) return absolute;
        }
        return null;
    }

    /// <summary>A bare string may be a byline, which is never kept (DESIGN 2.1), nor is a nickname or a name in capitals: only what says itself that it is a house or its trade, or is what its site is called, is believed.</summary>
    [GeneratedRegex(@"^(báo|tạp chí|đài|thông tấn xã|tòa soạn|toà soạn|nhóm|ban (biên tập|kiểm chứng)|kiểm chứng|trung tâm|cục|sở|bộ|viện|ủy ban|uỷ ban|hội đồng|mạng|cổng)\s|\b(online|verify|media|press|agency|times|radio|centre|center|institute|project|foundation|network|fact|news)\b|fact.?check", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HouseWords();

    private static string? Absolute(string? url, Uri? address) =>
        url is not null && (address is null ? Uri.TryCreate(url.Trim(), UriKind.Absolute, out var absolute) : Uri.TryCreate(address, url.Trim(), out absolute))
            && absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri : null;

    private static string? Words(string? text)
    {
        var line = Prose.Line(text);
        return line.Length == 0 ? null : line;
    }
}
