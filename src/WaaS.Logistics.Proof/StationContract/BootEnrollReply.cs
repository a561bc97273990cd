namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The machine has an identity for this boot, and this is its wipe order.</summary>
public sealed record BootEnrollReply
{
    /// <summary>Its id.</summary>
    public required Guid StationId { get; init; }

    /// <summary>Until then it counts; every heartbeat of a running job moves it on.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The server's clock, so that a wrong clock shows at once.</summary>
    public required DateTimeOffset ServerTime { get; init; }

    /// <summary>The device's serial as the order knows it.</summary>
    public required string DeviceSerial { get; init; }

    /// <summary>The device's maker.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>The device's model.</summary>
    public required string Model { get; init; }

    /// <summary>Every slot of the order; only a drive of one of them may be touched.</summary>
    public required IReadOnlyList<OwnSlot> Slots { get; init; }
}

/// <summary>A slot of the machine's own order.</summary>
public sealed record OwnSlot
{
    /// <summary>Its name.</summary>
    public required string Slot { get; init; }

    /// <summary>The serial of its carrier; null while nobody could read it.</summary>
    public required string? CarrierSerial { get; init; }

    /// <summary>A carrier is still to be wiped in it.</summary>
    public required bool Open { get; init; }

    /// <summary>A wipe of it was begun and not ended: a drive that is locked may be so by a cut-off erase of ours.</summary>
    public required bool Begun { get; init; }
}
