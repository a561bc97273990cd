using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What the station worked on.</summary>
[JsonConverter(typeof(StrictEnumConverter<CarrierKind>))]
public enum CarrierKind
{
    /// <summary>An image file.</summary>
    File,

    /// <summary>A loop device over an image file.</summary>
    Loop,

    /// <summary>A real block device.</summary>
    Block,
}
