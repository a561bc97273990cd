using System.Text.Json.Serialization;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>What is looked at, in the order of the bench.</summary>
public enum CheckPoint
{
    [JsonStringEnumMemberName("power")] Power,
    [JsonStringEnumMemberName("display")] Display,
    [JsonStringEnumMemberName("keyboard")] Keyboard,
    [JsonStringEnumMemberName("battery")] Battery,
    [JsonStringEnumMemberName("housing")] Housing,
    [JsonStringEnumMemberName("ports")] Ports,

    /// <summary>No firmware password, no device management, no activation lock.</summary>
    [JsonStringEnumMemberName("locks")] Locks,

    /// <summary>Nobody sees a carrier that the clearance does not name.</summary>
    [JsonStringEnumMemberName("no-carrier-left")] NoCarrierLeft,
}

public enum CheckAnswer
{
    [JsonStringEnumMemberName("ok")] Ok,
    [JsonStringEnumMemberName("fault")] Fault,
    [JsonStringEnumMemberName("not-applicable")] NotApplicable,
}

/// <summary>What a cleared device is worth to a buyer.</summary>
public enum Grade
{
    [JsonStringEnumMemberName("A")] A,
    [JsonStringEnumMemberName("B")] B,
    [JsonStringEnumMemberName("C")] C,
}

internal static class Checklist
{
    public static IReadOnlyList<CheckPoint> Points { get; } = Enum.GetValues<CheckPoint>();
}

/// <summary>The answer that counts for one point; what was said before stands in the history.</summary>
internal sealed class AnsweredCheck : IPart
{
    private AnsweredCheck()
    {
    }

    internal AnsweredCheck(Inspection inspection, CheckPoint point) => (Inspection, InspectionId, Point) = (inspection, inspection.Id, point);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid InspectionId { get; private set; }
    public Inspection? Inspection { get; private set; }
    public CheckPoint Point { get; private set; }
    public CheckAnswer Answer { get; private set; }
    public string? Note { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }

    Root? IPart.Owner => Inspection?.Device;

    internal void Say(CheckAnswer answer, string? note, Origin by, DateTime now) => (Answer, Note, ByName, At) = (answer, note, by.ActorName, now);
}
