using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Messaging.Events;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Platform.Web.SystemState;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>A row of the outbox that this program cannot read stays, is told of, and holds back nothing.</summary>
public abstract class When_an_event_cannot_be_handed_over<TStack>(ProbeHost<TStack> probe) where TStack : IStack, new()
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly EventTypes Older = new([typeof(ProbeHandled), typeof(NobodyListens)]);

    [Fact]
    public async Task Those_an_older_program_does_not_know_wait_for_a_newer_one_and_others_pass_them()
    {
        await probe.In(db => db.WriteAsync<ProbeDb>(writer => writer.Outbox.ExecuteDelete(), TestContext.Current.CancellationToken));
        var known = Guid.CreateVersion7();
        await probe.Say(new ProbeOrdered(known, "S"));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(thing => thing.Id == known && thing.Counted == 1)), Soon, "the newer program knows the event");
        await probe.Restart(Older);
        // More than one look at the outbox reads.
        var later = Enumerable.Range(0, 600).Select(_ => Guid.CreateVersion7()).ToList();
        await probe.Say([.. later.Select(id => new ProbeOrdered(id, "SN-LATER"))]);
        await probe.Say(new ProbeHandled(known));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(thing => thing.Id == known && thing.Counted == 2)), Soon, "what it knows passes them");

        var report = await Report();
        Assert.Equal((600, 200), (report.Total, report.Shown.Count));
        Assert.All(report.Shown, row => Assert.Equal(("probe", typeof(ProbeOrdered).FullName, "SN-LATER", null), (row.Service, row.Type, row.Device, row.Damage)));
        Assert.All(report.Shown, row => Assert.InRange(row.Since!.Value, TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(5), TimeProvider.System.GetUtcNow().UtcDateTime));
        await Poll.Until(async () => (await Waiting()) == (0, 600), Soon, "none of them counts as waiting for the relay");

        await probe.Restart();
        await Poll.Until(() => probe.In(async db => await db.Things.CountAsync(thing => later.Contains(thing.Id) && thing.Handled == 1 && thing.Counted == 1) == later.Count), TimeSpan.FromSeconds(60), "a program that knows them hands them over by itself");
        Assert.Equal(0, (await Report()).Total);
    }

    [Theory]
    [InlineData("{\"thingId\":")]
    [InlineData("null")]
    [InlineData("{\"deviceSerial\":\"SN-HALF\"}")]
    [InlineData("[]")]
    public async Task A_damaged_one_stays_as_it_is_and_others_pass_it(string body)
    {
        var before = (await Report()).Total;
        var id = await Damaged(body);
        await OthersPass();
        await Poll.Until(async () => (await Report()).Total == before + 1, Soon, "it is told of");
        var told = (await Report()).Shown[^1];
        Assert.Equal(("probe", typeof(ProbeOrdered).FullName, body.Contains("SN-HALF") ? "SN-HALF" : null), (told.Service, told.Type, told.Device));
        Assert.NotEmpty(told.Damage!);
        Assert.Equal(body, await probe.In(db => db.Outbox.Where(row => row.Id == id && row.SentAt == null).Select(row => row.Body).SingleAsync()));
    }

    protected async Task OthersPass()
    {
        var thing = Guid.CreateVersion7();
        await probe.Say(new ProbeOrdered(thing, "S"));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 1)), Soon, "others pass it");
    }

    protected async Task<Guid> Damaged(string body, DateTime? notBefore = null)
    {
        var id = Guid.CreateVersion7();
        await probe.In(db =>
        {
            db.Outbox.Add(new OutboxMessage { Id = id, Type = typeof(ProbeOrdered).FullName!, Body = body, NotBefore = notBefore, Actor = "test", ActorName = "test", RecordedAt = db.Now });
            return db.SaveChangesAsync();
        });
        return id;
    }

    internal async Task<UnreadableReport> Report()
    {
        await using var scope = probe.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UnreadableEventReporter>().Report(TestContext.Current.CancellationToken);
    }

    private async Task<(int Waiting, int Unreadable)> Waiting()
    {
        await using var scope = probe.Services.CreateAsyncScope();
        var backlogs = await Backlog.Of(scope.ServiceProvider.GetRequiredService<IEnumerable<DatabaseRegistration>>(), scope.ServiceProvider, TestContext.Current.CancellationToken);
        var ours = Assert.Single(backlogs, backlog => backlog.Service == "probe");
        return (ours.Waiting, ours.Unreadable);
    }
}

public sealed class When_an_event_cannot_be_handed_over_embedded(ProbeHost<EmbeddedStack> probe) : When_an_event_cannot_be_handed_over<EmbeddedStack>(probe), IClassFixture<ProbeHost<EmbeddedStack>>
{
    private readonly ProbeHost<EmbeddedStack> _probe = probe;

    [Fact]
    public async Task Neither_does_one_whose_id_and_time_are_none_hold_back_others()
    {
        var before = (await Report()).Total;
        await Damaged("{}", TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));
        await _probe.Services.GetRequiredService<Storage>().Writer.RunAsync(turn =>
            turn.Statement("UPDATE probe_outbox SET id = 'no id', recorded_at = 'some day', not_before = NULL WHERE not_before IS NOT NULL").Run());
        await OthersPass();
        await Poll.Until(async () => (await Report()).Total == before + 1, TimeSpan.FromSeconds(20), "it is told of");
        Assert.Contains((await Report()).Shown, row => row.Since is null && row.Damage is not null);
    }
}

public sealed class When_an_event_cannot_be_handed_over_on_servers(ProbeHost<ServerStack> probe) : When_an_event_cannot_be_handed_over<ServerStack>(probe), IClassFixture<ProbeHost<ServerStack>>;
