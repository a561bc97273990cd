using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Tests.Erasure.Drives;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>Something that carries out SCSI commands.</summary>
internal interface IUserDevice
{
    /// <returns>Sense data; none when all is well.</returns>
    byte[] Execute(ReadOnlySpan<byte> command, Span<byte> data);
}

/// <summary>Reads and writes a medium as a disk does (SBC-4); who the disk is and how it erases itself an emulated drive says.</summary>
internal sealed class UserDevice(IEmulatedDisk drive, string image) : IUserDevice
{
    private static readonly byte[] BeyondTheEnd = [0x72, 5, 0x21, 0, 0, 0, 0, 0];
    private readonly SafeFileHandle _medium = File.OpenHandle(image, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    /// <summary>The command carries data to the device.</summary>
    public static bool TakesData(ReadOnlySpan<byte> command) =>
        command[0] is 0x0A or 0x2A or 0x8A or 0x15 or 0x55 or 0x48 or 0x41 or 0x93 || (command[0] is 0x85 && command[1] >> 1 == 5) || (command[0] is 0xA1 && (command[1] >> 1 & 0xF) == 5);

    public byte[] Execute(ReadOnlySpan<byte> command, Span<byte> data) => command[0] switch
    {
        0x00 or 0x1B or 0x1E => [],
        0x35 or 0x91 => drive.Hinders ?? [],
        0x1A => Caching(data),
        0x28 or 0x2A => Move(command[0] == 0x2A, BinaryPrimitives.ReadUInt32BigEndian(command[2..]), data),
        0x88 or 0x8A => Move(command[0] == 0x8A, BinaryPrimitives.ReadInt64BigEndian(command[2..]), data),
        _ => Pass(command, data),
    };

    // MODE SENSE (6): the caching page alone, with the write cache on.
    private static byte[] Caching(Span<byte> data)
    {
        byte[] said = [23, 0, 0, 0, 0x08, 18, 0x04, .. new byte[17]];
        InquiryPages.Say(data, said);
        return [];
    }

    private byte[] Move(bool write, long sector, Span<byte> data)
    {
        if (drive.Hinders is { } sense)
        {
            return sense;
        }

        if ((ulong)(sector + data.Length / 512) > drive.VisibleSectors)
        {
            return BeyondTheEnd;
        }

        if (write)
        {
            RandomAccess.Write(_medium, data, sector * 512);
            return [];
        }

        return RandomAccess.Read(_medium, data, sector * 512) == data.Length ? [] : BeyondTheEnd;
    }

    private byte[] Pass(ReadOnlySpan<byte> command, Span<byte> data)
    {
        DataDirection direction = TakesData(command) ? DataDirection.ToDevice : data.Length > 0 ? DataDirection.FromDevice : DataDirection.None;
        // Emulated drives answer into whole structures; what was not asked for is cut off.
        byte[] whole = new byte[Math.Max(4096, data.Length)];
        data.CopyTo(whole);
        try
        {
            ScsiReply reply = drive.Send(command, direction == DataDirection.ToDevice ? whole.AsSpan(0, data.Length) : whole, direction, TimeSpan.FromSeconds(1));
            if (direction == DataDirection.FromDevice)
            {
                whole.AsSpan(0, data.Length).CopyTo(data);
            }

            return reply.Status == 0 ? [] : reply.Sense;
        }
        catch (IOException)
        {
            // It said nothing: the adapter says so in its place.
            return [0x72, 4, 0x08, 0, 0, 0, 0, 0];
        }
    }
}
