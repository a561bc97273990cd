using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What the running machine uses: mounts, swap, and devices that stand on others.</summary>
internal static class SystemUse
{
    private static readonly string[] OwnFolders =
        ["/bin", "/boot", "/dev", "/efi", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/sbin", "/sys", "/usr"];

    // The last ones are where live systems keep the medium they were started from.
    private static readonly string[] RunningFrom =
    [
        "/", "/boot", "/boot/efi", "/efi", "/usr", "/var", "/home",
        "/cdrom", "/run/live/medium", "/lib/live/mount/medium", "/run/initramfs/live", "/run/archiso/bootmnt",
    ];

    // Shared memory lies under /dev but is nobody's system.
    public static bool IsSystemFolder(string fullPath) =>
        !fullPath.StartsWith("/dev/shm/", StringComparison.Ordinal) &&
        OwnFolders.Any(folder => fullPath.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Every device a file system of this machine's view is mounted from, with the place.</summary>
    public static IEnumerable<(DeviceNumber Device, string Place)> Mounts()
    {
        foreach (string line in File.ReadLines("/proc/self/mountinfo"))
        {
            string[] fields = line.Split(' ');
            if (fields.Length > 4 && DeviceNumber.TryParse(fields[2], out DeviceNumber device))
            {
                yield return (device.Major != 0 ? device : Source(fields) ?? device, fields[4]);
            }
        }
    }

    // Some file systems (btrfs) give themselves a number; the source still names the device.
    private static DeviceNumber? Source(string[] fields)
    {
        int separator = Array.IndexOf(fields, "-");
        string? source = separator > 0 && separator + 2 < fields.Length ? fields[separator + 2] : null;
        string? real = source?.StartsWith("/dev/", StringComparison.Ordinal) == true && File.Exists(source)
            ? File.ResolveLinkTarget(source, returnFinalTarget: true)?.FullName ?? source
            : null;
        return real is not null && FileFacts.OfName(real) is { Kind: FileKind.BlockDevice } facts ? facts.Node : null;
    }

    /// <summary>Null when the device and its partitions are free; otherwise who uses it.</summary>
    public static TargetRefusal? UseOf(DeviceNumber disk) => UsesOf(disk).FirstOrDefault();

    /// <summary>Everybody who uses the device or one of its partitions.</summary>
    public static IEnumerable<TargetRefusal> UsesOf(DeviceNumber disk)
    {
        var parts = Partitions(disk).Prepend(disk).ToHashSet();
        foreach ((DeviceNumber device, string place) in Mounts())
        {
            if (parts.Contains(device))
            {
                string rule = RunningFrom.Contains(place) ? TargetRules.SystemDisk : TargetRules.Mounted;
                yield return new(rule, $"{device} is mounted on {place}: unmount it, or choose another carrier.");
            }
        }

        foreach (FileFacts swap in Swaps())
        {
            if (swap.Kind == FileKind.BlockDevice && parts.Contains(swap.Node))
            {
                yield return new(TargetRules.Swap, $"{swap.Node} is swap space: swapoff first.");
            }
        }

        foreach (DeviceNumber part in parts)
        {
            string holders = $"/sys/dev/block/{part}/holders";
            if (Directory.Exists(holders) && Directory.EnumerateFileSystemEntries(holders).FirstOrDefault() is { } holder)
            {
                yield return new(TargetRules.Held, $"{part} is held by {Path.GetFileName(holder)}: take that apart first.");
            }
        }
    }

    public static IEnumerable<FileFacts> Swaps() =>
        File.ReadLines("/proc/swaps").Skip(1)
            .Select(line => line.Split([' ', '\t'], 2)[0].Replace("\\040", " ", StringComparison.Ordinal))
            .Where(File.Exists)
            .Select(FileFacts.OfName);

    /// <summary>True when this machine runs from the device or from something that stands on it.</summary>
    public static bool RunsFrom(DeviceNumber device) => SystemDisks.Folders().Contains(SystemDisks.WholeDisk(device));

    /// <summary>What this machine cannot do without: the places it runs from, and its swap.</summary>
    public static IEnumerable<DeviceNumber> NeededDevices() =>
        Mounts().Where(mount => RunningFrom.Contains(mount.Place)).Select(mount => mount.Device)
            .Concat(Swaps().Select(swap => swap.Kind == FileKind.BlockDevice ? swap.Node : swap.Device));

    private static IEnumerable<DeviceNumber> Partitions(DeviceNumber disk)
    {
        string folder = $"/sys/dev/block/{disk}";
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            if (File.Exists(Path.Combine(child, "partition"))
                && DeviceNumber.TryParse(File.ReadAllText(Path.Combine(child, "dev")).Trim(), out DeviceNumber part))
            {
                yield return part;
            }
        }
    }
}
