namespace WaaS.Logistics.Scanning;

/// <summary>
/// What names one device: maker, model family and serial. Never the serial alone, because makers reuse them. Two identities are one device only when all three are equal.
/// </summary>
/// <param name="Maker">As <see cref="DeviceMaker.Key"/> gives it.</param>
/// <param name="ModelFamily">Letters and digits; of a Lenovo machine type and model only the type.</param>
/// <param name="Serial">As <see cref="DeviceSerial.Key"/> gives it.</param>
public sealed record DeviceIdentity(string Maker, string ModelFamily, string Serial)
{
    /// <exception cref="ArgumentException">The serial is none, or a placeholder.</exception>
    public static DeviceIdentity Of(string maker, string model, string serial)
    {
        var key = DeviceSerial.Key(serial);
        if (key is null || DeviceSerial.IsPlaceholder(key))
            throw new ArgumentException($"'{serial}' is no serial that could name a device.", nameof(serial));
        var makerKey = DeviceMaker.Key(maker);
        return new DeviceIdentity(makerKey, FamilyOf(makerKey, model), key);
    }

    /// <summary>Equal for spellings a person or a camera confuses. It may only make somebody ask, never decide.</summary>
    public FuzzySerialKey AskingKey => FuzzySerialKey.Of(Serial);

    private static string FamilyOf(string maker, string model)
    {
        var cut = maker == "HP" && model.IndexOf('#') is > 0 and var mark ? model[..mark] : model;
        var key = DeviceMaker.ModelKey(cut);
        return maker == "LENOVO" && key.Length is 7 or 10 && maker == "LENOVO" && char.IsAsciiDigit(key[0]) && char.IsAsciiDigit(key[1]) ? key[..4] : key;
    }
}
