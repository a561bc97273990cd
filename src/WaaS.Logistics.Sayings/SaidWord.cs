namespace WaaS.Logistics.Sayings;

/// <summary>What services say by a code, in an outcome, a kind or a reason; each has its words in both languages. What is no code are a person's own words.</summary>
public enum SaidWord
{
    AlreadyInQuarantine,
    AlreadyReceived,
    Announced,
    Battery,

    /// <summary>With what the person who took it wrote.</summary>
    BroughtBack,

    /// <summary>With the cycle.</summary>
    CameBackInCycle,

    /// <summary>With the slot.</summary>
    CarrierFoundIn,

    /// <summary>With the slot.</summary>
    CarrierInEmptySlot,

    CarrierInEvidence,
    CarriersUncounted,
    ContractExtended,

    /// <summary>With the contract.</summary>
    ContractGoesOn,

    Damaged,
    EvidenceContradicted,
    Extra,
    FewerSeen,
    Foreign,

    /// <summary>With the clearance.</summary>
    GradedAgain,

    Lifted,
    LooksAlike,
    Missing,
    NotArrived,
    NotInFleet,
    NotOnOrder,
    Office,
    OtherCustomer,
    OtherMaker,
    OtherSerialOfExpectedModel,
    PlaceholderSerial,

    /// <summary>With the code Returns gave.</summary>
    ReceiptTakenBack,

    ReceivedAgain,

    /// <summary>With what the technician wrote.</summary>
    Scrapped,

    /// <summary>With its number.</summary>
    SealBroken,

    Settled,
    SeveralSerials,

    /// <summary>With the slot.</summary>
    SlotUnproven,

    SoldAndGradedAgain,

    /// <summary>With the buyer.</summary>
    SoldUnitCameBack,

    Stop,
    StopList,
    StoppedBefore,
    Swapped,
    Undone,
    Unknown,
}
