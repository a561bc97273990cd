using System.Text.Json.Serialization;

namespace WaaS.Logistics.Erasure;

/// <summary>What a drive says of its own erasing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FirmwareState>))]
public enum FirmwareState
{
    /// <summary>It does not answer, or with something that means nothing.</summary>
    Unknown,

    /// <summary>Nothing runs, and nothing ever ran or the drive keeps no memory of it.</summary>
    Idle,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>The last one ended well, says the drive.</summary>
    Completed,

    /// <summary>The last one failed.</summary>
    Failed,
}

/// <summary>One answer of a drive about its own erasing.</summary>
/// <param name="State">What it says.</param>
/// <param name="Progress">0 to 1; null when not told.</param>
/// <param name="Words">The raw fields, for the evidence.</param>
public sealed record FirmwareStatus(FirmwareState State, double? Progress, string Words);

/// <summary>A command by which a drive erases itself.</summary>
public interface IFirmwareErase
{
    /// <summary>Name in the evidence.</summary>
    string Technique { get; }

    /// <summary>The command in hexadecimal, for the evidence.</summary>
    string Command { get; }

    /// <summary>True when the command only returns when the erase has ended, and the drive cannot be asked meanwhile.</summary>
    bool Blocking { get; }

    /// <summary>Asks the drive.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    FirmwareStatus Ask();

    /// <summary>Does what must be done before: it may set a password. Null when all is well, otherwise what the drive said.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    string? Prepare();

    /// <summary>Gives the command. Null when the drive took it, otherwise what it said.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    string? Start();
}

/// <summary>How a firmware erase ended, by what was observed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FirmwareOutcome>))]
public enum FirmwareOutcome
{
    /// <summary>Not known: a success without an observed transition, or a drive that fell silent.</summary>
    Unknown,

    /// <summary>The drive took the command, was seen to change its state, and says it ended well. Only a read-back shows whether that is true.</summary>
    Completed,

    /// <summary>The drive says it failed.</summary>
    Failed,

    /// <summary>The drive did not take the command; nothing was erased.</summary>
    Refused,
}

/// <summary>Technique and observations of one firmware erase; never a level.</summary>
public sealed record FirmwareResult
{
    /// <summary>Name.</summary>
    public required string Technique { get; init; }

    /// <summary>The command in hexadecimal.</summary>
    public required string Command { get; init; }

    /// <summary>How it ended.</summary>
    public required FirmwareOutcome Outcome { get; init; }

    /// <summary>Why it is no success; null when it is one.</summary>
    public required string? Failure { get; init; }

    /// <summary>It was already running when this program came, after a kill or power cut.</summary>
    public required bool FoundRunning { get; init; }

    /// <summary>Began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Each change of state or wording the drive told, in order, with the time.</summary>
    public required IReadOnlyList<FirmwareTransition> Transitions { get; init; }

    /// <summary>The drive was seen in another state before it said that it completed.</summary>
    [JsonIgnore]
    public bool WasObserved => Transitions is [.., { State: FirmwareState.Completed }] && Transitions.Any(seen => seen.State is FirmwareState.Idle or FirmwareState.Running);
}

/// <param name="At">When it was seen.</param>
/// <param name="State">What the drive said.</param>
/// <param name="Words">The raw fields.</param>
public sealed record FirmwareTransition(DateTimeOffset At, FirmwareState State, string Words);
