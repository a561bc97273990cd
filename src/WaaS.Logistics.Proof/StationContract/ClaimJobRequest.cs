using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>Asks for the job of what was scanned. At least one of the two serials is needed.</summary>
public sealed record ClaimJobRequest
{
    /// <summary>Made by the station, kept over retries: asking twice gives the same job, not two.</summary>
    public required Guid OpId { get; init; }

    /// <summary>The device's serial as scanned.</summary>
    public required string? DeviceSerial { get; init; }

    /// <summary>The carrier's serial as scanned or read.</summary>
    public required string? CarrierSerial { get; init; }

    /// <summary>What the carrier stores on, as the station sees it; the policy chooses the procedure by it. Null when the station cannot tell.</summary>
    public required MediaType? Medium { get; init; }

    /// <summary>The operator's badge.</summary>
    public required string? OperatorBadge { get; init; }
}
