using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Refurbishment.FindDevices;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.Resources;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Refurbishment.Pages;

/// <summary>Colours of states and answers, and the sentences for what blocks.</summary>
internal static class Words
{
    public static Tone? Of(InspectionState state) => state switch
    {
        InspectionState.InInspection => Tone.Again,
        InspectionState.Graded => Tone.Ok,
        InspectionState.Withdrawn or InspectionState.SentBack => Tone.Stop,
        InspectionState.Scrapped => Tone.Look,
        _ => null,
    };

    public static Tone? Of(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Ok => Tone.Ok,
        CheckAnswer.Fault => Tone.Look,
        _ => null,
    };

    /// <summary>What is missing for the device to go on, and who can do it.</summary>
    public static string Why(this Texts t, DeviceRow device) => device switch
    {
        { Blocked: "locked" } => t["Why_Locked", device.BlockedBecause],
        { Blocked: "withdrawn", BlockedBecause: { Length: > 0 } because } => t["Why_WithdrawnBecause", Saying.InWords(because)],
        { Blocked: "withdrawn" } => t["Why_Withdrawn"],
        { Blocked: "sent-back" } => t["Why_SentBack", device.BlockedBecause],
        { State: InspectionState.Waiting } => t["Why_Waiting"],
        { State: InspectionState.InInspection } => t["Why_InInspection", device.StartedBy],
        { State: InspectionState.Graded } => t["Why_Graded"],
        _ => t["Why_Scrapped"],
    };

    public static string Subject(DeviceRow device) => $"{device.Name} · {device.Serial}";

    public static string Record(this Texts t, string kind) => kind switch
    {
        "certificate" => t["Record_certificate"],
        "destruction" => t["Record_destruction"],
        "no-carrier" => t["Record_no_carrier"],
        _ => kind,
    };

    /// <summary>The large answer about a device on the bench.</summary>
    public static ScanAnswer Headline(this Texts t, DeviceView view) => view switch
    {
        { Cleared: false, Device.State: InspectionState.Graded or InspectionState.Scrapped } => new(Tone.Stop, t["Headline_NotCleared"], Subject(view.Device), t["Scan_NextWithdrawn"]),
        { Device: { State: InspectionState.InInspection, Blocked: "locked" } } => new(Tone.Stop, t["Headline_Locked"], Subject(view.Device), t["Headline_LockedNext"]),
        { Device.State: InspectionState.InInspection } when view.Open.FirstOrDefault() is { } open => new(Tone.Again, t.Of(view.Device.State), Subject(view.Device), t.Of(open.Check)),
        { Device.State: InspectionState.InInspection } => new(Tone.Ok, t["Headline_Checked"], Subject(view.Device), t["Bench_AllChecked"]),
        { Device: { State: InspectionState.Graded, Grade: { } grade } } => new(Tone.Ok, t.Of(grade), Subject(view.Device), t["Scan_NextGraded"]),
        { Device.State: InspectionState.Waiting } => new(Tone.Ok, t.Of(view.Device.State), Subject(view.Device), t["Scan_NextWaiting"]),
        { Device.State: InspectionState.Scrapped } => new(Tone.Look, t.Of(view.Device.State), Subject(view.Device), t["Scan_NextScrapped"]),
        _ => new(Tone.Stop, t.Of(view.Device.State), Subject(view.Device), t.Why(view.Device)),
    };
}
