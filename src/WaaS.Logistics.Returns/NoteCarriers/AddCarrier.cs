using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.NoteCarriers;

/// <summary>What somebody sees next in a device.</summary>
internal enum Noting
{
    Carrier,

    /// <summary>There is a carrier, but its label cannot be read.</summary>
    Unreadable,
    Empty,
    CountUnknown,
    CountKnown,

    /// <summary>What was noted so far does not count.</summary>
    Restart,
}

/// <summary>Carrier after carrier by scan: each goes into the next free slot of what was noted so far.</summary>
internal sealed class AddCarrier(ReturnsDb db, FindCarriers find, NoteCarriers note)
{
    /// <param name="serial">With <see cref="Noting.Carrier"/> alone.</param>
    public async Task<NoteCarriersAnswer> Handle(Guid session, Guid scan, Guid opId, Noting what, string? serial, CancellationToken cancel)
    {
        if (await Done(opId, cancel) is { } done)
            return done;
        serial = CarrierSerial(serial);
        if (serial is not null && DeviceSerial.Key(serial) is { } key && await db.Fleet.AnyAsync(device => device.SerialKey == key, cancel))
            throw new RefusedException("device-not-carrier", $"{serial.Trim()} is the serial of a device, not of a carrier. Finish this device first, then scan the next one.", 409, null, serial.Trim());
        var view = await find.Handle(session, scan, cancel);
        var slots = view.Slots.Select(slot => new NotedSlot(slot.Slot, slot.IsEmpty, slot.Serial)).ToList();
        if (what == Noting.Restart)
            slots.Clear();
        if (what is Noting.Carrier or Noting.Unreadable or Noting.Empty)
            slots.Add(new NotedSlot(NextSlot(slots), what == Noting.Empty, serial));
        var unknown = what == Noting.CountUnknown || view.CountUnknown && what is not (Noting.CountKnown or Noting.Restart);
        return await note.Handle(session, scan, new NoteCarriersRequest(opId, slots, unknown), cancel);
    }

    // A drive's label has several barcodes; its World Wide Name and its PSID are not what the drive calls its serial.
    private static string? CarrierSerial(string? scanned)
    {
        if (scanned is null)
            return null;
        var reading = Reading.Of(scanned);
        if (reading.Candidates.FirstOrDefault(candidate => candidate is { Kind: CandidateKind.Serial, IsSure: true }) is { } serial)
            return serial.Value;
        return NoSerial.Of(reading) is { } refusal ? throw refusal : scanned;
    }

    // The list that is sent on has grown by the first try; a repetition is known by its id alone.
    private async Task<NoteCarriersAnswer?> Done(Guid opId, CancellationToken cancel) =>
        await db.Set<Platform.Data.Operation>().AsNoTracking().Where(row => row.OpId == opId && row.Name == NoteCarriers.Operation).Select(row => row.Answer).SingleOrDefaultAsync(cancel) is { } answer
            ? System.Text.Json.JsonSerializer.Deserialize<NoteCarriersAnswer>(answer, ReturnsDb.EventJson) : null;

    private static string NextSlot(List<NotedSlot> slots)
    {
        var number = slots.Count + 1;
        while (slots.Any(slot => slot.Slot == number.ToString(CultureInfo.InvariantCulture)))
            number++;
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
