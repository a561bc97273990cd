using System.Net;
using System.Text;
using System.Text.Json;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>From the contract file to the closed return order, over HTTP, on the whole product as it is started.</summary>
public abstract class When_a_contract_comes_back(IStack stack)
{
    private const string File = """
        contract;customer;reseller;start;termMonths;manufacturer;model;serial;carrierSlots
        V-1;Stadtwerke Beispiel;Systemhaus Nord;2026-01-01;12;HP;EliteBook 840 G8;5CG0000001;1
        V-1;Stadtwerke Beispiel;Systemhaus Nord;2026-01-01;12;HP;EliteBook 840 G8;5CG0000002;1
        V-1;Stadtwerke Beispiel;Systemhaus Nord;2026-01-01;12;Dell;Latitude 5420;ABC1234;2
        V-2;Kanzlei Muster;;2026-01-01;12;Lenovo;ThinkPad T14;PF0ABCDE;1
        """;

    [Fact]
    public async Task It_is_received_by_scan_and_closed_by_pin()
    {
        using var folder = new TempFolder();
        await using var waas = await WaasProcess.Start(folder.Path, stack);
        var people = await People.Hire(waas);
        await Contracts(people);
        var order = await Announced(people);
        var session = await Received(people, order);
        await Closed(people, order, session);
    }

    private static async Task Contracts(People people)
    {
        await people.SignIn("rene");
        Assert.Equal(HttpStatusCode.Forbidden, (await people.TryImport(Encoding.UTF8.GetBytes(File))).StatusCode);
        await people.SignIn("olga");
        var refused = await people.TryImport(Encoding.UTF8.GetBytes(File + "\nV-3;Kunde;;2026-01-01;13;HP;X;5CG0000009;1"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync());
        Assert.Equal((6, "termMonths"), (problem.GetProperty("errors")[0].GetProperty("line").GetInt32(), problem.GetProperty("errors")[0].GetProperty("column").GetString()));
        var result = await People.Read(await people.TryImport(Encoding.UTF8.GetBytes(File)));
        Assert.Equal((2, 4), (result.GetProperty("contractsAdded").GetInt32(), result.GetProperty("devicesAdded").GetInt32()));
        await Poll.Until(async () => (await people.Get("/returns/api/fleet")).GetArrayLength(), 4, TimeSpan.FromSeconds(20), "all devices are known to returns");
    }

    private static async Task<string> Announced(People people)
    {
        await people.SignIn("sven");
        foreach (var (code, kind) in new[] { ("DOCK-1", "dock"), ("SEC-1", "secured"), ("QUA-1", "quarantine") })
            await people.Post("/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        await people.SignIn("olga");
        var order = (await people.Post("/returns/api/orders", new { opId = Guid.NewGuid(), contract = "V-1" })).GetProperty("number").GetString()!;
        var parcel = (await people.Post($"/returns/api/orders/{order}/shipments", new { opId = Guid.NewGuid(), carrier = "DHL", parcels = new[] { "00340434292135100186" } })).GetProperty("parcels")[0];
        await people.SignIn("rene");
        var arrived = await people.Post("/returns/api/arrivals", new { opId = Guid.NewGuid(), parcel = parcel.GetProperty("label").GetString(), place = "DOCK-1" });
        Assert.Equal(order, arrived.GetProperty("orderNumber").GetString());
        return order;
    }

    private static async Task<string> Received(People people, string order)
    {
        var session = (await people.Post("/returns/api/sessions", new { opId = Guid.NewGuid(), order, place = "SEC-1" })).GetProperty("sessionId").GetString()!;
        foreach (var (payload, outcome, tone) in new[]
                 {
                     ("5CG0000001", "expected", "ok"), ("5CG0000001", "duplicate", "again"), ("PF0ABCDE", "foreign", "look"), ("QQQ9999", "unknown", "look"), ("ABC1234", "expected", "ok"),
                 })
        {
            var answer = await people.Post($"/returns/api/sessions/{session}/scans", new { opId = Guid.NewGuid(), payload });
            Assert.Equal((outcome, tone), (answer.GetProperty("device").GetProperty("outcome").GetString(), answer.GetProperty("tone").GetString()));
        }
        var view = await people.Get($"/returns/api/sessions/{session}");
        var dell = view.GetProperty("scans").EnumerateArray().Single(scan => scan.GetProperty("serial").GetString() == "ABC1234");
        await people.Post($"/returns/api/sessions/{session}/devices/{dell.GetProperty("id").GetString()}/carriers",
            new { opId = Guid.NewGuid(), slots = new object[] { new { slot = "1", serial = "S4EVNX0M123" }, new { slot = "2", empty = true } } });
        Assert.Equal((2, 2), (view.GetProperty("received").GetInt32(), view.GetProperty("quarantined").GetInt32()));
        return session;
    }

    private static async Task Closed(People people, string order, string session)
    {
        var wrong = await people.TryPost($"/returns/api/sessions/{session}/close", new { opId = Guid.NewGuid(), pin = "0000", orderComplete = true });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        var closed = await people.Post($"/returns/api/sessions/{session}/close", new { opId = Guid.NewGuid(), pin = People.Pin, orderComplete = true });
        Assert.Equal("5CG0000002", Assert.Single(closed.GetProperty("missing").EnumerateArray()).GetString());
        var late = await people.TryPost($"/returns/api/sessions/{session}/scans", new { opId = Guid.NewGuid(), payload = "5CG0000002" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        await people.SignIn("auri");
        var open = (await people.Get("/returns/api/discrepancies")).EnumerateArray().Select(row => row.GetProperty("kind").GetString()).Order();
        Assert.Equal(["foreign", "missing", "unknown"], open);
        Assert.Equal("closed", (await people.Get($"/returns/api/orders/{order}")).GetProperty("order").GetProperty("state").GetString());
    }
}

public sealed class When_a_contract_comes_back_on_sqlite() : When_a_contract_comes_back(new EmbeddedStack());

public sealed class When_a_contract_comes_back_on_servers(ServerStack stack) : When_a_contract_comes_back(stack), IClassFixture<ServerStack>;
