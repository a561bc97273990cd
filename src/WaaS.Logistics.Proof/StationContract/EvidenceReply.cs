using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>What became of evidence. Kept is not judged, and judged is not accepted.</summary>
public sealed record EvidenceReply
{
    /// <summary>The id it is kept under.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>The rules have been applied.</summary>
    public required bool Judged { get; init; }

    /// <summary>No rule speaks against it.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Every rule that does.</summary>
    public required IReadOnlyList<RuleFinding> Findings { get; init; }
}
