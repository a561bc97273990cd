namespace WaaS.Logistics.Scanning;

/// <summary>Makers and models as they are compared: "Dell Inc." and "DELL" are one maker.</summary>
public static class DeviceMaker
{
    private static readonly HashSet<string> LegalWords =
        ["INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "LLC", "GMBH", "AG", "KG", "SE", "SA", "NV", "BV", "COMPUTER", "COMPUTERS", "TECHNOLOGIES", "ELECTRONICS", "INTERNATIONAL"];

    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["HEWLETTPACKARD"] = "HP",
        ["HEWLETTPACKARDENTERPRISE"] = "HPE",
        ["FUJITSUTECHNOLOGYSOLUTIONS"] = "FUJITSU",
        ["FUJITSUSIEMENS"] = "FUJITSU",
        ["IBMLENOVO"] = "LENOVO",
    };

    /// <summary>Empty where the text names no maker.</summary>
    public static string Key(string maker)
    {
        var words = Words(maker);
        while (words.Count > 1 && LegalWords.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        var key = string.Concat(words);
        return OtherNames.GetValueOrDefault(key, key);
    }

    /// <summary>Letters and digits alone, upper case.</summary>
    public static string ModelKey(string model) => string.Concat(Words(model));

    private static List<string> Words(string text) =>
        [.. text.ToUpperInvariant().Replace(".", "").Split([.. text.ToUpperInvariant().Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)];
}
