using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.OpenOrder;

/// <summary>Finds the devices a new order shall expect, and lists everything that is wrong with the wish at once.</summary>
internal sealed class ExpectedPicker(ReturnsDb db, Texts t)
{
    public const int MaxDevices = 5_000;
    private const int Batch = 500;
    private readonly List<string> _faults = [];

    public async Task<List<FleetDevice>> Pick(OpenOrderRequest request, CancellationToken cancel)
    {
        var serials = request.Serials ?? [];
        var ids = request.DeviceIds ?? [];
        if (serials.Count + ids.Count > MaxDevices)
            throw RefusedException.Invalid("serials", $"At most {MaxDevices} devices are expected on one order. Split it.", MaxDevices);
        var picked = new List<FleetDevice>();
        if (serials.Count + ids.Count == 0 && !string.IsNullOrWhiteSpace(request.Contract))
            picked.AddRange(await RentedUnder(request.Contract.Trim(), cancel));
        foreach (var batch in ids.Distinct().Chunk(Batch))
            picked.AddRange(await db.Fleet.Where(device => batch.Contains(device.Id)).ToListAsync(cancel));
        _faults.AddRange(ids.Except(picked.Select(device => device.Id)).Select(id => t["Expected_NoDevice", id]));
        foreach (var batch in serials.Chunk(Batch))
            picked.AddRange(await BySerial(batch, cancel));
        var distinct = picked.DistinctBy(device => device.Id).ToList();
        await RequireFree(distinct, cancel);
        if (_faults.Count > 0)
            throw new RefusedException("expected-devices", string.Join("\n", _faults), 400, "serials");
        return distinct;
    }

    private async Task<List<FleetDevice>> RentedUnder(string contract, CancellationToken cancel)
    {
        var devices = await db.Fleet.Where(device => device.ContractNumber == contract).ToListAsync(cancel);
        if (devices.Count == 0)
            throw new RefusedException("contract-unknown", $"No device is rented under contract '{contract}'.", 400, "contract", contract);
        var free = await db.NotYetBack(devices, cancel);
        return free.Count > 0 ? free
            : throw new RefusedException("contract-returned", $"All devices of contract {contract} are back or expected on another order.", 409, "contract", contract);
    }

    private async Task<List<FleetDevice>> BySerial(ExpectedSerial[] wanted, CancellationToken cancel)
    {
        var keys = wanted.Select(serial => DeviceSerial.Key(serial.Serial) ?? "").ToArray();
        var found = (await db.Fleet.Where(device => keys.Contains(device.SerialKey)).ToListAsync(cancel)).ToLookup(device => device.SerialKey);
        var picked = new List<FleetDevice>();
        for (var i = 0; i < wanted.Length; i++)
        {
            var maker = string.IsNullOrWhiteSpace(wanted[i].Manufacturer) ? null : DeviceMaker.Key(wanted[i].Manufacturer!);
            var matches = found[keys[i]].Where(device => maker is null || device.MakerKey == maker).ToList();
            if (matches.Count == 1)
                picked.Add(matches[0]);
            else
                _faults.Add(matches.Count == 0
                    ? t["Expected_NotRented", wanted[i].Serial]
                    : t["Expected_Ambiguous", wanted[i].Serial, string.Join(", ", matches.Select(device => device.Manufacturer))]);
        }
        return picked;
    }

    private async Task RequireFree(List<FleetDevice> devices, CancellationToken cancel)
    {
        var free = (await db.NotYetBack(devices, cancel)).Select(device => device.Id).ToHashSet();
        _faults.AddRange(devices.Where(device => !free.Contains(device.Id)).Select(device => t["Expected_Taken", device.Manufacturer, device.Serial]));
    }
}
