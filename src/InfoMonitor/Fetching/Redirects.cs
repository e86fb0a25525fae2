using InfoMonitor.Content.Urls;

namespace InfoMonitor.Fetching;

internal static class Redirects
{
    /// <summary>Where a Location leads, read as browsers read it; fragment, user name and password dropped. Null when it is no address.</summary>
    /// <remarks>Tracking parameters stay: a server that wants one on its way sends us in circles without it.</remarks>
    public static Uri? Resolve(string location, Uri from)
    {
        if (!WhatwgUrl.TryParse(from.AbsoluteUri, null, out var parent) || !WhatwgUrl.TryParse(location, parent, out var url)) return null;
        if (!Uri.TryCreate(url.ToString(), UriKind.Absolute, out var uri)) return null;
        return uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 ? uri : new UriBuilder(uri) { UserName = "", Password = "", Fragment = "" }.Uri;
    }
}
