using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Verbs;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>The one drive of this machine that is to be wiped: one of the order's slots, by its serial, or the one nobody else could name.</summary>
/// <param name="Slot">The order's slot; null where the order does not know its carrier yet.</param>
internal sealed record OwnCarrier(Target Target, CarrierLabel? Label, CarrierSerial Serial, OwnSlot? Slot)
{
    private const string Rule = "in-device.drive";

    /// <exception cref="TargetRefusedException">None, several, or one that must not be overwritten.</exception>
    public static OwnCarrier Open(Arguments arguments, BootEnrollReply order)
    {
        string? image = arguments.Optional("--image"), device = arguments.Optional("--device"), scanned = arguments.Optional("--serial");
        if (image is not null && device is not null)
        {
            throw arguments.Wrong("--image names an image or loop device, --device a drive: give one of them");
        }

        AllowedBays own = image is null ? OwnDrives.Read().Knowing(serial => Find(order, serial) is { Open: true, Begun: true }, unlock: true) : AllowedBays.None;
        Target target = Target.Open(image ?? device ?? Only(order, own, scanned), own);
        try
        {
            CarrierLabel? label = target.Drive is null ? CarrierLabel.Beside(target.ImagePath) : null;
            CarrierSerial serial = CarrierChoice.SerialOf(target, label, scanned);
            return new OwnCarrier(target, label, serial, SlotOf(order, serial.Value));
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    // Only serials decide, never sizes or names. What is to be named by a person must be the only one left.
    private static string Only(BootEnrollReply order, AllowedBays own, string? scanned)
    {
        IReadOnlyList<DriveFacts> drives = OwnDrives.Facts(own);
        string listed = drives.Count == 0 ? "none" : string.Join(", ", drives.Select(drive => $"{drive.Path} ({drive.Model}, {drive.Serial ?? "no serial"})"));
        List<DriveFacts> ordered = [.. drives.Where(drive => Find(order, drive.Serial) is { Open: true } && (scanned is null || Same(drive.Serial, scanned)))];
        if (ordered is [var one])
        {
            return one.Path;
        }

        if (ordered.Count > 1)
        {
            throw new TargetRefusedException(Rule, $"The order has {ordered.Count} drives of this machine to wipe: name one, one at a time (--device or --serial): {listed}.");
        }

        List<DriveFacts> unnamed = [.. drives.Where(drive => Find(order, drive.Serial) is null && (scanned is null || Same(drive.Serial, scanned)))];
        return order.Slots.Any(slot => slot is { Open: true, CarrierSerial: null }) && unnamed is [var left]
            ? left.Path
            : throw new TargetRefusedException(Rule, $"None of this machine's drives is one the order of {order.DeviceSerial} has to wipe. Drives: {listed}. Ordered: {Ordered(order)}. Nothing was written.");
    }

    private static OwnSlot? SlotOf(BootEnrollReply order, string serial)
    {
        if (Find(order, serial) is { } named)
        {
            return named.Open ? named : throw new TargetRefusedException(Rule, $"Slot {named.Slot} with carrier {serial} has nothing to wipe now. Nothing was written.");
        }

        return order.Slots.Any(slot => slot is { Open: true, CarrierSerial: null })
            ? null
            : throw new TargetRefusedException(TargetRules.SerialDiffers, $"This is carrier {serial}; the order of {order.DeviceSerial} is for {Ordered(order)}. Nothing was written.");
    }

    private static OwnSlot? Find(BootEnrollReply order, string? serial) => serial is null ? null : order.Slots.FirstOrDefault(slot => Same(slot.CarrierSerial, serial));

    private static bool Same(string? one, string? other) => one is not null && other is not null && string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string serial) => string.Concat(serial.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)));

    private static string Ordered(BootEnrollReply order) =>
        order.Slots.Count == 0 ? "no slots" : string.Join(", ", order.Slots.Select(slot => $"{slot.Slot}: {slot.CarrierSerial ?? "not known"}{(slot.Open ? "" : " (done)")}"));
}
