namespace WaaS.Logistics.Resale.Units;

/// <summary>Where a stock unit is in its life.</summary>
public enum UnitState
{
    /// <summary>Graded, and not in any bin yet.</summary>
    Admitted,
    Stocked,
    Reserved,

    /// <summary>Taken out of its bin for a buyer.</summary>
    Picked,
    Sold,

    /// <summary>Its clearance no longer holds: it goes back to sanitization and is graded anew.</summary>
    Blocked,

    /// <summary>Sold, and brought back by the buyer.</summary>
    Returned,

    /// <summary>Scrapped, its receipt taken back, or come back in a later cycle unsold.</summary>
    Withdrawn,
}

/// <summary>What can happen to a stock unit.</summary>
internal enum UnitEvent
{
    PutAway,
    Reserved,
    Released,
    Picked,
    Sold,
    Returned,
    Blocked,
    GradedAgain,
    Withdrawn,
}
