using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace WaaS.Logistics.Sayings;

/// <summary>
/// Why something is as it is, in the one text that is kept and told: a code of the house (<c>stop-list</c>, or with a value <c>seal-broken: 4711</c>), or a person's own words.
/// It is put into the reader's language where it is shown, so what was kept in one language is read in the other.
/// </summary>
public static partial class Saying
{
    private static readonly ResourceManager Texts = new("WaaS.Logistics.Sayings.Resources.Texts", typeof(Saying).Assembly);
    private static readonly Dictionary<string, SaidWord> Known = Enum.GetValues<SaidWord>().ToDictionary(word => word.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("de")];

    // A value that is itself a code; all others are names, numbers or a person's words.
    private static readonly SaidWord[] OfCodes = [SaidWord.ReceiptTakenBack];

    /// <summary>As it is kept and told.</summary>
    /// <param name="value">What belongs to it: a number, a name, or what a person wrote; needed where the words have a place for it.</param>
    public static string Of(SaidWord word, string? value = null)
    {
        var code = Border().Replace(word.ToString(), "-").ToLowerInvariant();
        return value is null ? code : $"{code}: {value}";
    }

    /// <summary>As the reader says it (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
    /// <returns>The words for a code; anything else as it is: a person's own words, and what older programs kept.</returns>
    public static string InWords(string? said)
    {
        if (string.IsNullOrEmpty(said))
            return "";
        if (Find(said) is { } word && !TakesValue(word))
            return Text($"SaidWord_{word}");
        return said.IndexOf(": ", StringComparison.Ordinal) is var border and > 0 && Find(said[..border]) is { } with && TakesValue(with)
            ? string.Format(CultureInfo.CurrentCulture, Text($"SaidWord_{with}"), ValueInWords(with, said[(border + 2)..]))
            : said;
    }

    /// <summary>What a person typed or left standing, as it is kept: the words for this code, in either language, are the code.</summary>
    public static string Kept(SaidWord word, string typed) =>
        Languages.Any(language => string.Equals(Texts.GetString($"SaidWord_{word}", language), typed.Trim(), StringComparison.OrdinalIgnoreCase)) ? Of(word) : typed;

    /// <summary>A slot's name: what people called it, or the words for one the product named itself because nobody had.</summary>
    public static string Slot(string? name) => name switch
    {
        null => "",
        "device" => Text("Slot_Device"),
        "found" => Text("Slot_Found"),
        "slot" => Text("Slot_Unnamed"),
        _ when name.EndsWith(" (evidence)", StringComparison.Ordinal) => Fill("Slot_InEvidence", Slot(name[..^" (evidence)".Length])),
        _ when name.StartsWith("expected-", StringComparison.Ordinal) => Fill("Slot_Expected", name["expected-".Length..]),
        _ => name,
    };

    /// <summary>What spoke against the evidence of a carrier, a sentence a rule; a rule nobody has words for is named.</summary>
    /// <param name="rules">Ids as events carry them, with commas between.</param>
    public static string Faults(string? rules) => string.Join(" ", (rules ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(rule =>
        Texts.GetString("ProofFault_" + Id(rule), CultureInfo.CurrentUICulture) ?? Fill("ProofFault_Unknown", rule)));

    // VERIFICATION and Verification are one rule; R12 stays as it is.
    private static string Id(string rule) => rule.Length < 2 ? rule : char.ToUpperInvariant(rule[0]) + rule[1..].ToLowerInvariant();

    private static string ValueInWords(SaidWord word, string value) => word switch
    {
        _ when OfCodes.Contains(word) => InWords(value),
        SaidWord.CarrierFoundIn or SaidWord.CarrierInEmptySlot or SaidWord.SlotUnproven => Slot(value),
        _ => value,
    };

    private static SaidWord? Find(string code) => Known.TryGetValue(code.Replace("-", ""), out var word) ? word : null;

    private static bool TakesValue(SaidWord word) => Text($"SaidWord_{word}").Contains("{0}", StringComparison.Ordinal);

    private static string Fill(string key, string value) => string.Format(CultureInfo.CurrentCulture, Text(key), value);

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Border();
}
