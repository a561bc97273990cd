using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.OpenOrder;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.LearnFleet;

/// <summary>The end of a contract opens its return order, for the devices that are not back or announced already.</summary>
internal sealed class OpenOrderOnReturnDue(ReturnsDb db) : Consumer<ReturnDue, ReturnsDb>(db)
{
    /// <summary>Nobody in particular: the role.</summary>
    private const string Owner = "office";
    private const int Batch = 500;

    protected override async Task Apply(ReturnDue happened, Received received, CancellationToken cancel)
    {
        // An extension that overtook this message: the contract goes on.
        if (await Db.Extensions.AnyAsync(row => row.ContractId == happened.ContractId && row.NewEnd >= happened.DueOn, cancel))
            return;
        if (await Db.Orders.AnyAsync(order => order.ContractId == happened.ContractId && order.DueOn == happened.DueOn, cancel))
            return;
        var devices = await Db.NotYetBack(await Learn(happened, cancel), cancel);
        devices = await WithoutQuarantined(devices, cancel);
        var order = await EarlierDue(happened, cancel);
        order?.DueBy(happened.ContractId, happened.DueOn);
        if (devices.Count == 0)
            return;
        if (order is null)
        {
            order = new ReturnOrder(await Db.NextNumber(NumberSeries.Orders, cancel), happened.Customer, happened.ContractNumber, Owner, Db.Now).DueBy(happened.ContractId, happened.DueOn);
            Db.Orders.Add(order);
        }
        Db.Expected.AddRange(devices.Select(device => new ExpectedDevice(order, device)));
        Db.AddToOutbox(order.Announce(devices.Select(device => device.ToMessage())));
    }

    // Due a second time means extended in between: the order that waits from the first time is the one, whenever the extension itself is heard of.
    private Task<ReturnOrder?> EarlierDue(ReturnDue happened, CancellationToken cancel) => Db.Orders
        .Where(order => order.ContractId == happened.ContractId && order.DueOn < happened.DueOn && (order.State == OrderState.Announced || order.State == OrderState.Receiving))
        .OrderByDescending(order => order.DueOn).FirstOrDefaultAsync(cancel);

    // Those are in the house already; a person decides what becomes of them.
    private async Task<List<FleetDevice>> WithoutQuarantined(List<FleetDevice> devices, CancellationToken cancel)
    {
        var quarantined = await Db.Quarantines.Where(row => row.State == QuarantineState.Standing && row.DeviceId != null).Select(row => row.DeviceId!.Value).ToListAsync(cancel);
        return [.. devices.ExceptBy(quarantined, device => device.Id)];
    }

    // The message may come before those that made the devices known.
    private async Task<List<FleetDevice>> Learn(ReturnDue happened, CancellationToken cancel)
    {
        var contract = new RentedUnder(happened.ContractId, happened.ContractNumber, happened.Customer, happened.DueOn.AddDays(-1));
        var ids = happened.Devices.Select(device => device.DeviceId).ToList();
        var known = new Dictionary<Guid, FleetDevice>();
        foreach (var batch in ids.Chunk(Batch))
            foreach (var device in await Db.Fleet.Where(row => batch.Contains(row.Id)).ToListAsync(cancel))
                known.Add(device.Id, device);
        var under = new List<FleetDevice>();
        foreach (var rented in happened.Devices)
        {
            if (!known.TryGetValue(rented.DeviceId, out var device))
                Db.Fleet.Add(device = new FleetDevice(rented, contract));
            else if (device.ContractId != contract.ContractId)
                device.Learn(rented, contract);
            if (device.ContractId == contract.ContractId)
                under.Add(device);
        }
        return under;
    }
}
