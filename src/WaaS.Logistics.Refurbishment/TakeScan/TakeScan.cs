using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.TakeScan;

/// <summary>Any scan in refurbishment finds its device, by serial or device tag, or with the card the next one that waits. It changes nothing, so each repetition answers as things stand.</summary>
internal sealed class TakeScan(FindDevices.FindDevices find, Texts texts)
{
    private const int MaxPayload = 200;

    public async Task<ScanReply> Handle(ScanPost scan, CancellationToken cancel)
    {
        if (OwnCode.IsClaimedBy(scan.Payload) && OwnCode.TryParse(scan.Payload, out var code, out _) && code is { Kind: OwnCodeKind.Command, Id: "NEXT" })
            return await Next(null, cancel);
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

    /// <param name="here">The device on the bench: then the one that waits after it, and after the last the first.</param>
    public async Task<ScanReply> Next(Guid? here, CancellationToken cancel)
    {
        var waiting = await find.List([InspectionState.Waiting], null, 0, cancel);
        var at = waiting.Select(device => device.DeviceId).ToList().IndexOf(here ?? Guid.Empty);
        return waiting.Count == 0 || waiting.Count == 1 && at == 0
            ? ScanReply.Of("command", Tone.Ok, texts["Scan_NothingNext"], "", texts[at == 0 ? "Scan_NothingNextElse" : "Scan_NothingNextHere"])
            : Of(waiting[(at + 1) % waiting.Count]);
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
