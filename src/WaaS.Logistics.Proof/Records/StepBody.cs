using System.Text.Json;

namespace WaaS.Logistics.Proof.Records;

/// <summary>What a station did or saw at one moment of a job; signed as a whole, chained by hash to the one before.</summary>
public sealed record StepBody
{
    /// <summary>The only format.</summary>
    public const string FormatId = "waas-step/1";

    /// <summary>Always <see cref="FormatId"/>; keeps a step's signature from being taken for one over something else.</summary>
    public string Format { get; init; } = FormatId;

    /// <summary>Place in the job's chain, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of the record before; null for the first.</summary>
    public required ContentHash? PreviousHash { get; init; }

    /// <summary>The job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>What happened, in kebab-case; the names in use are in <see cref="StepKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The facts, a JSON object.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>The station's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Key that signs.</summary>
    public required ContentHash StationKeyId { get; init; }
}
