using System.Text.Json.Serialization;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>One thing done to the carrier.</summary>
public sealed record EvidenceStep
{
    /// <summary>Most entries of <see cref="BadSectors"/>; of a carrier with more, the first ones are listed and <see cref="CarrierResult.SectorsFailed"/> has the count.</summary>
    public const int MaximumBadSectors = 100_000;

    /// <summary>What sort of step.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The technique by name, such as <c>overwrite-random</c> or <c>read-back</c>; facts, not a label to be trusted.</summary>
    public required string Technique { get; init; }

    /// <summary>What was written, or what reading expected.</summary>
    public required OverwritePattern? Pattern { get; init; }

    /// <summary>The generator of the random stream, such as <c>aes-128-ctr</c>; null when the pattern is constant.</summary>
    public required string? Generator { get; init; }

    /// <summary>SHA-256 of the stream's key.</summary>
    public required ContentHash? KeyFingerprint { get; init; }

    /// <summary>A command by which anybody can check the stream on the medium, such as <c>cmp &lt;(openssl enc -aes-128-ctr ...) CARRIER</c>.</summary>
    public required string? RecheckCommand { get; init; }

    /// <summary>Number of the overwrite pass, from 1; null for a step that is no pass.</summary>
    public required int? Pass { get; init; }

    /// <summary>Number of program runs it took: 1 means in one go, more means resumed from the journal.</summary>
    public required int? Runs { get; init; }

    /// <summary>Begin, with offset.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End, with offset.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Bytes the medium acknowledged and flushed; null for a step that writes nothing.</summary>
    public required long? BytesAcknowledged { get; init; }

    /// <summary>Bytes read back and compared; null for a step that reads nothing.</summary>
    public required long? BytesVerified { get; init; }

    /// <summary>Sectors whose content was not the expected; null for a step that compares nothing.</summary>
    public required long? Mismatches { get; init; }

    /// <summary>Logical sectors that failed, ascending, at most <see cref="MaximumBadSectors"/>.</summary>
    public required IReadOnlyList<long> BadSectors { get; init; }

    /// <summary>Observed states of the drive, in order (firmware steps; rule R13); see <see cref="DriveStates"/>.</summary>
    public required IReadOnlyList<string> StatusTransitions { get; init; }

    /// <summary>The command given to the drive, hexadecimal; left out for a step that gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Command { get; init; }

    /// <summary>What the look after a firmware erase found; left out for any other step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PurgeLook? Look { get; init; }
}
