namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>How much harm the data on a device could do, as the customer has assessed it.</summary>
internal enum ProtectionNeed
{
    Normal,
    High,
    VeryHigh,
}

internal static class ProtectionNeeds
{
    public static readonly IReadOnlyDictionary<string, ProtectionNeed> ByWord = new Dictionary<string, ProtectionNeed>(StringComparer.OrdinalIgnoreCase)
    {
        ["normal"] = ProtectionNeed.Normal,
        ["high"] = ProtectionNeed.High,
        ["very-high"] = ProtectionNeed.VeryHigh,
    };

    public static string Word(this ProtectionNeed need) => ByWord.First(pair => pair.Value == need).Key;
}
