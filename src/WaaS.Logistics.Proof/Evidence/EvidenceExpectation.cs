using WaaS.Logistics.Proof.Levels;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What the receiving side knows on its own and holds evidence against.</summary>
public sealed record EvidenceExpectation
{
    /// <summary>The return order of the job.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The job that was handed out.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The station that has the job and whose key signed.</summary>
    public required Guid StationId { get; init; }

    /// <summary>The device's serial as intake scanned it.</summary>
    public required string DeviceSerial { get; init; }

    /// <summary>The carrier's serial when intake knows it; null when only the station could see it, then a scanned serial must back the read one.</summary>
    public required string? CarrierSerial { get; init; }

    /// <summary>The slot of the job.</summary>
    public required string Slot { get; init; }

    /// <summary>The carrier's capacity in bytes when intake knows it.</summary>
    public required long? CapacityAtIntakeBytes { get; init; }

    /// <summary>The procedure ordered.</summary>
    public required string ProcedureKey { get; init; }

    /// <summary>Its overwrite passes in order; none is only enough where a firmware erase is ordered.</summary>
    public required IReadOnlyList<ProcedurePass> Passes { get; init; }

    /// <summary>Its firmware techniques; none of them means that the drive must not have been told to erase itself.</summary>
    public IReadOnlyList<string> Techniques { get; init; } = [];

    /// <summary>Level that must be achieved; null where the policy names none and the passes alone are what is ordered.</summary>
    public SanitizationLevel? RequiredLevel { get; init; }

    /// <summary>The medium the job was handed out for; null when its policy does not tell media apart.</summary>
    public MediaType? Medium { get; init; }

    /// <summary>How much must be read back.</summary>
    public required RequiredVerification Verification { get; init; }

    /// <summary>The policy of the job.</summary>
    public required string PolicyId { get; init; }

    /// <summary>Its version.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Nothing can have happened before: the job was handed out then.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>When the evidence came in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>SHA-256 of the bytes received.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>Result of checking the station's signature over these bytes.</summary>
    public required SignatureState Signature { get; init; }

    /// <summary>Ids of all documents used before.</summary>
    public required IReadOnlySet<Guid> ConsumedDocumentIds { get; init; }

    /// <summary>Hashes of all documents used before.</summary>
    public required IReadOnlySet<ContentHash> ConsumedHashes { get; init; }

    /// <summary>The half of a seed the server gave for the end of this job's erase; null where it gave none, and then no sample drawn afterwards counts.</summary>
    public required GivenNonce? Seed { get; init; }

    /// <summary>The tool register.</summary>
    public required IReadOnlyList<ToolApproval> Tools { get; init; }

    /// <summary>Kinds of carrier whose evidence may be accepted. Real drives are recorded, and not accepted until their engine is proven.</summary>
    public IReadOnlySet<CarrierKind> AcceptedKinds { get; init; } = new HashSet<CarrierKind> { CarrierKind.File, CarrierKind.Loop };
}
