using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>The loop devices of this machine and what stands behind them.</summary>
internal static class LoopDevices
{
    /// <summary>Paths of the loop devices that have something behind them.</summary>
    public static IEnumerable<string> InUse() =>
        Directory.EnumerateDirectories("/sys/block", "loop*")
            .Where(folder => Directory.Exists(Path.Combine(folder, "loop")))
            .Select(folder => $"/dev/{Path.GetFileName(folder)}")
            .Order(StringComparer.Ordinal);

    /// <summary>The loop device that stands on this file, if any.</summary>
    /// <exception cref="SystemCallException">A loop device could not be asked: then nobody knows.</exception>
    public static string? StandingOn(FileFacts file)
    {
        foreach (string path in InUse())
        {
            using SafeFileHandle device = Libc.Open(path, Libc.ReadOnly | Libc.NonBlocking);
            if (LoopStatus.Of(device) is { } status
                && status.BackingInode == file.Inode && status.BackingDevice == file.Device)
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Name of the file behind a loop device, checked against what the device itself says; null when it cannot be found.</summary>
    public static (string Path, FileFacts Facts)? BackingFile(DeviceNumber device, LoopStatus status)
    {
        string attribute = $"/sys/dev/block/{device}/loop/backing_file";
        if (!File.Exists(attribute))
        {
            return null;
        }

        string path = File.ReadAllText(attribute).TrimEnd('\n');
        if (!File.Exists(path))
        {
            return null;
        }

        FileFacts facts = FileFacts.OfName(path);
        return facts.Inode == status.BackingInode && facts.Device == status.BackingDevice ? (path, facts) : null;
    }
}
