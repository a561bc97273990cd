using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>struct loop_info64 (linux/loop.h): which file stands behind a loop device, asked through the open device.</summary>
internal sealed record LoopStatus(
    DeviceNumber BackingDevice, ulong BackingInode, DeviceNumber BackingNode, ulong Offset, ulong SizeLimit, LoopFlags Flags)
{
    public static unsafe LoopStatus? Of(SafeFileHandle device)
    {
        byte* raw = stackalloc byte[232];
        if (Libc.IoControl(device, Libc.LoopGetStatus64, raw) != 0)
        {
            // ENXIO: no file behind it.
            return SystemCallException.LastError == Errno.NoDeviceOrAddress
                ? null
                : throw SystemCallException.Last("LOOP_GET_STATUS64");
        }

        var span = new ReadOnlySpan<byte>(raw, 232);
        return new LoopStatus(
            DeviceNumber.FromKernel(Long(span, 0)), Long(span, 8), DeviceNumber.FromKernel(Long(span, 16)),
            Long(span, 24), Long(span, 32), (LoopFlags)BinaryPrimitives.ReadUInt32LittleEndian(span[52..]));
    }

    private static ulong Long(ReadOnlySpan<byte> raw, int at) => BinaryPrimitives.ReadUInt64LittleEndian(raw[at..]);
}

[Flags]
internal enum LoopFlags
{
    None = 0,
    ReadOnly = 1,
    AutoClear = 4,
    PartitionScan = 8,
    DirectIo = 16,
}
