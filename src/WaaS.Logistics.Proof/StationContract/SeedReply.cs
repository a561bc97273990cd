namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The server's half of the seed by which places are drawn after an erase. Asked again it is the same: it depends on the job, the carrier and the step alone.</summary>
public sealed record SeedReply
{
    /// <summary>32 bytes in lowercase hexadecimal.</summary>
    public required string Nonce { get; init; }

    /// <summary>Hash of the step record that tells the end of the erase; the half is given for it.</summary>
    public required ContentHash EraseEnded { get; init; }
}
