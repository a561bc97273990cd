namespace WaaS.Logistics.Erasure;

/// <summary>The drive behind a carrier, as far as it can be spoken to: what it offers to erase itself by, and the commands for it.</summary>
public abstract class DriveControl
{
    /// <summary>What is known of the drive; null when nobody asked.</summary>
    public DriveFacts? Facts { get; init; }

    /// <summary>An ATA drive behind a translation, or else a SCSI drive.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    public static DriveControl Of(IScsiDevice device, DriveFacts? facts = null)
    {
        var ata = new AtaDevice(device);
        return ata.Identify() is null ? new ScsiControl(device) { Facts = facts } : new AtaControl(ata) { Facts = facts };
    }

    /// <summary>An NVMe namespace.</summary>
    public static DriveControl Of(INvmeDevice controller, uint space, DriveFacts? facts = null) => new NvmeControl(controller, space) { Facts = facts };

    /// <summary>Names of the techniques the drive says it has.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    public abstract IReadOnlyList<string> Offers();

    /// <summary>
    /// Why the technique cannot begin now although the drive has it; null when nothing is known against it. A password that an
    /// erase of ours left behind is taken away: nothing could be read or written before.
    /// </summary>
    /// <exception cref="IOException">It does not answer.</exception>
    public virtual string? Obstacle(string technique) => null;

    /// <summary>The command for a technique the drive offers.</summary>
    /// <param name="technique">One of <see cref="Offers"/>.</param>
    /// <param name="storePassword">Returns only when the password is on the station's medium.</param>
    /// <exception cref="IOException">It does not answer.</exception>
    public abstract IFirmwareErase Erase(string technique, Action<string> storePassword);

    /// <summary>Sets the drive to its native size.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    public abstract HiddenAreaReport ResetHidden();

    private protected static IEnumerable<string> Named(string prefix, string crypto, SanitizeMethods methods)
    {
        if (methods.HasFlag(SanitizeMethods.Block))
        {
            yield return prefix + "block-erase";
        }

        if (methods.HasFlag(SanitizeMethods.Crypto))
        {
            yield return prefix + crypto;
        }

        if (methods.HasFlag(SanitizeMethods.Overwrite))
        {
            yield return prefix + "overwrite";
        }
    }

    private protected static SanitizeMethods Method(string technique) =>
        technique.EndsWith("block-erase", StringComparison.Ordinal) ? SanitizeMethods.Block
        : technique.EndsWith("overwrite", StringComparison.Ordinal) ? SanitizeMethods.Overwrite
        : SanitizeMethods.Crypto;

    private protected static ArgumentException Unknown(string technique) => new($"'{technique}' is no technique of this drive.", nameof(technique));
}

internal sealed class AtaControl(AtaDevice drive) : DriveControl
{
    private const string Plain = "ata-security-erase", Enhanced = "ata-security-erase-enhanced", Sanitize = "ata-sanitize-";

    public override IReadOnlyList<string> Offers() => drive.Identify() is not { } identity ? [] :
    [
        .. Named(Sanitize, "crypto-scramble", identity.Sanitize),
        .. identity.Security is { Supported: true, EnhancedErase: true } ? new[] { Enhanced } : [],
        .. identity.Security.Supported ? new[] { Plain } : [],
    ];

    public override string? Obstacle(string technique)
    {
        if (drive.Identify() is not { } identity)
        {
            return "the drive does not identify itself";
        }

        AtaSecurity security = identity.Security;
        bool needsSecurity = technique is Plain or Enhanced || security.Enabled;
        return security.CountExpired && security.Enabled ? "the drive takes no password any more until its power was off"
            : security.Frozen && needsSecurity ? "the drive is frozen: send the machine to sleep and wake it, or plug the drive's power"
            : security.Enabled && !AtaSecurityErase.TakePasswordAway(drive, security.Locked)
                ? "the drive has a password that is not ours: take it away in the machine it came from, or destroy the drive"
            : null;
    }

