using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WaaS.Logistics.Station;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>What one device was brought to by a worker who got every answer in the end.</summary>
/// <param name="Buyer">Null where it was never wiped, and so must never have gone on.</param>
internal sealed record Brought(string Serial, Guid Device, string? Buyer, string Image);

/// <summary>One worker with every role and a wipe station of their own, who brings contract after contract the whole way: two devices are sold, the third is never wiped.</summary>
internal sealed class Line(SteadyClient client, int number, string pin, string badge, string folder, Uri address)
{
    private const string Secret = "This text must not be read by anybody after the wipe.";
    private const int ImageBytes = 256 * 1024;
    private int _contracts;

    public SteadyClient Client => client;

    public ConcurrentBag<Brought> Done { get; } = [];

    /// <summary>What it does at this moment.</summary>
    public string Step { get; private set; } = "";

    private string StationFolder => Path.Combine(folder, $"station-{number}");

    public async Task EnrolStation()
    {
        var code = (await client.Post("/wipe/api/stations/codes", new { })).GetProperty("code").GetString()!;
        using var output = new StringWriter();
        var ended = await new StationProgram(output, output, TimeProvider.System).RunAsync(["enroll", "--server", address.ToString(), "--code", code, "--name", $"bench {number}", "--data", StationFolder]);
        Xunit.Assert.True(ended == ExitCode.Done, output.ToString());
    }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await Bring($"L{number}-{++_contracts:D4}");
    }

    private async Task Bring(string contract)
    {
        string[] serials = [$"{contract}-A".Replace("-", ""), $"{contract}-B".Replace("-", ""), $"{contract}-C".Replace("-", "")];
        Step = "import";
        await client.PostCsv("/contracts/api/imports", "contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\n"
            + string.Concat(serials.Select(serial => $"{contract},Tenant {number} AG,,2026-06-01,36,Lenovo,ThinkPad T14,{serial},1\n")));
        var fleet = await client.Until($"the devices of {contract} are known", async () => await client.Get($"/returns/api/fleet?contract={contract}") is var rows && rows.GetArrayLength() == 3 ? rows : (JsonElement?)null);
        var devices = fleet.EnumerateArray().ToDictionary(row => row.GetProperty("serial").GetString()!, row => row.GetProperty("deviceId").GetGuid());
        await Receive(contract, serials);
        foreach (var serial in serials[..2])
            await Wipe(serial);
        foreach (var serial in serials[..2])
            Done.Add(new Brought(serial, devices[serial], await Sell(serial, devices[serial]), Image(serial)));
        Done.Add(new Brought(serials[2], devices[serials[2]], null, Image(serials[2])));
    }

    private async Task Receive(string contract, string[] serials)
    {
        Step = "receive";
        var order = (await client.Post("/returns/api/orders", new { opId = Guid.NewGuid(), contract })).GetProperty("number").GetString();
        var session = (await client.Post("/returns/api/sessions", new { opId = Guid.NewGuid(), order, place = "CAGE-1" })).GetProperty("sessionId").GetGuid();
        foreach (var serial in serials)
        {
            var scan = (await client.Post($"/returns/api/sessions/{session}/scans", new { opId = Guid.NewGuid(), payload = serial })).GetProperty("device").GetProperty("scanId").GetGuid();
            await client.Post($"/returns/api/sessions/{session}/devices/{scan}/carriers", new { opId = Guid.NewGuid(), slots = new[] { new { slot = "1", serial = Carrier(serial) } } });
        }
        await client.Post($"/returns/api/sessions/{session}/close", new { opId = Guid.NewGuid(), pin, orderComplete = true });
    }

    // The same line again until the station says it is done: what it has on its own disk it does not do twice.
    private async Task Wipe(string serial)
    {
        Step = "wipe";
        await client.Until($"{serial} has a wipe order that knows its carrier", async () => (await client.Get($"/wipe/api/orders?filter=All&search={Carrier(serial)}")).GetArrayLength() == 1 ? true : (bool?)null);
        var bytes = RandomNumberGenerator.GetBytes(ImageBytes);
        Encoding.UTF8.GetBytes(Secret).CopyTo(bytes, ImageBytes / 2);
        await File.WriteAllBytesAsync(Image(serial), bytes);
        // What the carrier says of itself; a label alone would not be believed.
        await File.WriteAllTextAsync(Image(serial) + ".carrier.json", JsonSerializer.Serialize(new { serial = Carrier(serial) }));
        var said = "";
        await client.Until($"{serial} is wiped and reported: {said}", async () =>
        {
            using var output = new StringWriter();
            var ended = await new StationProgram(output, output, TimeProvider.System).RunAsync(
                ["wipe", "--image", Image(serial), "--serial", Carrier(serial), "--device", serial, "--operator", badge, "--data", StationFolder, "--quiet"]);
            said = output.ToString();
            return ended switch
            {
                ExitCode.Done => true,
                ExitCode.StoredForLater or ExitCode.Unreachable => (bool?)null,
                _ => throw new InvalidOperationException($"The station ended with {ended}: {said}"),
            };
        });
    }

    private async Task<string> Sell(string serial, Guid device)
    {
        Step = "inspect";
        await client.Until($"{serial} waits for its inspection", async () => (await client.Get($"/refurb/api/devices?q={serial}")).GetArrayLength() == 1 ? true : (bool?)null);
        await client.Post($"/refurb/api/devices/{device}/inspection", new { opId = Guid.NewGuid() });
        string[] checks = ["power", "display", "keyboard", "battery", "housing", "ports", "locks", "no-carrier-left"];
        await client.Post($"/refurb/api/devices/{device}/checks", new { opId = Guid.NewGuid(), checks = checks.Select(check => new { check, answer = "ok" }) });
        await client.Post($"/refurb/api/devices/{device}/grade", new { opId = Guid.NewGuid(), grade = "A" });
        Step = "sell";
        var unit = await client.Until($"{serial} is a stock unit", async () => (await client.Get($"/stock/api/units?q={serial}")).EnumerateArray().Select(row => (Guid?)row.GetProperty("unitId").GetGuid()).SingleOrDefault());
        await client.Post("/stock/api/put-away", new { opId = Guid.NewGuid(), unit = serial, bin = "A-01" });
        await client.Post($"/stock/api/units/{unit}/price", new { opId = Guid.NewGuid(), priceMinor = 30000, currency = "EUR" });
        // Two buyers at the same moment: the database decides, whatever dies meanwhile.
        var wishes = await Task.WhenAll(new[] { "Buyer East", "Buyer West" }.Select(async buyer =>
            (Buyer: buyer, Got: await client.PostUnless("already-reserved", "/stock/api/reservations", new { opId = Guid.NewGuid(), buyer, units = new[] { unit } }))));
        var (winner, reserved) = wishes.Single(wish => wish.Got is not null);
        var reservation = reserved!.Value.GetProperty("reservations")[0].GetProperty("reservationId").GetGuid();
        var list = (await client.Post("/stock/api/pick-lists", new { opId = Guid.NewGuid(), reservations = new[] { reservation } })).GetProperty("number").GetString();
        await client.Post($"/stock/api/pick-lists/{list}/picks", new { opId = Guid.NewGuid(), bin = "A-01", unit = serial });
        await client.Post($"/stock/api/pick-lists/{list}/sale", new { opId = Guid.NewGuid() });
        return winner;
    }

    public static bool HoldsSecret(string image) => File.ReadAllBytes(image).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0;

    private static string Carrier(string serial) => "CAR" + serial;

    private string Image(string serial) => Path.Combine(folder, serial + ".img");
}
