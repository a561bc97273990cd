using System.Text.Json.Serialization;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>One carrier: who it is, what was done, what was seen.</summary>
public sealed record CarrierResult
{
    /// <summary>File, loop device or block device.</summary>
    public required CarrierKind Kind { get; init; }

    /// <summary>Serial by the best source there was; null when nothing named one.</summary>
    public required string? Serial { get; init; }

    /// <summary>Where <see cref="Serial"/> comes from.</summary>
    public required SerialSource SerialSource { get; init; }

    /// <summary>Serial the operator scanned from the label; null when nothing was scanned.</summary>
    public required string? ScannedSerial { get; init; }

    /// <summary>World wide name or EUI-64, lowercase hexadecimal.</summary>
    public required string? Wwn { get; init; }

    /// <summary>Vendor as the carrier reports it.</summary>
    public required string? Vendor { get; init; }

    /// <summary>Model as the carrier reports it.</summary>
    public required string? Model { get; init; }

    /// <summary>Firmware revision.</summary>
    public required string? Firmware { get; init; }

    /// <summary>How it is connected.</summary>
    public required CarrierInterface Interface { get; init; }

    /// <summary>What it stores on.</summary>
    public required MediaType MediaType { get; init; }

    /// <summary>Bytes the carrier offers to the system.</summary>
    public required long CapacityReportedBytes { get; init; }

    /// <summary>Bytes of the native maximum, before any hidden area; null when not asked or not answered.</summary>
    public required long? CapacityNativeBytes { get; init; }

    /// <summary>Logical sector in bytes.</summary>
    public required int SectorSizeBytes { get; init; }

    /// <summary>Logical sectors in all.</summary>
    public required long SectorsTotal { get; init; }

    /// <summary>Sectors whose last overwrite pass was acknowledged after a flush.</summary>
    public required long? SectorsWritten { get; init; }

    /// <summary>Sectors that could not be written or read back.</summary>
    public required long? SectorsFailed { get; init; }

    /// <summary>Reallocated sectors before the first step.</summary>
    public required long? RemappedBefore { get; init; }

    /// <summary>Reallocated sectors after the last step.</summary>
    public required long? RemappedAfter { get; init; }

    /// <summary>Host protected area.</summary>
    public required HiddenArea Hpa { get; init; }

    /// <summary>Device configuration overlay.</summary>
    public required HiddenArea Dco { get; init; }

    /// <summary>Accessible max address.</summary>
    public required HiddenArea Ama { get; init; }

    /// <summary>Sizes before and after hidden areas were reset; left out when no procedure asked for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenSectors? Hidden { get; init; }

    /// <summary>What is known of encryption before; left out when nobody knows anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EncryptionState? Encryption { get; init; }

    /// <summary>State of a real drive; left out for files and loop devices.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DriveState? Drive { get; init; }

    /// <summary>All steps in the order they were done.</summary>
    public required IReadOnlyList<EvidenceStep> Steps { get; init; }

    /// <summary>The final check of the whole procedure.</summary>
    public required VerificationResult Verification { get; init; }

    /// <summary>Begin of the first step.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End of the last step.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Whether the offset of the times is the station's real one.</summary>
    public required TriState TimeZoneKnown { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Everything out of the ordinary, one sentence each; empty when there was nothing.</summary>
    public required IReadOnlyList<string> Exceptions { get; init; }
}
