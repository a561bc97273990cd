namespace WaaS.Logistics.Erasure;

/// <summary>
/// The drives built into this machine, for a machine that wipes itself: whole drives with hardware of their own that are not on USB, cannot be taken out, and that it
/// does not run from. Being one of them is no permission; every other check of <see cref="Target.Open"/> still follows.
/// </summary>
public static class OwnDrives
{
    private const string Blocks = "/sys/block";

    /// <summary>Each in a bay of its own, named as the kernel names it.</summary>
    public static AllowedBays Read() => new(
        [.. Directory.EnumerateDirectories(Blocks).Order(StringComparer.Ordinal)
            .Where(IsBuiltIn)
            .Select(folder => new Bay(Path.GetFileName(folder), Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder))],
        []);

    /// <summary>What each of them says of itself.</summary>
    public static IReadOnlyList<DriveFacts> Facts(AllowedBays own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return [.. DriveCatalogue.All().Where(drive => own.LabelOf(drive.Device) is not null)];
    }

    private static bool IsBuiltIn(string folder)
    {
        string name = Path.GetFileName(folder);
        if (!Directory.Exists(Path.Combine(folder, "device")) || DriveReading.Seen(folder) is not { Removable: false, RunsTheSystem: false } seen || seen.Interface is DriveInterface.Usb or DriveInterface.Unknown)
        {
            return false;
        }

        // eMMC shows its boot areas as devices of their own; a card in a slot says that it cannot be taken out.
        return seen.Interface != DriveInterface.Mmc
            || (!name.Contains("boot", StringComparison.Ordinal) && !name.Contains("rpmb", StringComparison.Ordinal) && TypeOf(folder) == "MMC");
    }

    private static string TypeOf(string folder)
    {
        string file = Path.Combine(folder, "device/type");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : "";
    }
}
