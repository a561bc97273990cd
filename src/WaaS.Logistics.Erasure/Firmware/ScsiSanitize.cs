using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>SANITIZE (48h, SBC-4 section 5.30) with IMMED, watched by REQUEST SENSE. It goes on after a power cut.</summary>
/// <param name="device">The drive.</param>
/// <param name="method">Exactly one method.</param>
public sealed class ScsiSanitize(IScsiDevice device, SanitizeMethods method) : IFirmwareErase
{
    private const byte Immediately = 0x80;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Technique => method switch
    {
        SanitizeMethods.Block => "scsi-sanitize-block-erase",
        SanitizeMethods.Crypto => "scsi-sanitize-crypto-erase",
        SanitizeMethods.Overwrite => "scsi-sanitize-overwrite",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Name one method."),
    };

    /// <inheritdoc/>
    public bool Blocking => false;

    /// <inheritdoc/>
    public string Command => Convert.ToHexStringLower(Bytes());

    /// <inheritdoc/>
    public string? Prepare() => null;

    /// <inheritdoc/>
    public string? Start()
    {
        // One pass, and a pattern of four zero bytes.
        byte[] parameters = method == SanitizeMethods.Overwrite ? [1, 0, 0, 4, 0, 0, 0, 0] : [];
        ScsiReply reply = device.Send(
            Bytes(), parameters, method == SanitizeMethods.Overwrite ? DataDirection.ToDevice : DataDirection.None, Short);
        return reply.Status == 0 ? null : $"refused: {Words(reply.Status, ScsiSense.Parse(reply.Sense))}";
    }

    /// <inheritdoc/>
    public FirmwareStatus Ask()
    {
        byte[] data = new byte[252];
        ScsiReply reply = device.Send([0x03, 0, 0, 0, 252, 0], data, DataDirection.FromDevice, Short);
        ScsiSense? sense = ScsiSense.Parse(data);
        FirmwareState state = reply.Status != 0 ? FirmwareState.Unknown : sense switch
        {
            { Key: 2, Code: 0x04, Qualifier: 0x1B } => FirmwareState.Running,
            { Key: 3, Code: 0x31, Qualifier: 0x03 } => FirmwareState.Failed,
            { Key: 0 } => _seen ? FirmwareState.Completed : FirmwareState.Idle,
            _ => FirmwareState.Unknown,
        };
        _seen |= state == FirmwareState.Running;
        return new FirmwareStatus(state, sense?.Progress, Words(reply.Status, sense));
    }

    // "No sense" is said by a drive that has ended and by one that never began; only one seen running has ended.
    private bool _seen;

    private byte[] Bytes() =>
    [
        0x48,
        (byte)(Immediately | method switch { SanitizeMethods.Overwrite => 1, SanitizeMethods.Block => 2, _ => 3 }),
        0, 0, 0, 0, 0, 0, (byte)(method == SanitizeMethods.Overwrite ? 8 : 0), 0,
    ];

    private static string Words(byte status, ScsiSense? sense) => sense is null
        ? string.Create(CultureInfo.InvariantCulture, $"status {status:x2}, no sense")
        : string.Create(CultureInfo.InvariantCulture, $"status {status:x2}, sense {sense.Key:x}/{sense.Code:x2}/{sense.Qualifier:x2}");
}
