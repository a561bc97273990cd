using System.Text;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Tests.Erasure.Drives;

/// <summary>A SAS drive by the bytes of its commands, after SPC-5 and SBC-4.</summary>
internal sealed class EmulatedScsiDrive(EmulatedMedium? medium = null) : IScsiDevice
{
    private int _left = -1;
    private bool _crypto;

    public int Questions { get; set; } = 2;

    /// <summary>Entries of the grown defect list; null: it is not given.</summary>
    public int? GrownDefects { get; set; }

    public bool SanitizeFails { get; set; }

    public bool SwallowsSanitize { get; set; }

    public bool OffersCrypto { get; set; }

    public bool AnswersOperationCodes { get; set; } = true;

    public ScsiReply Send(ReadOnlySpan<byte> command, Span<byte> data, DataDirection direction, TimeSpan timeout)
    {
        switch (command[0])
        {
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
            _left--;
            (key, code, qualifier) = (2, 0x04, 0x1B);
            (data[15], data[16]) = (0x80, 0x40);
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

    private static ScsiReply Inquire(ReadOnlySpan<byte> command, Span<byte> data)
    {
        if (command[1] == 0)
        {
            Encoding.ASCII.GetBytes("SEAGATE ST1200MM0099    ST31").CopyTo(data[8..]);
            return new ScsiReply(0, []);
        }

        byte[]? page = command[2] switch
        {
            0x80 => [0, 0x80, 0, 20, .. Encoding.ASCII.GetBytes("WFK0A1B2            ")],
            0x83 => [0, 0x83, 0, 24, 0x02, 0x01, 0, 8, .. "SEAGATE "u8, 0x01, 0x03, 0, 8, .. Convert.FromHexString("5000C500A1B2C3D4")],
            0xB1 => [0, 0xB1, 0, 60, 0x29, 0x04, .. new byte[58]],
            _ => null,
        };
        page?.CopyTo(data);
        return page is null ? new ScsiReply(2, [0x72, 5, 0x24, 0, 0, 0, 0, 0]) : new ScsiReply(0, []);
    }
}
