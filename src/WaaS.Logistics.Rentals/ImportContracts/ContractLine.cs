using WaaS.Logistics.Rentals.Contracts;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>One line of the file, checked by itself: one device in one contract.</summary>
internal sealed record ContractLine(
    int Line,
    string Contract,
    string Customer,
    string? Reseller,
    DateOnly Start,
    int TermMonths,
    string Manufacturer,
    string Model,
    string Serial,
    int? CarrierSlots,
    ProtectionNeed ProtectionNeed,
    string? ProductClass)
{
    public string MakerKey { get; } = Scanning.DeviceMaker.Key(Manufacturer);

    public string SerialKey { get; } = Scanning.DeviceSerial.Key(Serial)!;
}
