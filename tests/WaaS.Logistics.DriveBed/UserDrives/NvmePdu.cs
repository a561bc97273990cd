using System.Buffers.Binary;

namespace WaaS.Logistics.DriveBed.UserDrives;

/// <summary>Protocol data units of NVMe over TCP (NVM Express TCP Transport Specification 1.0): header and data.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Header">With the eight bytes common to all.</param>
/// <param name="Data">What follows the header.</param>
internal sealed record NvmePdu(byte Type, byte[] Header, byte[] Data)
{
    public const byte ConnectionRequest = 0, ConnectionAnswer = 1, Command = 4, Answer = 5, DataToController = 6, DataToHost = 7, ReadyToTransfer = 9;
    private const int Common = 8;

    /// <returns>Null at the end of the connection.</returns>
    public static NvmePdu? Read(Stream stream)
    {
        byte[] common = new byte[Common];
        if (stream.ReadAtLeast(common, Common, throwOnEndOfStream: false) < Common)
        {
            return null;
        }

        int header = common[2], at = common[3], whole = BinaryPrimitives.ReadInt32LittleEndian(common.AsSpan(4));
        byte[] rest = new byte[whole - Common];
        stream.ReadExactly(rest);
        return new NvmePdu(common[0], [.. common, .. rest[..(header - Common)]], at > 0 ? rest[(at - Common)..] : []);
    }

    /// <summary>A unit to be sent, with lengths and places filled in.</summary>
    public static byte[] Make(byte type, byte flags, ReadOnlySpan<byte> specific, ReadOnlySpan<byte> data)
    {
        byte[] all = new byte[Common + specific.Length + data.Length];
        (all[0], all[1], all[2]) = (type, flags, (byte)(Common + specific.Length));
        all[3] = (byte)(data.Length > 0 ? all[2] : 0);
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length);
        specific.CopyTo(all.AsSpan(Common));
        data.CopyTo(all.AsSpan(Common + specific.Length));
        return all;
    }
}

/// <summary>One entry of a submission queue.</summary>
internal readonly struct NvmeEntry(byte[] raw, byte[]? data)
{
    public byte Opcode => raw[0];

    public ushort Id => BinaryPrimitives.ReadUInt16LittleEndian(raw.AsSpan(2));

    public uint Namespace => Dword(1);

    public byte FabricsType => raw[4];

    /// <summary>Bytes to be moved.</summary>
    public int Length => (int)Dword(8);

    /// <summary>The data came, or will come, with the command and not by a transfer of their own.</summary>
    public bool IsInCapsule => raw[39] == 0x01;

    public byte[] Data { get; } = data ?? [];

    /// <summary>Bits 0 and 1 of every opcode; of a Fabrics command, those of its type.</summary>
    public bool TakesData => ((Opcode == 0x7F ? FabricsType : Opcode) & 3) == 1;

    public bool GivesData => ((Opcode == 0x7F ? FabricsType : Opcode) & 3) == 2;

    public uint Dword(int number) => BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(4 * number));

    public ulong Quad(int at) => BinaryPrimitives.ReadUInt64LittleEndian(raw.AsSpan(at));

    public NvmeEntry With(byte[] moved) => new(raw, moved);
}
