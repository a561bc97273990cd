using System.Buffers.Binary;

namespace WaaS.Logistics.Erasure;

/// <summary>An ATA drive spoken to through ATA PASS-THROUGH (16). Judged by its registers alone, never by the absence of an error.</summary>
/// <param name="device">What takes the commands.</param>
public sealed class AtaDevice(IScsiDevice device)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(15);

    /// <summary>Sends a command.</summary>
    /// <returns>The registers; null when the device or a bridge before it gives none back.</returns>
    /// <exception cref="IOException">No answer.</exception>
    public AtaRegisters? Send(AtaCommand command, Span<byte> data = default, TimeSpan? timeout = null) =>
        AtaRegisters.Parse(device.Send(command.PassThrough(), data, command.Direction, timeout ?? Short).Sense);

    /// <summary>IDENTIFY DEVICE (ECh).</summary>
    /// <returns>Null when the drive does not answer with a valid structure.</returns>
    public AtaIdentity? Identify()
    {
        byte[] data = new byte[AtaIdentity.Length];
        AtaRegisters? answer = Send(new AtaCommand(0xEC, 0, 1, 0, DataDirection.FromDevice), data);
        return answer is { Succeeded: false } ? null : AtaIdentity.Parse(data);
    }

    /// <summary>READ NATIVE MAX ADDRESS EXT (27h): sectors the drive would show without a host protected area; null when unknown.</summary>
    public long? NativeSectors() =>
        Send(new AtaCommand(0x27, 0, 0, 0, DataDirection.None)) is { Succeeded: true } answer ? (long)answer.Lba + 1 : null;

    /// <summary>GET NATIVE MAX ADDRESS EXT (78h, feature 0): sectors without an accessible max address; null when unknown.</summary>
    public long? AccessibleNativeSectors() =>
        Send(new AtaCommand(0x78, 0, 0, 0, DataDirection.None)) is { Succeeded: true } answer ? (long)answer.Lba + 1 : null;

    /// <summary>DEVICE CONFIGURATION IDENTIFY (B1h, feature C2h): sectors without an overlay; null when unknown, a frozen overlay included.</summary>
    public long? FactorySectors()
    {
        byte[] data = new byte[512];
        AtaRegisters? answer = Send(new AtaCommand(0xB1, 0xC2, 1, 0, DataDirection.FromDevice), data);
        long last = 0;
        for (int word = 3; word <= 6; word++)
        {
            last |= (long)(data[2 * word] | (data[2 * word + 1] << 8)) << (16 * (word - 3));
        }

        // A valid structure ends with the signature A5h and a checksum of 0.
        byte sum = 0;
        foreach (byte one in data)
        {
            sum += one;
        }

        return answer is { Succeeded: true } && data[510] == 0xA5 && sum == 0 && last > 0 ? last + 1 : null;
    }

    /// <summary>SMART READ DATA (B0h, feature D0h): raw value of attribute 5, reallocated sectors; null when it is not told.</summary>
    public long? ReallocatedSectors()
    {
        const int First = 2, Entry = 12, Entries = 30, Reallocated = 5;
        byte[] data = new byte[512];
        AtaRegisters? answer = Send(new AtaCommand(0xB0, 0xD0, 1, 0xC24F00, DataDirection.FromDevice), data);
        byte sum = 0;
        foreach (byte one in data)
        {
            sum += one;
        }

        if (answer is { Succeeded: false } || sum != 0)
        {
            return null;
        }

        for (int at = First; at < First + Entry * Entries; at += Entry)
        {
            if (data[at] == Reallocated)
            {
                return BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at + 5));
            }
        }

        return null;
    }

    /// <summary>SMART RETURN STATUS (B0h, feature DAh): false when a threshold is exceeded; null when unknown.</summary>
    public bool? IsHealthy() => Send(new AtaCommand(0xB0, 0xDA, 0, 0xC24F00, DataDirection.None)) is { Succeeded: true } answer
        ? (answer.Lba >> 8 & 0xFFFF) switch { 0xC24F => true, 0x2CF4 => false, _ => null }
        : null;
}
