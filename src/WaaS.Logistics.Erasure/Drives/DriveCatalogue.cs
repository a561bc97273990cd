using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>The drives of this machine, from sysfs and from what each says of itself. Looks; opens nothing for writing.</summary>
public static class DriveCatalogue
{
    private const string Blocks = "/sys/block";

    /// <summary>Everything with hardware behind it; loop, memory and stacked devices are none.</summary>
    public static IReadOnlyList<DriveFacts> All() =>
        [.. Directory.EnumerateDirectories(Blocks)
            .Where(folder => Directory.Exists(Path.Combine(folder, "device")))
            .Order(StringComparer.Ordinal)
            .Select(Look)
            .OfType<DriveFacts>()];

    /// <summary>One drive by its folder in sysfs; null when there is none.</summary>
    internal static DriveFacts? Of(string folder) => Look(folder);

    private static DriveFacts? Look(string folder)
    {
        if (DriveReading.Seen(folder) is not { } seen)
        {
            return null;
        }

        try
        {
            using SafeFileHandle device = Libc.Open(seen.Path, Libc.ReadOnly | Libc.NonBlocking);
            // Between the listing and the opening the name may have moved.
            return DeviceNumber.TryParse(seen.Device, out DeviceNumber number) ? DriveReading.Of(number, device) ?? seen : seen;
        }
        catch (IOException)
        {
            return seen;
        }
    }
}
