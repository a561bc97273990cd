using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What the carrier stores on.</summary>
[JsonConverter(typeof(StrictEnumConverter<MediaType>))]
public enum MediaType
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>Magnetic hard disk.</summary>
    Hdd,

    /// <summary>Flash behind ATA or SCSI.</summary>
    Ssd,

    /// <summary>Flash behind NVMe.</summary>
    Nvme,

    /// <summary>Soldered eMMC.</summary>
    Emmc,

    /// <summary>UFS.</summary>
    Ufs,

    /// <summary>USB stick or memory card.</summary>
    Removable,

    /// <summary>An image of a carrier.</summary>
    Image,
}
