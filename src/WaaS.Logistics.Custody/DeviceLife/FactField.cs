namespace WaaS.Logistics.Custody.DeviceLife;

/// <summary>What of an event is shown on a device's life, in this order.</summary>
public enum FactField
{
    OrderNumber,
    ContractNumber,
    ParcelNumber,
    Place,
    Outcome,
    Kind,
    Slot,
    CarrierSerial,
    CertificateNumber,
    RecordNumber,
    Rules,
    Reason,
    Grade,
    SealNumber,
    Bin,
    PickList,
    Buyer,
    Customer,
    Owner,
    EndsOn,
    DueOn,
}
