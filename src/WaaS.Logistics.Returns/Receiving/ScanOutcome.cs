namespace WaaS.Logistics.Returns.Receiving;

/// <summary>What a scan at the receiving desk means: one of seven.</summary>
public enum ScanOutcome
{
    Expected,
    Duplicate,
    Extra,

    /// <summary>Right model, other serial.</summary>
    Swapped,

    /// <summary>Another customer's.</summary>
    Foreign,

    Unknown,
    Stop,
}

/// <summary>Why it is that outcome.</summary>
public enum ScanReason
{
    Announced,
    AlreadyReceived,
    AlreadyInQuarantine,
    NotOnOrder,
    ContractExtended,
    OtherSerialOfExpectedModel,
    OtherCustomer,
    NotInFleet,
    OtherMaker,
    PlaceholderSerial,
    StopList,
    StoppedBefore,
    Damaged,
    Battery,
    NotArrived,

    /// <summary>Nothing has this serial, and a device has one that people confuse with it.</summary>
    LooksAlike,

    /// <summary>Codes of more than one device were seen at once.</summary>
    SeveralSerials,
}
