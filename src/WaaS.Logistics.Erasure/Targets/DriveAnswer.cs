using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What a drive says of itself through an open descriptor, and what of it speaks against overwriting.</summary>
/// <param name="Drive">Null when it did not answer at all.</param>
/// <param name="Against">Reasons; empty when there are none.</param>
internal sealed record DriveAnswer(DriveFacts? Drive, IReadOnlyList<TargetRefusal> Against)
{
    public static DriveAnswer Of(string path, DeviceNumber node, SafeFileHandle file, AllowedBays bays)
    {
        DriveFacts? drive = DriveReading.Of(node, file);
        List<TargetRefusal> against = [.. OfMedium(path, file, drive)];
        if (drive is null)
        {
            against.Add(new(TargetRules.SerialUnknown, $"{path} does not say who it is."));
        }
        else
        {
            against.AddRange(OfIdentity(path, node, drive, bays));
        }

        return new DriveAnswer(drive, against);
    }

    private static IEnumerable<TargetRefusal> OfIdentity(string path, DeviceNumber node, DriveFacts drive, AllowedBays bays)
    {
        if (bays.Stacked)
        {
            yield break;
        }

        if (drive.Serial is not { } serial || drive.SerialSource == DriveSerialSource.Unknown || CarrierSerial.IsPlaceholder(serial))
        {
            yield return new(TargetRules.SerialUnknown, $"{path} says no serial of its own ('{drive.Serial}'): nobody could tell it from another.");
        }
        else
        {
            if (bays.Denies(serial))
            {
                yield return new(TargetRules.SerialDenied, $"{path} has serial {serial}, which the station's file forbids.");
            }

            if (SystemDisks.Serials().Contains(serial))
            {
                yield return new(TargetRules.SystemDisk, $"{path} has serial {serial}, which is that of a disk this machine runs from.");
            }

            if (SystemDisks.FolderOf(node) is { } own && OtherPaths.To(own, serial).ToList() is { Count: > 0 } others)
            {
                yield return new(TargetRules.SerialTwice, $"{path} and {string.Join(", ", others)} both say serial {serial}: they are paths to one drive, or parts of one, and what is done through one of them says nothing of the other. Leave one path, or destroy the drive.");
            }
        }

        if (drive.Security is { Locked: true })
        {
            yield return new(TargetRules.Locked, drive.Serial is { } locked && bays.LeftLocked(locked)
                ? $"{path} is locked by the password of an erase of ours that was cut off: wipe it again, and it is unlocked."
                : $"{path} is locked by a password: nothing can be written until it is unlocked.");
        }
    }

    private static IEnumerable<TargetRefusal> OfMedium(string path, SafeFileHandle file, DriveFacts? drive)
    {
        if (BlockDevice.IsReadOnly(file))
        {
            yield return new(TargetRules.ReadOnly, $"{path} is read-only.");
        }

        long size = BlockDevice.SizeOf(file);
        if (size == 0)
        {
            yield return new(TargetRules.Empty, $"{path} shows no bytes: it is no medium, or it is failing.");
            yield break;
        }

        // The system would wait with every read until the drive has ended, and what stood there is being erased.
        if (drive is { Interface: DriveInterface.Scsi } && ScsiReading.IsSanitizing(new SgDevice(file)))
        {
            yield break;
        }

        var medium = new MediumSignatures(file, size);
        if (medium.Member() is { } member)
        {
            yield return new(TargetRules.Member, $"{path} is a member of {member}: others' data may stand on it. Take it out there first (mdadm --zero-superblock, pvremove).");
        }

        if (drive?.Removable == true && medium.IsStartMedium())
        {
            yield return new(TargetRules.BootMedium, $"{path} is removable and machines are started from it: it is no carrier that came back.");
        }
    }
}
