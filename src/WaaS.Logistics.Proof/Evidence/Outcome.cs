using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>How a step or a whole procedure ended. Only <see cref="Success"/> is one.</summary>
[JsonConverter(typeof(StrictEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>Not determined.</summary>
    Unknown,

    /// <summary>All of it, without anything out of the ordinary.</summary>
    Success,

    /// <summary>Done, with something a person has to judge (rule R15).</summary>
    SuccessWithExceptions,

    /// <summary>Not done.</summary>
    Failed,

    /// <summary>Given up or stopped.</summary>
    Aborted,
}
