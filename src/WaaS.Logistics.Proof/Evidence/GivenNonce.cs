namespace WaaS.Logistics.Proof.Evidence;

/// <summary>The server's half of a seed as the server itself computes it from its own records of the job.</summary>
public sealed record GivenNonce
{
    /// <summary>The half; see <see cref="SeedHalves.ServerNonce"/>.</summary>
    public required string Nonce { get; init; }

    /// <summary>Hash of the step record it is for.</summary>
    public required ContentHash EraseEnded { get; init; }

    /// <summary>What that record binds the station to; null where it says nothing of it.</summary>
    public required ContentHash? Commitment { get; init; }
}
