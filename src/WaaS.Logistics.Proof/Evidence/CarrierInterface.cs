using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>How the carrier is connected.</summary>
[JsonConverter(typeof(StrictEnumConverter<CarrierInterface>))]
public enum CarrierInterface
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>SATA or PATA.</summary>
    Ata,

    /// <summary>SCSI or SAS.</summary>
    Scsi,

    /// <summary>NVMe.</summary>
    Nvme,

    /// <summary>USB.</summary>
    Usb,

    /// <summary>eMMC or SD.</summary>
    Mmc,

    /// <summary>Universal flash storage.</summary>
    Ufs,

    /// <summary>A paravirtual disk.</summary>
    Virtio,

    /// <summary>A file in a file system.</summary>
    File,

    /// <summary>A loop device.</summary>
    Loop,
}
