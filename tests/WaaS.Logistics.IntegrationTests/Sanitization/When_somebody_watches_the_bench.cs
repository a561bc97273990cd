using System.Net;
using System.Text;
using WaaS.Logistics.IntegrationTests.Platform.Web;
using WaaS.Logistics.IntegrationTests.Sanitization.Pages;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_somebody_watches_the_bench_on_sqlite(ProductOnSqlite product) : When_somebody_watches_the_bench(product), IClassFixture<ProductOnSqlite>;

public sealed class When_somebody_watches_the_bench_on_servers(ProductOnPostgres product) : When_somebody_watches_the_bench(product), IClassFixture<ProductOnPostgres>;

/// <summary>Stations tell of their bays, and screens hear of it while it happens.</summary>
public abstract class When_somebody_watches_the_bench(RunningProduct product)
{
    private readonly Shopfloor _floor = new(product);

    [Fact]
    public async Task A_bay_is_told_as_it_changes_and_only_what_changed()
    {
        using var supervisor = await product.SignedIn($"sup-{Guid.NewGuid():N}"[..20], Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor, "Bench with bays");
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var screen = await LiveBench.Open(otto);
        Assert.Equal("hello", (await screen.Next())!.Value.EventType);
        Assert.Equal(["counters", "stations", "waiting"], (await screen.Look()).Keys.Order());

        await Told(station, Bay("A1", BayState.Empty), Bay("A2", BayState.Occupied, serial: "NEVER-ORDERED-1"));
        var stations = await screen.Until(html => html.Contains("A1"));
        Assert.Contains("Empty", stations);
        Assert.Contains("No order", stations);
        Assert.Contains("NEVER-ORDERED-1", stations);

        await Told(station, Bay("A1", BayState.Empty), Bay("A2", BayState.Working, serial: "NEVER-ORDERED-1", progress: new BayProgress { Phase = JobPhase.Verifying, BytesDone = 250_000_000, BytesTotal = 1_000_000_000, Speed = 2_000_000 }));
        stations = await screen.Until(html => html.Contains("25 %"));
        Assert.Contains("Reading back", stations);
        Assert.Contains("6 min left", stations);
        Assert.Contains("41 °C", WebUtility.HtmlDecode(stations));

        await Told(station, Bay("A1", BayState.Unexpected, serial: "S-OTHER", rule: "bay.swapped"), Bay("A2", BayState.Failed, serial: "NEVER-ORDERED-1", rule: "none.we.know", reason: "The medium <died>."));
        stations = await screen.Until(html => html.Contains("Unexpected carrier"));
        Assert.Contains("Another carrier than the one the job is for.", stations);
        Assert.Contains("The medium &lt;died&gt;.", stations);
    }

    [Fact]
    public async Task A_carrier_in_a_bay_is_named_with_its_order_and_what_must_not_be_wiped_says_so()
    {
        using var supervisor = await product.SignedIn($"sup-{Guid.NewGuid():N}"[..20], Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor, "Bench with orders");
        var (ready, held) = ($"BAY-{Guid.NewGuid():N}"[..16], $"BAY-{Guid.NewGuid():N}"[..16]);
        await _floor.Received(Documents.Arrival("IN-" + ready, 1, new CarrierSlot("A", ready)), supervisor);
        var order = await _floor.Received(Documents.Arrival("IN-" + held, 1, new CarrierSlot("A", held)), supervisor);
        await Shopfloor.Json(await supervisor.PostJson("/wipe/api/holds", new { opId = Guid.NewGuid(), deviceId = order.GetProperty("order").GetProperty("deviceId").GetGuid(), kind = "Legal", reason = "court order 9" }));
        await Told(station, Bay("B1", BayState.Occupied, serial: ready.ToLowerInvariant()), Bay("B2", BayState.Occupied, serial: held));

        using var otto = await product.Somebody(Roles.WipeOperator);
        using var screen = await LiveBench.Open(otto);
        var stations = await screen.Until(html => html.Contains("B2"));
        Assert.Contains("IN-" + ready, stations);
        Assert.Contains("Ready", stations);
        Assert.Contains("Do not wipe", stations);
        Assert.Contains("court order 9", stations);

        var job = await station.Claim(ready);
        await station.Beat(job, JobPhase.Overwriting);
        await Told(station, Bay("B1", BayState.Working, serial: ready, job: job.JobId, progress: new BayProgress { Phase = JobPhase.Overwriting, BytesDone = 1, BytesTotal = 2, Speed = null }), Bay("B2", BayState.Occupied, serial: held));
        stations = await screen.Until(html => html.Contains("50 %"));
        Assert.Equal(1, stations.Split("Overwriting").Length - 1);
    }

    [Fact]
    public async Task Who_comes_back_is_told_everything_again()
    {
        using var otto = await product.Somebody(Roles.WipeOperator);
        string? last;
        using (var first = await LiveBench.Open(otto))
        {
            Assert.Equal(3, (await first.Look()).Count);
            last = first.LastId;
        }
        Assert.NotNull(last);
        using var again = await LiveBench.Open(otto, last);
        Assert.Equal(3, (await again.Look()).Count);
        Assert.True(long.Parse(again.LastId!) >= long.Parse(last), $"{again.LastId} after {last}");
    }

