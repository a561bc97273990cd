using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Records;

/// <summary>A step and its signature.</summary>
public sealed record StepRecord
{
    /// <summary>What is signed.</summary>
    public required StepBody Body { get; init; }

    /// <summary>ES256 over the body's canonical JSON, base64url.</summary>
    public required string Signature { get; init; }

    /// <summary>SHA-256 of the body's canonical JSON: what the next record points to.</summary>
    public ContentHash ComputeHash() => ContentHash.Of(SignedBytes());

    internal byte[] SignedBytes() => CanonicalJson.Serialize(Body, StepJson.Default.StepBody);
}
