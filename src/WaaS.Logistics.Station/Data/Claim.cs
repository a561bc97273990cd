namespace WaaS.Logistics.Station.Data;

/// <summary>An open claim for one carrier. Its id is kept until the job is reported, so that asking again gives the same job.</summary>
internal sealed record Claim
{
    public required Guid OpId { get; init; }

    public required string CarrierSerial { get; init; }

    public required string? DeviceSerial { get; init; }

    /// <summary>Null until the server has answered.</summary>
    public required Guid? JobId { get; init; }
}
