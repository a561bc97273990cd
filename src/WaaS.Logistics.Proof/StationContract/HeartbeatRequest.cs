using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>The station is alive and this far.</summary>
public sealed record HeartbeatRequest
{
    /// <summary>What it is doing.</summary>
    public required JobPhase Phase { get; init; }

    /// <summary>Bytes done in this phase.</summary>
    public required long BytesDone { get; init; }

    /// <summary>Bytes to do in this phase.</summary>
    public required long BytesTotal { get; init; }

    /// <summary>Bytes per second at the moment.</summary>
    public required double Speed { get; init; }

    /// <summary>The carrier's temperature in degrees Celsius; null when it tells none.</summary>
    public required double? Temperature { get; init; }
}

/// <summary>What a station does with a job.</summary>
[JsonConverter(typeof(StrictEnumConverter<JobPhase>))]
public enum JobPhase
{
    /// <summary>Identity and holds are checked; nothing is written yet.</summary>
    Preparing,

    /// <summary>Overwriting.</summary>
    Overwriting,

    /// <summary>The drive erases itself.</summary>
    Erasing,

    /// <summary>Reading back.</summary>
    Verifying,

    /// <summary>Evidence is being made and sent.</summary>
    Reporting,
}
