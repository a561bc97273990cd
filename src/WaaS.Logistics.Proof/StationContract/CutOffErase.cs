namespace WaaS.Logistics.Proof.StationContract;

/// <summary>A station found a drive locked by a password that its own journal does not know, and asks whether an erase of another one left it so.</summary>
public sealed record CutOffRequest
{
    /// <summary>The carrier's serial as the carrier says it.</summary>
    public required string CarrierSerial { get; init; }
}

/// <summary>
/// A SECURITY ERASE that a station began and whose good end it never told. It may have left the drive locked by the password of all stations, which is the same
/// everywhere and no secret; who knows that it is ours may take it away.
/// </summary>
public sealed record CutOffErase
{
    /// <summary>The station that began it.</summary>
    public required string StationName { get; init; }

    /// <summary>When, by that station's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By which technique.</summary>
    public required string Technique { get; init; }

    /// <summary>Until then the carrier is that station's; null when it is nobody's any more.</summary>
    public required DateTimeOffset? HeldUntil { get; init; }
}
