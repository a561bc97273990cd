namespace WaaS.Logistics.Proof.StationContract;

/// <summary>How far the server has the chain; the station goes on after it.</summary>
public sealed record StepReply
{
    /// <summary>Sequence number of the last record the server keeps.</summary>
    public required long LastSequence { get; init; }

    /// <summary>Hash of that record.</summary>
    public required ContentHash Head { get; init; }
}
