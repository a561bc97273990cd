using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>State of an area the system cannot address (rule R10).</summary>
[JsonConverter(typeof(StrictEnumConverter<HiddenArea>))]
public enum HiddenArea
{
    /// <summary>Not determined; a drive that gives no answer is unknown, never clean.</summary>
    Unknown,

    /// <summary>Asked, and there is none.</summary>
    NotPresent,

    /// <summary>There was one, and it was removed before the first step.</summary>
    Removed,

    /// <summary>There is one.</summary>
    Present,
}
