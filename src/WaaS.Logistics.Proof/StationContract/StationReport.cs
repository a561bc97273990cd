namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The station is alive, and this is in its bays. Sent without any job, every few seconds and at every change.</summary>
public sealed record StationReport
{
    /// <summary>When the station looked, by its clock. A report that arrives after a later one is not taken.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Every bay of the station, empty ones included, and every carrier it works on outside a bay.</summary>
    public required IReadOnlyList<BayReport> Bays { get; init; }
}

/// <summary>The report was taken.</summary>
public sealed record StationReportReply
{
    /// <summary>The server's clock, so that a wrong clock shows at once.</summary>
    public required DateTimeOffset ServerTime { get; init; }

    /// <summary>Without a report for so long the station is shown as silent.</summary>
    public required int SilentAfterSeconds { get; init; }
}
