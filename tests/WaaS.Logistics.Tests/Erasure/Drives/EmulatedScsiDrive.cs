using System.Buffers.Binary;
using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>A SAS drive by the bytes of its commands, after SPC-5 and SBC-4.</summary>
internal sealed class EmulatedScsiDrive(EmulatedMedium? medium = null) : IEmulatedDisk
{
    private const int Header = 8, Descriptor = 16;
    private int _left = -1;
    private bool _crypto;

    public string Serial { get; init; } = "WFK0A1B2";

    /// <summary>Turns a minute; 1 for a drive that does not turn.</summary>
    public ushort Rotation { get; init; } = 0x2904;

    /// <summary>Sectors of 512 bytes it shows; 0: it does not tell.</summary>
    public ulong VisibleSectors { get; set; }

    /// <summary>Sectors it shows when it is told to show all; null: it does not take the number of its blocks.</summary>
    public ulong? NativeSectors { get; set; }

    public byte[]? Hinders => IsOff ? [0x72, 4, 0x08, 0, 0, 0, 0, 0] : Running ? [0x72, 2, 0x04, 0x1B, 0, 0, 0, 0] : null;

    public bool IsOff { get; private set; }

    public bool Running => _left > 0;

    /// <summary>A sanitize tells the same progress for ever.</summary>
    public bool Sticks { get; set; }

    public int Questions { get; set; } = 2;

    /// <summary>Entries of the grown defect list; null: it is not given.</summary>
    public int? GrownDefects { get; set; }

    public bool SanitizeFails { get; set; }

    public bool SwallowsSanitize { get; set; }

    public bool OffersCrypto { get; set; }

    public bool AnswersOperationCodes { get; set; } = true;

    public ScsiReply Send(ReadOnlySpan<byte> command, Span<byte> data, DataDirection direction, TimeSpan timeout)
    {
        if (IsOff)
        {
            return new ScsiReply(2, [0x72, 4, 0x08, 0, 0, 0, 0, 0]);
        }

        switch (command[0])
        {
            case 0x25 or 0x9E when VisibleSectors > 0:
                return InquiryPages.Capacity(command, data, VisibleSectors);
            case 0x5A when NativeSectors is not null:
                return ModeSense(command, data);
            case 0x55 when NativeSectors is { } all && data.Length >= Header + Descriptor:
                ulong wanted = BinaryPrimitives.ReadUInt64BigEndian(data[Header..]);
                VisibleSectors = wanted == ulong.MaxValue ? all : Math.Min(wanted, all);
                return new ScsiReply(0, []);
            case 0x12:
                return Inquire(command, data);
            case 0xA3 when AnswersOperationCodes:
                data[1] = (byte)(command[5] == 3 && !OffersCrypto ? 1 : 3);
                return new ScsiReply(0, []);
            case 0x48 when (command[1] & 0x1F) is 1 or 2 or 3 && (command[1] & 0x80) != 0:
                _left = SwallowsSanitize ? -1 : Questions;
                _crypto = (command[1] & 0x1F) == 3;
                return new ScsiReply(0, []);
            case 0xB7 when GrownDefects is { } grown:
                (data[1], data[7]) = (0x08 | 0x05, (byte)(8 * grown));
                return new ScsiReply(0, []);
            case 0x03:
                RequestSense(data);
                return new ScsiReply(0, []);
            default:
                return new ScsiReply(2, [0x72, 5, 0x20, 0, 0, 0, 0, 0]);
        }
    }

    private void RequestSense(Span<byte> data)
    {
        (byte key, byte code, byte qualifier) = ((byte)0, (byte)0, (byte)0);
        if (_left > 0)
        {
            _left -= Sticks ? 0 : 1;
            (key, code, qualifier) = (2, 0x04, 0x1B);
            data[15] = 0x80;
            BinaryPrimitives.WriteUInt16BigEndian(data[16..], (ushort)(0xFFFFL * (Questions - _left) / (Questions + 1L)));
        }
        else if (_left == 0)
        {
            _left = -1;
            (key, code, qualifier) = SanitizeFails ? ((byte)3, (byte)0x31, (byte)0x03) : (key, code, qualifier);
            if (!SanitizeFails)
            {
                medium?.Erase(_crypto);
            }
        }

        (data[0], data[2], data[7], data[12], data[13]) = (0x70, key, 10, code, qualifier);
    }

    public void PowerOff() => IsOff = true;

    /// <summary>A sanitize goes on.</summary>
    public void PowerCycle() => IsOff = false;

    // Parameter header with the long form, one block descriptor, page 01h that can be saved.
    private ScsiReply ModeSense(ReadOnlySpan<byte> command, Span<byte> data)
    {
        byte[] said = new byte[Header + Descriptor + 12];
        BinaryPrimitives.WriteUInt16BigEndian(said, (ushort)(said.Length - 2));
        (said[4], said[7]) = (1, Descriptor);
        BinaryPrimitives.WriteUInt64BigEndian(said.AsSpan(Header), VisibleSectors);
        BinaryPrimitives.WriteUInt32BigEndian(said.AsSpan(Header + 12), 512);
        (said[Header + Descriptor], said[Header + Descriptor + 1]) = (0x81, 10);
        return (command[2] & 0x3F) is 1 or 0x3F ? InquiryPages.Say(data, said) : new ScsiReply(2, [0x72, 5, 0x24, 0, 0, 0, 0, 0]);
    }

    private ScsiReply Inquire(ReadOnlySpan<byte> command, Span<byte> data) => (command[1] & 1) == 0
        ? InquiryPages.Standard(data, "SEAGATE", "ST1200MM0099", "ST31")
        : InquiryPages.Page(data, command[2], new Dictionary<byte, byte[]>
        {
            [0x80] = Encoding.ASCII.GetBytes(Serial.PadRight(20)),
            [0x83] = InquiryPages.Names("SEAGATE", "", "5000C500A1B2C3D4"),
            [0xB1] = InquiryPages.Characteristics(Rotation),
        });
}