    public override IFirmwareErase Erase(string technique, Action<string> storePassword) =>
        technique is Plain or Enhanced ? new AtaSecurityErase(drive, technique == Enhanced, storePassword)
        : technique.StartsWith(Sanitize, StringComparison.Ordinal) ? new AtaSanitize(drive, Method(technique))
        : throw Unknown(technique);

    public override HiddenAreaReport ResetHidden() => new HiddenAreas(drive).Reset();
}

/// <summary>A SCSI drive: it hides sectors in one way only, by a smaller number of blocks.</summary>
internal sealed class ScsiControl(IScsiDevice device) : DriveControl
{
    private const string Sanitize = "scsi-sanitize-";

    public override IReadOnlyList<string> Offers() => [.. Named(Sanitize, "crypto-erase", ScsiReading.ReadSanitize(device) ?? SanitizeMethods.None)];

    public override IFirmwareErase Erase(string technique, Action<string> storePassword) =>
        technique.StartsWith(Sanitize, StringComparison.Ordinal) ? new ScsiSanitize(device, Method(technique)) : throw Unknown(technique);

    // Bridges on USB answer such questions with silence, and what they would say is not the drive's word.
    public override HiddenAreaReport ResetHidden() => Facts?.Interface == DriveInterface.Usb ? HiddenAreaReport.NoneBy(null) : new ScsiCapacity(device).ShowAll();
}

internal sealed class NvmeControl(INvmeDevice controller, uint space) : DriveControl
{
    private const string Sanitize = "nvme-sanitize-", Crypto = "nvme-format-crypto-erase", UserData = "nvme-format-user-data-erase";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);

    public override IReadOnlyList<string> Offers() => Controller() is not { } said ? [] :
    [
        .. Named(Sanitize, "crypto-erase", said.Sanitize),
        .. said is { FormatSupported: true, CryptoFormatSupported: true } ? new[] { Crypto } : [],
        .. said.FormatSupported ? new[] { UserData } : [],
    ];

    public override IFirmwareErase Erase(string technique, Action<string> storePassword) =>
        technique.StartsWith(Sanitize, StringComparison.Ordinal) ? new NvmeSanitize(controller, Method(technique))
        : technique is Crypto or UserData ? new NvmeFormat(
            controller, space, (Space() ?? throw new IOException("the namespace does not answer")).FormatIndex, technique == Crypto)
        : throw Unknown(technique);

    public override string? Obstacle(string technique) => (Space(), Controller()) switch
    {
        (null, _) or (_, null) => "the namespace or its controller does not answer",
        ({ } shown, { TotalBytes: { } all }) when all > shown.SizeBytes => "the drive holds more than this namespace, and its erase would take all of it",
        _ => null,
    };

    /// <summary>NVMe knows no such areas; but a namespace smaller than the medium leaves a part of it out of reach.</summary>
    public override HiddenAreaReport ResetHidden()
    {
        NvmeNamespace? shown = Space();
        HiddenAreaReport none = HiddenAreaReport.NoneBy(shown?.SizeBytes);
        return (shown, Controller()) switch
        {
            (null, _) or (_, null) => HiddenAreaReport.Untold,
            (_, { TotalBytes: { } all }) when all > shown.SizeBytes => none with { Hpa = HiddenAreaOutcome.Present, NativeBytes = all },
            _ => none,
        };
    }

    private NvmeController? Controller()
    {
        byte[] data = new byte[NvmeController.Length];
        return controller.Send(new NvmeCommand(0x06, 0, 1), data, Short) == 0 ? NvmeController.Parse(data) : null;
    }

    private NvmeNamespace? Space()
    {
        byte[] data = new byte[NvmeNamespace.Length];
        return controller.Send(new NvmeCommand(0x06, space, 0), data, Short) == 0 ? NvmeNamespace.Parse(data) : null;
    }
}
