using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Rentals.TrackReturns;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>What the database knows already about the contracts and devices a file names.</summary>
internal sealed class KnownFacts
{
    // Both databases take this many values in one list without a thought.
    private const int Batch = 500;

    public Dictionary<string, Contract> Contracts { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Maker, string Serial), Device> Devices { get; } = [];

    private readonly List<ContractDevice> _rented = [];
    private readonly List<ReturnFact> _facts = [];
    private ILookup<Guid, (ContractDevice Line, DateOnly? Back)> _elsewhere = null!;

    public static async Task<KnownFacts> Load(RentalsDb db, IReadOnlyList<ContractLine> lines, CancellationToken cancel)
    {
        var known = new KnownFacts();
        foreach (var numbers in lines.Select(line => line.Contract).Distinct().Chunk(Batch))
            foreach (var contract in await db.Contracts.Include(c => c.Devices).ThenInclude(line => line.Device).AsSplitQuery().Where(c => numbers.Contains(c.Number)).ToListAsync(cancel))
                known.Contracts.Add(contract.Number, contract);
        foreach (var serials in lines.Select(line => line.SerialKey).Distinct().Chunk(Batch))
        {
            foreach (var device in await db.Devices.Where(d => serials.Contains(d.SerialKey)).ToListAsync(cancel))
                known.Devices.Add((device.MakerKey, device.SerialKey), device);
            known._rented.AddRange(await db.ContractDevices.Include(l => l.Contract).Where(l => serials.Contains(l.Device.SerialKey)).ToListAsync(cancel));
        }
        foreach (var devices in known._rented.Select(line => line.DeviceId).Distinct().Chunk(Batch))
            known._facts.AddRange(await db.ReturnFacts.AsNoTracking().Where(fact => devices.Contains(fact.DeviceId)).ToListAsync(cancel));
        var facts = known._facts.ToLookup(fact => fact.DeviceId);
        known._elsewhere = known._rented.ToLookup(line => line.DeviceId, line => (line, Back(line, [.. facts[line.DeviceId]])));
        return known;
    }

    /// <summary>A device that came back before its contract's end is free from then on, which its former contract has to know before it is in another.</summary>
    public void ComeBack(Device device)
    {
        foreach (var (line, back) in _elsewhere[device.Id])
            if (back is { } day && (line.Running || day < line.LastDay))
                line.Return(day);
    }

    private static DateOnly? Back(ContractDevice line, IReadOnlyCollection<ReturnFact> facts) =>
        ReturnFact.Receipt(line.Contract.Number, facts) is { } receipt ? CivilDay.Of(receipt.OccurredAt) : null;

    public void Check(ContractLine line, List<ImportError> errors)
    {
        if (Contracts.GetValueOrDefault(line.Contract) is { } contract)
            CheckContract(contract, line, errors);
        if (Devices.GetValueOrDefault((line.MakerKey, line.SerialKey)) is { } device)
            CheckDevice(device, line, errors);
    }

    private static void CheckContract(Contract contract, ContractLine line, List<ImportError> errors)
    {
        Same("customer", contract.Customer, line.Customer);
        Same("reseller", contract.Reseller, line.Reseller);
        Same("start", contract.Start, line.Start);
        // An extension made the term longer; the file still names the first one.
        if (line.TermMonths > contract.TermMonths || line.TermMonths < contract.TermMonths && !contract.IsExtended)
            errors.Add(new ImportError(line.Line, "termMonths", ImportFault.LineOtherTerm, contract.Number, contract.TermMonths));
        if (!contract.IsRunning && contract.Devices.All(known => known.Device.SerialKey != line.SerialKey || known.Device.MakerKey != line.MakerKey))
            errors.Add(new ImportError(line.Line, "contract", ImportFault.LineContractEnded, contract.Number, contract.EndsOn));

        void Same<TValue>(string column, TValue known, TValue found)
        {
            if (!EqualityComparer<TValue>.Default.Equals(known, found))
                errors.Add(new ImportError(line.Line, column, ImportFault.LineKnownOther, contract.Number, known, column, found));
        }
    }

    private void CheckDevice(Device device, ContractLine line, List<ImportError> errors)
    {
        if (Scanning.DeviceMaker.ModelKey(device.Model) != Scanning.DeviceMaker.ModelKey(line.Model))
            errors.Add(new ImportError(line.Line, "model", ImportFault.LineOtherModel, device.Manufacturer, device.Serial, device.Model, line.Model));
        if (Contracts.GetValueOrDefault(line.Contract)?.Devices.FirstOrDefault(known => known.DeviceId == device.Id) is { } same)
        {
            if (!same.Says(line.CarrierSlots, line.ProtectionNeed, line.ProductClass))
                errors.Add(new ImportError(line.Line, null, ImportFault.LineOtherFacts, device.Manufacturer, device.Serial, line.Contract));
            return;
        }
        // An extension made the contract longer than the file knows.
        var end = Contracts.GetValueOrDefault(line.Contract)?.EndsOn ?? Term.LastDay(line.Start, line.TermMonths);
        foreach (var (other, back) in _elsewhere[device.Id])
        {
            // Imported by somebody else since the contracts were looked at: the save finds that out.
            if (other.Contract.Number == line.Contract)
                continue;
            var (contract, last) = (other.Contract, back < other.LastDay ? back.Value : other.LastDay);
            if (other.Running && back is null)
                errors.Add(new ImportError(line.Line, "serial", ImportFault.LineRunningElsewhere, device.Manufacturer, device.Serial, contract.Number, contract.EndsOn));
            else if (contract.Start <= end && line.Start <= last)
                errors.Add(new ImportError(line.Line, "start", ImportFault.LineOverlaps, device.Manufacturer, device.Serial, contract.Number, contract.Start, last, line.Start, end));
        }
    }
}
