using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Extraction;

/// <summary>Days in the address of a page or a picture.</summary>
internal static partial class AddressDates
{
    /// <summary>A day that is a part of the path by itself (/2026/03/07/, /20260307/), or the moment that numbers the article.</summary>
    public static PublicationTime? InFolders(Uri? address, DateReader dates)
    {
        if (address is null) return null;
        var match = DayInFolders().Match(address.AbsolutePath);
        return OfPath(match.Success ? match : InstantInPath().Match(address.AbsolutePath), dates);
    }

    /// <summary>A day anywhere in the path, so in the words of a slug or a file's name too.</summary>
    public static PublicationTime? Anywhere(Uri? address, DateReader dates)
    {
        if (address is null) return null;
        var match = DayInPath().Match(address.AbsolutePath);
        if (!match.Success) match = InstantInPath().Match(address.AbsolutePath);
        if (!match.Success) match = DayFirstInPath().Match(address.AbsolutePath);
        return OfPath(match, dates);
    }

    private static PublicationTime? OfPath(Match match, DateReader dates) =>
        match.Success && DateReader.Day(DateReader.Number(match, "y") is var year && year < 100 ? 2000 + year : year, DateReader.Number(match, "m"), DateReader.Number(match, "d")) is { } day ? dates.Believed(day, null) : null;

    [GeneratedRegex(@"(?<!\d)(?<y>(19|20)\d\d)((?<sep>[/_-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<d>0[1-9]|[12]\d|3[01])|/(?<m>[1-9]|1[0-2])/(?<d>[12]\d|3[01]|[1-9]))(?![\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayInPath();

    [GeneratedRegex(@"/(?<y>(19|20)\d\d)((?<sep>[/_-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<d>0[1-9]|[12]\d|3[01])|/(?<m>[1-9]|1[0-2])/(?<d>[12]\d|3[01]|[1-9]))(?=/|\.\p{L}+$|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayInFolders();

    // As the Vietnamese press numbers its articles: the moment they were put up, to the second or its thousandth (20260307140512345), or after the number of the site, the year in two figures (192260307140512345).
    [GeneratedRegex(@"(?<!\d)(((?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d){2}(\d{3})?)|(1\d\d(?<y>[012]\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d){2}\d{3}))(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex InstantInPath();

    [GeneratedRegex(@"(?<!\d)(?<d>0[1-9]|[12]\d|3[01])(?<sep>[_.-]?)(?<m>0[1-9]|1[0-2])\k<sep>(?<y>20[012]\d)(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayFirstInPath();
}
