using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>Collects from the database what the verdict on a scan depends on.</summary>
internal sealed class ReadFacts(ReturnsDb db)
{
    public async Task<(ScanFacts Facts, List<FleetDevice> Devices, List<ExpectedDevice> Expected)> Read(ReturnOrder order, ScannedDevice scanned, CancellationToken cancel)
    {
        var devices = scanned.DeviceId is { } tag
            ? await db.Fleet.Where(device => device.Id == tag).ToListAsync(cancel)
            : await db.Fleet.Where(device => device.SerialKey == scanned.SerialKey).ToListAsync(cancel);
        var ids = devices.Select(device => device.Id).ToList();
        var expected = await db.Expected.Where(row => row.OrderId == order.Id && ids.Contains(row.DeviceId)).ToListAsync(cancel);
        var received = await db.Receipts.Where(row => ids.Contains(row.DeviceId) && row.State == ReceiptState.Standing).Select(row => row.DeviceId).ToListAsync(cancel);
        var quarantined = await db.Quarantines.Where(row => row.State == QuarantineState.Standing && row.DeviceId != null && ids.Contains(row.DeviceId.Value))
            .Select(row => new { Id = row.DeviceId!.Value, row.Outcome }).ToListAsync(cancel);
        var facts = new ScanFacts(
            scanned.SerialKey, scanned.MakerKey, scanned.ModelKey, order.Customer,
            [.. devices.Select(device => new KnownDevice(device.Id, device.MakerKey, device.ModelKey, device.Customer,
                expected.FirstOrDefault(row => row.DeviceId == device.Id)?.State, received.Contains(device.Id),
                quarantined.FirstOrDefault(row => row.Id == device.Id) is not { } standing ? Standing.No : standing.Outcome == ScanOutcome.Stop ? Standing.Stopped : Standing.Quarantined))],
            await Stranger(scanned, cancel),
            await db.Stops.Where(row => row.SerialKey == scanned.SerialKey && row.LiftedAt == null).Select(row => row.MakerKey).ToListAsync(cancel),
            await OpenModels(order, scanned, devices, cancel));
        return (facts, devices, expected);
    }

    private async Task<Standing> Stranger(ScannedDevice scanned, CancellationToken cancel)
    {
        var standing = await db.Quarantines.Strangers(scanned.SerialKey, scanned.MakerKey).Select(row => row.Outcome).ToListAsync(cancel);
        return standing.Contains(ScanOutcome.Stop) ? Standing.Stopped : standing.Count > 0 ? Standing.Quarantined : Standing.No;
    }

    // Asked only for the models in question: an order may expect thousands of devices.
    private async Task<HashSet<(string, string)>> OpenModels(ReturnOrder order, ScannedDevice scanned, List<FleetDevice> devices, CancellationToken cancel)
    {
        var models = devices.Select(device => device.ModelKey).ToHashSet();
        if (scanned.ModelKey is { } label)
            models.Add(label);
        if (models.Count == 0)
            return [];
        var open = await db.Expected.Where(row => row.OrderId == order.Id && row.State == ExpectedState.Open && models.Contains(row.ModelKey))
            .Select(row => new { row.MakerKey, row.ModelKey }).Distinct().ToListAsync(cancel);
        return [.. open.Select(row => (row.MakerKey, row.ModelKey))];
    }
}
