namespace WaaS.Logistics.Scanning.Layout;

/// <summary>A scan as it arrived at a station: repaired by the station's calibration, or the fault it shows.</summary>
/// <param name="Text">To be read; as it arrived where there is a fault.</param>
/// <param name="Detail">The layout, or the control characters that are missing.</param>
public sealed record StationScan(string Text, ScannerFault Fault, string Detail)
{
    private const string Gs = "\x1D";

    /// <param name="station">What the calibration card showed; <c>null</c> for a station that is not calibrated.</param>
    public static StationScan Of(string arrived, Calibration? station)
    {
        var text = arrived.Trim('\r', '\n');
        if (station?.Layout is not { } layout)
            return LayoutRepair.Detect(text) is { } proven ? Faulty(arrived, ScannerFault.Layout, proven.ToString()) : WithControls(arrived, CapsLock.IsProvenBy(text) ? CapsLock.Turn(text) : text, null);
        if (station.IsCaseInverted)
            text = CapsLock.Repaired(text);
        if (OwnCode.TryParse(text, out _, out _))
            return new StationScan(text, ScannerFault.None, "");
        // What comes right although this station's scanner types wrongly comes from another scanner, and its serials would be spoilt by the repair.
        if (layout == KeyboardLayout.Us ? LayoutRepair.Detect(text) is not null : LayoutRepair.IsRightAsItIs(text) || LayoutRepair.Detect(text) is { } other && other != layout)
            return Faulty(arrived, ScannerFault.Changed, layout.ToString());
        var meant = LayoutRepair.Repair(text, layout);
        return WithControls(arrived, station.CanRestoreSeparator ? meant.Replace(station.Separator, Gs) : meant, station);
    }

    private static StationScan WithControls(string arrived, string text, Calibration? station)
    {
        var lost = Reading.Of(text).LostControls;
        // A spelling the card has shown is put back by the reader itself.
        if (lost.Length == 0 || station is { CanRestoreSeparator: true } && lost.Contains('('))
            return new StationScan(text, ScannerFault.None, "");
        return Faulty(arrived, station is null ? ScannerFault.Controls : station.Separator == Gs ? ScannerFault.Changed : ScannerFault.KnownLoss, lost);
    }

    private static StationScan Faulty(string arrived, ScannerFault fault, string detail) => new(arrived, fault, detail);
}
