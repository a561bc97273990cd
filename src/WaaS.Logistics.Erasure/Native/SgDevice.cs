using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>SCSI commands through SG_IO (scsi/sg.h) on an open descriptor.</summary>
internal sealed unsafe class SgDevice(SafeFileHandle device) : IScsiDevice
{
    private const nuint SgIo = 0x2285;
    private const int SenseBytes = 64;

    public ScsiReply Send(ReadOnlySpan<byte> command, Span<byte> data, DataDirection direction, TimeSpan timeout)
    {
        const ushort CheckedBySense = 0x08;
        byte* sense = stackalloc byte[SenseBytes];
        fixed (byte* commands = command)
        fixed (byte* bytes = data)
        {
            var header = new Header
            {
                Interface = 'S', Command = commands, CommandLength = (byte)command.Length, Sense = sense, SenseLength = SenseBytes,
                Direction = direction switch { DataDirection.ToDevice => -2, DataDirection.FromDevice => -3, _ => -1 },
                Data = bytes, DataLength = direction == DataDirection.None ? 0 : (uint)data.Length,
                TimeoutMilliseconds = (uint)timeout.TotalMilliseconds,
            };
            if (Libc.IoControl(device, SgIo, &header) != 0)
            {
                throw SystemCallException.Last("SG_IO");
            }

            // A command the adapter or driver lost has no status of the device's.
            if (header.HostStatus != 0 || (header.DriverStatus & ~CheckedBySense) != 0)
            {
                throw new IOException($"SG_IO: host status {header.HostStatus:x}, driver status {header.DriverStatus:x}");
            }

            return new ScsiReply(header.Status, new ReadOnlySpan<byte>(sense, header.SenseWritten).ToArray());
        }
    }

    // struct sg_io_hdr
    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        public int Interface;
        public int Direction;
        public byte CommandLength;
        public byte SenseLength;
        public ushort Vectors;
        public uint DataLength;
        public void* Data;
        public byte* Command;
        public byte* Sense;
        public uint TimeoutMilliseconds;
        public uint Flags;
        public int Pack;
        public void* User;
        public byte Status;
        public byte MaskedStatus;
        public byte MessageStatus;
        public byte SenseWritten;
        public ushort HostStatus;
        public ushort DriverStatus;
        public int Residual;
        public uint Duration;
        public uint Info;
    }
}
