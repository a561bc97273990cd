using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Rentals.AnnounceContractEnds;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <param name="Lines">Lines of the file that name a device.</param>
/// <param name="Unchanged">Lines that were known already.</param>
internal sealed record ImportResult(int Lines, int ContractsAdded, int DevicesAdded, int Unchanged);

/// <summary>Takes in a whole file or nothing of it. The same file again changes nothing.</summary>
internal sealed class ImportContracts(RentalsDb db, ContractEndsSignal signal)
{
    private const int Tries = 5;
    private static readonly RaceIndex[] Races = [RentalsDb.OneRunningContract, RentalsDb.OneDevice, RentalsDb.OneNumber];

    /// <exception cref="ImportRefusedException">With everything that is wrong with the file.</exception>
    public async Task<ImportResult> Handle(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        var errors = new List<ImportError>();
        var lines = CsvLines.Read(CsvText.Read(file.Span), errors);
        FileRules.Check(lines, errors);
        for (var attempt = 1; ; attempt++)
        {
            var known = await KnownFacts.Load(db, lines, cancel);
            var all = new List<ImportError>(errors);
            foreach (var line in lines)
                known.Check(line, all);
            if (all.Count > 0)
                throw new ImportRefusedException([.. all.OrderBy(error => error.Line)]);
            var result = Apply(lines, known);
            try
            {
                await db.SaveChangesAsync(cancel);
                signal.Wake();
                return result;
            }
            catch (DbUpdateException e) when (attempt < Tries && LostRace(e))
            {
                // Another import was faster with the same contract or device: look again what is known now.
                db.ChangeTracker.Clear();
            }
        }
    }

    // A rule of the database may speak before an index does; looked at again, the code's own rule says why not.
    private static bool LostRace(DbUpdateException e) => e is DbUpdateConcurrencyException || Violations.IsContention(e) || Violations.RaisedByTrigger(e) is not null
        || Races.Any(race => Violations.IsUnique(e, race.Name, race.Columns));

    private ImportResult Apply(List<ContractLine> lines, KnownFacts known)
    {
        var (contracts, devices) = (0, 0);
        foreach (var group in lines.GroupBy(line => line.Contract, StringComparer.Ordinal))
        {
            if (!known.Contracts.TryGetValue(group.Key, out var contract))
            {
                var first = group.First();
                contract = new Contract(first.Contract, first.Customer, first.Reseller, first.Start, first.TermMonths, db.Now);
                db.Contracts.Add(contract);
                contracts++;
            }
            var present = contract.Devices.Select(line => line.DeviceId).ToHashSet();
            foreach (var line in group)
                if (Add(contract, line, known, present))
                    devices++;
        }
        return new ImportResult(lines.Count, contracts, devices, lines.Count - devices);
    }

    private bool Add(Contract contract, ContractLine line, KnownFacts known, HashSet<Guid> present)
    {
        if (!known.Devices.TryGetValue((line.MakerKey, line.SerialKey), out var device))
            db.Devices.Add(device = new Device(line.Manufacturer, line.Model, line.Serial));
        if (!present.Add(device.Id))
            return false;
        known.ComeBack(device);
        var rented = contract.Add(device, line.CarrierSlots, line.ProtectionNeed, line.ProductClass);
        db.ContractDevices.Add(rented);
        db.AddToOutbox(new DeviceRented(contract.Id, contract.Number, contract.Customer, contract.Reseller, contract.Start, contract.EndsOn, rented.ToMessage()));
        return true;
    }
}
