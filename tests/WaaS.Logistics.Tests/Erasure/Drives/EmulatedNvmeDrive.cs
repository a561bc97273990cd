using System.Buffers.Binary;
using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>An NVMe drive by the bytes of its admin commands, after the NVM Express Base Specification 2.0.</summary>
internal sealed class EmulatedNvmeDrive(EmulatedMedium? medium = null) : INvmeDevice
{
    private const int InvalidOpcode = 0x4001, InvalidField = 0x4002, SanitizeInProgress = 0x1D;
    private int _left = -1;
    private bool _crypto;

    public List<NvmeCommand> Commands { get; } = [];

    public long SizeBytes { get; init; } = 500_107_862_016;

    public long TotalBytes { get; init; }

    public Action<byte> Before { get; set; } = static _ => { };

    public int SanitizeState { get; set; }

    public int Questions { get; set; } = 2;

    public bool SanitizeFails { get; set; }

    public bool NoSanitize { get; set; }

    public string Eui64 { get; init; } = "0025385B71B0A1C2";

    /// <summary>Takes the command and does nothing.</summary>
    public bool SwallowsSanitize { get; set; }

    /// <summary>A sanitize tells the same progress for ever.</summary>
    public bool Sticks { get; set; }

    public bool Running => SanitizeState == 2;

    /// <summary>Status of a read or write now; null when it is carried out.</summary>
    public int? Hinders => Running ? SanitizeInProgress : null;

    public int FormatStatus { get; set; }

    public byte CriticalWarning { get; set; }

    public int Send(NvmeCommand command, Span<byte> data, TimeSpan timeout)
    {
        Before(command.Opcode);
        Commands.Add(command);
        switch (command.Opcode)
        {
            case 0x06 when command.Dword10 == 1:
                Controller(data, TotalBytes == 0 ? SizeBytes : TotalBytes);
                return 0;
            case 0x06 when command.Dword10 == 0:
                Space(data, SizeBytes);
                Convert.FromHexString(Eui64).CopyTo(data[120..]);
                return 0;
            case 0x02 when (command.Dword10 & 0xFF) == 0x81:
                Log(data);
                return 0;
            case 0x02 when (command.Dword10 & 0xFF) == 0x02:
                data[0] = CriticalWarning;
                BinaryPrimitives.WriteUInt16LittleEndian(data[1..], 310);
                return 0;
            case 0x84 when NoSanitize:
                return InvalidOpcode;
            case 0x84 when (command.Dword10 & 7) is 2 or 3 or 4:
                _crypto = (command.Dword10 & 7) == 4;
                (_left, SanitizeState) = SwallowsSanitize ? (-1, SanitizeState) : (Questions, 2);
                return 0;
            case 0x80 when ((command.Dword10 >> 9) & 7) is 1 or 2:
                if (FormatStatus == 0)
                {
                    medium?.Erase(((command.Dword10 >> 9) & 7) == 2);
                }

                return FormatStatus;
            default:
                return InvalidField;
        }
    }

    public static void Controller(Span<byte> raw, long total = 500_107_862_016)
    {
        Encoding.ASCII.GetBytes("S4EVNX0M123456      ").CopyTo(raw[4..]);
        Encoding.ASCII.GetBytes("Samsung SSD 970 EVO Plus 500GB          ").CopyTo(raw[24..]);
        Encoding.ASCII.GetBytes("2B2QEXM7").CopyTo(raw[64..]);
        BinaryPrimitives.WriteUInt16LittleEndian(raw[256..], 0x17);
        BinaryPrimitives.WriteInt64LittleEndian(raw[280..], total);
        BinaryPrimitives.WriteUInt32LittleEndian(raw[328..], 7);
        (raw[524], raw[525]) = (5, 1);
    }

    public static void Space(Span<byte> raw, long size = 500_107_862_016)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(raw, (ulong)size / 512);
        BinaryPrimitives.WriteUInt64LittleEndian(raw[8..], (ulong)size / 512);
        BinaryPrimitives.WriteUInt64LittleEndian(raw[16..], (ulong)size / 512);
        (raw[25], raw[26]) = (1, 1);
        raw[128 + 2] = 12;
        raw[132 + 2] = 9;
        Convert.FromHexString("0025385B71B0A1C2").CopyTo(raw[120..]);
    }

    private void Log(Span<byte> data)
    {
        if (_left > 0)
        {
            _left -= Sticks ? 0 : 1;
        }
        else if (_left == 0)
        {
            _left = -1;
            SanitizeState = SanitizeFails ? 3 : 1;
            if (!SanitizeFails)
            {
                medium?.Erase(_crypto);
            }
        }

        BinaryPrimitives.WriteUInt16LittleEndian(data, (ushort)(SanitizeState == 2 ? 0xFFFFL * (Questions - _left) / (Questions + 1L) : 0xFFFF));
        BinaryPrimitives.WriteUInt16LittleEndian(data[2..], (ushort)(SanitizeState | (SanitizeState == 1 ? 0x100 : 0)));
    }
}
