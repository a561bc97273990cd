using System.Buffers.Binary;
using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>Sanitize (84h, NVM Express Base Specification 2.0, section 5.24). Takes the whole controller, and goes on after a power cut.</summary>
/// <param name="controller">The controller.</param>
/// <param name="method">Exactly one method.</param>
public sealed class NvmeSanitize(INvmeDevice controller, SanitizeMethods method) : IFirmwareErase
{
    private const int LogBytes = 512;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Technique => method switch
    {
        SanitizeMethods.Block => "nvme-sanitize-block-erase",
        SanitizeMethods.Crypto => "nvme-sanitize-crypto-erase",
        SanitizeMethods.Overwrite => "nvme-sanitize-overwrite",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Name one method."),
    };

    /// <inheritdoc/>
    public bool Blocking => false;

    /// <inheritdoc/>
    public string Command => string.Create(CultureInfo.InvariantCulture, $"opcode 84 cdw10 {Registers.Dword10:x8} cdw11 {Registers.Dword11:x8}");

    // SANACT 2 block, 3 overwrite (one pass, OWPASS), 4 crypto; an unrestricted exit is not asked for.
    private NvmeCommand Registers => method switch
    {
        SanitizeMethods.Block => new NvmeCommand(0x84, 0, 2),
        SanitizeMethods.Overwrite => new NvmeCommand(0x84, 0, 3 | (1 << 4)),
        _ => new NvmeCommand(0x84, 0, 4),
    };

    /// <inheritdoc/>
    public string? Prepare() => null;

    /// <inheritdoc/>
    public string? Start() => controller.Send(Registers, [], Short) is var status and not 0
        ? string.Create(CultureInfo.InvariantCulture, $"status {status:x4}") : null;

    /// <summary>Sanitize Status, log page 81h.</summary>
    public FirmwareStatus Ask()
    {
        byte[] log = new byte[LogBytes];
        int status = controller.Send(new NvmeCommand(0x02, 0xFFFFFFFF, 0x81 | ((LogBytes / 4 - 1) << 16)), log, Short);
        if (status != 0)
        {
            return new FirmwareStatus(FirmwareState.Unknown, null, string.Create(CultureInfo.InvariantCulture, $"status {status:x4}"));
        }

        ushort progress = BinaryPrimitives.ReadUInt16LittleEndian(log), state = BinaryPrimitives.ReadUInt16LittleEndian(log.AsSpan(2));
        FirmwareState said = (state & 7) switch
        {
            0 => FirmwareState.Idle, 1 or 4 => FirmwareState.Completed, 2 => FirmwareState.Running, 3 => FirmwareState.Failed, _ => FirmwareState.Unknown,
        };
        return new FirmwareStatus(
            said,
            said == FirmwareState.Running ? progress / 65536.0 : null,
            string.Create(CultureInfo.InvariantCulture, $"SSTAT {state:x4} SPROG {progress}"));
    }
}
