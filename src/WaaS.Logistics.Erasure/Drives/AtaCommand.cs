using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>The registers of an ATA command (ACS-4, section 7).</summary>
/// <param name="Opcode">Command register.</param>
/// <param name="Features">Feature register.</param>
/// <param name="Count">Count register.</param>
/// <param name="Lba">LBA register, 48 bits.</param>
/// <param name="Direction">Data of 512 bytes in, out, or none.</param>
public readonly record struct AtaCommand(byte Opcode, ushort Features, ushort Count, ulong Lba, DataDirection Direction)
{
    /// <summary>As ATA PASS-THROUGH (16) (SAT-4, section 12.2.3); the registers are asked back (CK_COND).</summary>
    public byte[] PassThrough()
    {
        const byte NonData = 3, PioIn = 4, PioOut = 5;
        // Only the commands whose registers are wider than 28 bits may be sent as such; older drives abort the others.
        bool extend = Opcode is 0x27 or 0x37 or 0x78 or 0xB4;
        byte protocol = Direction switch { DataDirection.FromDevice => PioIn, DataDirection.ToDevice => PioOut, _ => NonData };
        byte[] command = new byte[16];
        command[0] = 0x85;
        command[1] = (byte)((protocol << 1) | (extend ? 1 : 0));
        command[2] = Direction switch { DataDirection.FromDevice => 0x2E, DataDirection.ToDevice => 0x26, _ => 0x20 };
        BinaryPrimitives.WriteUInt16BigEndian(command.AsSpan(3), Features);
        BinaryPrimitives.WriteUInt16BigEndian(command.AsSpan(5), Direction == DataDirection.None ? Count : (ushort)1);
        (command[7], command[8]) = ((byte)(Lba >> 24), (byte)Lba);
        (command[9], command[10]) = ((byte)(Lba >> 32), (byte)(Lba >> 8));
        (command[11], command[12]) = ((byte)(Lba >> 40), (byte)(Lba >> 16));
        (command[13], command[14]) = (0x40, Opcode);
        return command;
    }

    /// <summary>Reads the registers out of such a command; null when it is another.</summary>
    public static AtaCommand? FromPassThrough(ReadOnlySpan<byte> command) =>
        command.Length < 16 || command[0] != 0x85 ? null : new AtaCommand(
            command[14],
            BinaryPrimitives.ReadUInt16BigEndian(command[3..]),
            BinaryPrimitives.ReadUInt16BigEndian(command[5..]),
            command[8] | ((ulong)command[10] << 8) | ((ulong)command[12] << 16)
                | ((ulong)command[7] << 24) | ((ulong)command[9] << 32) | ((ulong)command[11] << 40),
            (command[1] >> 1) switch { 4 => DataDirection.FromDevice, 5 => DataDirection.ToDevice, _ => DataDirection.None });
}

/// <summary>The registers an ATA command came back with.</summary>
/// <param name="Status">Status register; bit 0 is error.</param>
/// <param name="Error">Error register; bit 2 is aborted.</param>
/// <param name="Count">Count register.</param>
/// <param name="Lba">LBA register, 48 bits.</param>
public sealed record AtaRegisters(byte Status, byte Error, ushort Count, ulong Lba)
{
    /// <summary>Ready, and neither error nor device fault.</summary>
    public bool Succeeded => (Status & 0x21) == 0 && (Status & 0x40) != 0;

    /// <summary>From the ATA status return descriptor (SAT-4, section 12.2.2.7); null when there is none: then nothing is known.</summary>
    public static AtaRegisters? Parse(ReadOnlySpan<byte> sense)
    {
        ReadOnlySpan<byte> raw = ScsiSense.Descriptor(sense, 0x09);
        return raw.Length < 14 ? null : new AtaRegisters(
            raw[13], raw[3], BinaryPrimitives.ReadUInt16BigEndian(raw[4..]),
            raw[7] | ((ulong)raw[9] << 8) | ((ulong)raw[11] << 16) | ((ulong)raw[6] << 24) | ((ulong)raw[8] << 32) | ((ulong)raw[10] << 40));
    }
}
