namespace WaaS.Logistics.Proof.StationContract;

/// <summary>A new station introduces itself with the one-time code an admin gave it. The only request that is not signed.</summary>
public sealed record EnrollRequest
{
    /// <summary>The one-time code.</summary>
    public required string Code { get; init; }

    /// <summary>Name people will know the station by.</summary>
    public required string Name { get; init; }

    /// <summary>The station's public key, PEM <c>PUBLIC KEY</c>, P-256.</summary>
    public required string PublicKeyPem { get; init; }

    /// <summary>The machine, in one line.</summary>
    public required string Machine { get; init; }
}
