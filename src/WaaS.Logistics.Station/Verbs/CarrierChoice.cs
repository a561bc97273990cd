using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>The one carrier a verb is about: an image or loop device by --image, a drive by --device or --bay.</summary>
internal sealed class CarrierChoice
{
    private readonly string _path;
    private readonly AllowedBays _bays;

    private CarrierChoice(string path, AllowedBays bays) => (_path, _bays) = (path, bays);

    /// <param name="arguments">The command line.</param>
    /// <param name="unlock">A drive that an erase of this station left locked is unlocked when it is opened.</param>
    /// <param name="elsewhere">Whether another station's erase left a locked drive so.</param>
    public static CarrierChoice Of(Arguments arguments, bool unlock = false, Func<string, bool>? elsewhere = null)
    {
        string? image = arguments.Optional("--image"), device = DevicePath(arguments), bay = arguments.Optional("--bay");
        if (image is not null)
        {
            // A drive can never be reached by the option that means an image.
            return device is null && bay is null
                ? new CarrierChoice(image, AllowedBays.None)
                : throw arguments.Wrong("--image names an image or loop device, --device or --bay a drive: give one of them");
        }

        AllowedBays bays = arguments.Optional("--data") is { } folder ? StationFolder.BaysOf(folder, unlock, elsewhere) : AllowedBays.None;
        if (bay is null)
        {
            string named = device ?? throw arguments.Wrong("--image, --device or --bay is missing");
            return new CarrierChoice(bays.Bays.FirstOrDefault(known => known.Path == named) is { } place ? bays.DriveIn(place.Label) : named, bays);
        }

        string drive = bays.DriveIn(bay);
        return device is null || device == drive || bays.Bays.Any(known => known.Path == device && bays.DriveIn(known.Label) == drive)
            ? new CarrierChoice(drive, bays)
            : throw new TargetRefusedException(TargetRules.Bay, $"Bay {bay} holds {drive}, not {device}: name the right bay, or the right drive.");
    }

    /// <summary>The computer's serial. <c>--device SERIAL</c> meant it before drives could be named; no serial begins with a slash.</summary>
    public static string? Computer(Arguments arguments)
    {
        string? computer = arguments.Optional("--computer"), old = arguments.Optional("--device") is { } device && !device.StartsWith('/') ? device : null;
        return old is null || computer is null ? computer ?? old : throw arguments.Wrong("--device must be a path when --computer is given");
    }

    public static CarrierSerial SerialOf(Target target, CarrierLabel? label, string? scanned) => target.Identity.Drive is { } drive
        ? CarrierSerial.OfDrive(drive, scanned)
        : CarrierSerial.Settle(label?.Serial, scanned);

    /// <exception cref="TargetRefusedException">It must not be overwritten.</exception>
    public Target Open() => Target.Open(_path, _bays);

    private static string? DevicePath(Arguments arguments) => arguments.Optional("--device") is { } device && device.StartsWith('/') ? device : null;
}
