using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.LearnFleet;

internal sealed class LearnDeviceOnDeviceRented(ReturnsDb db) : Consumer<DeviceRented, ReturnsDb>(db)
{
    protected override async Task Apply(DeviceRented happened, Received received, CancellationToken cancel)
    {
        var contract = new RentedUnder(happened.ContractId, happened.ContractNumber, happened.Customer, happened.EndsOn);
        if (await Db.Fleet.SingleOrDefaultAsync(device => device.Id == happened.Device.DeviceId, cancel) is not { } known)
        {
            Db.Fleet.Add(new FleetDevice(happened.Device, contract));
            return;
        }
        var standing = await Db.Receipts.Where(row => row.DeviceId == known.Id && row.State == ReceiptState.Standing).ToListAsync(cancel);
        if (!known.Learn(happened.Device, contract, standing.Any(row => row.ContractId == known.ContractId && DateOnly.FromDateTime(row.ReceivedAt) < happened.Start)))
            return;
        // Rented out again: what was received under the earlier contract has left the house.
        foreach (var receipt in standing.Where(row => row.ContractId != known.ContractId))
            receipt.End();
    }
}
