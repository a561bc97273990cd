namespace WaaS.Logistics.Custody.DeviceLife;

/// <summary>What other services say by a code, in an outcome, a kind or a reason; each has its word in both languages. What is no code are a person's own words.</summary>
public enum SaidWord
{
    AlreadyInQuarantine,
    AlreadyReceived,
    Announced,
    Battery,
    ContractExtended,
    Damaged,
    Extra,
    Foreign,
    Lifted,
    LooksAlike,
    Missing,
    NotArrived,
    NotInFleet,
    NotOnOrder,
    OtherCustomer,
    OtherMaker,
    OtherSerialOfExpectedModel,
    PlaceholderSerial,
    Settled,
    SeveralSerials,
    Stop,
    StopList,
    StoppedBefore,
    Swapped,
    Undone,
    Unknown,
}
