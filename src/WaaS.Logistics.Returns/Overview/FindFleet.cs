using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.Overview;

/// <summary>Rented devices, to pick the expected ones from.</summary>
internal sealed class FindFleet(ReturnsDb db)
{
    public const int PageSize = 500;

    public async Task<IReadOnlyList<FleetRow>> Handle(string? customer, string? contract, string? query, CancellationToken cancel)
    {
        var fleet = db.Fleet.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(customer))
            fleet = fleet.Where(device => device.Customer == customer.Trim());
        if (!string.IsNullOrWhiteSpace(contract))
            fleet = fleet.Where(device => device.ContractNumber == contract.Trim());
        if (!string.IsNullOrWhiteSpace(query))
        {
            var part = query.Trim().ToUpperInvariant();
            fleet = fleet.Where(device => device.SerialKey.Contains(part) || device.Model.ToUpper().Contains(part) || device.Customer.ToUpper().Contains(part));
        }
        var rows = await fleet.OrderBy(device => device.Customer).ThenBy(device => device.ContractNumber).ThenBy(device => device.Serial).Take(PageSize).ToListAsync(cancel);
        return [.. rows.Select(device => new FleetRow(device.Id, device.Manufacturer, device.Model, device.Serial, device.ContractNumber, device.Customer, device.EndsOn, device.CarrierSlots,
            OwnCode.Create(OwnCodeKind.Device, device.Id).ToString()))];
    }
}
