using static WaaS.Logistics.Sanitization.Orders.SlotEvent;
using static WaaS.Logistics.Sanitization.Orders.SlotState;

namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>The whole life of a slot. What is not in the table cannot happen.</summary>
internal static class SlotTransitions
{
    public static IReadOnlyList<(SlotState From, SlotEvent Event, SlotState To)> Table { get; } =
    [
        (Open,             JobHandedOut,        Assigned),
        (Open,             EvidenceHolds,       UnderReview),      // late: its lease had ended
        (Open,             EvidenceRefused,     Failed),           // late
        (Open,             DestructionApproved, Destroyed),
        (Open,             FoundEmpty,          EmptyConfirmed),

        (Assigned,         FirstWrite,          Wiping),
        (Assigned,         LeaseEnded,          Open),
        (Assigned,         EvidenceHolds,       UnderReview),
        (Assigned,         EvidenceRefused,     Failed),

        (Wiping,           LeaseEnded,          Open),
        (Wiping,           EvidenceHolds,       UnderReview),
        (Wiping,           EvidenceRefused,     Failed),

        (UnderReview,      DecisionsAccept,     EvidenceAccepted),
        (UnderReview,      DecisionRejects,     Failed),
        (UnderReview,      EvidenceRefused,     Failed),           // a second document of the same job contradicts the first
        (UnderReview,      Reopened,            Open),

        (Failed,           WipeAgainAllowed,    Open),
        (Failed,           DestructionApproved, Destroyed),

        (EvidenceAccepted, Reopened,            Open),
        (Destroyed,        Reopened,            Open),
        (EmptyConfirmed,   Reopened,            Open),
    ];

    private static readonly Dictionary<(SlotState, SlotEvent), SlotState> Next = Table.ToDictionary(row => (row.From, row.Event), row => row.To);

    public static SlotState? Find(SlotState from, SlotEvent happened) => Next.TryGetValue((from, happened), out var to) ? to : null;

    public static bool IsProven(SlotState state) => state is EvidenceAccepted or Destroyed or EmptyConfirmed;
}
