using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Labels;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>All codes of one label taken together: the fleet decides which is the device's serial, the others are kept. Serials of two devices are never chosen between.</summary>
internal sealed class ReadLabel(ReturnsDb db)
{
    public async Task<ReadScan> Read(RecordScanRequest request, CancellationToken cancel)
    {
        var codes = request.Codes!.Select(LabelLine.Of).ToList();
        var tag = await Tag(codes, cancel);
        var possible = codes.SelectMany(code => code.Serials).DistinctBy(serial => serial.Key).ToList();
        if (request.Serial is not null)
            return Found(ChosenSerial.Of(request, possible.Select(serial => serial.Serial)), codes);
        var keys = possible.Select(serial => serial.Key).ToArray();
        var known = await db.Fleet.AsNoTracking().Where(device => keys.Contains(device.SerialKey)).OrderBy(device => device.Serial)
            .Select(device => new ScanChoice(device.Manufacturer, device.Model, device.Serial)).ToListAsync(cancel);
        var stopped = await db.Stops.Where(stop => keys.Contains(stop.SerialKey) && stop.LiftedAt == null).Select(stop => stop.Serial).ToListAsync(cancel);
        known.AddRange(stopped.Where(serial => known.TrueForAll(choice => DeviceSerial.Key(choice.Serial) != DeviceSerial.Key(serial))).Select(serial => new ScanChoice("", "", serial)));
        if (tag is not null)
            return known.Exists(choice => DeviceSerial.Key(choice.Serial) != tag.SerialKey) ? throw TwoDevices([tag.Serial, .. known.Select(choice => choice.Serial)]) : Found(tag, codes);
        return Decide(request, codes, known);
    }

    private static ReadScan Decide(RecordScanRequest request, List<LabelLine> codes, List<ScanChoice> known)
    {
        var label = LabelReading.Of(codes.Select(code => code.Payload));
        var serials = known.Select(choice => DeviceSerial.Key(choice.Serial)!).Distinct().ToList();
        var named = serials.Count == 1 ? serials[0] : label.Serial is { } picked ? DeviceSerial.Key(picked.Value) : null;
        // A code that says for itself to be the serial, and is not the one picked, is that of another device.
        var rivals = codes.Where(code => code.Strong is not null && !code.Serials.Any(serial => serial.Key == named)).Select(code => code.Strong!).DistinctBy(serial => serial.Key).ToList();
        if (serials.Count > 1 || serials.Count == 1 && rivals.Count > 0 || serials.Count == 0 && (rivals.Count > 0 || label.Contenders.Count > 1))
            return Question(known, rivals, label, named);
        if (serials.Count == 1)
            return Found(new ScannedDevice(known[0].Serial, serials[0], null, ChosenSerial.Clean(request.Manufacturer), ChosenSerial.Clean(request.Model)), codes);
        var best = label.Serial is not null ? new PossibleSerial(label.Serial.Value, named!, label.Serial.IsSure ? label.Maker : null, label.Model, true)
            : codes.SelectMany(code => code.Serials).FirstOrDefault(serial => serial.IsSure) ?? throw NoSerialThere(codes);
        return Found(new ScannedDevice(best.Serial, best.Key, null, ChosenSerial.Clean(request.Manufacturer) ?? best.Maker, ChosenSerial.Clean(request.Model) ?? best.Model), codes);
    }

    private static ReadScan Question(List<ScanChoice> known, List<PossibleSerial> rivals, LabelReading label, string? named)
    {
        List<string> others = [.. rivals.Select(serial => serial.Serial), .. known.Count == 0 ? label.Contenders.Select(contender => contender.Value) : [], .. known.Count == 0 && named is not null ? [label.Serial!.Value] : Array.Empty<string>()];
        var choices = known.Concat(others.Select(serial => new ScanChoice("", "", serial))).DistinctBy(choice => DeviceSerial.Key(choice.Serial)).ToList();
        return ReadScan.Ask(ScanReason.SeveralSerials, string.Join(", ", choices.Select(choice => choice.Serial)), choices);
    }

    private static ReadScan Found(ScannedDevice device, List<LabelLine> codes) => ReadScan.Of(device,
        [.. codes.Where(code => code.Serials.All(serial => serial.Key != device.SerialKey)).Select(code => CodeBeside.OfLabel(code.Reading, code.Text)).OfType<CodeBeside>().DistinctBy(code => (code.Kind, code.Value))]);

    private async Task<ScannedDevice?> Tag(List<LabelLine> codes, CancellationToken cancel)
    {
        var tags = codes.Where(code => code.Own is { Kind: OwnCodeKind.Device }).Select(code => code.Own!).DistinctBy(own => own.Id).ToList();
        if (tags.Count == 0)
            return null;
        if (tags.Count > 1)
            throw TwoDevices(tags.Select(own => own.ToString()));
        var device = tags[0].TryGetGuid(out var id) ? await db.Fleet.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) : null;
        return device is null
            ? throw new RefusedException("tag-unknown", "No device has this tag. Scan the maker's serial instead.", 404, "codes")
            : new ScannedDevice(device.Serial, device.SerialKey, device.Id, device.Manufacturer, device.Model);
    }

    private static RefusedException TwoDevices(IEnumerable<string> seen) => new("two-devices-seen",
        $"Codes of more than one device were seen at once: {string.Join(", ", seen)}. Nothing was recorded. Take each device by itself.", 409, "codes", string.Join(", ", seen));

    private static RefusedException NoSerialThere(List<LabelLine> codes) => new("no-serial-seen",
        $"None of the {codes.Count} codes is a serial. {codes.Select(code => code.Reading.Error).FirstOrDefault(error => error is not null)} Scan the barcode of the serial.".Replace("  ", " ", StringComparison.Ordinal), 400, "codes", codes.Count);
}
