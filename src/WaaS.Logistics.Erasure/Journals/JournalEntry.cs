using System.Text.Json;
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

    /// <summary>The drive is being told to erase itself, or does.</summary>
    Erasing,

    /// <summary>The drive has ended erasing itself; nothing is proven yet.</summary>
    Erased,

    /// <summary>Written, and all of it read back equal; or erased, and nothing of it found any more.</summary>
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
    public int Format { get; init; } = 2;

    /// <summary>The order's job, if there is one.</summary>
    public required string? Job { get; init; }

    /// <summary>Serial of the carrier.</summary>
    public required string Serial { get; init; }

    /// <summary>Everything the descriptor said of itself. A name is not part of it.</summary>
    public required TargetIdentity Identity { get; init; }

    /// <summary>How it is wiped.</summary>
    public required string Technique { get; init; }

    /// <summary>The recipe's key.</summary>
    public required string Recipe { get; init; }

    /// <summary>The start of the machine in which the drive ended erasing itself; null before.</summary>
    public string? ErasedIn { get; init; }

    /// <summary>What became of hidden areas; null until asked, or when the recipe does not ask.</summary>
    public HiddenAreaReport? Hidden { get; init; }

    /// <summary>The firmware erase; null when the recipe has none.</summary>
    public FirmwareEntry? Firmware { get; init; }

    /// <summary>Passes in all.</summary>
    public required int Passes { get; init; }

    /// <summary>Number of the present pass, from 1; 0 when nothing is overwritten.</summary>
    public required int Pass { get; init; }

    /// <summary>The passes before it.</summary>
    public IReadOnlyList<OverwrittenPass> Finished { get; init; } = [];

    /// <summary>aes-128-ctr or aes-256-ctr.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Key of this carrier and pass; another pass has another. Without a pass, of the marks a firmware erase must take away.</summary>
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

    /// <summary>Nothing is left to be overwritten.</summary>
    [JsonIgnore]
    public bool HasOverwritten => Passes == 0 || State is JournalState.Erasing or JournalState.Erased;

    // What the drive left of its own erase nobody can foretell, so nobody could see what was written to it elsewhere since: it must not have been away.
    private bool HasStayed(JournalEntry wanted) =>
        State != JournalState.Erased || (ErasedIn is not null && ErasedIn == MachineStart.Id && Identity == wanted.Identity);

    /// <summary>True when a run with this journal may go on where it stopped: every field of the identity is equal.</summary>
    public bool CanResume(JournalEntry wanted) =>
        Format == wanted.Format
        && State is JournalState.Prepared or JournalState.Writing or JournalState.Written or JournalState.Erasing or JournalState.Erased
        && Job == wanted.Job
        && Serial == wanted.Serial
        && Identity.IsSameCarrier(wanted.Identity) && HasStayed(wanted)
        && Technique == wanted.Technique
        && Recipe == wanted.Recipe
        && Firmware?.Technique == wanted.Firmware?.Technique
        && Passes == wanted.Passes && Pass <= Passes && Pass >= Math.Min(1, Passes) && Finished.Count == (HasOverwritten ? Pass : Pass - 1)
        && (!HasOverwritten || Pass == Passes)
        && Algorithm == wanted.Algorithm
        && WatermarkBytes >= 0 && WatermarkBytes <= wanted.Identity.SizeBytes;

    /// <summary>As it is kept: JSON.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ErasureJson.Default.JournalEntry);

    /// <summary>Null for what cannot be read: it proves nothing.</summary>
    public static JournalEntry? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ErasureJson.Default.JournalEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Seen by a later start of a machine that lost everything else: a proof that was not handed in is made again by reading all of the medium once more; the writing is
    /// not done again. A drive that erased itself does so again: what it left cannot be told from what was written since.
    /// </summary>
    public JournalEntry ProvenAgain() =>
        State == JournalState.Proven ? this with { State = Firmware is null ? JournalState.Written : JournalState.Erased } : this;
}
