using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.GradeDevice;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Refurbishment.StartInspection;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Refurbishment.TakeScan;

/// <summary>Any scan while a device lies on the bench: the cards answer the next check, grade, or lead to a form; the device itself starts its inspection; another device opens.</summary>
internal sealed class TakeBenchScan(
    TakeScan take, FindDevices.FindDevices find, StartInspection.StartInspection start, AnswerChecks.AnswerChecks answer, GradeDevice.GradeDevice grade, Texts texts)
{
    public async Task<ScanReply> Handle(Guid deviceId, ScanPost scan, CancellationToken cancel)
    {
        if (!OwnCode.IsClaimedBy(scan.Payload) || !OwnCode.TryParse(scan.Payload, out var code, out _) || code.Kind != OwnCodeKind.Command)
            return await Device(deviceId, scan, cancel);
        return code.Id switch
        {
            "START" => await Start(deviceId, scan.OpId, cancel),
            "OK" => await Answer(deviceId, scan.OpId, CheckAnswer.Ok, cancel),
            "NA" => await Answer(deviceId, scan.OpId, CheckAnswer.NotApplicable, cancel),
            "FAULT" => await Fault(deviceId, cancel),
            "GRADEA" => await Grade(deviceId, scan.OpId, Inspections.Grade.A, cancel),
            "GRADEB" => await Grade(deviceId, scan.OpId, Inspections.Grade.B, cancel),
            "GRADEC" => await Grade(deviceId, scan.OpId, Inspections.Grade.C, cancel),
            "SCRAP" => Go(deviceId, "scrap", texts["Scrap_Title"]),
            "CARRIER" => Go(deviceId, "carrier", texts["Carrier_Title"]),
            "SEAL" => Go(deviceId, "seal", texts["Seal_Title"]),
            "NEXT" => await take.Next(deviceId, cancel),
            "DONE" => ScanReply.Of("command", Tone.Ok, texts["Queue_Title"], "", null, "/refurb"),
            _ => throw new RefusedException("card-unknown", $"The card {code.Id} does nothing at the bench.", 400, "payload", code.Id),
        };
    }

    private static ScanReply Go(Guid deviceId, string what, string word) => ScanReply.Of("command", Tone.Ok, word, "", null, $"/refurb/devices/{deviceId}/{what}");

    private async Task<ScanReply> Device(Guid deviceId, ScanPost scan, CancellationToken cancel)
    {
        var found = await take.Find(scan.Payload, cancel);
        return found is [{ State: InspectionState.Waiting } device] && device.DeviceId == deviceId ? await Start(deviceId, scan.OpId, cancel) : await take.Handle(scan, cancel);
    }

    private async Task<ScanReply> Start(Guid deviceId, Guid opId, CancellationToken cancel)
    {
        await start.Handle(deviceId, new StartInspectionRequest(opId), cancel);
        return ScanReply.Of("command", Tone.Ok, texts["Bench_Started"], await Name(deviceId, cancel), texts.Of(Checklist.Points[0]), $"/refurb/devices/{deviceId}");
    }

    private async Task<ScanReply> Answer(Guid deviceId, Guid opId, CheckAnswer said, CancellationToken cancel)
    {
        var answered = await answer.Next(deviceId, opId, said, cancel);
        var next = answered.Open.Count > 0 ? texts["Bench_NextCheck", texts.Of(answered.Open[0])] : texts["Bench_AllChecked"];
        return ScanReply.Of("check", Tone.Ok, texts.Of(said), texts.Of(answered.Check), next, $"/refurb/devices/{deviceId}");
    }

    private async Task<ScanReply> Fault(Guid deviceId, CancellationToken cancel)
    {
        var view = await find.Show(deviceId, cancel);
        var open = view.Open.FirstOrDefault()?.Check ?? throw AnswerChecks.AnswerChecks.AllAnswered(view.Device.Serial);
        return ScanReply.Of("command", Tone.Look, texts.Of(CheckAnswer.Fault), texts.Of(open), texts["Fault_Note"], $"/refurb/devices/{deviceId}/checks/{open}");
    }

    private async Task<ScanReply> Grade(Guid deviceId, Guid opId, Grade given, CancellationToken cancel)
    {
        await grade.Handle(deviceId, new GradeDeviceRequest(opId, given), cancel);
        return ScanReply.Of("grade", Tone.Ok, texts["Bench_Graded", texts.Of(given)], await Name(deviceId, cancel), texts["Scan_NextGraded"], $"/refurb/devices/{deviceId}");
    }

    private async Task<string> Name(Guid deviceId, CancellationToken cancel) => await find.ById(deviceId, cancel) is { } device ? $"{device.Name} {device.Serial}" : "";
}
