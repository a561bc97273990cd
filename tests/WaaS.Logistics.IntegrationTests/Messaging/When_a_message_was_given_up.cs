using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Messaging.Events;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Messaging.Embedded;
using WaaS.Logistics.Platform.Web.FailedMessages;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Messaging;

/// <summary>A message that took the program down ten times before it could be rejected: at the next start it waits on the page of failed messages like any other.</summary>
public sealed class When_a_message_was_given_up(ProbeHost<EmbeddedStack> probe) : IClassFixture<ProbeHost<EmbeddedStack>>
{
    private const string Queue = "probe-handle-on-ordered";

    [Fact]
    public async Task It_waits_on_the_page_with_what_and_which_device_and_why_and_is_applied_once_when_tried_again()
    {
        var thing = Guid.CreateVersion7();
        var message = Deadly(new ProbeOrdered(thing, "SN-TEN"));
        await GiveUp(message);

        var failed = await Only("SN-TEN");
        Assert.Equal((Queue, typeof(ProbeOrdered).FullName, FailedMessageState.Open, 1), (failed.Queue, failed.Type, failed.State, failed.Failures));
        Assert.Equal((message.MessageId, "The process died 10 times while it handled this message.", "Käthe Müller"), (failed.MessageId.ToString(), failed.Detail, failed.ActorName));
        Assert.Equal(0, await InErrorQueues());
        Assert.False(await probe.In(db => db.Things.AnyAsync(row => row.Id == thing)));

        await Decide(decide => decide.Retry(failed.Id));
        await Poll.Until(() => probe.In(db => db.Things.AnyAsync(row => row.Id == thing && row.Counted == 1)), TimeSpan.FromSeconds(20), "it is applied");
        Assert.Equal(1, await probe.In(db => db.Things.Where(row => row.Id == thing).Select(row => row.Handled).SingleAsync()));
        await probe.Restart();
        Assert.Equal((FailedMessageState.Retried, 1), ((await Only("SN-TEN")).State, (await Only("SN-TEN")).Failures));
    }

    [Fact]
    public async Task It_is_discarded_with_a_reason_and_does_not_come_again()
    {
        await GiveUp(Deadly(new ProbeOrdered(Guid.CreateVersion7(), "SN-OUT")));
        await Decide(async decide => await decide.Discard((await Only("SN-OUT")).Id, "sent by a test rig"));
        await probe.Restart();
        Assert.Equal((FailedMessageState.Discarded, 1), ((await Only("SN-OUT")).State, (await Only("SN-OUT")).Failures));
    }

    [Fact]
    public async Task A_start_that_died_between_keeping_and_clearing_keeps_it_once()
    {
        var message = Deadly(new ProbeOrdered(Guid.CreateVersion7(), "SN-ONCE"));
        await GiveUp(message);
        await GiveUp(message);
        Assert.Equal((FailedMessageState.Open, 1), ((await Only("SN-ONCE")).State, (await Only("SN-ONCE")).Failures));
        Assert.Equal(0, await InErrorQueues());
    }

    [Fact]
    public async Task One_that_takes_it_down_again_after_a_retry_is_open_again()
    {
        var message = Deadly(new ProbeOrdered(Guid.CreateVersion7(), "SN-AGAIN"));
        await GiveUp(message);
        await Decide(async decide => await decide.Retry((await Only("SN-AGAIN")).Id));
        await GiveUp(message);
        Assert.Equal((FailedMessageState.Open, 2), ((await Only("SN-AGAIN")).State, (await Only("SN-AGAIN")).Failures));
    }

    [Theory]
    [MemberData(nameof(When_a_message_is_poison_embedded.Names), MemberType = typeof(When_a_message_is_poison_embedded))]
    public async Task Whatever_it_holds_it_is_kept_once_and_the_program_starts(string kind)
    {
        var before = await probe.InPlatform(db => db.FailedMessages.Select(row => row.Id).ToListAsync());
        await GiveUp(When_a_message_is_poison_embedded.Kinds[kind](Deadly(new ProbeOrdered(Guid.CreateVersion7(), "SN-POISON"))));
        var kept = Assert.Single(await probe.InPlatform(db => db.FailedMessages.AsNoTracking().Where(row => !before.Contains(row.Id)).ToListAsync()));
        Assert.Equal((Queue, FailedMessageState.Open), (kept.Queue, kept.State));
        Assert.Equal(0, await InErrorQueues());
    }

    private static WireMessage Deadly(ProbeOrdered happened) =>
        WireMessage.Of(happened) with { Deaths = 10, Headers = new() { ["WaaS-Actor"] = "u-1", ["WaaS-Actor-Name"] = "Käthe Müller" } };

    private async Task GiveUp(WireMessage message)
    {
        await message.PutInto(Queue, probe.Stack, probe.Services);
        await probe.Restart();
    }

    private Task<FailedMessage> Only(string device) => probe.InPlatform(db => db.FailedMessages.AsNoTracking().SingleAsync(row => row.Device == device));

    private async Task<long> InErrorQueues() =>
        (await EmbeddedBusQueues.Read(probe.Services.GetRequiredService<EmbeddedBusStore>())).Where(queue => queue.Kind != EmbeddedQueueKind.Main).Sum(queue => queue.Waiting + queue.Delayed + queue.BeingHandled);

    private async Task Decide(Func<DecideFailedMessage, Task> decide)
    {
        await using var scope = probe.Services.CreateAsyncScope();
        await decide(scope.ServiceProvider.GetRequiredService<DecideFailedMessage>());
    }
}
