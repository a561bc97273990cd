using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.ReturnUnit;
using WaaS.Logistics.Resale.SettleDoubt;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Resale.WithdrawUnit;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

public abstract class When_a_device_is_graded_and_reopened(IStack stack) : IAsyncLifetime
{
    private readonly Guid _device = Guid.CreateVersion7();
    private readonly string _serial = $"GR{Guid.NewGuid():N}"[..12];
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.Open(stack);

    public ValueTask DisposeAsync() => _shelf.DisposeAsync();

    private Task Grade(int revision, int cycle = 1, string grade = "A") => _shelf.Grade(Shelf.Graded(_device, _serial, cycle, revision, grade));

    private Task Reopen(int revision, int cycle = 1) => _shelf.Reopen(_device, _serial, revision, cycle);

    private async Task<StockUnit> Only() => Assert.Single(await _shelf.UnitsOf(_device));

    private async Task<StockUnit> Sold()
    {
        await Grade(1);
        var unit = await _shelf.PutAway(_serial, "A-1");
        await _shelf.Call((Logistics.Resale.PriceUnit.PriceUnits price) => price.Handle(new(Guid.NewGuid(), [unit.UnitId], 10000, "EUR"), default));
        var list = await _shelf.List("Buyer Ltd", unit);
        await _shelf.Pick(list.Number, "A-1", _serial);
        await _shelf.Sell(list.Number);
        return await Only();
    }

