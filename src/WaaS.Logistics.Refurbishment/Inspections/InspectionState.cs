namespace WaaS.Logistics.Refurbishment.Inspections;

/// <summary>Where a cleared device stands in refurbishment.</summary>
public enum InspectionState
{
    Waiting,
    InInspection,
    Graded,
    Scrapped,

    /// <summary>Sanitization has re-opened the device.</summary>
    Withdrawn,

    /// <summary>Somebody here found a carrier or a broken seal.</summary>
    SentBack,
}

/// <summary>What can happen to an inspection.</summary>
public enum InspectionEvent
{
    Started,
    Answered,
    GradeGiven,
    ScrapDecided,
    CarrierFound,
    SealBroken,

    /// <summary>The clearance no longer holds.</summary>
    Reopened,

    /// <summary>A newer clearance of the same return has come: the re-opening between the two is still on its way.</summary>
    Outrun,

    /// <summary>The device has been returned once more.</summary>
    CameBack,
}
