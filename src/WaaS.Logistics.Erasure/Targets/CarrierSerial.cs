namespace WaaS.Logistics.Erasure;

/// <summary>A carrier's serial and who said so. Compared as a whole, never as "nearest".</summary>
/// <param name="Value">The serial, trimmed.</param>
/// <param name="Source">sidecar, drive or bridge, each also with +scan; or scan.</param>
public sealed record CarrierSerial(string Value, string Source)
{
    // What makers and bridges put where nobody entered a serial; it would match any other such carrier.
    private static readonly string[] Placeholders =
        ["to be filled by o.e.m.", "default string", "unknown", "none", "n/a", "not specified", "serial", "0123456789abcdef"];

    /// <summary>The one serial that label and scan agree on.</summary>
    /// <exception cref="TargetRefusedException">None, a placeholder, or two different ones.</exception>
    public static CarrierSerial Settle(string? labelled, string? scanned)
    {
        string? label = Clean(labelled), scan = Clean(scanned);
        if (label is not null && scan is not null && !Same(label, scan))
        {
            throw new TargetRefusedException(
                TargetRules.SerialDiffers, $"The carrier says serial {label}, the scan says {scan}: put the right carrier in, or correct the scan.");
        }

        string serial = label ?? scan ?? throw new TargetRefusedException(
            TargetRules.SerialUnknown, "The carrier has no serial: scan its label (--serial), or put a IMAGE.carrier.json beside the image.");
        if (IsPlaceholder(serial))
        {
            throw new TargetRefusedException(TargetRules.SerialUnknown, $"'{serial}' is no serial but a placeholder: scan the label.");
        }

        return new CarrierSerial(serial, label is null ? "scan" : scan is null ? "sidecar" : "sidecar+scan");
    }

    /// <summary>The serial a drive says itself, when the scan does not contradict it.</summary>
    /// <exception cref="TargetRefusedException">It says none, the scan says another, or only a bridge spoke and nobody has scanned the label.</exception>
    public static CarrierSerial OfDrive(DriveIdentity drive, string? scanned)
    {
        string? said = drive.SerialSource == DriveSerialSource.Unknown ? null : Clean(drive.Serial), scan = Clean(scanned);
        if (said is null || IsPlaceholder(said))
        {
            throw new TargetRefusedException(TargetRules.SerialUnknown, "The drive says no serial of its own: nobody could tell it from another.");
        }

        if (scan is not null && !Same(said, scan))
        {
            throw new TargetRefusedException(
                TargetRules.SerialDiffers, $"The drive says serial {said}, the scan says {scan}: put the right drive in, or correct the scan.");
        }

        string source = drive.SerialSource.ToString().ToLowerInvariant();
        return scan is null && drive.SerialSource == DriveSerialSource.Bridge
            ? throw new TargetRefusedException(TargetRules.SerialUnknown, $"Serial {said} is said by a bridge and may be the bridge's own: scan the drive's label (--serial).")
            : new CarrierSerial(said, scan is null ? source : $"{source}+scan");
    }

    /// <summary>Refuses unless the order names this very carrier.</summary>
    /// <exception cref="TargetRefusedException">It names another, or none.</exception>
    public void MustBe(string? ordered)
    {
        string? clean = Clean(ordered);
        if (clean is null || !Same(clean, Value))
        {
            throw new TargetRefusedException(
                TargetRules.SerialDiffers, $"The order is for carrier {clean ?? "(none)"}, this is {Value}: nothing was written.");
        }
    }

    private static string? Clean(string? serial) => string.IsNullOrWhiteSpace(serial) ? null : serial.Trim();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    internal static bool IsPlaceholder(string serial) =>
        Placeholders.Contains(serial.ToLowerInvariant()) || serial.All(c => c is '0' or 'x' or 'X' or '?' or '-' or '.' or ' ' or '*');
}
