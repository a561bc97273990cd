using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>One bay and what is in it. Null is "not known", never "none".</summary>
public sealed record BayReport
{
    /// <summary>What stands on the slot, 1 to 40 characters; distinct within a station.</summary>
    public required string Bay { get; init; }

    /// <summary>What is to be said of it.</summary>
    public required BayState State { get; init; }

    /// <summary>Since when it is so, by the station's clock.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The carrier's model.</summary>
    public required string? Model { get; init; }

    /// <summary>The carrier's serial.</summary>
    public required string? Serial { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long? SizeBytes { get; init; }

    /// <summary>The carrier's temperature in degrees Celsius; null when it tells none.</summary>
    public required double? Temperature { get; init; }

    /// <summary>The job worked on, or the last one of this carrier; null without any.</summary>
    public required Guid? JobId { get; init; }

    /// <summary>How far a running job is; null when none runs.</summary>
    public required BayProgress? Progress { get; init; }

    /// <summary>The rule that stopped it; null when nothing did.</summary>
    public required string? Rule { get; init; }

    /// <summary>Why, in one sentence; null when there is nothing to say.</summary>
    public required string? Reason { get; init; }
}

/// <summary>How far a job is.</summary>
public sealed record BayProgress
{
    /// <summary>What is done now.</summary>
    public required JobPhase Phase { get; init; }

    /// <summary>Bytes done in this phase.</summary>
    public required long BytesDone { get; init; }

    /// <summary>Bytes to do in this phase.</summary>
    public required long BytesTotal { get; init; }

    /// <summary>Bytes per second at the moment; null while it is not known.</summary>
    public required double? Speed { get; init; }
}

/// <summary>What is to be said of a bay. Only <see cref="Done"/> is good news.</summary>
[JsonConverter(typeof(StrictEnumConverter<BayState>))]
public enum BayState
{
    /// <summary>No carrier is in it.</summary>
    Empty,

    /// <summary>A carrier is in it, and nothing was done to it yet.</summary>
    Occupied,

    /// <summary>A carrier is in it that should not be there: the bay is stopped.</summary>
    Unexpected,

    /// <summary>A job runs.</summary>
    Working,

    /// <summary>Written, read back equal, and reported or kept to be reported.</summary>
    Done,

    /// <summary>Written but not proven, or not accepted.</summary>
    Failed,

    /// <summary>Refused before anything was written: do not wipe.</summary>
    Refused,

    /// <summary>Somebody or something ended the work in the middle; it can be gone on with.</summary>
    Stopped,

    /// <summary>What is in it could not be asked.</summary>
    Unreadable,
}
