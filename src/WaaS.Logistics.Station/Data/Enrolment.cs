namespace WaaS.Logistics.Station.Data;

/// <summary>Who this station is to its server.</summary>
internal sealed record Enrolment
{
    public required Guid StationId { get; init; }

    public required string Name { get; init; }

    public required Uri Server { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }
}
