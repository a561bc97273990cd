namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The evidence of a job. Sending the same again gives the same reply.</summary>
public sealed record EvidenceSubmission
{
    /// <summary>The exact bytes of the evidence document (canonical JSON); base64 on the wire.</summary>
    public required byte[] Evidence { get; init; }

    /// <summary>The station's ES256 signature over these bytes, base64url.</summary>
    public required string Signature { get; init; }

    /// <summary>Hash of the last step record of the job.</summary>
    public required ContentHash StepChainHead { get; init; }
}
