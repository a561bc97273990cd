using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Levels;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>One carrier to sanitize, leased to one station.</summary>
public sealed record Job
{
    /// <summary>The job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The return order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The device.</summary>
    public required Guid DeviceId { get; init; }

    /// <summary>Its serial.</summary>
    public required string DeviceSerial { get; init; }

    /// <summary>Its maker.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>Its model.</summary>
    public required string Model { get; init; }

    /// <summary>The slot the carrier is in.</summary>
    public required string Slot { get; init; }

    /// <summary>The carrier's serial when intake knows it; then the carrier must name the same.</summary>
    public required string? CarrierSerial { get; init; }

    /// <summary>The procedure by its key in the catalogue.</summary>
    public required string ProcedureKey { get; init; }

    /// <summary>Its steps in order, as data: a station that does not know one of them refuses the job.</summary>
    public required IReadOnlyList<ProcedureStep> Steps { get; init; }

    /// <summary>The overwrite passes in order, one for each such step; empty when nothing is overwritten.</summary>
    public required IReadOnlyList<ProcedurePass> Passes { get; init; }

    /// <summary>The level that must be achieved; null when the policy names none. The station passes it on and does not judge it.</summary>
    public required SanitizationLevel? RequiredLevel { get; init; }

    /// <summary>The medium the procedure was chosen for; null when the policy does not tell media apart.</summary>
    public required MediaType? Medium { get; init; }

    /// <summary>Protection need of what lies on the carrier.</summary>
    public required string ProtectionNeed { get; init; }

    /// <summary>How much must be read back afterwards.</summary>
    public required RequiredVerification Verification { get; init; }

    /// <summary>The policy the job was made under.</summary>
    public required string PolicyId { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Without a heartbeat the job is free for another station after this.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Fields the station shows and nobody types, label to text: customer, contract, return order and the like.</summary>
    public required IReadOnlyDictionary<string, string> Customer { get; init; }
}
