using System.Buffers.Binary;
using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>An ATA drive behind a translation, by the bytes of its commands. Made after ACS-4 and SAT-4; knows nothing of the engine.</summary>
internal sealed partial class EmulatedAtaDrive(EmulatedMedium? medium = null) : IEmulatedDisk
{
    private const byte Ready = 0x50, Error = 0x51;
    private byte[] _password = [];
    private bool _erasePrepared, _nativeAsked, _sanitizeCrypto;
    private int _left = -1;

    public List<byte> Opcodes { get; } = [];

    public string Serial { get; init; } = "WD-WX31A12345";

    public string Model { get; init; } = "WDC WD10SPZX-24Z10T0";

    /// <summary>Turns a minute; 1 for a drive that does not turn.</summary>
    public ushort Rotation { get; init; } = 5400;

    public ushort Security { get; set; } = 0x21;

    public ushort SanitizeWord { get; set; } = 0xF000;

    public ulong VisibleSectors { get; set; } = 2048;

    public ulong NativeSectors { get; set; } = 2048;

    public ulong AccessibleSectors { get; set; } = 2048;

    /// <summary>Sectors the drive left the factory with; null for a drive that does not tell of an overlay.</summary>
    public ulong? FactorySectors { get; set; }

    /// <summary>Has no host protected area and no overlay, as drives after ACS-3.</summary>
    public bool HidesTheNewWay { get; set; }

    /// <summary>Keeps what it hides.</summary>
    public bool KeepsHidden { get; set; }

    /// <summary>A password somebody else has set.</summary>
    public void LockWith(string password)
    {
        _password = new byte[32];
        Encoding.ASCII.GetBytes(password).CopyTo(_password, 0);
        Security |= 6;
    }

    /// <summary>Called before a command is carried out; whatever it throws, the drive does not see the command.</summary>
    public Action<byte> Before { get; set; } = static _ => { };

    /// <summary>Raw value of SMART attribute 5; null: SMART data are not given.</summary>
    public uint? Reallocated { get; set; } = 0;

    /// <summary>Raw value of SMART attribute 194; 0: there is none.</summary>
    public byte Celsius { get; set; }

    /// <summary>Questions a sanitize takes.</summary>
    public int Questions { get; set; } = 3;

    public bool SanitizeFails { get; set; }

    public bool SanitizeDone { get; set; }

    /// <summary>Takes the command and does nothing.</summary>
    public bool SwallowsSanitize { get; set; }

    /// <summary>Says "good" to everything and gives no registers back, as some bridges and virtual disks do.</summary>
    public bool NoRegisters { get; set; }

    public bool IgnoresPassword { get; set; }

    public bool AbortsErase { get; set; }

    /// <summary>Stops answering after so many commands.</summary>
    public int SilentAfter { get; set; } = int.MaxValue;

    public bool LosesPower { get; set; }

    public bool Running => _left > 0;

    public ScsiReply Send(ReadOnlySpan<byte> command, Span<byte> data, DataDirection direction, TimeSpan timeout)
    {
        if (Opcodes.Count >= SilentAfter)
        {
            throw new IOException("no answer");
        }

        if (IsOff)
        {
            return new ScsiReply(2, [0x72, 4, 0x08, 0, 0, 0, 0, 0]);
        }

        if (command[0] is 0x12 or 0x9E or 0x25)
        {
            return command[0] == 0x12 ? Inquire(command, data) : Capacity(command, data);
        }

        if (Command(command) is not { } ata)
        {
            return new ScsiReply(2, [0x72, 5, 0x20, 0, 0, 0, 0, 0]);
        }

        Before(ata.Opcode);
        Opcodes.Add(ata.Opcode);
        return Answer(Execute(ata, data));
    }

    public byte[] Identity()
    {
        byte[] raw = new byte[512];
        Word(raw, 0, 0x0040);
        Text(raw, 10, 20, Serial);
        Text(raw, 23, 8, "01.01A02");
        Text(raw, 27, 40, Model);
        Word(raw, 59, SanitizeWord);
        // Newer drives know an accessible max address instead of the two older ways of hiding.
        Word(raw, 82, (ushort)(HidesTheNewWay ? 0x0022 : 0x0422));
        Word(raw, 83, (ushort)(HidesTheNewWay ? 0x4400 : 0x4C00));
        Word(raw, 85, 0x0020);
        Word(raw, 87, 0x4100);
        Word(raw, 89, 0x0002);
        Word(raw, 90, 0x8004);
        BinaryPrimitives.WriteUInt64LittleEndian(raw.AsSpan(200), VisibleSectors);
        Word(raw, 106, 0x6003);
        foreach ((int at, ushort value) in new[] { (108, (ushort)0x5001), (109, (ushort)0x4EE6), (110, (ushort)0x0123), (111, (ushort)0xABCD) })
        {
            Word(raw, at, value);
        }

        Word(raw, 119, 0x4100);
        Word(raw, 128, Security);
        Word(raw, 217, Rotation);
        raw[510] = 0xA5;
        raw[511] = (byte)-raw.Aggregate(0, (sum, one) => sum + one);
        return raw;
    }

