namespace WaaS.Logistics.Messages.Resale;

/// <summary>A stock unit has left the house.</summary>
/// <param name="PriceMinor">In the smallest unit of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record UnitSold(
    Guid UnitId,
    Guid DeviceId,
    string DeviceSerial,
    string Buyer,
    long PriceMinor,
    string Currency);
