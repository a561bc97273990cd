using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Pages;
using WaaS.Logistics.Sanitization.Resources;
using WaaS.Logistics.Sanitization.ShowOrders;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Sanitization.TakeScan;

/// <summary>Any scan at the bench opens what it names: a device by serial or tag, the device a carrier is in, a certificate. Nothing is found by likeness.</summary>
internal sealed class TakeBenchScan(SanitizationDb db, OrderReader reader, NextDevice next, Texts t)
{
    private const int MaxPayload = 200;

    /// <param name="here">The order whose page the scan was made on.</param>
    public async Task<ScanAnswer> Handle(ScanPost scan, Guid? here, bool mayRecord, CancellationToken cancel)
    {
        var text = scan.Payload.Trim();
        if (text.Length is 0 or > MaxPayload)
            throw RefusedException.Invalid("payload", "The scan is empty or too long for a serial. Scan the serial's barcode alone.");
        if (OwnCode.IsClaimedBy(scan.Payload))
            return await ReadOwn(scan.Payload, here, cancel);
        if (RecordNumber.IsWellFormed(text.ToUpperInvariant()) && await CertificateOf(text.ToUpperInvariant(), cancel) is { } certificate)
            return certificate;
        if (Serials.Key(text) is not { } key)
            return new ScanAnswer(Tone.Look, t["Scan_NoSerial"], text, t["Scan_NoSerialNext"]);
        var found = await Newest().Where(order => order.DeviceKey == key || order.Slots.Any(slot => slot.CarrierKey == key)).Select(order => order.Id).Take(2).ToListAsync(cancel);
        return found.Count switch
        {
            1 => await Open(found[0], cancel),
            0 => await Unknown(text, here, mayRecord, cancel),
            _ => new ScanAnswer(Tone.Stop, t["Scan_Ambiguous"], text, t["Scan_AmbiguousNext"]),
        };
    }

    private async Task<ScanAnswer> ReadOwn(string payload, Guid? here, CancellationToken cancel)
    {
        if (!OwnCode.TryParse(payload, out var code, out _))
            return new ScanAnswer(Tone.Look, t["Scan_Misread"], payload.Trim(), t["Scan_MisreadNext"]);
        if (code is { Kind: OwnCodeKind.Command, Id: "NEXT" })
            return await next.After(here, cancel) is { } waiting ? await Open(waiting, cancel) : new ScanAnswer(Tone.Ok, t["Scan_NothingNext"], "", t[here is null ? "Scan_NothingNextHere" : "Scan_NothingNextElse"]);
        if (code.Kind != OwnCodeKind.Device || !code.TryGetGuid(out var device))
            return new ScanAnswer(Tone.Look, t["Scan_NotHere"], payload.Trim(), t["Scan_NotHereNext"]);
        var order = await Newest().Where(order => order.DeviceId == device).Select(order => (Guid?)order.Id).SingleOrDefaultAsync(cancel);
        return order is { } id ? await Open(id, cancel) : new ScanAnswer(Tone.Look, t["Scan_Unknown"], payload.Trim(), t["Scan_UnknownNext"]);
    }

    private async Task<ScanAnswer?> CertificateOf(string number, CancellationToken cancel) =>
        await db.Certificates.AnyAsync(certificate => certificate.Number == number, cancel)
            ? new ScanAnswer(Tone.Again, t["Scan_Certificate"], number, null, $"/wipe/certificates/{number}")
            : null;

    // On the page of a device whose carrier could not be read, the label that nobody knows is most likely that carrier's: the form opens with it, a person decides.
    private async Task<ScanAnswer> Unknown(string serial, Guid? here, bool mayRecord, CancellationToken cancel)
    {
        if (here is { } orderId && mayRecord)
        {
            var unread = await db.Slots.AsNoTracking().Where(slot => slot.OrderId == orderId && slot.CarrierKey == null && slot.State == SlotState.Open).Select(slot => slot.Id).Take(2).ToListAsync(cancel);
            if (unread.Count == 1)
                return new ScanAnswer(Tone.Look, t["Scan_NewCarrier"], serial, t["Scan_NewCarrierNext"], $"/wipe/orders/{orderId}/slots/{unread[0]}/carrier?serial={Uri.EscapeDataString(serial)}");
        }
        return new ScanAnswer(Tone.Look, t["Scan_Unknown"], serial, t["Scan_UnknownNext"]);
    }

    private async Task<ScanAnswer> Open(Guid orderId, CancellationToken cancel) => Headline.Of(t, await reader.Show(orderId, cancel)) with { Go = $"/wipe/orders/{orderId}" };

    private IQueryable<WipeOrder> Newest() => db.Orders.AsNoTracking().Where(order => !db.Orders.Any(later => later.DeviceId == order.DeviceId && later.Cycle > order.Cycle));
}
