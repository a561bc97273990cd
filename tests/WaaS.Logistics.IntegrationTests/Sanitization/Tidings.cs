using System.Collections.Concurrent;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Sanitization.SeeCarriers;
using WaaS.Logistics.Sanitization.WithdrawOrder;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>What Returns says about a few devices after it received them, and a memory of what has been said.</summary>
internal sealed class Tidings(Workshop workshop, string run)
{
    /// <summary>So many revisions there are; each always says the same.</summary>
    public const int Looks = 4;

    private readonly ConcurrentDictionary<(Guid Device, int Cycle), bool> _takenBack = [];
    private readonly ConcurrentDictionary<(Guid Device, int Cycle), int> _seen = [];

    public bool IsTakenBack(Guid device, int cycle) => _takenBack.ContainsKey((device, cycle));

    /// <summary>The highest revision said; 0 for none.</summary>
    public int Seen(Guid device, int cycle) => _seen.GetValueOrDefault((device, cycle));

    public async Task TakeBack(DeviceReceived device, int cycle)
    {
        await workshop.Deliver<WithdrawOrderOnReceiptCorrected, ReceiptCorrected>(Correction(device, cycle));
        _takenBack[(device.DeviceId, cycle)] = true;
    }

    public async Task See(DeviceReceived device, int cycle, int revision)
    {
        await workshop.Deliver<SeeCarriersOnCarriersSeen, CarriersSeen>(Look(device, cycle, revision));
        _seen.AddOrUpdate((device.DeviceId, cycle), revision, (_, known) => Math.Max(known, revision));
    }

    public static ReceiptCorrected Correction(DeviceReceived device, int cycle = 1) => new(device.DeviceId, cycle, device.OrderId, device.OrderNumber, device.Serial, "undone");

    public CarriersSeen Look(DeviceReceived device, int cycle, int revision)
    {
        var carriers = device.Slots.Select(slot => new SeenSlot(slot.Slot, "carrier", slot.CarrierSerial)).ToList();
        SeenSlot[] more = revision switch
        {
            1 => [new("EMPTY", "empty", null)],
            2 => [new("SD", "carrier", $"{run}-{device.Serial}-SD")],
            3 => [],
            _ => [new("EMPTY", "carrier", null)],
        };
        return new CarriersSeen(device.DeviceId, cycle, revision, device.Serial, CountUnknown: revision == 4, [.. carriers, .. more]);
    }
}
