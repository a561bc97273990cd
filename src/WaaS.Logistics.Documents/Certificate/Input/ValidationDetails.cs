namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>What the validation decided.</summary>
public enum Decision
{
    /// <summary>Nothing yet.</summary>
    Unknown,

    /// <summary>The remaining risk is acceptable.</summary>
    Accepted,

    /// <summary>It is not.</summary>
    Rejected,
}

/// <summary>Is the remaining risk acceptable? Apart from verification (NIST SP 800-88 Rev. 2).</summary>
public sealed record ValidationDetails
{
    /// <summary>Decision.</summary>
    public Decision Decision { get; init; }

    /// <summary>By whom.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Reasons, with rule ids.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Remaining risk.</summary>
    public string? ResidualRisk { get; init; }
}
