using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Returns.Fleet;

namespace WaaS.Logistics.Returns.Orders;

/// <summary>
/// A device a return order expects. A root of its own, so that two stations receiving different devices of one order do not
/// collide, and a scan and the closing of the order do.
/// </summary>
internal sealed class ExpectedDevice : Root
{
    private ExpectedDevice()
    {
    }

    public ExpectedDevice(ReturnOrder order, FleetDevice device)
    {
        (OrderId, DeviceId) = (order.Id, device.Id);
        (Manufacturer, Model, Serial) = (device.Manufacturer, device.Model, device.Serial);
        (MakerKey, ModelKey, SerialKey) = (device.MakerKey, device.ModelKey, device.SerialKey);
        ContractNumber = device.ContractNumber;
    }

    public Guid OrderId { get; private set; }
    public Guid DeviceId { get; private set; }
    public string Manufacturer { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string Serial { get; private set; } = "";
    public string MakerKey { get; private set; } = "";
    public string ModelKey { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
    public string ContractNumber { get; private set; } = "";
    public ExpectedState State { get; private set; }

    public void Receive() => Move(ExpectedState.Open, ExpectedState.Received);

    /// <summary>Its receipt has been taken back.</summary>
    public void TakeBack() => Move(ExpectedState.Received, ExpectedState.Open);

    public void Miss() => Move(ExpectedState.Open, ExpectedState.Missing);

    public void ExpectAgain() => Move(ExpectedState.Missing, ExpectedState.Open);

    public void Withdraw() => Move(ExpectedState.Open, ExpectedState.Withdrawn);

    private void Move(ExpectedState from, ExpectedState to)
    {
        if (State != from)
            throw new InvalidOperationException($"Expected device {Serial} is {State}, not {from}.");
        State = to;
    }
}
