using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>One step of a procedure as it is ordered.</summary>
public sealed record ProcedureStep
{
    /// <summary>What is done.</summary>
    public required ProcedureStepKind Kind { get; init; }

    /// <summary>For a firmware erase: techniques in order of preference; the first that the drive offers is taken. Empty for any other step.</summary>
    public required IReadOnlyList<string> Techniques { get; init; }
}

/// <summary>Sort of an ordered step.</summary>
[JsonConverter(typeof(StrictEnumConverter<ProcedureStepKind>))]
public enum ProcedureStepKind
{
    /// <summary>The drive is set to its native size.</summary>
    ResetHiddenAreas,

    /// <summary>The next of the ordered passes.</summary>
    Overwrite,

    /// <summary>The drive erases itself.</summary>
    FirmwareErase,

    /// <summary>Reading back, or looking for what was there.</summary>
    Verify,
}
