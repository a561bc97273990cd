using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>Sort of a step.</summary>
[JsonConverter(typeof(StrictEnumConverter<StepKind>))]
public enum StepKind
{
    /// <summary>Writing over every sector.</summary>
    Overwrite,

    /// <summary>A command the drive's firmware carries out.</summary>
    Firmware,

    /// <summary>Destroying a key.</summary>
    Crypto,

    /// <summary>Reading back and comparing.</summary>
    Verify,
}
