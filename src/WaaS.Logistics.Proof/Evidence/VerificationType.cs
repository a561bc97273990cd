using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>How much is read back.</summary>
[JsonConverter(typeof(StrictEnumConverter<VerificationType>))]
public enum VerificationType
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A sample.</summary>
    Sampled,

    /// <summary>Every sector.</summary>
    Full,
}
