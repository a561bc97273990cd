using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.NoteCarriers;

/// <param name="Slots">The whole device as seen now; replaces what was noted before.</param>
/// <param name="CountUnknown">Nobody can see how many carriers there are, for example because the case is closed.</param>
internal sealed record NoteCarriersRequest(Guid OpId, IReadOnlyList<NotedSlot> Slots, bool CountUnknown = false);

/// <param name="Serial">The carrier's, as scanned; absent where the slot is empty or the label cannot be read.</param>
internal sealed record NotedSlot(string Slot, bool Empty = false, string? Serial = null);

internal sealed record NoteCarriersAnswer(Guid DeviceId, int Cycle, int Revision, int Slots);

/// <summary>What somebody saw in the slots of a received device.</summary>
internal sealed class NoteCarriers(ReturnsDb db)
{
    public const string Operation = "note-carriers";
    private const int MaxSlots = 64;

    public Task<NoteCarriersAnswer> Handle(Guid sessionId, Guid scanId, NoteCarriersRequest request, CancellationToken cancel) => db.Once(request.OpId, Operation, new { sessionId, scanId, request }, async () =>
    {
        var scan = await db.Scans.AsNoTracking().SingleOrDefaultAsync(row => row.Id == scanId && row.SessionId == sessionId, cancel) ?? throw RefusedException.NotFound("scan", scanId.ToString());
        var receipt = await db.Receipts.SingleOrDefaultAsync(row => row.DeviceId == scan.DeviceId && row.State == ReceiptState.Standing, cancel)
            ?? throw new RefusedException("not-received", $"{scan.Serial} has no receipt. Carriers are noted for received devices.", 409, null, scan.Serial);
        var slots = request.Slots.Select(Read).ToList();
        RequireDistinct(slots);
        await RequireElsewhereUnseen(receipt, slots, cancel);
        var seen = receipt.Note(slots, request.CountUnknown);
        db.AddRange(receipt.Carriers);
        db.AddToOutbox(seen);
        return new NoteCarriersAnswer(receipt.DeviceId, receipt.Cycle, receipt.CarriersRevision, slots.Count);
    }, [], cancel);

    private static SeenSlot Read(NotedSlot noted)
    {
        var slot = noted.Slot.Trim();
        if (slot.Length is 0 or > 30 || slot.Any(char.IsControl))
            throw RefusedException.Invalid("slot", "A slot has a name of 1 to 30 characters, for example 1 or M.2-1.");
        if (string.IsNullOrWhiteSpace(noted.Serial))
            return new SeenSlot(slot, noted.Empty ? "empty" : "carrier", null);
        if (noted.Empty)
            throw RefusedException.Invalid("serial", $"Slot {slot} is said to be empty, and to hold {noted.Serial}. Say one of both.", slot, noted.Serial).Worded("slot-empty-and-full");
        var key = Scanning.DeviceSerial.Key(noted.Serial) ?? throw RefusedException.Invalid("serial", $"'{noted.Serial}' is no serial. Scan the carrier's serial barcode alone.", noted.Serial).Worded("carrier-no-serial");
        return new SeenSlot(slot, "carrier", Scanning.DeviceSerial.IsPlaceholder(key) ? null : noted.Serial.Trim());
    }

    private static void RequireDistinct(List<SeenSlot> slots)
    {
        if (slots.Count > MaxSlots)
            throw RefusedException.Invalid("slots", $"A device has at most {MaxSlots} slots.", MaxSlots);
        if (slots.GroupBy(slot => slot.Slot, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw RefusedException.Invalid("slots", $"Slot {twice.Key} is named twice.", twice.Key).Worded("slot-twice");
        if (slots.Where(slot => slot.CarrierSerial is not null).GroupBy(slot => slot.CarrierSerial, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw RefusedException.Invalid("slots", $"Carrier {same.Key} is noted in two slots. Scan the label in the slot itself.", same.Key!).Worded("carrier-in-two-slots");
    }

    private async Task RequireElsewhereUnseen(Receipt receipt, List<SeenSlot> slots, CancellationToken cancel)
    {
        var serials = slots.Where(slot => slot.CarrierSerial is not null).Select(slot => slot.CarrierSerial!).ToList();
        var other = await db.Set<SeenCarrier>().Where(row => row.CarrierSerial != null && serials.Contains(row.CarrierSerial) && row.Revision == row.Receipt.CarriersRevision && row.Receipt.Id != receipt.Id && row.Receipt.State == ReceiptState.Standing)
            .Select(row => new { row.CarrierSerial, row.Receipt.Serial }).FirstOrDefaultAsync(cancel);
        if (other is not null)
            throw new RefusedException("carrier-elsewhere", $"Carrier {other.CarrierSerial} was seen in device {other.Serial}. Check both devices; correct the other one first if it was a mistake.", 409, "serial", other.CarrierSerial!, other.Serial);
    }
}
