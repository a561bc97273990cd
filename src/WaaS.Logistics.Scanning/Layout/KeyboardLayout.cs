namespace WaaS.Logistics.Scanning.Layout;

/// <summary>The keyboard layout a computer is set to. Scanners send positions of keys, as a rule those of a US keyboard.</summary>
public enum KeyboardLayout
{
    /// <summary>What the scanner means is what arrives.</summary>
    Us,

    /// <summary>QWERTZ: Y and Z are swapped, and '-' arrives as 'ß'.</summary>
    German,

    /// <summary>AZERTY: A and Q, Z and W are swapped, and digits arrive as signs and accented letters.</summary>
    French,
}
