using System.Text.RegularExpressions;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>Counterfactual rows (Kaushik et al., 2020): a harmless text stays harmless when its people are of a protected group, and so teaches that naming one says nothing.</summary>
internal static partial class Swaps
{
    /// <summary>The text with its first ordinary people made a group; null when it names none, or when it may do harm.</summary>
    public static string? Of(Row row)
    {
        if (row.Harms is not { Count: 0 } || row.Set is not (RowSets.Protected or RowSets.Claims or RowSets.Topics or RowSets.Ordinary)) return null;
        var (people, group) = row.Language == "vi" ? (PeopleVi(), "người Khmer") : (PeopleEn(), "immigrants");
        var swapped = people.Replace(row.Text, group, 1);
        return swapped == row.Text ? null : swapped;
    }

    [GeneratedRegex(@"\b(người dân|bà con|cư dân|hộ dân|dân làng|công nhân|người lao động|nông dân|ngư dân|học sinh|sinh viên|giáo viên|bệnh nhân|hành khách|phụ huynh|tiểu thương|tài xế|hàng xóm|dân)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PeopleVi();

    [GeneratedRegex(@"\b(people|residents|villagers|citizens|workers|farmers|fishermen|students|pupils|teachers|nurses|patients|passengers|parents|vendors|drivers|neighbours|tenants|families|households|customers|volunteers)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PeopleEn();
}
