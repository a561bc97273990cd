using static WaaS.Logistics.Refurbishment.Inspections.InspectionEvent;
using static WaaS.Logistics.Refurbishment.Inspections.InspectionState;

namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>The whole life of an inspection. What is not in the table cannot happen; the database holds the same table.</summary>
internal static class Transitions
{
    public static IReadOnlyList<(InspectionState From, InspectionEvent Event, InspectionState To)> Table { get; } =
    [
        (Waiting,      Started,      InInspection),
        (Waiting,      CarrierFound, SentBack),
        (Waiting,      Reopened,     Withdrawn),
        (Waiting,      Outrun,       Withdrawn),
        (Waiting,      CameBack,     Withdrawn),

        (InInspection, Answered,     InInspection),
        (InInspection, GradeGiven,   Graded),
        (InInspection, ScrapDecided, Scrapped),
        (InInspection, CarrierFound, SentBack),
        (InInspection, Reopened,     Withdrawn),
        (InInspection, Outrun,       Withdrawn),
        (InInspection, CameBack,     Withdrawn),

        (Graded,       CarrierFound, SentBack),
        (Graded,       SealBroken,   SentBack),
        (Graded,       Reopened,     Withdrawn),
        (Graded,       Outrun,       Withdrawn),
        (Graded,       CameBack,     Graded),       // it had left the house with this grade

        (Scrapped,     CarrierFound, SentBack),
        (Scrapped,     Reopened,     Withdrawn),
        (Scrapped,     Outrun,       Withdrawn),
        (Scrapped,     CameBack,     Scrapped),

        (Withdrawn,    CarrierFound, Withdrawn),    // whatever the state: sanitization must know
        (Withdrawn,    Reopened,     Withdrawn),
        (Withdrawn,    Outrun,       Withdrawn),
        (Withdrawn,    CameBack,     Withdrawn),

        (SentBack,     CarrierFound, SentBack),
        (SentBack,     Reopened,     SentBack),     // sanitization's answer
        (SentBack,     Outrun,       SentBack),
        (SentBack,     CameBack,     SentBack),
    ];

    private static readonly Dictionary<(InspectionState, InspectionEvent), InspectionState> Next = Table.ToDictionary(row => (row.From, row.Event), row => row.To);

    public static InspectionState? Find(InspectionState from, InspectionEvent happened) => Next.TryGetValue((from, happened), out var to) ? to : null;
}
