using System.Collections.Frozen;
using System.Globalization;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>Sentences about standards that a certificate may carry, by key. They say according to what the work was carried out; nobody certified it.</summary>
public static class StandardTexts
{
    /// <summary>BSI IT-Grundschutz, building block CON.6, requirement A2.</summary>
    public const string BsiCon6 = "bsi-con6";

    /// <summary>BSI IT-Grundschutz CON.6.A12: complete overwriting with a random stream.</summary>
    public const string BsiCon6Random = "bsi-con6-a12-random";

    /// <summary>BSI Grundschutz++ ASST.7.3: verifiable overwriting.</summary>
    public const string GrundschutzPlusPlus = "bsi-gspp-asst-7-3";

    /// <summary>NIST SP 800-88 Rev. 2: verification and validation as two decisions.</summary>
    public const string NistTwoDecisions = "nist-800-88r2-4-5";

    /// <summary>IEEE 2883-2022, to which NIST SP 800-88 Rev. 2 leaves the techniques: the drive erased itself.</summary>
    public const string FirmwareErase = "ieee-2883-firmware";

    private static readonly FrozenDictionary<string, (string German, string English)> Texts = new Dictionary<string, (string, string)>
    {
        [BsiCon6] = ("Durchgeführt nach BSI IT-Grundschutz CON.6.", "Carried out according to BSI IT-Grundschutz CON.6."),
        [BsiCon6Random] = ("Vollständig mit einem Zufallsdatenstrom überschrieben (BSI IT-Grundschutz CON.6.A12).", "Completely overwritten with a random stream (BSI IT-Grundschutz CON.6.A12)."),
        [GrundschutzPlusPlus] = ("Verifizierbares Überschreiben im Sinne von BSI Grundschutz++ ASST.7.3.", "Verifiable overwriting in the sense of BSI Grundschutz++ ASST.7.3."),
        [FirmwareErase] = ("Durch einen Befehl an das Laufwerk gelöscht und danach am Medium geprüft (IEEE 2883-2022; NIST SP 800-88 Rev. 2).", "Erased by a command to the drive and looked at on the medium afterwards (IEEE 2883-2022; NIST SP 800-88 Rev. 2)."),
        [NistTwoDecisions] = ("Prüfung und Freigabe als getrennte Entscheidungen (NIST SP 800-88 Rev. 2, 4.5).", "Verification and validation as separate decisions (NIST SP 800-88 Rev. 2, 4.5)."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All keys.</summary>
    public static IReadOnlyCollection<string> Keys => Texts.Keys;

    /// <summary>The sentence, German for German cultures, English otherwise.</summary>
    /// <exception cref="KeyNotFoundException">Nobody wrote a sentence for this key.</exception>
    public static string Of(string key, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (!Texts.TryGetValue(key, out var text)) throw new KeyNotFoundException($"There is no sentence about a standard with the key '{key}'.");
        return culture.TwoLetterISOLanguageName == "de" ? text.German : text.English;
    }
}
