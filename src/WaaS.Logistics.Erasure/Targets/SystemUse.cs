using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What the running machine uses: mounts, swap, and devices that stand on others.</summary>
internal static class SystemUse
{
    private static readonly string[] OwnFolders =
        ["/bin", "/boot", "/dev", "/efi", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/sbin", "/sys", "/usr"];

    private static readonly string[] RunningFrom = ["/", "/boot", "/boot/efi", "/usr", "/var", "/home"];

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
                yield return (device, fields[4]);
            }
        }
    }

    /// <summary>Null when the device and its partitions are free; otherwise who uses it.</summary>
    public static (string Rule, string Words)? UseOf(DeviceNumber disk)
    {
        var parts = Partitions(disk).Prepend(disk).ToHashSet();
        foreach ((DeviceNumber device, string place) in Mounts())
        {
            if (parts.Contains(device))
            {
                string rule = RunningFrom.Contains(place) ? TargetRules.SystemDisk : TargetRules.Mounted;
                return (rule, $"{device} is mounted on {place}: unmount it, or choose another carrier");
            }
        }

        foreach (FileFacts swap in Swaps())
        {
            if (swap.Kind == FileKind.BlockDevice && parts.Contains(swap.Node))
            {
                return (TargetRules.Swap, $"{swap.Node} is swap space: swapoff first");
            }
        }

        foreach (DeviceNumber part in parts)
        {
            string holders = $"/sys/dev/block/{part}/holders";
            if (Directory.Exists(holders) && Directory.EnumerateFileSystemEntries(holders).FirstOrDefault() is { } holder)
            {
                return (TargetRules.Held, $"{part} is held by {Path.GetFileName(holder)}: take that apart first");
            }
        }

        return null;
    }

    public static IEnumerable<FileFacts> Swaps() =>
        File.ReadLines("/proc/swaps").Skip(1)
            .Select(line => line.Split([' ', '\t'], 2)[0].Replace("\\040", " ", StringComparison.Ordinal))
            .Where(File.Exists)
            .Select(FileFacts.OfName);

    /// <summary>The disks under the places this machine runs from, for a clear refusal.</summary>
    public static bool RunsFrom(DeviceNumber device)
    {
        string disk = WholeDisk(device);
        return Mounts().Any(mount => RunningFrom.Contains(mount.Place) && WholeDisk(mount.Device) == disk);
    }

    private static string WholeDisk(DeviceNumber device)
    {
        string link = $"/sys/dev/block/{device}";
        string? folder = Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName;
        if (folder is null)
        {
            return device.ToString();
        }

        return File.Exists(Path.Combine(folder, "partition")) ? Path.GetDirectoryName(folder)! : folder;
    }

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
