namespace WaaS.Logistics.Proof.StationContract;

/// <summary>What a claim would give now. By asking, nothing is handed out, leased or changed; by the time of the claim it may be otherwise.</summary>
public sealed record JobPlan
{
    /// <summary>The job. While it is not handed out its id is all zeros and its lease is over.</summary>
    public required Job Job { get; init; }

    /// <summary>The asking station has it already, and would go on with it.</summary>
    public required bool HandedOut { get; init; }
}
