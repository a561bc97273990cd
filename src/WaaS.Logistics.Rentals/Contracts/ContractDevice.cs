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

    /// <summary>The last day in this contract, where the device came back before the contract's end and has gone into a later one.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    public DateOnly LastDay => ReturnedOn ?? Contract.EndsOn;

    Root? IPart.Owner => Contract;

    public void End() => Running = false;

    public void Resume() => Running = ReturnedOn is null;

    /// <summary>It came back before the contract's end: from then on it is free for another one, and not due again under this one.</summary>
    public void Return(DateOnly day) => (Running, ReturnedOn) = (false, day < Contract.Start ? Contract.Start : day);

    public bool Says(int? carrierSlots, ProtectionNeed need, string? productClass) =>
        CarrierSlots == carrierSlots && ProtectionNeed == need && ProductClass == productClass;

    public RentedDevice ToMessage() => new(DeviceId, Device.Manufacturer, Device.Model, Device.Serial, CarrierSlots, ProtectionNeed.Word(), ProductClass);
}
