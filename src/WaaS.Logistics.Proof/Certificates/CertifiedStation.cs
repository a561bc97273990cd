using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>The station that did the work.</summary>
public sealed record CertifiedStation
{
    /// <summary>Its id, as in the evidence.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the key that signed the evidence.</summary>
    public required ContentHash KeyId { get; init; }

    /// <summary>The program, as in the evidence.</summary>
    public required ToolIdentity Tool { get; init; }
}
