using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>A machine that wipes itself asks for the job of one of its own carriers.</summary>
public sealed record OwnJobRequest
{
    /// <summary>Made by the station, kept over retries: asking twice gives the same job, not two.</summary>
    public required Guid OpId { get; init; }

    /// <summary>The carrier's serial as the carrier says it.</summary>
    public required string CarrierSerial { get; init; }

    /// <summary>The last four characters of that serial as the operator typed them; needed where the order does not know its carrier. Null otherwise.</summary>
    public required string? Confirmed { get; init; }

    /// <summary>What the carrier stores on; null when it cannot be told.</summary>
    public required MediaType? Medium { get; init; }

    /// <summary>The operator's badge.</summary>
    public required string? OperatorBadge { get; init; }
}

/// <summary>The job, new or gone on with.</summary>
public sealed record OwnJob
{
    /// <summary>The job.</summary>
    public required Job Job { get; init; }

    /// <summary>An earlier boot of this machine began it.</summary>
    public required bool Resumed { get; init; }

    /// <summary>The last step the server keeps of it, for the chain goes on; null when there is none.</summary>
    public required StepRecord? LastStep { get; init; }

    /// <summary>The journal's last revision; null when none is kept.</summary>
    public required long? JournalRevision { get; init; }
}
