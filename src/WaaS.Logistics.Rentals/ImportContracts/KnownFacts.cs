using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>What the database knows already about the contracts and devices a file names.</summary>
internal sealed class KnownFacts
{
    // Both databases take this many values in one list without a thought.
    private const int Batch = 500;

    public Dictionary<string, Contract> Contracts { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Maker, string Serial), Device> Devices { get; } = [];

    /// <summary>The running contract of a device.</summary>
    public Dictionary<Guid, ContractDevice> Running { get; } = [];

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
            foreach (var line in await db.ContractDevices.Include(l => l.Contract).Where(l => l.Running && serials.Contains(l.Device.SerialKey)).ToListAsync(cancel))
                known.Running.Add(line.DeviceId, line);
        }
        return known;
    }

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
        if (Running.GetValueOrDefault(device.Id) is { } running && running.Contract.Number != line.Contract)
            errors.Add(new ImportError(line.Line, "serial", ImportFault.LineRunningElsewhere, device.Manufacturer, device.Serial, running.Contract.Number, running.Contract.EndsOn));
        if (Contracts.GetValueOrDefault(line.Contract)?.Devices.FirstOrDefault(known => known.DeviceId == device.Id) is { } same && !same.Says(line.CarrierSlots, line.ProtectionNeed, line.ProductClass))
            errors.Add(new ImportError(line.Line, null, ImportFault.LineOtherFacts, device.Manufacturer, device.Serial, line.Contract));
    }
}
