using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.TakeScan;

/// <summary>Any scan in refurbishment finds its device, by serial or device tag. It changes nothing, so each repetition answers as things stand.</summary>
internal sealed class TakeScan(FindDevices.FindDevices find, Texts texts)
{
    private const int MaxPayload = 200;

    public async Task<ScanReply> Handle(ScanPost scan, CancellationToken cancel)
    {
        var found = await Find(scan.Payload, cancel);
        return found switch
        {
            [] => ScanReply.Of("device", Tone.Look, texts["Scan_Unknown"], scan.Payload.Trim(), texts["Scan_UnknownNext"]),
            [var device] => Of(device),
            _ => ScanReply.Of("question", Tone.Look, texts["Scan_Whose"], scan.Payload.Trim(), texts["Scan_WhoseNext"], $"/refurb?q={Uri.EscapeDataString(scan.Payload.Trim())}&show=all") with { Devices = found },
        };
    }

    public async Task<IReadOnlyList<DeviceRow>> Find(string payload, CancellationToken cancel)
    {
        var text = payload.Trim();
        if (text.Length is 0 or > MaxPayload)
            throw RefusedException.Invalid("payload", "Scan the serial or the tag of one device.");
        if (!OwnCode.IsClaimedBy(payload))
            return DeviceSerial.Key(text) is { } key ? await find.BySerial(key, cancel) : throw RefusedException.Invalid("payload", "Scan the serial or the tag of one device.");
        if (!OwnCode.TryParse(payload, out var code, out var reason))
            throw new RefusedException("code-unreadable", reason, 400, "payload");
        if (code.Kind != OwnCodeKind.Device || !code.TryGetGuid(out var id))
            throw new RefusedException("not-a-device", $"This is the code of a {code.Kind.ToString().ToLowerInvariant()}. Scan a device.", 400, "payload", code.Kind.ToString());
        return await find.ById(id, cancel) is { } device ? [device] : [];
    }

    public ScanReply Of(DeviceRow device) =>
        new(ToneOf(device.State), texts.Of(device.State), $"{device.Name} {device.Serial}", texts[NextOf(device.State)], $"/refurb/devices/{device.DeviceId}", null, "device", [device]);

    public static Tone ToneOf(InspectionState state) => state switch
    {
        InspectionState.Waiting => Tone.Ok,
        InspectionState.InInspection or InspectionState.Graded => Tone.Again,
        InspectionState.Withdrawn or InspectionState.SentBack => Tone.Stop,
        _ => Tone.Look,
    };

    private static string NextOf(InspectionState state) => state switch
    {
        InspectionState.Waiting => "Scan_NextWaiting",
        InspectionState.InInspection => "Scan_NextInInspection",
        InspectionState.Graded => "Scan_NextGraded",
        InspectionState.Scrapped => "Scan_NextScrapped",
        InspectionState.Withdrawn => "Scan_NextWithdrawn",
        _ => "Scan_NextSentBack",
    };
}
