using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What the system knows against overwriting a drive.</summary>
internal static class DriveUse
{
    public static IEnumerable<TargetRefusal> Against(string path, DeviceNumber device, AllowedBays bays)
    {
        string folder = $"/sys/dev/block/{device}";
        if (SystemUse.RunsFrom(device))
        {
            yield return new(TargetRules.SystemDisk, $"{path} ({device}) is a disk this machine runs from.");
        }

        if (bays.Bays.Count == 0)
        {
            yield return new(
                TargetRules.NotALoopDevice, $"{path} ({device}) is not a loop device, and this station has no bays: without a file of bays only files and loop devices are overwritten.");
        }
        else if (bays.Holding(device) is null)
        {
            yield return new(TargetRules.NotInABay, $"{path} ({device}) is in none of the bays {string.Join(", ", bays.Bays.Select(bay => bay.Label))}.");
        }

        if (File.Exists($"{folder}/partition"))
        {
            yield return new(TargetRules.Partition, $"{path} is a partition: name the whole drive, the rest would stay.");
        }
        else if (!Directory.Exists($"{folder}/device") && !bays.Stacked)
        {
            yield return new(TargetRules.NotADrive, $"{path} ({device}) has no hardware of its own: name the drive below it.");
        }

        foreach (TargetRefusal use in SystemUse.UsesOf(device))
        {
            yield return use;
        }

        // A RAID or mapper above a partition or the drive is a holder; one below would be hidden by it.
        if (Directory.Exists($"{folder}/slaves") && Directory.EnumerateFileSystemEntries($"{folder}/slaves").Any() && !bays.Stacked)
        {
            yield return new(TargetRules.NotADrive, $"{path} stands on other devices: name the drive below it.");
        }
    }
}
