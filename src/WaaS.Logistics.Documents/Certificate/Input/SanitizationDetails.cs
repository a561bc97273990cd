using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Documents.Certificate.Input;

/// <summary>How far the data is out of reach (NIST SP 800-88, IEEE 2883), in rising order.</summary>
public enum SanitizationLevel
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>None: the data can be read.</summary>
    None,

    /// <summary>Clear.</summary>
    Clear,

    /// <summary>Purge.</summary>
    Purge,

    /// <summary>Destroy.</summary>
    Destroy,
}

/// <summary>What was done to the carrier.</summary>
public sealed record SanitizationDetails
{
    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Level that the policy asks for.</summary>
    public SanitizationLevel RequiredLevel { get; init; }

    /// <summary>Level that the level engine found achieved.</summary>
    public SanitizationLevel AchievedLevel { get; init; }

    /// <summary>Procedure by name.</summary>
    public string? Procedure { get; init; }

    /// <summary>Technique.</summary>
    public string? Technique { get; init; }

    /// <summary>Firmware command.</summary>
    public string? FirmwareCommand { get; init; }

    /// <summary>States of the carrier that were observed during a firmware command, in order.</summary>
    public IReadOnlyList<string> Transitions { get; init; } = [];

    /// <summary>What was done about hidden areas.</summary>
    public string? HiddenAreaHandling { get; init; }

    /// <summary>Overwrite passes in order.</summary>
    public IReadOnlyList<OverwritePass> Passes { get; init; } = [];

    /// <summary>Sectors written and acknowledged.</summary>
    public long? SectorsWritten { get; init; }

    /// <summary>Sectors that failed.</summary>
    public long? SectorsFailed { get; init; }

    /// <summary>Logical numbers of the failed sectors.</summary>
    public IReadOnlyList<long> BadSectors { get; init; } = [];

    /// <summary>Reallocated sectors after the last step.</summary>
    public long? ReallocatedSectors { get; init; }

    /// <summary>Bytes erased.</summary>
    public long? BytesErased { get; init; }

    /// <summary>Share of the carrier, 0 to 100.</summary>
    public double? Percent { get; init; }

    /// <summary>Retries.</summary>
    public long? Retries { get; init; }

    /// <summary>Bytes per second.</summary>
    public long? Throughput { get; init; }

    /// <summary>Everything out of the ordinary; null when nobody recorded whether there was something.</summary>
    public IReadOnlyList<string>? Exceptions { get; init; }

    /// <summary>Begin.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Time zone of the station, such as <c>Europe/Berlin</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Station and bay.</summary>
    public string? Station { get; init; }

    /// <summary>What the station had booted from.</summary>
    public string? BootMedium { get; init; }

    /// <summary>Program and version.</summary>
    public string? Tool { get; init; }

    /// <summary>Approval of the program (BSI 7164, Common Criteria, ADISA), or that it has none.</summary>
    public string? ToolApproval { get; init; }
}

/// <summary>One overwrite pass.</summary>
public sealed record OverwritePass
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was written.</summary>
    public OverwritePattern? Pattern { get; init; }

    /// <summary>Generator of a random pass.</summary>
    public string? Generator { get; init; }

    /// <summary>Begin.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Command by which anybody re-checks this pass on the medium.</summary>
    public string? RecheckCommand { get; init; }
}
