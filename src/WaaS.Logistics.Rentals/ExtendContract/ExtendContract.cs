using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.AnnounceContractEnds;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.ExtendContract;

/// <param name="Months">1 to 36, counted from the present end.</param>
internal sealed record ExtendContractRequest(Guid OpId, int Months);

internal sealed record ExtendContractAnswer(string Contract, DateOnly EndsOn);

/// <summary>The customer keeps the devices longer: from here on they must not be wiped.</summary>
internal sealed class ExtendContract(RentalsDb db, ContractEndsSignal signal)
{
    public async Task<ExtendContractAnswer> Handle(string number, ExtendContractRequest request, CancellationToken cancel)
    {
        for (var again = false; ; again = true)
            try
            {
                var answer = await Carry(number, request, cancel);
                signal.Wake();
                return answer;
            }
            catch (DbUpdateException e) when (!again && Violations.RaisedByTrigger(e) is not null)
            {
                // A device went into another contract in between: looked at again, it is named.
                db.ChangeTracker.Clear();
            }
    }

    private Task<ExtendContractAnswer> Carry(string number, ExtendContractRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "extend-contract", new { number, request.Months }, async () =>
        {
            var contract = await db.Contracts.Include(c => c.Devices).ThenInclude(line => line.Device).AsSplitQuery().SingleOrDefaultAsync(c => c.Number == number, cancel)
                ?? throw RefusedException.NotFound("contract", number);
            var extended = contract.Extend(request.Months);
            await RequireDevicesFree(contract, cancel);
            db.AddToOutbox(extended);
            return new ExtendContractAnswer(contract.Number, contract.EndsOn);
        }, [RentalsDb.OneRunningContract], cancel);

    private async Task RequireDevicesFree(Contracts.Contract contract, CancellationToken cancel)
    {
        var kept = contract.Devices.Where(own => own.ReturnedOn is null).Select(own => own.DeviceId).ToList();
        var other = await db.ContractDevices.Where(line => line.Contract.Id != contract.Id && kept.Contains(line.DeviceId)
                && (line.Running || line.Contract.Start <= contract.EndsOn && contract.Start <= (line.ReturnedOn ?? line.Contract.EndsOn)))
            .Select(line => new { line.Device.Serial, line.Contract.Number }).FirstOrDefaultAsync(cancel);
        if (other is not null)
            throw new RefusedException("device-in-other-contract", $"{other.Serial} is in contract {other.Number} meanwhile, so contract {contract.Number} cannot be extended.", 409, null, other.Serial, other.Number, contract.Number);
    }
}
