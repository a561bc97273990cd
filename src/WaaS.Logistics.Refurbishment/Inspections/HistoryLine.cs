using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>One thing that happened to an inspection: who, where, when. Never changed.</summary>
internal sealed class HistoryLine : IPart
{
    private HistoryLine()
    {
    }

    internal HistoryLine(Inspection inspection, InspectionEvent happened, string? detail, Origin by, DateTime at) =>
        (Inspection, InspectionId, Event, Detail, Actor, ActorName, Station, Place, At) = (inspection, inspection.Id, happened, detail, by.Actor, by.ActorName, by.Station, by.Place, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid InspectionId { get; private set; }
    public Inspection? Inspection { get; private set; }
    public InspectionEvent Event { get; private set; }

    /// <summary>With <see cref="InspectionEvent.Answered"/> only.</summary>
    public CheckPoint? Point { get; internal init; }
    public CheckAnswer? Answer { get; internal init; }
    public string? Detail { get; private set; }
    public string Actor { get; private set; } = "";
    public string ActorName { get; private set; } = "";
    public string? Station { get; private set; }
    public string? Place { get; private set; }
    public DateTime At { get; private set; }

    Root? IPart.Owner => Inspection?.Device;
}
