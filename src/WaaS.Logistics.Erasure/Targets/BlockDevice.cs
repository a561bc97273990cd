using System.Globalization;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure.Native;

namespace WaaS.Logistics.Erasure;

/// <summary>What an open block device says of itself.</summary>
internal static unsafe class BlockDevice
{
    public static long SizeOf(SafeFileHandle device)
    {
        ulong size;
        Ask(device, Libc.BlockGetSize64, &size, "BLKGETSIZE64");
        return checked((long)size);
    }

    public static int SectorOf(SafeFileHandle device)
    {
        int sector;
        Ask(device, Libc.BlockGetSectorSize, &sector, "BLKSSZGET");
        return sector;
    }

    public static bool IsReadOnly(SafeFileHandle device)
    {
        int readOnly;
        Ask(device, Libc.BlockGetReadOnly, &readOnly, "BLKROGET");
        return readOnly != 0;
    }

    public static ulong? SequenceOf(SafeFileHandle device)
    {
        ulong sequence;
        return Libc.IoControl(device, Libc.BlockGetDiskSequence, &sequence) == 0 ? sequence : null;
    }

    /// <summary>Bytes the block layer has read from the device since it appeared; null where the system does not count.</summary>
    public static long? BytesRead(DeviceNumber device)
    {
        const int SectorsReadField = 2, CountedSector = 512;
        string path = $"/sys/dev/block/{device}/stat";
        if (!File.Exists(path))
        {
            return null;
        }

        string[] fields = File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(fields[SectorsReadField], CultureInfo.InvariantCulture) * CountedSector;
    }

    /// <summary>The SCSI layer asks this one device again for its capacity. Adapters that keep the old one in mind show no change.</summary>
    /// <exception cref="IOException">There is no such thing for this device, or it failed.</exception>
    public static void Rescan(DeviceNumber device)
    {
        string file = $"/sys/dev/block/{device}/device/rescan";
        if (!File.Exists(file))
        {
            throw new IOException($"{file} is not there");
        }

        File.WriteAllText(file, "1");
    }

    private static void Ask(SafeFileHandle device, nuint request, void* answer, string name)
    {
        if (Libc.IoControl(device, request, answer) != 0)
        {
            throw SystemCallException.Last(name);
        }
    }
}
