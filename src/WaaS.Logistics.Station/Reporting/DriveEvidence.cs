using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>A drive's facts in the words of the evidence. What it did not say stays unknown.</summary>
internal sealed class DriveEvidence(DriveFacts drive, DriveFacts? after = null)
{
    public SerialSource SerialSource => drive.SerialSource switch
    {
        DriveSerialSource.Drive => SerialSource.Drive,
        DriveSerialSource.Bridge => SerialSource.Bridge,
        _ => SerialSource.Unknown,
    };

    public string? Wwn => drive.Wwn ?? drive.Nguid ?? drive.Eui64;

    public CarrierInterface Interface => drive.Interface switch
    {
        DriveInterface.Ata => CarrierInterface.Ata,
        DriveInterface.Scsi => CarrierInterface.Scsi,
        DriveInterface.Usb => CarrierInterface.Usb,
        DriveInterface.Nvme => CarrierInterface.Nvme,
        DriveInterface.Mmc => CarrierInterface.Mmc,
        DriveInterface.Virtio => CarrierInterface.Virtio,
        _ => CarrierInterface.Unknown,
    };

    public MediaType MediaType => (drive.Interface, drive.Removable, drive.Rotational) switch
    {
        (DriveInterface.Nvme, _, _) => MediaType.Nvme,
        (_, true, not true) => MediaType.Removable,
        (DriveInterface.Mmc, _, _) => MediaType.Emmc,
        (_, _, true) => MediaType.Hdd,
        (_, _, false) => MediaType.Ssd,
        _ => MediaType.Unknown,
    };

    public DriveState State(string? bay) => new()
    {
        Bay = bay,
        Eui64 = drive.Eui64,
        Nguid = drive.Nguid,
        PhysicalSectorBytes = drive.PhysicalSectorBytes,
        Rotational = Three(drive.Rotational),
        Removable = Three(drive.Removable),
        WriteCache = Three(drive.WriteCache),
        // Healthy only when it says so before and after.
        Healthy = Three(after?.Healthy == false ? false : drive.Healthy is true && after is null ? null : drive.Healthy),
        SecuritySupported = Three(drive.Security?.Supported),
        SecurityEnabled = Three(drive.Security?.Enabled),
        SecurityFrozen = Three(drive.Security?.Frozen),
    };

    public static HiddenArea Hidden(bool? hides) => hides switch { true => HiddenArea.Present, false => HiddenArea.NotPresent, null => HiddenArea.Unknown };

    private static TriState Three(bool? said) => said switch { true => TriState.Yes, false => TriState.No, null => TriState.Unknown };
}
