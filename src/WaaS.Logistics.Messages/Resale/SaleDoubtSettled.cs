namespace WaaS.Logistics.Messages.Resale;

/// <summary>A person has dealt with a doubted sale.</summary>
public sealed record SaleDoubtSettled(
    Guid UnitId,
    Guid DeviceId,
    int Cycle,
    string DeviceSerial,
    string Outcome);
