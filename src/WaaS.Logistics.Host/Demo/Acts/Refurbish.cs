using System.Text.Json;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>Cleared devices come to the technician's bench, are inspected by the short checklist and get their grade.</summary>
internal sealed class Refurbish(Stage stage)
{
    private static readonly string[] Checks = ["power", "display", "keyboard", "battery", "housing", "ports", "locks", "no-carrier-left"];
    private static readonly string[] NotOnADesktop = ["display", "keyboard", "battery"];
    private readonly Person _technician = stage.People.Technician;

    public async Task Play()
    {
        foreach (var part in Story.Parts.Where(part => part.Grade is not null))
            await Inspect(part);
        var blocked = Story.Parts.First(part => part.End == End.WipeFailed);
        await stage.MustBeRefused(_technician, $"inspect {blocked.Serial}, whose wipe failed", Path(blocked, "inspection"), new { opId = Guid.NewGuid() }, "not-found");
    }

    private async Task Inspect(Part part)
    {
        await Wait.Until($"{part.Serial} waits for its inspection", async () =>
            (await _technician.Get($"/refurb/api/devices?q={part.Serial}")).EnumerateArray().Any(row => row.GetProperty("serial").GetString() == part.Serial), stage.Cancel);
        await _technician.Post(Path(part, "inspection"), new { opId = Guid.NewGuid() });
        await _technician.Post(Path(part, "checks"), new { opId = Guid.NewGuid(), checks = Checks.Select(check => Answer(part, check)) });
        if (part.Grade != "A")
            await stage.MustBeRefused(_technician, $"grade {part.Serial} A in spite of a fault", Path(part, "grade"), new { opId = Guid.NewGuid(), grade = "A" }, "grade-too-good");
        var graded = await _technician.Post(Path(part, "grade"), new { opId = Guid.NewGuid(), grade = part.Grade });
        stage.Narrator.Say($"{part.Serial}: {_technician.DisplayName} inspected it, grade {graded.GetProperty("grade").GetString()}");
    }

    private object Answer(Part part, string check)
    {
        var (answer, note) = check switch
        {
            "housing" when part.Grade != "A" => ("fault", part.Grade == "B" ? "scratches on the lid" : "a corner is cracked"),
            _ when stage.Input.Device(part.Serial)!.ProductClass != "notebook" && NotOnADesktop.Contains(check) => ("not-applicable", null),
            _ => ("ok", (string?)null),
        };
        return new { check, answer, note };
    }

    private string Path(Part part, string act) => $"/refurb/api/devices/{stage.DeviceIds[part.Serial]}/{act}";
}
