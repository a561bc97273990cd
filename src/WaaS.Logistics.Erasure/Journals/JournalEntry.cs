using System.Text.Json.Serialization;

namespace WaaS.Logistics.Erasure;

/// <summary>How far a wipe got.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalState>))]
public enum JournalState
{
    /// <summary>The key is stored; nothing is written yet.</summary>
    Prepared,

    /// <summary>The carrier is being overwritten.</summary>
    Writing,

    /// <summary>All is written and flushed; nothing is proven yet.</summary>
    Written,

    /// <summary>Written, and all of it read back equal.</summary>
    Proven,

    /// <summary>Ended without proof.</summary>
    Failed,
}

/// <summary>
/// What a wipe needs to go on after a kill or power cut. It carries the key. The key is no secret: it opens nothing, and
/// after the wipe it is the proof that lets anybody check the medium. It must only never be lost before that.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>Version of this format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The order's job, if there is one.</summary>
    public required string? Job { get; init; }

    /// <summary>Serial of the carrier.</summary>
    public required string Serial { get; init; }

    /// <summary>Everything the descriptor said of itself. A name is not part of it.</summary>
    public required TargetIdentity Identity { get; init; }

    /// <summary>How it is wiped.</summary>
    public required string Technique { get; init; }

    /// <summary>Passes in all.</summary>
    public required int Passes { get; init; }

    /// <summary>Number of the present pass, from 1.</summary>
    public required int Pass { get; init; }

    /// <summary>The passes before it.</summary>
    public IReadOnlyList<OverwrittenPass> Finished { get; init; } = [];

    /// <summary>aes-128-ctr or aes-256-ctr.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Key of this carrier and pass; another pass has another.</summary>
    public required string KeyHex { get; init; }

    /// <summary>In this pass, everything below was flushed to the medium.</summary>
    public required long WatermarkBytes { get; init; }

    /// <summary>How far it got.</summary>
    public required JournalState State { get; init; }

    /// <summary>Program runs that wrote this pass so far, this one included; from 1.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>When this pass began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When this was written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True when a run with this journal may go on where it stopped: every field of the identity is equal.</summary>
    public bool CanResume(JournalEntry wanted) =>
        Format == wanted.Format
        && State is JournalState.Prepared or JournalState.Writing or JournalState.Written
        && Job == wanted.Job
        && Serial == wanted.Serial
        && Identity == wanted.Identity
        && Technique == wanted.Technique
        && Passes == wanted.Passes && Pass >= 1 && Pass <= Passes && Finished.Count == Pass - 1
        && Algorithm == wanted.Algorithm
        && WatermarkBytes >= 0 && WatermarkBytes <= wanted.Identity.SizeBytes;
}
