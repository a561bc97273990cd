using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>The disks below what this machine runs from, found through device mapper, RAID and loop devices down to the hardware.</summary>
internal static class SystemDisks
{
    /// <summary>Folders in sysfs, one a disk.</summary>
    public static HashSet<string> Folders()
    {
        HashSet<string> disks = [];
        HashSet<DeviceNumber> seen = [];
        foreach (DeviceNumber device in SystemUse.NeededDevices())
        {
            Descend(device, disks, seen);
        }

        return disks;
    }

    /// <summary>Serials of these disks as they say them: a second path to one of them has another number and the same serial.</summary>
    public static HashSet<string> Serials()
    {
        HashSet<string> serials = new(StringComparer.OrdinalIgnoreCase);
        foreach (string folder in Folders().Where(Directory.Exists))
        {
            if (DriveReading.Seen(folder) is not { } seen)
            {
                continue;
            }

            serials.UnionWith(new[] { seen.Serial, Asked(seen)?.Serial }.OfType<string>());
        }

        return serials;
    }

    /// <summary>The folder in sysfs of the disk a device is, or is a partition of; the number itself when there is none.</summary>
    public static string WholeDisk(DeviceNumber device)
    {
        if (FolderOf(device) is not { } folder)
        {
            return device.ToString();
        }

        return File.Exists(Path.Combine(folder, "partition")) ? Path.GetDirectoryName(folder)! : folder;
    }

    /// <summary>Null for numbers without a device: file systems have such, and drives that have gone.</summary>
    public static string? FolderOf(DeviceNumber device)
    {
        string link = $"/sys/dev/block/{device}";
        try
        {
            return Directory.Exists(link) ? Directory.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Descend(DeviceNumber device, HashSet<string> disks, HashSet<DeviceNumber> seen)
    {
        if (!seen.Add(device) || FolderOf(device) is null)
        {
            return;
        }

        string disk = WholeDisk(device);
        disks.Add(disk);
        foreach (DeviceNumber below in Below(disk))
        {
            Descend(below, disks, seen);
        }
    }

    private static IEnumerable<DeviceNumber> Below(string disk)
    {
        string slaves = Path.Combine(disk, "slaves"), file = Path.Combine(disk, "loop/backing_file");
        foreach (string slave in Directory.Exists(slaves) ? Directory.EnumerateDirectories(slaves) : [])
        {
            if (DeviceNumber.TryParse(File.ReadAllText(Path.Combine(slave, "dev")).Trim(), out DeviceNumber number))
            {
                yield return number;
            }
        }

        if (File.Exists(file) && File.ReadAllText(file).TrimEnd('\n') is var backing && File.Exists(backing))
        {
            yield return FileFacts.OfName(backing).Device;
        }
    }

    private static DriveFacts? Asked(DriveFacts seen)
    {
        try
        {
            using SafeFileHandle device = Libc.Open(seen.Path, Libc.ReadOnly | Libc.NonBlocking);
            DeviceNumber number = FileFacts.Of(device).Node;
            return number.ToString() == seen.Device ? DriveReading.Of(number, device) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
