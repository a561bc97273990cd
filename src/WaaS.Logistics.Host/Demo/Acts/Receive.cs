using System.Text.Json;
using WaaS.Logistics.Host.Demo.Cast;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>Serial after serial is scanned at the receiving desk; what is seen in each device is noted; the session is closed with a PIN.</summary>
internal sealed class Receive(Stage stage)
{
    private readonly Person _worker = stage.People.Receiving;

    public async Task Play()
    {
        foreach (var (contract, order) in stage.Orders)
        {
            var session = (await _worker.Post("/returns/api/sessions", new { opId = Guid.NewGuid(), order, place = FirstDay.Cage, quarantinePlace = FirstDay.Quarantine })).GetProperty("sessionId").GetGuid();
            foreach (var part in Story.Parts.Where(part => ContractOf(part) == contract))
                await Take(session, part);
            var closed = await _worker.Post($"/returns/api/sessions/{session}/close", new { opId = Guid.NewGuid(), pin = _worker.Pin, orderComplete = true });
            stage.Narrator.Say($"{order} is closed with {_worker.DisplayName}'s PIN: {closed.GetProperty("received")} received, missing {string.Join(", ", closed.GetProperty("missing").EnumerateArray())}");
        }
    }

    // What nobody announced comes in the parcels of the ended contract.
    private string ContractOf(Part part) => part.Arrival is Arrival.Unexpected or Arrival.Swapped ? Story.EndedContract : stage.Input.Device(part.Serial)!.Contract;

    private async Task Take(Guid session, Part part)
    {
        switch (part.Arrival)
        {
            case Arrival.NotAtAll:
                return;
            case Arrival.Swapped:
                // Nobody knows the serial; what the type plate says is typed in.
                var swapped = await _worker.Post($"/returns/api/sessions/{session}/devices", new { opId = Guid.NewGuid(), payload = part.Serial, manufacturer = Story.StrangerMaker, model = Story.StrangerModel });
                Tell(part, swapped, "swapped");
                return;
            case Arrival.Unexpected:
                await Scan(session, part, "extra");
                return;
        }
        var scan = await Scan(session, part, "expected");
        if (part.Arrival == Arrival.ScannedTwice)
            await Scan(session, part, "duplicate");
        var slots = stage.Input.CarriersOf(part.Serial).Select(carrier => new { slot = carrier.Slot, serial = part.Arrival == Arrival.WithUnreadableCarrier ? null : carrier.Serial });
        await _worker.Post($"/returns/api/sessions/{session}/devices/{scan}/carriers", new { opId = Guid.NewGuid(), slots });
    }

    private async Task<string> Scan(Guid session, Part part, string outcome)
    {
        var reply = await _worker.Post($"/returns/api/sessions/{session}/scans", new { opId = Guid.NewGuid(), payload = part.Serial });
        var device = reply.GetProperty("device");
        Tell(part, device, outcome);
        return device.GetProperty("scanId").GetString()!;
    }

    private void Tell(Part part, JsonElement scanned, string outcome)
    {
        var got = scanned.GetProperty("outcome").GetString();
        if (got != outcome)
            throw new DemoFailedException($"The scan of {part.Serial} said '{got}', not '{outcome}'.");
        stage.Narrator.Say($"{part.Serial}: {got!.ToUpperInvariant()}{(scanned.GetProperty("place").GetString() is { } place ? $", to {place}" : "")}");
    }
}
