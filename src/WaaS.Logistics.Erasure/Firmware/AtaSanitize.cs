using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>SANITIZE DEVICE (B4h, ACS-4 section 7.36): block erase, crypto scramble or overwrite by the drive. It goes on after a power cut.</summary>
/// <param name="drive">The drive.</param>
/// <param name="method">Exactly one method.</param>
public sealed class AtaSanitize(AtaDevice drive, SanitizeMethods method) : IFirmwareErase
{
    private const byte Opcode = 0xB4;
    private const ulong OnePassOfZeros = 0x4F57UL << 32;

    /// <inheritdoc/>
    public string Technique => method switch
    {
        SanitizeMethods.Block => "ata-sanitize-block-erase",
        SanitizeMethods.Crypto => "ata-sanitize-crypto-scramble",
        SanitizeMethods.Overwrite => "ata-sanitize-overwrite",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Name one method."),
    };

    /// <inheritdoc/>
    public bool Blocking => false;

    /// <inheritdoc/>
    public string Command => Convert.ToHexStringLower(Registers().PassThrough());

    /// <inheritdoc/>
    public string? Prepare() => null;

    /// <inheritdoc/>
    public string? Start() => drive.Send(Registers()) switch
    {
        null => "the drive gave no registers back",
        { Succeeded: true } => null,
        var answer => string.Create(CultureInfo.InvariantCulture, $"aborted: status {answer.Status:x2}, error {answer.Error:x2}, reason {answer.Lba & 0xFF:x2}"),
    };

    /// <inheritdoc/>
    public FirmwareStatus Ask()
    {
        AtaRegisters? answer = drive.Send(new AtaCommand(Opcode, 0, 0, 0, DataDirection.None));
        if (answer is null)
        {
            return new FirmwareStatus(FirmwareState.Unknown, null, "no registers");
        }

        string words = string.Create(
            CultureInfo.InvariantCulture, $"status {answer.Status:x2}, error {answer.Error:x2}, count {answer.Count:x4}, lba {answer.Lba:x12}");
        if (!answer.Succeeded)
        {
            // Reason 1 is "sanitize command unsuccessful"; any other reason means the question itself was not taken.
            return new FirmwareStatus((answer.Lba & 0xFF) == 1 ? FirmwareState.Failed : FirmwareState.Unknown, null, words);
        }

        bool running = (answer.Count & 0x4000) != 0, completed = (answer.Count & 0x8000) != 0;
        return new FirmwareStatus(
            running ? FirmwareState.Running : completed ? FirmwareState.Completed : FirmwareState.Idle,
            running ? (answer.Lba & 0xFFFF) / 65536.0 : null,
            words);
    }

    // The signatures in the LBA register are the words "BkEr", "Cryp" and "OW": they keep a stray command from erasing.
    private AtaCommand Registers() => method switch
    {
        SanitizeMethods.Block => new AtaCommand(Opcode, 0x12, 0, 0x426B4572, DataDirection.None),
        SanitizeMethods.Crypto => new AtaCommand(Opcode, 0x11, 0, 0x43727970, DataDirection.None),
        _ => new AtaCommand(Opcode, 0x14, 1, OnePassOfZeros, DataDirection.None),
    };
}
