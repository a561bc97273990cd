using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>A device in a contract, and what the contract says about it.</summary>
internal sealed class ContractDevice : IPart
{
    private ContractDevice()
    {
    }

    public ContractDevice(Contract contract, Device device, int? carrierSlots, ProtectionNeed need, string? productClass)
    {
        (Contract, Device, DeviceId) = (contract, device, device.Id);
        (CarrierSlots, ProtectionNeed, ProductClass) = (carrierSlots, need, productClass);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Contract Contract { get; private set; } = null!;
    public Guid DeviceId { get; private set; }
    public Device Device { get; private set; } = null!;

    /// <summary>Null is unknown, which is not zero.</summary>
    public int? CarrierSlots { get; private set; }

    public ProtectionNeed ProtectionNeed { get; private set; }
    public string? ProductClass { get; private set; }

    /// <summary>A unique index on the device, filtered by this, keeps it out of a second running contract.</summary>
    public bool Running { get; private set; } = true;

    Root? IPart.Owner => Contract;

    public void End() => Running = false;

    public void Resume() => Running = true;

    public bool Says(int? carrierSlots, ProtectionNeed need, string? productClass) =>
        CarrierSlots == carrierSlots && ProtectionNeed == need && ProductClass == productClass;

    public RentedDevice ToMessage() => new(DeviceId, Device.Manufacturer, Device.Model, Device.Serial, CarrierSlots, ProtectionNeed.Word(), ProductClass);
}
