using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Refurbishment.FindDevices;

/// <summary>Which devices a list shows.</summary>
public enum QueueFilter
{
    Open,
    Blocked,
    Graded,
    Scrapped,
    All,
}

public sealed record QueueView(QueueFilter Filter, string? Query, IReadOnlyList<DeviceRow> Devices, IReadOnlyDictionary<InspectionState, int> Counts)
{
    public const int Most = 200;

    public int Count(InspectionState state) => Counts.GetValueOrDefault(state);

    internal static IReadOnlyCollection<InspectionState> States(QueueFilter filter) => filter switch
    {
        QueueFilter.Open => [InspectionState.Waiting, InspectionState.InInspection],
        QueueFilter.Blocked => [InspectionState.Withdrawn, InspectionState.SentBack],
        QueueFilter.Graded => [InspectionState.Graded],
        QueueFilter.Scrapped => [InspectionState.Scrapped],
        _ => [],
    };
}
