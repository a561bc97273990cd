using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>Turns what the scanner typed into a serial, or says why it is none. Which of several serials is meant, the fleet decides.</summary>
internal sealed class ReadPayload(ReturnsDb db)
{
    public async Task<ReadScan> Read(RecordScanRequest request, CancellationToken cancel)
    {
        var text = request.Payload.Trim();
        if (text.Length is 0 or > Reading.MaxLength)
            throw RefusedException.Invalid("payload", text.Length == 0 ? "The scan is empty. Scan the serial again." : $"The scan has {text.Length} characters, and no label holds more than {Reading.MaxLength}. Scan the serial's barcode alone.", text.Length, Reading.MaxLength).Worded(text.Length == 0 ? "scan-empty" : "scan-too-long");
        if (request.Manufacturer is { Length: > 60 } || request.Model is { Length: > 100 })
            throw RefusedException.Invalid("manufacturer", "Manufacturer or model is too long (60 and 100 characters).").Worded("maker-too-long");
        if (OwnCode.IsClaimedBy(request.Payload))
            return ReadScan.Of(await ReadTag(request.Payload, request, cancel));
        var reading = Reading.Of(request.Payload);
        var possible = PossibleSerial.Of(reading, text);
        if (request.Serial is not null)
            return ReadScan.Of(ChosenSerial.Of(request, possible.Concat(Arrived(request)).Select(serial => serial.Serial)));
        if (await Unrepaired(request, possible, cancel) is { } question)
            return question;
        if (possible.Count == 0)
            throw RefusedException.Invalid("payload", $"This is no serial. {reading.Error ?? "It is too long or holds characters no serial has."} Scan the serial's barcode alone.").Worded("scan-no-serial");
        var refusal = NoSerial.Of(reading);
        // As most scans are: one way to read it, and nothing for the fleet to decide.
        if (possible is [{ IsSure: false } only] && refusal is null)
            return ReadScan.Of(new ScannedDevice(only.Serial, only.Key, null, ChosenSerial.Clean(request.Manufacturer), ChosenSerial.Clean(request.Model)));
        if (await Known(possible, cancel) is { } known)
            return ReadScan.Of(new ScannedDevice(known.Serial, known.Key, null, ChosenSerial.Clean(request.Manufacturer), ChosenSerial.Clean(request.Model)));
        // Who names the maker has looked: then a serial may have the form of another number.
        if (refusal is not null && ChosenSerial.Clean(request.Manufacturer) is null)
            throw refusal;
        var best = PossibleSerial.Best(possible, text);
        return ReadScan.Of(new ScannedDevice(best.Serial, best.Key, null, ChosenSerial.Clean(request.Manufacturer) ?? best.Maker, ChosenSerial.Clean(request.Model) ?? best.Model));
    }

    private async Task<PossibleSerial?> Known(IReadOnlyList<PossibleSerial> possible, CancellationToken cancel)
    {
        var keys = possible.Select(serial => serial.Key).ToArray();
        var known = await db.Fleet.Where(device => keys.Contains(device.SerialKey)).Select(device => device.SerialKey)
            .Union(db.Stops.Where(stop => keys.Contains(stop.SerialKey) && stop.LiftedAt == null).Select(stop => stop.SerialKey)).ToListAsync(cancel);
        var matching = possible.Where(serial => known.Contains(serial.Key)).ToList();
        // Taking the likelier one would have the other device wiped in its name.
        return matching.Count <= 1 ? matching.SingleOrDefault() : throw new RefusedException("two-devices-fit",
            $"{string.Join(" and ", matching.Select(serial => serial.Serial))} are both serials of devices, and this scan can be either. Scan the barcode that holds the serial alone, or the device's tag.",
            409, "payload", matching.Select(serial => serial.Serial).Cast<object>().ToArray());
    }

    private static IReadOnlyList<PossibleSerial> Arrived(RecordScanRequest request) => request.Arrived?.Trim() is { Length: > 0 } arrived ? PossibleSerial.Of(Reading.Of(arrived), arrived) : [];

    // What a calibration repairs may have been typed by a hand, which needs no repair: where a device has that serial, a person is asked.
    private async Task<ReadScan?> Unrepaired(RecordScanRequest request, IReadOnlyList<PossibleSerial> possible, CancellationToken cancel)
    {
        var arrived = Arrived(request).Where(serial => possible.All(other => other.Key != serial.Key)).Select(serial => serial.Key).ToArray();
        if (arrived.Length == 0 || !await db.Fleet.AnyAsync(device => arrived.Contains(device.SerialKey), cancel))
            return null;
        var keys = arrived.Concat(possible.Select(serial => serial.Key)).ToArray();
        var choices = await db.Fleet.AsNoTracking().Where(device => keys.Contains(device.SerialKey)).OrderBy(device => device.Serial).Select(device => new ScanChoice(device.Manufacturer, device.Model, device.Serial)).ToListAsync(cancel);
        var repaired = PossibleSerial.Best(possible, request.Payload.Trim());
        if (choices.TrueForAll(choice => DeviceSerial.Key(choice.Serial) != repaired.Key))
            choices.Add(new ScanChoice("", "", repaired.Serial));
        return ReadScan.Ask(ScanReason.LooksAlike, repaired.Serial, choices);
    }

    private async Task<ScannedDevice> ReadTag(string text, RecordScanRequest request, CancellationToken cancel)
    {
        if (!OwnCode.TryParse(text, out var code, out var reason))
            throw RefusedException.Invalid("payload", reason).Worded("code-misread");
        if (code.Kind != OwnCodeKind.Device || !code.TryGetGuid(out var id))
            throw new RefusedException("not-a-device", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan a device.", 400, "payload");
        var device = await db.Fleet.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel)
            ?? throw new RefusedException("tag-unknown", "No device has this tag. Scan the maker's serial instead.", 404, "payload");
        return new ScannedDevice(device.Serial, device.SerialKey, id, device.Manufacturer, device.Model);
    }
}
