using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.Inspections;

namespace WaaS.Logistics.Tests.Refurbishment;

/// <summary>Devices in the states the tests begin from.</summary>
internal static class Cleared
{
    public const string Serial = "PF3K7X2A";
    public static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    public static readonly Origin Anna = new("anna", "Anna", "bench-1", "REF-1"), Bert = new("bert", "Bert"), Gate = new("vera", "Vera");
    public static readonly ClearedSlot[] OneSlot = [new("M.2-1", "CARR-A1", "certificate", "C-1")];

    public static DeviceCleared Word(Guid id, int cycle, int revision, params ClearedSlot[] slots) =>
        new(id, Guid.NewGuid(), "Stadtwerke Beispiel", "Lenovo", "T14", Serial, "notebook", new Clearance(cycle, revision, slots is [] ? OneSlot : slots));

    public static DeviceReopened Doubt(Guid id, int cycle, int revision) => new(id, Serial, cycle, revision, "certificate C-1 is revoked");

    public static Device Device(int cycle = 1, int revision = 1)
    {
        var device = new Device(Guid.CreateVersion7(), Serial);
        device.Hear(Word(device.Id, cycle, revision), Gate, Now);
        return device;
    }

    public static Device Started()
    {
        var device = Device();
        device.Start(Anna, Now);
        return device;
    }

    public static Device Checked(params (CheckPoint Point, CheckAnswer Answer)[] but)
    {
        var device = Started();
        foreach (var point in Checklist.Points)
        {
            var answer = but.Any(other => other.Point == point) ? but.First(other => other.Point == point).Answer : CheckAnswer.Ok;
            device.Answer(point, answer, answer == CheckAnswer.Fault ? "broken" : null, Anna, Now);
        }
        return device;
    }

    public static Device Graded(string? seal = null)
    {
        var device = Checked();
        device.GiveGrade(Grade.B, seal, Anna, Now);
        return device;
    }

    public static Device In(InspectionState state)
    {
        var device = state switch
        {
            InspectionState.Waiting or InspectionState.Withdrawn or InspectionState.SentBack => Device(),
            InspectionState.InInspection => Checked(),
            InspectionState.Graded => Graded("SEAL-1"),
            _ => Started(),
        };
        if (state == InspectionState.Scrapped)
            device.Scrap("burnt", Anna, Now);
        if (state == InspectionState.Withdrawn)
            device.Hear(Doubt(device.Id, 1, 2), Gate, Now);
        if (state == InspectionState.SentBack)
            device.FindCarrier("M.2-2", null, Anna, Now);
        return device;
    }
}
