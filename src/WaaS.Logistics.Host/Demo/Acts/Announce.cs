using System.Text.Json;
using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>The office imports the contracts; one has ended, one comes back early. Parcels are on their way and arrive.</summary>
internal sealed class Announce(Stage stage)
{
    public async Task Import()
    {
        var office = stage.People.Office;
        var file = await File.ReadAllBytesAsync(stage.Input.ContractsFile, stage.Cancel);
        var imported = await office.PostFile("/contracts/api/imports", file, "text/csv");
        Require(imported.GetProperty("devicesAdded").GetInt32() == stage.Input.Devices.Count, $"the import added {imported}");
        stage.Narrator.Say($"{office.DisplayName} imported {imported.GetProperty("contractsAdded")} contracts with {imported.GetProperty("devicesAdded")} devices");
        var again = await office.PostFile("/contracts/api/imports", file, "text/csv");
        Require(again.GetProperty("contractsAdded").GetInt32() == 0 && again.GetProperty("devicesAdded").GetInt32() == 0, $"the second import added {again}");
        stage.Narrator.Say("The same file once more: nothing changes");
        var fleet = await Wait.For("Returns knows every rented device", async () =>
            await office.Get("/returns/api/fleet") is var known && known.GetArrayLength() == stage.Input.Devices.Count ? known : (JsonElement?)null, stage.Cancel);
        foreach (var device in fleet.EnumerateArray())
            stage.DeviceIds[device.GetProperty("serial").GetString()!] = device.GetProperty("deviceId").GetGuid();
    }

    public async Task Open()
    {
        string? ended = null;
        await Wait.Until("the ended contract has its return order", async () => (ended = await OrderOf(Story.EndedContract)) is not null, stage.Cancel);
        stage.Narrator.Say($"Contract {Story.EndedContract} has ended: return order {ended} opened by itself");
        // Some day that contract has ended, too; then its order is there like the other one.
        var early = await OrderOf(Story.RunningContract)
            ?? (await stage.People.Office.Post("/returns/api/orders", new { opId = Guid.NewGuid(), contract = Story.RunningContract })).GetProperty("number").GetString()!;
        stage.Narrator.Say($"{stage.People.Office.DisplayName} announced the early return of {Story.RunningContract}: return order {early}");
        stage.Orders[Story.EndedContract] = ended!;
        stage.Orders[Story.RunningContract] = early;
    }

    public async Task Arrive()
    {
        foreach (var (order, parcels) in new[] { (stage.Orders[Story.EndedContract], 3), (stage.Orders[Story.RunningContract], 1) })
        {
            var tracking = Enumerable.Range(1, parcels).Select(parcel => $"0034043429{order[^4..]}{parcel:D6}").ToArray();
            var shipment = await stage.People.Office.Post($"/returns/api/orders/{order}/shipments", new { opId = Guid.NewGuid(), carrier = "DHL", parcels = tracking });
            foreach (var parcel in shipment.GetProperty("parcels").EnumerateArray())
                await stage.People.Receiving.Post("/returns/api/arrivals", new { opId = Guid.NewGuid(), parcel = parcel.GetProperty("label").GetString(), place = FirstDay.Dock });
            stage.Narrator.Say($"{parcels} parcel{(parcels == 1 ? "" : "s")} of {order} arrived at {FirstDay.Dock}");
        }
    }

    private async Task<string?> OrderOf(string contract) =>
        (await stage.People.Office.Get($"/returns/api/orders?q={contract}")).EnumerateArray().Select(order => order.GetProperty("number").GetString()).SingleOrDefault();

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new DemoFailedException(otherwise);
    }
}
