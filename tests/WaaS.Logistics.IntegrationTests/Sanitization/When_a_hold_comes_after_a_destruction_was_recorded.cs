using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.DestroyCarrier;
using WaaS.Logistics.Sanitization.HoldDevice;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

public sealed class When_a_hold_comes_after_a_destruction_was_recorded_embedded(EmbeddedStack stack) : When_a_hold_comes_after_a_destruction_was_recorded(stack), IClassFixture<EmbeddedStack>;

public sealed class When_a_hold_comes_after_a_destruction_was_recorded_on_postgres(PostgresStack stack) : When_a_hold_comes_after_a_destruction_was_recorded(stack), IClassFixture<PostgresStack>;

public abstract class When_a_hold_comes_after_a_destruction_was_recorded(IStack stack) : IAsyncLifetime
{
    private Workshop _workshop = null!;
    private Showcase _show = null!;

    public async ValueTask InitializeAsync()
    {
        _workshop = await Workshop.Open(stack);
        _show = new Showcase(_workshop, await Bench.Enrol(_workshop));
    }

    public ValueTask DisposeAsync() => _workshop.DisposeAsync();

    [Fact]
    public async Task It_is_not_witnessed_until_the_hold_is_lifted()
    {
        var order = await _show.DestructionHeld(witnessed: false);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Witness(order));
        Assert.Equal("hold-destruction", refused.Rule);
        Assert.Contains("legal hold: court order", refused.Message);
        Assert.Contains("releaser lifts it", refused.Message);
        Assert.Equal(RecordState.First, await State(order));
        await Lift(order);
        Assert.Equal(RecordState.Witnessed, (await Witness(order)).State);
    }

    [Fact]
    public async Task It_is_not_approved_but_may_be_rejected()
    {
        var (kept, dropped) = (await _show.DestructionHeld(witnessed: true), await _show.DestructionHeld(witnessed: true));
        Assert.Equal("hold-destruction", (await Assert.ThrowsAsync<RefusedException>(() => Decide(kept, Decision.Yes))).Rule);
        Assert.Equal(SlotState.Failed, (await _show.Load(kept.DeviceId)).Slots[0].State);
        Assert.Empty(await _workshop.Cleared(kept.DeviceId));
        await Lift(kept);
        Assert.Equal(OrderState.Cleared, (await Decide(kept, Decision.Yes)).OrderState);
        Assert.Equal(RecordState.Rejected, (await Decide(dropped, Decision.No)).State);
    }

    [Fact]
    public async Task A_hold_with_a_last_day_counts_until_that_day_is_over_in_Berlin()
    {
        var order = await _show.Destroyed(approved: false);
        await Place(order, new DateOnly(2026, 11, 2));
        _workshop.Clock.Advance(new DateTimeOffset(2026, 11, 2, 22, 59, 59, TimeSpan.Zero) - _workshop.Clock.GetUtcNow());
        await Assert.ThrowsAsync<RefusedException>(() => Witness(order));
        _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RecordState.Witnessed, (await Witness(order)).State);
    }

    [Fact]
    public async Task Meeting_at_one_moment_the_later_one_hears_of_the_earlier_one()
    {
        for (var round = 0; round < 8; round++)
        {
            var order = await _show.Destroyed(approved: false);
            var refused = await Task.WhenAll(
                Task.Run(() => Refusal(() => Place(order, null))),
                Task.Run(() => Refusal(() => Witness(order))));
            Assert.Null(refused[0]);
            Assert.Contains(refused[1], (string?[])[null, "hold-destruction"]);
            Assert.Equal(refused[1] is null ? RecordState.Witnessed : RecordState.First, await State(order));
            Assert.Equal(refused[1] is null ? "hold-destruction" : "record-state", await Refusal(() => Decide(order, Decision.Yes)));
        }
    }

    private static async Task<string?> Refusal(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Rule;
        }
    }

    private Task<HoldPlaced> Place(WipeOrder order, DateOnly? endsOn) =>
        _workshop.Call<PlaceHold, HoldPlaced>("olga", hold => hold.Handle(Guid.NewGuid(), order.DeviceId, HoldKind.Legal, "court order", endsOn, default));

    private async Task Lift(WipeOrder order)
    {
        var hold = await _workshop.Read(db => Task.FromResult(db.Holds.Single(hold => hold.DeviceId == order.DeviceId).Id));
        await _workshop.Call<LiftHold, HoldPlaced>("rita", lift => lift.Handle(Guid.NewGuid(), hold, "settled", default));
    }

    private Task<DestructionRecorded> Witness(WipeOrder order) =>
        _workshop.Call<DestructionRecords, DestructionRecorded>("vera", records => records.Witness(Guid.NewGuid(), order.Id, order.Destructions[0].Id, default));

    private Task<DestructionRecorded> Decide(WipeOrder order, Decision decision) =>
        _workshop.Call<DestructionRecords, DestructionRecorded>("rita", records => records.Approve(Guid.NewGuid(), order.Id, order.Destructions[0].Id, decision, default));

    private async Task<RecordState> State(WipeOrder order) => (await _show.Load(order.DeviceId)).Destructions[0].State;
}