    private AtaRegisters Execute(AtaCommand ata, Span<byte> data)
    {
        bool nativeAsked = _nativeAsked;
        _nativeAsked = false;
        switch (ata.Opcode)
        {
            case 0xEC:
                Identity().CopyTo(data);
                return Good();
            case 0x27 or 0x37 or 0xB1 when HidesTheNewWay:
                return Aborted();
            case 0x27:
                _nativeAsked = true;
                return Good(lba: NativeSectors - 1);
            case 0x37 or 0x78 when KeepsHidden && (ata.Opcode == 0x37 || ata.Features == 1):
                return Good();
            case 0xB1 when ata.Features == 0xC2 && FactorySectors is { } factory:
                Overlay(data, factory);
                return Good();
            case 0xB1 when ata.Features == 0xC0 && FactorySectors is { } all && !KeepsHidden:
                NativeSectors = AccessibleSectors = all;
                return Good();
            case 0x37 when nativeAsked && ata.Lba < NativeSectors:
                VisibleSectors = ata.Lba + 1;
                return Good();
            case 0x78 when ata.Features == 0:
                return Good(lba: AccessibleSectors - 1);
            case 0x78 when ata.Features == 1 && ata.Lba < AccessibleSectors:
                VisibleSectors = ata.Lba + 1;
                return Good();
            case 0xB0 when ata.Features == 0xDA:
                return Good(lba: 0xC24F00);
            case 0xB0 when ata.Features == 0xD0 && Reallocated is { } remapped:
                (data[2], data[14]) = (1, 5);
                System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(data[19..], remapped);
                (data[26], data[31]) = Celsius == 0 ? ((byte)0, (byte)0) : ((byte)194, Celsius);
                int sum = 0;
                foreach (byte one in data[..511])
                {
                    sum += one;
                }

                data[511] = (byte)-sum;
                return Good();
            case 0xB4:
                return Sanitize(ata);
            case 0xF1 or 0xF2 or 0xF3 or 0xF4 or 0xF6:
                return SecurityCommand(ata, data);
            default:
                return Aborted();
        }
    }

    private static void Overlay(Span<byte> data, ulong factory)
    {
        data.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(data[6..], factory - 1);
        data[510] = 0xA5;
        byte sum = 0;
        foreach (byte one in data)
        {
            sum += one;
        }

        data[511] = (byte)-sum;
    }

    private ScsiReply Answer(AtaRegisters registers)
    {
        if (NoRegisters)
        {
            return new ScsiReply(0, []);
        }

        byte[] sense = new byte[22];
        (sense[0], sense[1], sense[3], sense[7]) = (0x72, (byte)((registers.Status & 1) != 0 ? 0x0B : 1), 0x1D, 14);
        (sense[8], sense[9], sense[10], sense[11]) = (0x09, 0x0C, 1, registers.Error);
        BinaryPrimitives.WriteUInt16BigEndian(sense.AsSpan(12), registers.Count);
        (sense[14], sense[15]) = ((byte)(registers.Lba >> 24), (byte)registers.Lba);
        (sense[16], sense[17]) = ((byte)(registers.Lba >> 32), (byte)(registers.Lba >> 8));
        (sense[18], sense[19]) = ((byte)(registers.Lba >> 40), (byte)(registers.Lba >> 16));
        sense[21] = registers.Status;
        return new ScsiReply(2, sense);
    }

    private static AtaRegisters Good(ushort count = 0, ulong lba = 0) => new(Ready, 0, count, lba);

    private static AtaRegisters Aborted(ulong lba = 0) => new(Error, 4, 0, lba);

    private static void Word(Span<byte> raw, int word, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(raw[(2 * word)..], value);

    private static void Text(Span<byte> raw, int word, int length, string text)
    {
        string padded = text.PadRight(length);
        for (int at = 0; at < length; at += 2)
        {
            (raw[2 * word + at], raw[2 * word + at + 1]) = ((byte)padded[at + 1], (byte)padded[at]);
        }
    }
}
