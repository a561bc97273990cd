using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WaaS.Logistics.Erasure.Native;

/// <summary>NVMe admin commands through NVME_IOCTL_ADMIN_CMD (linux/nvme_ioctl.h) on an open descriptor.</summary>
internal sealed unsafe class NvmeAdminDevice(SafeFileHandle device) : INvmeDevice
{
    private const nuint AdminCommand = 0xC0484E41;

    public int Send(NvmeCommand command, Span<byte> data, TimeSpan timeout)
    {
        fixed (byte* bytes = data)
        {
            var passed = new Passed
            {
                Opcode = command.Opcode, Namespace = command.Namespace, Dword10 = command.Dword10, Dword11 = command.Dword11,
                Data = (ulong)bytes, DataLength = (uint)data.Length, TimeoutMilliseconds = (uint)timeout.TotalMilliseconds,
            };
            int status = Libc.IoControl(device, AdminCommand, &passed);
            return status >= 0 ? status : throw SystemCallException.Last("NVME_IOCTL_ADMIN_CMD");
        }
    }

    // struct nvme_passthru_cmd
    [StructLayout(LayoutKind.Sequential)]
    private struct Passed
    {
        public byte Opcode;
        public byte Flags;
        public ushort Reserved;
        public uint Namespace;
        public uint Dword2;
        public uint Dword3;
        public ulong Metadata;
        public ulong Data;
        public uint MetadataLength;
        public uint DataLength;
        public uint Dword10;
        public uint Dword11;
        public uint Dword12;
        public uint Dword13;
        public uint Dword14;
        public uint Dword15;
        public uint TimeoutMilliseconds;
        public uint Result;
    }
}
