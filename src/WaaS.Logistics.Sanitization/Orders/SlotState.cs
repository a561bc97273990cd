namespace WaaS.Logistics.Sanitization.Orders;

/// <summary>Where one carrier slot stands. Only the last three are proof.</summary>
internal enum SlotState
{
    Open,
    Assigned,
    Wiping,
    UnderReview,
    Failed,
    EvidenceAccepted,
    Destroyed,
    EmptyConfirmed,
}

/// <summary>What can happen to a slot.</summary>
internal enum SlotEvent
{
    JobHandedOut,
    FirstWrite,
    LeaseEnded,
    EvidenceHolds,
    EvidenceRefused,
    DecisionsAccept,
    DecisionRejects,
    WipeAgainAllowed,
    DestructionApproved,
    FoundEmpty,
    Reopened,
}