    [Fact]
    public async Task Graded_twice_it_is_one_unit()
    {
        await Grade(1);
        await Grade(1);
        Assert.Equal(UnitState.Admitted, (await Only()).State);
        Assert.Single(await _shelf.Said<UnitAdmitted>(_device));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_reopening_that_came_first_beats_a_clearance_that_is_not_newer(int reopened)
    {
        await Reopen(reopened);
        await Grade(1);
        Assert.Equal(UnitState.Blocked, (await Only()).State);
        await Assert.ThrowsAsync<RefusedException>(() => _shelf.PutAway(_serial, "A-1"));
        await Grade(reopened + 1, grade: "B");
        Assert.Equal((UnitState.Admitted, "B", reopened + 1), ((await Only()).State, (await Only()).Grade, (await Only()).ClearanceRevision));
    }

    [Fact]
    public async Task A_late_reopening_that_is_older_changes_nothing()
    {
        await Grade(3);
        await Reopen(2);
        Assert.Equal(UnitState.Admitted, (await Only()).State);
    }

    [Fact]
    public async Task A_higher_clearance_brings_it_back_and_it_is_put_away_anew()
    {
        await Grade(1);
        await _shelf.PutAway(_serial, "A-1");
        await Reopen(2);
        Assert.Equal((UnitState.Blocked, "A-1"), ((await Only()).State, (await Only()).Bin));
        await Grade(3);
        Assert.Equal((UnitState.Admitted, null), ((await Only()).State, (await Only()).Bin));
        await _shelf.PutAway(_serial, "A-2");
        Assert.Equal("A-2", (await Only()).Bin);
    }

    [Fact]
    public async Task A_higher_clearance_whose_reopening_is_late_takes_it_off_the_shelf_and_ends_the_reservation()
    {
        var unit = await _shelf.Stock(_serial + "X");
        await _shelf.Reserve("Buyer", [unit.UnitId]);
        await _shelf.Grade(Shelf.Graded(unit.DeviceId, unit.Serial, revision: 3));
        await _shelf.Reopen(unit.DeviceId, unit.Serial, 2);
        var now = await _shelf.Unit(unit.UnitId);
        Assert.Equal((UnitState.Admitted, null, null), (now.State, now.ReservationId, now.Bin));
        Assert.Equal(ReleaseCause.GradedAgain, Assert.Single(now.Reservations).ReleaseCause);
    }

    [Fact]
    public async Task A_sold_unit_that_is_reopened_is_told_to_a_person_and_stays_sold()
    {
        var sold = await Sold();
        await Reopen(2);
        var doubted = await Only();
        Assert.Equal((UnitState.Sold, "certificate revoked"), (doubted.State, doubted.Doubt));
        Assert.Equal("Buyer Ltd", Assert.Single(await _shelf.Said<SoldUnitDoubted>(_device)).Buyer);
        await _shelf.Call((SettleDoubt settle) => settle.Handle(sold.Id, new(Guid.NewGuid(), "buyer sent it back for destruction"), default));
        Assert.Single(await _shelf.Said<SaleDoubtSettled>(_device));
    }

    [Fact]
    public async Task A_sold_unit_graded_again_without_a_return_is_told_to_a_person_and_is_no_stock()
    {
        await Sold();
        await Grade(3);
        Assert.Equal(UnitState.Sold, (await Only()).State);
        Assert.Single(await _shelf.Said<SoldUnitDoubted>(_device));
        await Grade(3);
        Assert.Single(await _shelf.UnitsOf(_device));
    }

    [Fact]
    public async Task A_returned_unit_is_stock_again_only_by_a_higher_clearance_and_as_a_new_unit()
    {
        var sold = await Sold();
        await _shelf.Call((ReturnUnit back) => back.Handle(sold.Id, new(Guid.NewGuid(), "broken hinge"), default));
        Assert.Equal(sold.Id, Assert.Single(await _shelf.Said<UnitReturned>(_device)).UnitId);
        await Grade(1);
        Assert.Equal(UnitState.Returned, (await Only()).State);
        await Reopen(2);
        await Grade(3);
        Assert.Equal([UnitState.Returned, UnitState.Admitted], (await _shelf.UnitsOf(_device)).Select(unit => unit.State));
        Assert.Empty(await _shelf.Said<SoldUnitDoubted>(_device));
    }

    [Fact]
    public async Task A_sold_device_that_comes_back_in_a_later_cycle_is_a_new_unit()
    {
        var sold = await Sold();
        await Reopen(2, cycle: 2);
        await Grade(3, cycle: 2);
        var units = await _shelf.UnitsOf(_device);
        Assert.Equal([(sold.Id, UnitState.Sold), (units[1].Id, UnitState.Admitted)], units.Select(unit => (unit.Id, unit.State)));
        Assert.Empty(await _shelf.Said<SoldUnitDoubted>(_device));
    }

    [Fact]
    public async Task An_unsold_unit_gives_way_to_a_later_cycle()
    {
        await Grade(1);
        await Grade(1, cycle: 2);
        Assert.Equal([UnitState.Withdrawn, UnitState.Admitted], (await _shelf.UnitsOf(_device)).Select(unit => unit.State));
        await Grade(3, cycle: 1);
        Assert.Equal([UnitState.Withdrawn, UnitState.Admitted], (await _shelf.UnitsOf(_device)).Select(unit => unit.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_scrapped_is_no_stock_whichever_is_heard_first(bool scrappedFirst)
    {
        if (!scrappedFirst)
            await Grade(1);
        await _shelf.Deliver<WithdrawOnDeviceScrapped, DeviceScrapped>(new DeviceScrapped(_device, 1, 1, _serial, "board dead"));
        if (scrappedFirst)
            await Grade(1);
        Assert.Equal(scrappedFirst ? UnitState.Blocked : UnitState.Withdrawn, (await Only()).State);
        await Grade(3);
        Assert.Equal(UnitState.Admitted, (await _shelf.UnitsOf(_device))[^1].State);
    }

    [Fact]
    public async Task A_receipt_taken_back_takes_the_unit_from_the_pick_list()
    {
        var unit = await _shelf.Stock(_serial + "R");
        var list = await _shelf.List("Buyer", unit);
        await _shelf.Deliver<WithdrawOnReceiptCorrected, ReceiptCorrected>(new ReceiptCorrected(unit.DeviceId, 1, Guid.NewGuid(), "RO-1", unit.Serial, "stop-list"));
        Assert.Equal(UnitState.Withdrawn, (await _shelf.Unit(unit.UnitId)).State);
        Assert.Equal("line-stopped", (await Assert.ThrowsAsync<RefusedException>(() => _shelf.Pick(list.Number, "A-1", unit.Serial))).Rule);
    }

    [Fact]
    public async Task Nothing_without_clearance_tenant_or_grade_is_stocked()
    {
        foreach (var bad in new[] { Shelf.Graded(_device, _serial, revision: 0), Shelf.Graded(_device, _serial, tenant: " "), Shelf.Graded(_device, _serial, grade: "D"), Shelf.Graded(_device, _serial, cycle: 0) })
            await Assert.ThrowsAsync<InvalidOperationException>(() => _shelf.Grade(bad));
        Assert.Empty(await _shelf.UnitsOf(_device));
    }
}

public sealed class When_a_device_is_graded_and_reopened_on_sqlite() : When_a_device_is_graded_and_reopened(new EmbeddedStack());

public sealed class When_a_device_is_graded_and_reopened_on_postgres(PostgresStack stack) : When_a_device_is_graded_and_reopened(stack), IClassFixture<PostgresStack>;
