namespace WaaS.Logistics.Scanning.Layout;

/// <summary>What the calibration card showed about a station and its scanner.</summary>
/// <param name="Layout">The layout to repair by; <c>null</c> when the text was not the card's or no known layout explains it: receiving is to be refused.</param>
/// <param name="IsCaseInverted">The scanner or a caps lock turns capital and small letters round.</param>
/// <param name="Separator">What arrived for the control character GS: itself, empty when it was dropped, or what stands in its place.</param>
/// <param name="Sentence">For the person at the station, in English.</param>
public sealed record Calibration(KeyboardLayout? Layout, bool IsCaseInverted, string Separator, string Sentence)
{
    private const string Head = "WL-CAL:YyZzAaQqWwMm-_/;[x]{x}(x)=1+2@#&0123456789";
    private const string Tail = "END";
    private const string Gs = "\x1D";

    /// <summary>What the card holds, as a Data Matrix: every character the layouts differ in, and GS.</summary>
    public const string Text = Head + Gs + Tail;

    /// <summary>Nothing has to be repaired.</summary>
    public bool IsClean => Layout == KeyboardLayout.Us && !IsCaseInverted && Separator == Gs;

    /// <summary>Whether the text is meant to be the card, also where no layout that is known explains it.</summary>
    public static bool IsClaimedBy(string arrived)
    {
        var text = arrived.AsSpan().Trim("\r\n\t");
        return text.Length is > 40 and < 100 && text.EndsWith(Tail, StringComparison.OrdinalIgnoreCase)
            && (text[..10].Contains("CAL", StringComparison.OrdinalIgnoreCase) || text[..10].Contains("CQL", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Labels with several fields cannot be read: GS is dropped, or arrives as something a label may hold.</summary>
    public bool LosesSeparator => Separator != Gs && !CanRestoreSeparator;

    /// <summary>Whether what arrived for GS can be told from the characters of a label, so that it can be put back.</summary>
    public bool CanRestoreSeparator => Separator.Length > 0 && Separator != Gs && (ControlCharacters.AreVisible(Separator) || !Separator.Any(character => char.IsAsciiLetterOrDigit(character) || "-/._+#:* ".Contains(character)));

    /// <param name="arrived">What the scan field got when the card was scanned.</param>
    public static Calibration Read(string arrived)
    {
        var text = arrived.Trim('\r', '\n', '\t');
        foreach (var layout in Enum.GetValues<KeyboardLayout>())
        {
            if (Middle(LayoutRepair.Repair(text, layout)) is { } separator)
                return Explained(layout, false, separator);
            // Keys that write letters of a layout's own, as German umlauts, are turned round too.
            if (Middle(LayoutRepair.Repair(CapsLock.Turn(text), layout)) is { } turned)
                return Explained(layout, true, turned);
        }
        return new Calibration(null, false, "", "This is not what the calibration card says, under no layout that is known. Set the scanner to the keyboard country of this computer and scan the card again.");
    }

    private static string? Middle(string meant) =>
        meant.Length >= Head.Length + Tail.Length && meant.StartsWith(Head, StringComparison.Ordinal) && meant.EndsWith(Tail, StringComparison.Ordinal) ? meant[Head.Length..^Tail.Length] : null;

    private static Calibration Explained(KeyboardLayout layout, bool isInverted, string separator)
    {
        List<string> faults = [];
        if (layout != KeyboardLayout.Us)
            faults.Add($"The scanner types as on a US keyboard, and this computer has a {layout} one: scans are repaired. Better set the scanner to {layout}.");
        if (isInverted)
            faults.Add("Capital and small letters are turned round: scans are repaired. Better switch caps lock off.");
        if (separator.Length == 0)
            faults.Add("The scanner drops the control character GS: labels with several fields cannot be read safely. Set it to send control characters.");
        else if (separator != Gs)
            faults.Add($"The control character GS arrives as '{separator}': set the scanner to send control characters.");
        return new Calibration(layout, isInverted, separator, faults.Count == 0 ? "The scanner and this computer understand one another." : string.Join(' ', faults));
    }
}
