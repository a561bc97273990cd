using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Tests.Erasure.Drives;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>What an NVMe controller over Fabrics must be able to do (NVM Express Base Specification 2.0); identity and erasing are an emulated drive's.</summary>
internal sealed class NvmeController(EmulatedNvmeDrive drive, string image, string name)
{
    private const int InvalidOpcode = 0x01, InvalidField = 0x02, InternalError = 0x06, Sector = 512;
    private readonly Lock _lock = new();
    private readonly SafeFileHandle _medium = File.OpenHandle(image, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
    private uint _configuration;

    internal readonly record struct End(int Status, ulong Result = 0);

    /// <returns>Null when nothing is answered.</returns>
    public End? Execute(NvmeEntry entry, Span<byte> data, ref ushort queue)
    {
        if (entry.Opcode == 0x7F)
        {
            return Fabrics(entry, ref queue);
        }

        lock (_lock)
        {
            return queue == 0 ? Admin(entry, data) : new End(Move(entry, data));
        }
    }

    private End Fabrics(NvmeEntry entry, ref ushort queue)
    {
        switch (entry.FabricsType)
        {
            case 0x00:
                _configuration = entry.Dword(11) == 0x14 ? (uint)entry.Quad(48) : _configuration;
                return new End(0);
            case 0x01:
                queue = (ushort)(entry.Dword(10) >> 16);
                return new End(0, 1);
            case 0x04:
                // Capabilities: 128 entries, contiguous queues, 10 s to be ready, the NVM command set.
                return new End(0, entry.Dword(11) switch
                {
                    0x00 => 127UL | (1UL << 16) | (20UL << 24) | (1UL << 37),
                    0x08 => 0x10400,
                    0x14 => _configuration,
                    0x1C => (_configuration & 1) | ((_configuration & 0xC000) != 0 ? 8u : 0u),
                    _ => 0,
                });
            default:
                return new End(InvalidOpcode);
        }
    }

    private End? Admin(NvmeEntry entry, Span<byte> data)
    {
        const byte EventRequest = 0x0C;
        switch (entry.Opcode)
        {
            case EventRequest:
                return null;
            case 0x18:
                return new End(0);
            case 0x09:
                // One queue for reads and writes, whatever is asked for.
                return new End(0);
            case 0x0A:
                return new End(InvalidField);
            case 0x06 when (entry.Dword(10) & 0xFF) == 2:
                data[0] = 1;
                return new End(0);
            case 0x06 when (entry.Dword(10) & 0xFF) == 3:
                (data[0], data[1]) = (1, 8);
                Convert.FromHexString(drive.Eui64).CopyTo(data[4..]);
                return new End(0);
            default:
                return new End(Drive(entry, data));
        }
    }

    private int Drive(NvmeEntry entry, Span<byte> data)
    {
        byte[] whole = new byte[Math.Max(4096, data.Length)];
        try
        {
            int status = drive.Send(new NvmeCommand(entry.Opcode, entry.Namespace, entry.Dword(10), entry.Dword(11)), whole, TimeSpan.FromSeconds(1));
            if (entry is { Opcode: 0x06 } && (entry.Dword(10) & 0xFF) == 1)
            {
                OverFabrics(whole);
            }

            if (entry.GivesData)
            {
                whole.AsSpan(0, data.Length).CopyTo(data);
            }

            return status;
        }
        catch (IOException)
        {
            return InternalError;
        }
    }

    // Identify Controller: number and version, keep alive, entry sizes, one namespace, and what only Fabrics knows.
    private void OverFabrics(Span<byte> raw)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(raw[78..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(raw[80..], 0x10400);
        raw[111] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(raw[320..], 10);
        (raw[512], raw[513]) = (0x66, 0x44);
        BinaryPrimitives.WriteUInt16LittleEndian(raw[514..], 128);
        BinaryPrimitives.WriteUInt32LittleEndian(raw[516..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(raw[536..], 1);
        Encoding.ASCII.GetBytes(name).CopyTo(raw[768..]);
        BinaryPrimitives.WriteUInt32LittleEndian(raw[1792..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(raw[1796..], 1);
    }

    private int Move(NvmeEntry entry, Span<byte> data)
    {
        if (drive.Hinders is { } status)
        {
            return status;
        }

        long at = (long)entry.Quad(40) * Sector;
        switch (entry.Opcode)
        {
            case 0x00:
                return 0;
            case 0x01:
                RandomAccess.Write(_medium, data, at);
                return 0;
            case 0x02:
                return RandomAccess.Read(_medium, data, at) == data.Length ? 0 : 0x80;
            default:
                return InvalidOpcode;
        }
    }
}
