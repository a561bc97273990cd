using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.ReportCarrier;

/// <param name="Slot">Where it was found, for example M.2-2.</param>
/// <param name="CarrierSerial">Absent where the label cannot be read.</param>
internal sealed record ReportCarrierRequest(Guid OpId, string Slot, string? CarrierSerial = null);

/// <summary>Somebody finds a carrier nobody knew of: whatever was decided here, the device goes back to sanitization.</summary>
internal sealed class ReportCarrier(RefurbishmentDb db)
{
    private const int MaxSlot = 60;

    public Task<SentBackAnswer> Handle(Guid deviceId, ReportCarrierRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "report-carrier", new { deviceId, request.Slot, request.CarrierSerial }, async () =>
        {
            var slot = request.Slot.Trim();
            if (slot.Length is 0 or > MaxSlot || slot.Any(char.IsControl))
                throw RefusedException.Invalid("slot", $"Say where the carrier is, in 1 to {MaxSlot} characters, for example M.2-2.", MaxSlot);
            var device = await db.Device(deviceId, cancel);
            db.AddToOutbox(device.FindCarrier(slot, Serial(request.CarrierSerial), db.Origin, db.Now));
            return new SentBackAnswer(device.Id, device.Latest!.Cycle, device.Latest.State);
        }, [], cancel);

    private static string? Serial(string? said)
    {
        if (string.IsNullOrWhiteSpace(said))
            return null;
        var key = DeviceSerial.Key(said) ?? throw RefusedException.Invalid("carrierSerial", $"'{said}' is no serial. Scan the carrier's label alone, or leave the field empty if it cannot be read.", said);
        return DeviceSerial.IsPlaceholder(key) ? null : said.Trim();
    }
}
