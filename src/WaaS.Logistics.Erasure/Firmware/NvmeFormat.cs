using System.Globalization;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// Format NVM (80h, NVM Express Base Specification 2.0, section 5.14) with Secure Erase Settings 1 (user data) or 2 (crypto);
/// 0 would erase nothing and cannot be asked for. The command returns at its end; its completion is the only status there is.
/// </summary>
/// <param name="controller">The controller.</param>
/// <param name="space">Namespace id.</param>
/// <param name="format">Format in use, to be kept: <see cref="NvmeNamespace.FormatIndex"/>.</param>
/// <param name="crypto">SES 2 and not 1.</param>
public sealed class NvmeFormat(INvmeDevice controller, uint space, int format, bool crypto) : IFirmwareErase
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private FirmwareState _state = FirmwareState.Idle;

    /// <inheritdoc/>
    public string Technique => crypto ? "nvme-format-crypto-erase" : "nvme-format-user-data-erase";

    /// <inheritdoc/>
    public bool Blocking => true;

    /// <inheritdoc/>
    public string Command => string.Create(CultureInfo.InvariantCulture, $"opcode 80 nsid {space:x8} cdw10 {Registers.Dword10:x8}");

    private NvmeCommand Registers => new(0x80, space, (uint)((format & 0xF) | ((format & 0x30) << 8) | ((crypto ? 2 : 1) << 9)));

    /// <summary>The namespace must answer; whether it was formatted only the completion of the command says.</summary>
    public FirmwareStatus Ask()
    {
        byte[] data = new byte[NvmeNamespace.Length];
        int status = controller.Send(new NvmeCommand(0x06, space, 0), data, TimeSpan.FromSeconds(30));
        bool present = status == 0 && NvmeNamespace.Parse(data) is not null;
        return present
            ? new FirmwareStatus(_state, null, _state == FirmwareState.Running ? "format sent" : _state == FirmwareState.Completed ? "format completed, namespace answers" : "namespace answers")
            : new FirmwareStatus(FirmwareState.Unknown, null, string.Create(CultureInfo.InvariantCulture, $"the namespace does not answer, status {status:x4}"));
    }

    /// <inheritdoc/>
    public string? Prepare()
    {
        _state = FirmwareState.Running;
        return null;
    }

    /// <inheritdoc/>
    public string? Start()
    {
        int status = controller.Send(Registers, [], Longest);
        _state = status == 0 ? FirmwareState.Completed : FirmwareState.Failed;
        return status == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"status {status:x4}");
    }
}