    [Fact]
    public async Task One_person_has_so_many_screens_and_a_closed_one_is_free_again()
    {
        using var otto = await product.Somebody(Roles.WipeOperator);
        var screens = new List<LiveBench>();
        for (var i = 0; i < 6; i++)
            screens.Add(await LiveBench.Open(otto));
        using (var seventh = await LiveBench.Ask(otto))
            Assert.Equal(HttpStatusCode.TooManyRequests, seventh.StatusCode);
        using (var other = await product.Somebody(Roles.Verifier))
        using (var theirs = await LiveBench.Open(other))
            Assert.NotNull(await theirs.Next());
        screens[0].Dispose();
        await Poll.Until(async () => (await Freed(otto)) is not null, TimeSpan.FromSeconds(20), "the closed screen's seat is free");
        screens.ForEach(screen => screen.Dispose());

        static async Task<object?> Freed(WebVisitor person)
        {
            using var answer = await LiveBench.Ask(person);
            return answer.IsSuccessStatusCode ? answer : null;
        }
    }

    [Fact]
    public async Task Nobody_else_hears_anything()
    {
        using var stranger = product.Browser();
        using var anybody = await LiveBench.Ask(stranger);
        Assert.NotEqual(HttpStatusCode.OK, anybody.StatusCode);
        using var customer = await product.Somebody(Roles.Customer);
        using var answer = await LiveBench.Ask(customer);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_report_is_the_stations_own_and_the_later_look_counts()
    {
        using var supervisor = await product.SignedIn($"sup-{Guid.NewGuid():N}"[..20], Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor, "Bench that reports");
        using var stranger = new StationVisitor(product.Address, SigningKey.Create());
        var at = TimeProvider.System.GetUtcNow();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Report(at, Bay("C1", BayState.Empty))).StatusCode);
        var reply = await Shopfloor.Json(await station.Report(at, Bay("C-late", BayState.Empty)));
        Assert.Equal(30, reply.GetProperty("silentAfterSeconds").GetInt32());
        await Shopfloor.Json(await station.Report(at.AddSeconds(-1), Bay("C-early", BayState.Empty)));
        using var otto = await product.Somebody(Roles.WipeOperator);
        var page = await otto.Page("/wipe");
        Assert.Contains("C-late", page);
        Assert.DoesNotContain("C-early", page);
    }

    [Fact]
    public async Task A_report_that_says_nonsense_is_refused_with_its_field()
    {
        using var supervisor = await product.SignedIn($"sup-{Guid.NewGuid():N}"[..20], Roles.Supervisor);
        using var station = await _floor.Enrol(supervisor, "Bench that errs");
        var now = TimeProvider.System.GetUtcNow();
        var half = new BayProgress { Phase = JobPhase.Overwriting, BytesDone = 3, BytesTotal = 2, Speed = 1 };
        foreach (var (field, bays) in new (string, BayReport[])[]
        {
            ("bays", [Bay("D1", BayState.Empty), Bay("d1", BayState.Empty)]),
            ("bay", [Bay(" ", BayState.Empty)]),
            ("bay", [Bay(new string('D', 41), BayState.Empty)]),
            ("bay", [Bay("D1", BayState.Failed, reason: new string('x', 501))]),
            ("progress", [Bay("D1", BayState.Working, progress: half)]),
            ("progress", [Bay("D1", BayState.Working)]),
            ("progress", [Bay("D1", BayState.Done, progress: half with { BytesDone = 1 })]),
            ("bays", [.. Enumerable.Range(0, 201).Select(number => Bay($"D{number}", BayState.Empty))]),
        })
        {
            using var answer = await station.Report(now, bays);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal($"invalid-{field}", await WebVisitor.Rule(answer));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await station.PostBytes("/wipe/api/stations/bays", Encoding.UTF8.GetBytes("""{"at":"2026-11-02T08:00:00Z","bays":[{"bay":"D1"}]}"""))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await station.PostBytes("/wipe/api/stations/bays", "{}"u8.ToArray())).StatusCode);
    }

    private static async Task Told(StationVisitor station, params BayReport[] bays) => await Shopfloor.Json(await station.Report(TimeProvider.System.GetUtcNow(), bays));

    private static BayReport Bay(string label, BayState state, string? serial = null, Guid? job = null, BayProgress? progress = null, string? rule = null, string? reason = null) => new()
    {
        Bay = label, State = state, Since = TimeProvider.System.GetUtcNow(), Model = serial is null ? null : "Samsung PM981", Serial = serial, SizeBytes = serial is null ? null : 1_000_000_000,
        Temperature = serial is null ? null : 41, JobId = job, Progress = progress, Rule = rule, Reason = reason,
    };
}

public sealed class When_the_product_ends_while_screens_watch
{
    [Fact]
    public async Task Their_streams_end_in_good_order()
    {
        await using var product = new ProductOnSqlite();
        await product.InitializeAsync();
        using var otto = await product.Somebody(Roles.WipeOperator);
        using var screen = await LiveBench.Open(otto);
        await screen.Look();
        var ending = product.DisposeAsync();
        while (await screen.Next() is not null)
        {
        }
        await ending;
    }
}
