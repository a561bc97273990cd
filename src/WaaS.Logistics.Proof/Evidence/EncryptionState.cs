namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What is known of encryption on the carrier before sanitizing (rule R14): without it a change of key proves nothing.</summary>
public sealed record EncryptionState
{
    /// <summary>Everything was encrypted from the first byte on.</summary>
    public required TriState AlwaysOn { get; init; }

    /// <summary>Somebody else holds the key, or may.</summary>
    public required TriState KeysEscrowed { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }
}
