namespace WaaS.Logistics.Proof.Evidence;

/// <summary>One overwrite pass of a procedure.</summary>
public sealed record ProcedurePass
{
    /// <summary>Place in the procedure, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What is written.</summary>
    public required OverwritePattern Pattern { get; init; }

    /// <summary>Generator of a random pass, such as <c>aes-128-ctr</c>; null for a constant one.</summary>
    public required string? Generator { get; init; }
}
