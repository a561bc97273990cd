namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit lies in its bin.</summary>
public sealed record UnitStocked(
    Guid UnitId,
    Guid DeviceId,
    int Cycle,
    string DeviceSerial,
    string Grade,
    string Bin);
