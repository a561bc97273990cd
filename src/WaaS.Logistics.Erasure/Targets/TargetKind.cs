using System.Text.Json.Serialization;

namespace WaaS.Logistics.Erasure;

/// <summary>What may be overwritten in this version. Anything else is refused before it is opened for writing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>A regular file: a disk image.</summary>
    File,

    /// <summary>A loop device on a regular file.</summary>
    Loop,

    /// <summary>A whole drive in a bay that the station's file names.</summary>
    Drive,
}
