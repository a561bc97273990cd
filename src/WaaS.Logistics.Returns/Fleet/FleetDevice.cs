using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Fleet;

/// <summary>What the rental contracts have said about a device: this service's own copy.</summary>
internal sealed class FleetDevice : Root
{
    private FleetDevice()
    {
    }

    public FleetDevice(RentedDevice device, RentedUnder contract)
    {
        Id = device.DeviceId;
        Take(device, contract);
    }

    public string Manufacturer { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string Serial { get; private set; } = "";
    public string MakerKey { get; private set; } = "";
    public string ModelKey { get; private set; } = "";
    public string SerialKey { get; private set; } = "";

    /// <summary>Equal for serials that people confuse: it makes somebody ask and never decides.</summary>
    public string AskingKey { get; private set; } = "";

    public int? CarrierSlots { get; private set; }
    public string ProtectionNeed { get; private set; } = "";
    public string? ProductClass { get; private set; }
    public Guid ContractId { get; private set; }
    public string ContractNumber { get; private set; } = "";
    public string Customer { get; private set; } = "";

    /// <summary>The first end the contract had; extensions are kept apart.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>How many receipts it has had, those taken back included: the last cycle's number.</summary>
    public int Cycle { get; private set; }

    /// <summary>Counted so that stopping a serial and receiving it at the same moment collide.</summary>
    public int StopsEntered { get; private set; }

    /// <summary>Takes what a newer contract says; an older one that arrives late changes nothing.</summary>
    /// <param name="cameBack">It had come back before that contract begins, so the present one is older, whenever it was to end.</param>
    /// <returns>Whether the device is under another contract now than before.</returns>
    public bool Learn(RentedDevice device, RentedUnder contract, bool cameBack = false)
    {
        var another = contract.ContractId != ContractId;
        if (another && contract.EndsOn <= EndsOn && !cameBack)
            return false;
        Take(device, contract);
        return another;
    }

    public int NextCycle() => ++Cycle;

    public void EnterStop() => StopsEntered++;

    public RentedDevice ToMessage() => new(Id, Manufacturer, Model, Serial, CarrierSlots, ProtectionNeed, ProductClass);

    private void Take(RentedDevice device, RentedUnder contract)
    {
        (Manufacturer, Model, Serial) = (device.Manufacturer, device.Model, device.Serial);
        (MakerKey, ModelKey, SerialKey) = (DeviceMaker.Key(device.Manufacturer), DeviceMaker.ModelKey(device.Model), DeviceSerial.Key(device.Serial) ?? device.Serial);
        AskingKey = FuzzySerialKey.Of(device.Serial).Text;
        (CarrierSlots, ProtectionNeed, ProductClass) = (device.CarrierSlots, device.ProtectionNeed, device.ProductClass);
        (ContractId, ContractNumber, Customer) = (contract.ContractId, contract.Number, contract.Customer);
        if (contract.EndsOn > EndsOn)
            EndsOn = contract.EndsOn;
    }
}

/// <summary>The contract a device is rented under.</summary>
internal sealed record RentedUnder(Guid ContractId, string Number, string Customer, DateOnly EndsOn);
