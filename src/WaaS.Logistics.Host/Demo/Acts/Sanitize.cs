using System.Text.Json;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>Every received device gets its proof: wiped by the station, decided on by people where the policy asks, or seen without a carrier by two.</summary>
internal sealed class Sanitize(Stage stage)
{
    private readonly WipeBench _bench = new(stage);

    public async Task Play()
    {
        await _bench.Enrol();
        foreach (var part in Story.Parts.Where(part => part.Arrival is not (Arrival.NotAtAll or Arrival.Unexpected or Arrival.Swapped)))
        {
            var order = await OrderOf(part);
            if (stage.Input.CarriersOf(part.Serial).Count == 0)
            {
                await ConfirmNoCarrier(part, order);
                continue;
            }
            await NameCarriers(part, order);
            await _bench.Wipe(part);
            await Decide(part, order);
        }
        foreach (var part in Story.Parts.Where(part => part.End == End.Quarantined))
            await _bench.MustNotWipe(part);
    }

    private Task<Guid> OrderOf(Part part) => Wait.For($"device {part.Serial} has a wipe order", async () =>
        (await stage.People.Operator.Get($"/wipe/api/orders?filter=All&search={part.Serial}")).EnumerateArray().Select(line => (Guid?)line.GetProperty("id").GetGuid()).SingleOrDefault(), stage.Cancel);

    private Task<JsonElement> Show(Guid order) => stage.People.Operator.Get($"/wipe/api/orders/{order}");

    // What could not be read at the dock is read at the bench, where the device is open.
    private async Task NameCarriers(Part part, Guid order)
    {
        var carriers = stage.Input.CarriersOf(part.Serial);
        var isUnreadable = part.Arrival == Arrival.WithUnreadableCarrier;
        var slots = await Wait.For($"what was seen in {part.Serial} at the dock stands in its wipe order", async () =>
            (await Show(order)).GetProperty("slots") is var seen && seen.GetArrayLength() == carriers.Count && (isUnreadable || seen.EnumerateArray().All(IsNamed)) ? seen : (JsonElement?)null, stage.Cancel);
        foreach (var (slot, carrier) in slots.EnumerateArray().Where(slot => !IsNamed(slot)).Zip(carriers))
        {
            await stage.People.Operator.Post($"/wipe/api/orders/{order}/slots/{slot.GetProperty("id").GetGuid()}/carrier", new { opId = Guid.NewGuid(), carrierSerial = carrier.Serial });
            stage.Narrator.Say($"{carrier.Serial}: {stage.People.Operator.DisplayName} read the label that could not be read at the dock");
        }
    }

    private static bool IsNamed(JsonElement slot) => slot.GetProperty("carrierSerial").ValueKind != JsonValueKind.Null;

    private async Task Decide(Part part, Guid order)
    {
        var waiting = (await Show(order)).GetProperty("evidence").EnumerateArray().Where(evidence => evidence.GetProperty("state").GetString() == "UnderReview").ToList();
        foreach (var evidence in waiting.Select(evidence => evidence.GetProperty("id").GetGuid()))
        {
            await stage.MustBeRefused(stage.People.Operator, $"verify the own wipe of {part.Serial}", Path(order, evidence, "verification"), Yes(), "not-allowed");
            await stage.People.Verifier.Post(Path(order, evidence, "verification"), Yes());
            var decided = await stage.People.Releaser.Post(Path(order, evidence, "validation"), Yes());
            stage.Narrator.Say($"{part.Serial}: {stage.People.Verifier.DisplayName} verified, {stage.People.Releaser.DisplayName} validated: certificate {decided.GetProperty("certificateNumber")}");
        }
    }

    private async Task ConfirmNoCarrier(Part part, Guid order)
    {
        Person first = stage.People.Operator, second = stage.People.Verifier;
        var record = await first.Post($"/wipe/api/orders/{order}/no-carrier", new { opId = Guid.NewGuid(), slotId = (Guid?)null, note = "Opened the case: no drive bay, the M.2 socket is empty." });
        var path = $"/wipe/api/orders/{order}/no-carrier/{record.GetProperty("recordId").GetGuid()}/second";
        await stage.MustBeRefused(first, $"confirm alone that {part.Serial} has no carrier", path, Yes(), "same-person");
        await second.Post(path, Yes());
        stage.Narrator.Say($"{part.Serial}: {first.DisplayName} and {second.DisplayName} saw that it has no carrier: record {record.GetProperty("number")}");
    }

    private static string Path(Guid order, Guid evidence, string decision) => $"/wipe/api/orders/{order}/evidence/{evidence}/{decision}";

    private static object Yes() => new { opId = Guid.NewGuid(), decision = "yes" };
}
