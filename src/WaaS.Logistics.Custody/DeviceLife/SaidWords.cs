using WaaS.Logistics.Custody.Resources;

namespace WaaS.Logistics.Custody.DeviceLife;

internal static class SaidWords
{
    private static readonly Dictionary<string, SaidWord> Known = Enum.GetValues<SaidWord>().ToDictionary(word => word.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <returns>The word for a code such as <c>Extra</c> or <c>stop-list</c>; anything else as it was said.</returns>
    public static string Said(this Texts texts, string value) => Known.TryGetValue(value.Replace("-", ""), out var word) ? texts.Of(word) : value;
}
