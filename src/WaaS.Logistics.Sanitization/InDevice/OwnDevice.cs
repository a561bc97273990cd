using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.InDevice;

/// <summary>Finds the wipe order of the very machine that asks: by what its firmware says, or by what was scanned from its label.</summary>
internal sealed class OwnDevice(SanitizationDb db, OrderLookup orders)
{
    public async Task<WipeOrder> Find(HostIdentity machine, string? scanned, CancellationToken cancel)
    {
        var (said, read) = (Serials.Key(machine.Serial), Serials.Key(scanned));
        if (!string.IsNullOrWhiteSpace(scanned) && read is null)
            throw RefusedException.Invalid("scannedSerial", $"'{scanned}' is what makers leave when they set no serial; it matches nothing. Scan the label.", scanned);
        if (said is not null && read is not null && said != read)
            throw new RefusedException("serial-differs", $"The machine says serial {machine.Serial}, its label says {scanned}. Look at both; nothing is wiped until they agree.", arguments: [machine.Serial!, scanned!]);
        var key = read ?? said ?? throw new RefusedException("serial-unknown", "The machine's firmware says no serial of its own. Scan the label of the machine.");
        var found = await db.Orders.AsNoTracking()
            .Where(order => order.DeviceKey == key && order.State != OrderState.Withdrawn)
            .Where(order => !db.Orders.Any(later => later.DeviceId == order.DeviceId && later.Cycle > order.Cycle && later.State != OrderState.Withdrawn))
            .Select(order => new { order.Id, order.Serial, order.Manufacturer, order.Model }).Take(20).ToListAsync(cancel);
        var serial = scanned ?? machine.Serial!;
        if (found.Count == 0)
            throw new RefusedException("no-such-job", $"There is no wipe order for {serial}. Look whether it was received, and whether the serial is read right.", arguments: [serial]);
        var alike = found.Where(order => MachineNames.Fit(order.Manufacturer, order.Model, machine.Manufacturer, machine.Model)).ToList();
        // One serial at two makers: the firmware's names decide, or nobody does. One order and a scanned label: the label is the word of a second source.
        var one = alike.Count == 1 ? alike[0] : found.Count == 1 && read is not null ? found[0] : null;
        if (one is null && found.Count > 1)
            throw new RefusedException("serial-ambiguous", $"{serial} stands in more than one wipe order. Scan device and carrier; if both do, two people record what is really there.", arguments: [serial]);
        if (one is null)
            throw new RefusedException("device-differs", $"The order of {serial} is for {found[0].Manufacturer} {found[0].Model}; the machine says {machine.Manufacturer} {machine.Model}. Scan the machine's label if it is the same.",
                arguments: [serial, $"{found[0].Manufacturer} {found[0].Model}", $"{machine.Manufacturer ?? "–"} {machine.Model ?? "–"}"]);
        return await orders.Load(one.Id, cancel);
    }

    /// <summary>The newest order of the machine of a one-boot station.</summary>
    public async Task<WipeOrder> Of(Guid deviceId, CancellationToken cancel)
    {
        var newest = await db.Orders.AsNoTracking().Where(order => order.DeviceId == deviceId && order.State != OrderState.Withdrawn)
            .OrderByDescending(order => order.Cycle).Select(order => (Guid?)order.Id).FirstOrDefaultAsync(cancel)
            ?? throw new RefusedException("no-such-job", "There is no wipe order for this machine any more.").Worded("no-job-any-more");
        var order = await orders.Load(newest, cancel);
        order.RequireNotWithdrawn();
        return order;
    }

    public static IReadOnlyList<OwnSlot> Slots(WipeOrder order) =>
        [.. order.Slots.Where(slot => !slot.SeenEmpty).OrderBy(slot => slot.Name, StringComparer.Ordinal)
            .Select(slot => new OwnSlot
            {
                Slot = slot.Name,
                CarrierSerial = slot.CarrierSerial,
                Open = slot.State is SlotState.Open or SlotState.Assigned or SlotState.Wiping,
                Begun = order.Jobs.Any(job => job.SlotId == slot.Id && job.State is (JobState.Active or JobState.Expired)),
            })];
}
