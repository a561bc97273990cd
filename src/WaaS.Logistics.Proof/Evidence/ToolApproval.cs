namespace WaaS.Logistics.Proof.Evidence;

/// <summary>An entry of the tool register.</summary>
public sealed record ToolApproval
{
    /// <summary>Name of the tool, exactly.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the tool, exactly.</summary>
    public required string Version { get; init; }

    /// <summary>End of the approval; null when it has none.</summary>
    public required DateTimeOffset? ApprovedUntil { get; init; }

    /// <summary>The tool resumes from a journal that is safe against power loss (rule R16).</summary>
    public required bool JournalledResume { get; init; }
}
