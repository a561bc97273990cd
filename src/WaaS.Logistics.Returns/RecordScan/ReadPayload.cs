using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>Turns what the scanner typed into a serial, or says why it is none.</summary>
internal sealed class ReadPayload(ReturnsDb db)
{
    private const int MaxPayload = 200;

    public async Task<ScannedDevice> Read(RecordScanRequest request, CancellationToken cancel)
    {
        var text = request.Payload.Trim();
        if (text.Length is 0 or > MaxPayload)
            throw RefusedException.Invalid("payload", text.Length == 0 ? "The scan is empty. Scan the serial again." : $"The scan has {text.Length} characters; a serial has at most {DeviceSerial.MaxLength}. Scan the serial's barcode alone.");
        if (request.Manufacturer is { Length: > 60 } || request.Model is { Length: > 100 })
            throw RefusedException.Invalid("manufacturer", "Manufacturer or model is too long (60 and 100 characters).");
        if (OwnCode.IsClaimedBy(request.Payload))
            return await ReadTag(request.Payload, request, cancel);
        var key = DeviceSerial.Key(text) ?? throw RefusedException.Invalid("payload", "This is no serial: it is too long or holds characters no serial has. Scan the serial's barcode alone.");
        return new ScannedDevice(text, key, null, request.Manufacturer?.Trim(), request.Model?.Trim());
    }

    private async Task<ScannedDevice> ReadTag(string text, RecordScanRequest request, CancellationToken cancel)
    {
        if (!OwnCode.TryParse(text, out var code, out var reason))
            throw RefusedException.Invalid("payload", reason);
        if (code.Kind != OwnCodeKind.Device || !code.TryGetGuid(out var id))
            throw new RefusedException("not-a-device", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan a device.", 400, "payload", code.Kind.ToString());
        var device = await db.Fleet.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel)
            ?? throw new RefusedException("tag-unknown", "No device has this tag. Scan the maker's serial instead.", 404, "payload");
        return new ScannedDevice(device.Serial, device.SerialKey, id, device.Manufacturer, device.Model);
    }
}
