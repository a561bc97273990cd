using System.Diagnostics;
using System.Net.Http.Json;
using WaaS.Logistics.Host.Demo.Ends;
using WaaS.Logistics.Host.Demo.Input;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Crash;

/// <summary>All lines at work, through every death of the program.</summary>
internal sealed class Workforce(Uri address, string folder) : IDisposable
{
    private const string Password = "a long enough sentence";
    private static readonly string[] Roles = ["office", "receiving", "wipe-operator", "refurbishment", "resale", "supervisor", "auditor"];
    private readonly List<Line> _lines = [];
    private readonly CancellationTokenSource _evening = new();
    private Task[] _running = [];

    public IReadOnlyList<Brought> Brought => [.. _lines.SelectMany(line => line.Done)];

    public int Open => _lines.Sum(line => line.Client.Open);

    public int TakeCut() => _lines.Sum(line => line.Client.TakeCut());

    public int Written => _lines.Sum(line => line.Client.Written);

    public string Steps => string.Join(" ", _lines.Select(line => line.Step));

    public async Task Hire(WaasProcess waas, int lines)
    {
        using var admin = new SteadyClient(address);
        var token = System.Web.HttpUtility.ParseQueryString((await waas.FirstRunLink()).Query)["token"];
        await admin.Post("/first-run/api", new { token, name = "first", displayName = "First Admin", password = Password });
        await admin.Post("/login/api/password", new { name = "first", password = Password });
        for (var number = 1; number <= lines; number++)
        {
            var person = (await admin.Post("/admin/api/people", new { name = $"line{number}", displayName = $"Line {number}", password = Password, roles = Roles })).GetProperty("id").GetGuid();
            var badge = (await admin.Put($"/admin/api/people/{person}/badge", new { badge = (string?)null, pin = "7394" })).GetProperty("badge").GetString()!;
            var client = new SteadyClient(address);
            await client.Post("/login/api/password", new { name = $"line{number}", password = Password });
            _lines.Add(new Line(client, number, "7394", badge, folder, address));
        }
        foreach (var (code, kind) in new[] { ("CAGE-1", "secured"), ("QUA-1", "quarantine"), ("A-01", "sellable") })
            await _lines[0].Client.Post("/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        foreach (var line in _lines)
            await line.EnrolStation();
        _running = [.. _lines.Select(line => Task.Run(() => line.Run(_evening.Token)))];
    }

    public async Task SignIn(HttpClient http) => (await http.PostAsJsonAsync("/login/api/password", new { name = "line1", password = Password })).EnsureSuccessStatusCode();

    /// <summary>A line has met what must not be.</summary>
    public bool IsStopped => _running.Any(line => line.IsFaulted);

    /// <summary>The next moment in which a request has no answer yet: most of the time the lines wait for what follows by event.</summary>
    public async Task UntilOneWaits()
    {
        for (var watch = Stopwatch.StartNew(); Open == 0 && !IsStopped && watch.Elapsed < TimeSpan.FromSeconds(5);)
            await Task.Delay(1);
    }

    /// <summary>Throws what stopped a line, if anything did.</summary>
    public async Task RequireAtWork() => await Task.WhenAll(_running.Where(line => line.IsFaulted));

    /// <summary>Everything begun is brought to its end.</summary>
    public async Task GoHome()
    {
        await _evening.CancelAsync();
        await Task.WhenAll(_running);
    }

    /// <summary>Each device is exactly where its worker brought it, once, and one that was never wiped went nowhere.</summary>
    public async Task RequireExactEnds()
    {
        var client = _lines[0].Client;
        foreach (var device in Brought)
        {
            var (sold, units) = (device.Buyer is not null, (await client.Get($"/stock/api/units?q={device.Serial}")).EnumerateArray().ToList());
            var order = Assert.Single((await client.Get($"/wipe/api/orders?filter=All&search={device.Serial}")).EnumerateArray());
            Assert.Equal(sold ? "Cleared" : "Open", order.GetProperty("state").GetString());
            Assert.Equal(sold ? 1 : 0, units.Count);
            Assert.All(units, unit => Assert.Equal(("sold", device.Buyer), (unit.GetProperty("state").GetString(), unit.GetProperty("buyer").GetString())));
            if (sold)
                Assert.False(Line.HoldsSecret(device.Image), $"{device.Image} can still be read");
            var expected = sold
                ? LifeOf.Expected(new Part(device.Serial, Arrival.AsAnnounced, End.Sold, "A"), 1)
                : new Dictionary<string, int> { ["DeviceRented"] = 1, ["DeviceReceived"] = 1, ["CarriersSeen"] = 1 };
            var differences = "";
            await client.Until($"Custody knows the whole life of {device.Serial}: {differences}", async () =>
                (differences = string.Join("; ", LifeOf.Differences(await client.Get($"/custody/api/devices/{device.Device}"), expected))).Length == 0 ? true : (bool?)null);
        }
    }

    public void Dispose()
    {
        _evening.Cancel();
        foreach (var line in _lines)
            line.Client.Dispose();
        _evening.Dispose();
    }
}
