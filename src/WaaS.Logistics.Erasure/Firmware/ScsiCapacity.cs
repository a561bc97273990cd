using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// A SCSI drive can be told by MODE SELECT to show less than it has (SBC-4, section 6.5.2). It tells nowhere how much that is; but told to
/// show all of it, it shows all of it.
/// </summary>
/// <param name="device">The drive.</param>
internal sealed class ScsiCapacity(IScsiDevice device)
{
    private const int Header = 8, Descriptor = 16;
    private const byte LongBlocks = 0x10, LongHeader = 0x01, PageFormat = 0x10, Save = 0x01;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);

    /// <exception cref="IOException">The drive does not answer.</exception>
    public HiddenAreaReport ShowAll()
    {
        if (Shown() is not { } before)
        {
            return HiddenAreaReport.NoneBy(null);
        }

        // Only a drive that takes the number of its blocks is known to have been asked for all of them.
        if (ModeSelect() is not { } command || Shown() is not { } after || after < before)
        {
            return HiddenAreaReport.NoneBy(before) with { NativeBytes = null };
        }

        return HiddenAreaReport.NoneBy(after) with
        {
            Hpa = after > before ? HiddenAreaOutcome.Removed : HiddenAreaOutcome.NotPresent, ShownBytesBefore = before, Commands = [Convert.ToHexStringLower(command)],
        };
    }

    // READ CAPACITY (16).
    private long? Shown()
    {
        byte[] data = new byte[32];
        byte[] command = [0x9E, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0, 0];
        if (device.Send(command, data, DataDirection.FromDevice, Short).Status != 0)
        {
            return null;
        }

        ulong last = BinaryPrimitives.ReadUInt64BigEndian(data);
        uint block = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(8));
        return block is >= 512 and <= 1 << 16 && last < (ulong)(long.MaxValue >> 17) ? ((long)last + 1) * block : null;
    }

    // The drive's own answer to MODE SENSE (10) goes back with the number of blocks alone changed.
    private byte[]? ModeSelect()
    {
        byte[] data = new byte[252];
        byte[] ask = [0x5A, LongBlocks, 0x01, 0, 0, 0, 0, 0, (byte)data.Length, 0];
        if (device.Send(ask, data, DataDirection.FromDevice, Short).Status != 0)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(data) + 2, descriptor = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(6));
        if ((data[4] & LongHeader) == 0 || descriptor != Descriptor || length < Header + Descriptor || length > data.Length)
        {
            return null;
        }

        BinaryPrimitives.WriteUInt16BigEndian(data, 0);
        // Write protection and the like are no parameters of a drive.
        data[3] = 0;
        data.AsSpan(Header, 8).Fill(0xFF);
        bool saves = false;
        if (length > Header + Descriptor)
        {
            // The bit "can be saved" is one of the answer, not of the question.
            saves = (data[Header + Descriptor] & 0x80) != 0;
            data[Header + Descriptor] &= 0x7F;
        }

        byte[] select = [0x55, (byte)(PageFormat | (saves ? Save : 0)), 0, 0, 0, 0, 0, (byte)(length >> 8), (byte)length, 0];
        return device.Send(select, data.AsSpan(0, length), DataDirection.ToDevice, Short).Status == 0 ? select : null;
    }
}
