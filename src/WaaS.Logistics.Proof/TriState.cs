using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof;

/// <summary>Yes, no, or nobody knows. Unknown is never taken for either.</summary>
[JsonConverter(typeof(StrictEnumConverter<TriState>))]
public enum TriState
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>Determined: no.</summary>
    No,

    /// <summary>Determined: yes.</summary>
    Yes,
}
