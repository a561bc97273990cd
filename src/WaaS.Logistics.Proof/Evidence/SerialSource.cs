using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>Who named the serial (rule R6: a bridge's serial is not the drive's).</summary>
[JsonConverter(typeof(StrictEnumConverter<SerialSource>))]
public enum SerialSource
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>The drive itself, by IDENTIFY, INQUIRY or the like.</summary>
    Drive,

    /// <summary>A USB or RAID bridge.</summary>
    Bridge,

    /// <summary>The operator, from the label.</summary>
    Label,

    /// <summary>The image file's name or its description.</summary>
    File,

    /// <summary>The backing of a loop device.</summary>
    Loop,
}
