namespace WaaS.Logistics.Proof.Evidence;

/// <summary>A program by name and version, as the tool register lists it (rule R21).</summary>
public sealed record ToolIdentity
{
    /// <summary>Name, such as <c>waas-station</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Exact version.</summary>
    public required string Version { get; init; }
}
