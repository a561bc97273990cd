using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using WaaS.Logistics.Station;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>Received devices that wait at the bench, and one real wipe station whose carriers are image files.</summary>
internal sealed class WipeFloor(House house, Crew crew) : IDisposable
{
    private const string Contract = "V-2026-8";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private Task _watching = Task.CompletedTask;

    private string Data => Path.Combine(_folder.Path, "station");

    /// <summary>Imports, announces and receives devices, each with the carrier's serial that was read; null where the label could not be read.</summary>
    public async Task Receive(params (string Maker, string Model, string Serial, string Need, string? Carrier)[] devices)
    {
        await crew.Import("olga", "contract;customer;reseller;start;termMonths;manufacturer;model;serial;carrierSlots;protectionNeed\n"
            + string.Concat(devices.Select(device => $"{Contract};Müller & Söhne GmbH;;2026-01-01;36;{device.Maker};{device.Model};{device.Serial};1;{device.Need}\n")));
        await Poll.Until(async () => (await crew.Get("olga", "/returns/api/fleet")).GetArrayLength(), devices.Length, Soon, "returns knows the devices");
        foreach (var (code, kind) in new[] { ("DOCK-1", "dock"), ("SEC-1", "secured"), ("QUA-1", "quarantine") })
            await crew.Post("rene", "/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        var order = (await crew.Post("olga", "/returns/api/orders", new { opId = Guid.NewGuid(), contract = Contract })).GetProperty("number").GetString()!;
        var session = (await crew.Post("rene", "/returns/api/sessions", new { opId = Guid.NewGuid(), order, place = "SEC-1" })).GetProperty("sessionId").GetString()!;
        foreach (var device in devices)
            await crew.Post("rene", $"/returns/api/sessions/{session}/scans", new { opId = Guid.NewGuid(), payload = device.Serial });
        var scans = (await crew.Get("rene", $"/returns/api/sessions/{session}")).GetProperty("scans").EnumerateArray().ToDictionary(scan => scan.GetProperty("serial").GetString()!, scan => scan.GetProperty("id").GetString());
        foreach (var device in devices)
            await crew.Post("rene", $"/returns/api/sessions/{session}/devices/{scans[device.Serial]}/carriers", new { opId = Guid.NewGuid(), slots = new[] { new { slot = "M.2-1", serial = device.Carrier } } });
        await crew.Post("rene", $"/returns/api/sessions/{session}/close", new { opId = Guid.NewGuid(), pin = Crew.Pin, orderComplete = true });
        await Poll.Until(async () => (await crew.Get("otto", "/wipe/api/orders")).GetArrayLength(), devices.Length, Soon, "the devices wait at the bench");
        foreach (var device in devices.Where(device => device.Carrier is not null))
            await NameCarrier(device.Serial, device.Carrier!);
    }

    private Task NameCarrier(string device, string carrier) => Poll.Until(async () =>
    {
        var order = await Order(device);
        var slots = order.GetProperty("slots").EnumerateArray().ToList();
        if (slots.Any(slot => slot.GetProperty("carrierSerial").GetString() == carrier))
            return true;
        await crew.TryPost("otto", $"/wipe/api/orders/{order.GetProperty("order").GetProperty("id").GetString()}/slots/{slots[0].GetProperty("id").GetString()}/carrier", new { opId = Guid.NewGuid(), carrierSerial = carrier });
        return false;
    }, Soon, $"the carrier of {device} is known at the bench");

    public async Task<JsonElement> Order(string serial)
    {
        var line = (await crew.Get("otto", $"/wipe/api/orders?filter=All&search={serial}"))[0];
        return await crew.Get("otto", $"/wipe/api/orders/{line.GetProperty("id").GetString()}");
    }

    /// <summary>How far the station is with the device's carrier; null while it works on none.</summary>
    public async Task<(string Phase, long BytesDone)?> Running(string serial)
    {
        var job = (await Order(serial)).GetProperty("slots").EnumerateArray().Select(slot => slot.GetProperty("job")).FirstOrDefault(job => job.ValueKind == JsonValueKind.Object);
        return job.ValueKind == JsonValueKind.Object ? (job.GetProperty("phase").GetString()!, job.GetProperty("bytesDone").GetInt64()) : null;
    }

    public async Task Enrol(string code, string name) => Require(ExitCode.Done, await Run("enroll", "--server", house.Address.ToString(), "--code", code, "--name", name, "--data", Data));

    /// <summary>Lets the station watch its bays from now on; none of them holds anything.</summary>
    public void Watch(params string[] bays)
    {
        File.WriteAllText(Path.Combine(Data, "bays.json"), JsonSerializer.Serialize(new { bays = bays.Select(bay => new { label = bay, path = $"/dev/disk/by-path/nothing-in-{bay}" }) }));
        _watching = new StationProgram(TextWriter.Null, TextWriter.Null, TimeProvider.System).RunAsync(["watch", "--data", Data, "--json"], _end.Token);
    }

    /// <summary>Ends the watching as a service manager does.</summary>
    public async Task FallSilent()
    {
        await _end.CancelAsync();
        await _watching;
    }

    /// <summary>A carrier as the station finds it: an image full of data, with its label beside it.</summary>
    public string Carrier(string serial, int bytes)
    {
        var image = Path.Combine(_folder.Path, serial + ".img");
        File.WriteAllBytes(image, RandomNumberGenerator.GetBytes(bytes));
        File.WriteAllText(image + ".carrier.json", $$"""{"serial":"{{serial}}","model":"SSD 980","manufacturer":"Samsung","mediaType":"nvme"}""");
        return image;
    }

    public Task<(ExitCode Code, string Said)> Wipe(string image, int megabytesPerSecond = 0) =>
        Run(["wipe", "--image", image, "--operator", "otto", "--data", Data, "--quiet", .. megabytesPerSecond > 0 ? ["--limit-mb", $"{megabytesPerSecond}"] : Array.Empty<string>()]);

    /// <summary>What a dying carrier does: a sector written well does not read back.</summary>
    public static void Spoil(string image)
    {
        using var dd = Process.Start(new ProcessStartInfo("dd", ["if=/dev/zero", $"of={image}", "bs=512", "count=8", "conv=notrunc"]) { RedirectStandardError = true })!;
        dd.WaitForExit();
        if (dd.ExitCode != 0)
            throw new InvalidOperationException(dd.StandardError.ReadToEnd());
    }

    public static void Require(ExitCode expected, (ExitCode Code, string Said) done)
    {
        if (done.Code != expected)
            throw new InvalidOperationException($"The station ended with {done.Code}, not {expected}: {done.Said}");
    }

    public void Dispose()
    {
        _end.Cancel();
        _watching.Wait(Soon);
        _end.Dispose();
        _folder.Dispose();
    }

    private static async Task<(ExitCode, string)> Run(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        var code = await new StationProgram(output, TextWriter.Synchronized(errors), TimeProvider.System).RunAsync(arguments);
        return (code, $"{output}{errors}");
    }
}
