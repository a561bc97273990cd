namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The station is known from now on.</summary>
public sealed record EnrollReply
{
    /// <summary>Its id.</summary>
    public required Guid StationId { get; init; }

    /// <summary>The server's clock, so that a wrong clock shows at once.</summary>
    public required DateTimeOffset ServerTime { get; init; }
}
