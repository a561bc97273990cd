using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What reading back found.</summary>
[JsonConverter(typeof(StrictEnumConverter<VerificationOutcome>))]
public enum VerificationOutcome
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>Nothing was read back.</summary>
    NotRun,

    /// <summary>Everything read was as expected.</summary>
    Passed,

    /// <summary>Something was not.</summary>
    Failed,
}
