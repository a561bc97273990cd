using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>Reads what is known of one drive: from sysfs by its number, and through an open descriptor from the drive itself.</summary>
internal static class DriveReading
{
    /// <summary>Null when the number has gone, or the descriptor leads to another.</summary>
    public static DriveFacts? Of(DeviceNumber number, SafeFileHandle device) =>
        FileFacts.Of(device).Node == number && SystemDisks.FolderOf(number) is { } folder && Seen(folder) is { } seen ? Ask(seen, device) : null;

    /// <summary>What sysfs shows; null when the folder is no block device's.</summary>
    public static DriveFacts? Seen(string folder)
    {
        string name = Path.GetFileName(folder);
        if (Number(folder, "size") is not { } sectors || Number(folder, "queue/logical_block_size") is not { } sector
            || Text(folder, "dev") is not { } device || !DeviceNumber.TryParse(device, out DeviceNumber number))
        {
            return null;
        }

        DriveInterface reached = InterfaceOf(folder, name);
        string? serial = Text(folder, "serial") ?? Text(folder, "device/serial"), vendor = Text(folder, "device/vendor");
        return new DriveFacts
        {
            // Slashes in kernel names (cciss/c0d0) stand as exclamation marks in sysfs.
            Path = "/dev/" + name.Replace('!', '/'),
            Device = device,
            Interface = reached,
            SizeBytes = sectors * 512,
            LogicalSectorBytes = (int)sector,
            PhysicalSectorBytes = (int?)Number(folder, "queue/physical_block_size"),
            Rotational = Number(folder, "queue/rotational") switch { 0 => false, 1 => true, _ => null },
            Removable = Number(folder, "removable") switch { 0 => false, 1 => true, _ => null },
            WriteCache = Text(folder, "queue/write_cache") switch { "write back" => true, "write through" => false, _ => null },
            Model = Text(folder, "device/model") ?? Text(folder, "device/name"),
            // On PCI and virtio this is a number of the bus, not a name.
            Vendor = vendor?.StartsWith("0x", StringComparison.Ordinal) == true ? null : vendor,
            Serial = serial,
            // What a virtual machine's disk is called, its host chose.
            SerialSource = serial is not null && (reached is DriveInterface.Nvme or DriveInterface.Mmc) ? DriveSerialSource.Drive : DriveSerialSource.Unknown,
            RunsTheSystem = SystemUse.RunsFrom(number),
        };
    }

    private static DriveFacts Ask(DriveFacts seen, SafeFileHandle device)
    {
        try
        {
            return seen.Interface switch
            {
                DriveInterface.Nvme => NvmeReading.Read(new NvmeAdminDevice(device), SpaceOf(device), seen),
                DriveInterface.Ata or DriveInterface.Scsi or DriveInterface.Usb => ScsiReading.Read(new SgDevice(device), seen),
                _ => seen,
            };
        }
        catch (IOException)
        {
            return seen;
        }
    }

    internal static unsafe uint SpaceOf(SafeFileHandle device)
    {
        const nuint NamespaceId = 0x4E40;
        int space = Libc.IoControl(device, NamespaceId, null);
        return space > 0 ? (uint)space : throw SystemCallException.Last("NVME_IOCTL_ID");
    }

    private static DriveInterface InterfaceOf(string folder, string name)
    {
        string place = Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
        return name.StartsWith("nvme", StringComparison.Ordinal) ? DriveInterface.Nvme
            : name.StartsWith("mmcblk", StringComparison.Ordinal) ? DriveInterface.Mmc
            : place.Contains("/usb", StringComparison.Ordinal) ? DriveInterface.Usb
            : place.Contains("/ata", StringComparison.Ordinal) ? DriveInterface.Ata
            : name.StartsWith("sd", StringComparison.Ordinal) ? DriveInterface.Scsi
            : name.StartsWith("vd", StringComparison.Ordinal) ? DriveInterface.Virtio
            // What stands on one drive alone passes questions on to it.
            : name.StartsWith("dm-", StringComparison.Ordinal) && Directory.GetDirectories(Path.Combine(folder, "slaves")) is [var only]
                ? InterfaceOf(only, Path.GetFileName(only))
            : DriveInterface.Unknown;
    }

    private static long? Number(string folder, string name) =>
        long.TryParse(Text(folder, name), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static string? Text(string folder, string name) =>
        KernelFile.Read(Path.Combine(folder, name)) is { } text ? DriveText.OrNull(DriveText.Clean(Encoding.UTF8.GetString(text).TrimEnd('\n'))) : null;
}
