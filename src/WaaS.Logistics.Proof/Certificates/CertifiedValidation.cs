using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>A person's decision about the remaining risk.</summary>
public sealed record CertifiedValidation
{
    /// <summary>What was decided; only an acceptance can be certified.</summary>
    public required ValidationDecision Decision { get; init; }

    /// <summary>Who, by sign-in name.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }
}

/// <summary>Acceptable or not.</summary>
[JsonConverter(typeof(StrictEnumConverter<ValidationDecision>))]
public enum ValidationDecision
{
    /// <summary>Not acceptable.</summary>
    Rejected,

    /// <summary>Acceptable.</summary>
    Accepted,
}
