namespace WaaS.Logistics.Scanning;

/// <summary>
/// A serial with O and 0, and I and 1, made one, and hyphens and the like left out. A type of its own so that it cannot be taken for a serial's key:
/// equal fuzzy keys ask a person, with both serials shown.
/// </summary>
public readonly record struct FuzzySerialKey
{
    private FuzzySerialKey(string text) => Text = text;

    /// <summary>For an index over stored serials.</summary>
    public string Text { get; }

    /// <param name="serial">Any spelling.</param>
    public static FuzzySerialKey Of(string serial) => new(string.Concat(serial.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(character => character switch { 'O' => '0', 'I' => '1', _ => character })));
}
