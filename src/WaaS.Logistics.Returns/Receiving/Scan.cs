namespace WaaS.Logistics.Returns.Receiving;

/// <summary>A scan that was judged. A fact: it is never changed; what was wrong about it is a <see cref="Correction"/>.</summary>
internal sealed class Scan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SessionId { get; init; }
    public required Guid OrderId { get; init; }

    /// <summary>1, 2, 3 within the session.</summary>
    public required int Number { get; init; }

    public required string Payload { get; init; }
    public required string Serial { get; init; }
    public Guid? DeviceId { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }
    public required ScanOutcome Outcome { get; init; }
    public required ScanReason Reason { get; init; }

    /// <summary>Code of the place the device is to stand in; absent for a repeated scan.</summary>
    public string? Place { get; init; }

    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public required DateTime At { get; init; }

    /// <summary>By the clock of the station's browser.</summary>
    public DateTime? OccurredAt { get; init; }

    public Correction? Correction { get; init; }
}

/// <summary>A scan taken back: by whom, and when.</summary>
internal sealed class Correction
{
    public required Guid ScanId { get; init; }
    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public required DateTime At { get; init; }
}
