namespace WaaS.Logistics.Proof.StationContract;

/// <summary>Asked just before the first write: may this carrier be wiped now? Writing starts only on <see cref="Clear"/>.</summary>
public sealed record HoldCheckReply
{
    /// <summary>No hold stands against it.</summary>
    public required bool Clear { get; init; }

    /// <summary>Why not; null when clear.</summary>
    public required string? Reason { get; init; }
}
