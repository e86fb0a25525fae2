namespace InfoMonitor.Content.Privacy;

/// <summary>Replaces phone numbers, e-mail addresses, ID-card and bank-account numbers by typed tokens ([PHONE], [EMAIL], [ID], [BANK]) before anything is stored (DESIGN 2.1).</summary>
public static class PersonalDataMasker
{
    public static string Mask(string text) => throw new NotSupportedException();

    /// <summary>Masks inside an address (path, query, percent-encoded forms too); article numbers stay. An address without personal data comes back unchanged.</summary>
    public static string MaskUrl(string address) => throw new NotSupportedException();
}
