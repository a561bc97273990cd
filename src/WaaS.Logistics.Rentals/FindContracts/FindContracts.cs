using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.FindContracts;

public sealed record ContractRow(string Number, string Customer, string? Reseller, DateOnly Start, int TermMonths, DateOnly EndsOn, ContractState State, int Devices, string? FollowOnNumber);

public enum ContractState
{
    Running,

    /// <summary>Its end has been announced.</summary>
    Ending,
    Ended,
}

public sealed record ContractDetails(ContractRow Contract, IReadOnlyList<ContractDeviceRow> Devices);

public sealed record ContractDeviceRow(Guid DeviceId, string Manufacturer, string Model, string Serial, int? CarrierSlots, string ProtectionNeed, string? ProductClass, ReturnOfDevice Return);

/// <summary>Contracts for the office: those that end first stand first.</summary>
internal sealed class FindContracts(RentalsDb db)
{
    public const int PageSize = 200;

    /// <param name="query">Part of a contract's number, customer, reseller, or a device's serial.</param>
    public async Task<IReadOnlyList<ContractRow>> Handle(string? query, int skip, CancellationToken cancel)
    {
        var contracts = db.Contracts.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(query))
        {
            var part = query.Trim().ToUpperInvariant();
            contracts = contracts.Where(c => c.Number.ToUpper().Contains(part) || c.Customer.ToUpper().Contains(part)
                || c.Reseller != null && c.Reseller.ToUpper().Contains(part) || c.Devices.Any(line => line.Device.SerialKey.Contains(part)));
        }
        var rows = await contracts.OrderBy(c => c.ReturnDueAnnouncedAt != null).ThenBy(c => c.EndsOn).ThenBy(c => c.Number).Skip(skip).Take(PageSize)
            .Select(c => new { Contract = c, Count = c.Devices.Count }).ToListAsync(cancel);
        return [.. rows.Select(row => Row(row.Contract, row.Count))];
    }

    public async Task<ContractDetails> One(string number, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Devices).ThenInclude(line => line.Device).AsSplitQuery().SingleOrDefaultAsync(c => c.Number == number, cancel)
            ?? throw RefusedException.NotFound("contract", number);
        var ids = contract.Devices.Select(line => line.DeviceId).ToList();
        var facts = (await db.ReturnFacts.AsNoTracking().Where(fact => ids.Contains(fact.DeviceId)).ToListAsync(cancel)).ToLookup(fact => fact.DeviceId);
        return new ContractDetails(Row(contract, contract.Devices.Count),
            [.. contract.Devices.OrderBy(line => line.Device.Manufacturer).ThenBy(line => line.Device.Serial).Select(line => new ContractDeviceRow(
                line.DeviceId, line.Device.Manufacturer, line.Device.Model, line.Device.Serial, line.CarrierSlots, line.ProtectionNeed.Word(), line.ProductClass,
                ReturnOfDevice.Of(contract.Number, !contract.IsRunning, [.. facts[line.DeviceId]])))]);
    }

    private static ContractRow Row(Contract c, int devices) =>
        new(c.Number, c.Customer, c.Reseller, c.Start, c.TermMonths, c.EndsOn, !c.IsRunning ? ContractState.Ended : c.EndingAnnouncedAt is null ? ContractState.Running : ContractState.Ending, devices, c.FollowOnNumber);
}
