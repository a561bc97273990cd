namespace WaaS.Logistics.Proof.StationContract;

/// <summary>Result of checking a request's signature. The caller must still refuse a nonce this key has used within twice the skew limit.</summary>
public sealed record SignatureVerdict
{
    /// <summary>Why not; <see cref="SignatureRefusal.None"/> when it is the station's.</summary>
    public required SignatureRefusal Refusal { get; init; }

    /// <summary>The key, once the header could be read.</summary>
    public ContentHash? KeyId { get; init; }

    /// <summary>The request's nonce, once the header could be read.</summary>
    public string? Nonce { get; init; }

    /// <summary>The station's time, once the header could be read.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the station made this request.</summary>
    public bool Genuine => Refusal == SignatureRefusal.None && KeyId is not null && Nonce is not null;
}
