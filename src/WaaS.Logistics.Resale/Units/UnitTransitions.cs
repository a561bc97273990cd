using static WaaS.Logistics.Resale.Units.UnitState;

namespace WaaS.Logistics.Resale.Units;

/// <summary>The whole life of a stock unit. What is not in the table cannot happen, in the code and in the database.</summary>
internal static class UnitTransitions
{
    public static IReadOnlyList<(UnitState From, UnitEvent Event, UnitState To)> Table { get; } =
    [
        (Admitted, UnitEvent.PutAway,     Stocked),
        (Admitted, UnitEvent.Blocked,     Blocked),
        (Admitted, UnitEvent.GradedAgain, Admitted),
        (Admitted, UnitEvent.Withdrawn,   Withdrawn),

        (Stocked,  UnitEvent.PutAway,     Stocked),      // into another bin
        (Stocked,  UnitEvent.Reserved,    Reserved),
        (Stocked,  UnitEvent.Blocked,     Blocked),
        (Stocked,  UnitEvent.GradedAgain, Admitted),     // the re-opening in between comes late or never
        (Stocked,  UnitEvent.Withdrawn,   Withdrawn),

        (Reserved, UnitEvent.PutAway,     Reserved),     // into another bin
        (Reserved, UnitEvent.Picked,      Picked),
        (Reserved, UnitEvent.Released,    Stocked),
        (Reserved, UnitEvent.Blocked,     Blocked),
        (Reserved, UnitEvent.GradedAgain, Admitted),
        (Reserved, UnitEvent.Withdrawn,   Withdrawn),

        (Picked,   UnitEvent.Sold,        Sold),
        (Picked,   UnitEvent.Released,    Admitted),     // out of its bin: it is put away again
        (Picked,   UnitEvent.Blocked,     Blocked),
        (Picked,   UnitEvent.GradedAgain, Admitted),
        (Picked,   UnitEvent.Withdrawn,   Withdrawn),

        (Blocked,  UnitEvent.Blocked,     Blocked),      // for another reason
        (Blocked,  UnitEvent.GradedAgain, Admitted),
        (Blocked,  UnitEvent.Withdrawn,   Withdrawn),

        (Sold,     UnitEvent.Returned,    Returned),
    ];

    private static readonly Dictionary<(UnitState, UnitEvent), UnitState> Next = Table.ToDictionary(row => (row.From, row.Event), row => row.To);

    public static UnitState? Find(UnitState from, UnitEvent happened) => Next.TryGetValue((from, happened), out var to) ? to : null;

    /// <summary>In the house and not sold: a device is at most one such unit.</summary>
    public static bool IsLiving(UnitState state) => state is not (Sold or Returned or Withdrawn);
}
