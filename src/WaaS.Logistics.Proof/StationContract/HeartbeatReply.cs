namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The lease goes on, or the station must stop.</summary>
public sealed record HeartbeatReply
{
    /// <summary>New end of the lease.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Stop writing now: a hold was set, or the job was taken away.</summary>
    public required bool Stop { get; init; }

    /// <summary>Why, for whoever stands at the station; null when it goes on.</summary>
    public string? Reason { get; init; }
}
