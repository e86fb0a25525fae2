using System.Globalization;
using InfoMonitor.Content.Extraction;
using InfoMonitor.Domain;

namespace InfoMonitor.Ingestion;

/// <summary>Why a page gave no article.</summary>
internal static class IngestionTexts
{
    public static Text TooSlow(TimeSpan within)
    {
        var seconds = within.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new Text($"đọc trang lâu hơn {seconds} giây", $"reading the page took longer than {seconds} s");
    }

    public static Text TooLong(int most)
    {
        var number = most.ToString("#,0", CultureInfo.InvariantCulture);
        return new Text($"bài dài hơn {number.Replace(',', '.')} ký tự", $"the text is longer than {number} characters");
    }

    public static PageReason ReasonOf(NonArticle kind) => kind switch
    {
        NonArticle.Nested => PageReason.Nested,
        NonArticle.WithoutBody => PageReason.WithoutBody,
        NonArticle.Consent => PageReason.Consent,
        NonArticle.Challenge => PageReason.Challenge,
        NonArticle.AgeWall => PageReason.AgeWall,
        NonArticle.AdvertisementWall => PageReason.AdvertisementWall,
        NonArticle.Missing => PageReason.Missing,
        NonArticle.Redirect => PageReason.Redirect,
        NonArticle.ServerError => PageReason.ServerError,
        NonArticle.LogIn => PageReason.LogIn,
        NonArticle.List => PageReason.List,
        NonArticle.Documents => PageReason.Documents,
        NonArticle.Terms => PageReason.Terms,
        NonArticle.Schedule => PageReason.Schedule,
        NonArticle.Contacts => PageReason.Contacts,
        NonArticle.Duties => PageReason.Duties,
        NonArticle.About => PageReason.About,
        NonArticle.Profile => PageReason.Profile,
        NonArticle.Subscription => PageReason.Subscription,
        NonArticle.Advertising => PageReason.Advertising,
        NonArticle.Vacancies => PageReason.Vacancies,
        NonArticle.Product => PageReason.Product,
        NonArticle.Form => PageReason.Form,
        NonArticle.Confirmation => PageReason.Confirmation,
        NonArticle.TooShort => PageReason.TooShort,
    };
}
