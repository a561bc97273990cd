using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.MakePickList;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.ReleaseReservation;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

public abstract class When_units_are_sold(IStack stack) : IAsyncLifetime
{
    private readonly string _run = $"S{Guid.NewGuid():N}"[..8];
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.Open(stack);

    public ValueTask DisposeAsync() => _shelf.DisposeAsync();

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Rule;

    [Fact]
    public async Task They_go_from_bin_to_buyer_by_scans_in_the_order_of_the_bins()
    {
        UnitRow[] units = [await _shelf.Stock(_run + "A", "A-10"), await _shelf.Stock(_run + "B", "A-2"), await _shelf.Stock(_run + "C", "A-1")];
        var list = await _shelf.List("Kaufhaus Nord", units);
        Assert.Equal(["A-1", "A-2", "A-10"], list.Lines.Select(line => line.Bin));
        Assert.Equal("not-all-picked", await Refused(() => _shelf.Sell(list.Number)));
        foreach (var line in list.Lines)
            list = await _shelf.Pick(list.Number, OwnCode.Create(OwnCodeKind.Place, line.Bin!.Replace("-", "")).ToString(), OwnCode.Create(OwnCodeKind.Device, units.Single(unit => unit.UnitId == line.UnitId).DeviceId).ToString());
        Assert.All(list.Lines, line => Assert.Equal(PickLineState.Picked, line.State));
        var sold = await _shelf.Sell(list.Number);
        Assert.Equal((3, 0), (sold.Sold.Count, sold.LeftOut.Count));
        foreach (var unit in units)
        {
            Assert.Equal((UnitState.Sold, 39900L, "EUR"), ((await _shelf.Unit(unit.UnitId)).State, (await _shelf.Unit(unit.UnitId)).PriceMinor!.Value, (await _shelf.Unit(unit.UnitId)).Currency!));
            Assert.Equal(("Kaufhaus Nord", 39900L, "EUR"), Assert.Single((await _shelf.Said<UnitSold>(unit.DeviceId)).Select(said => (said.Buyer, said.PriceMinor, said.Currency))));
            Assert.Equal(list.Number, Assert.Single(await _shelf.Said<UnitPicked>(unit.DeviceId)).PickList);
        }
        Assert.Equal("list-sold", await Refused(() => _shelf.Sell(list.Number)));
    }

    [Theory]
    [InlineData("SEC-1", "wrong-bin")]
    [InlineData("QUA-1", "wrong-bin")]
    [InlineData("REF-1", "wrong-bin")]
    [InlineData("DOCK-1", "wrong-bin")]
    [InlineData("NOWHERE", "bin-unknown")]
    [InlineData("", "invalid-bin")]
    [InlineData("WL:place:A1?", "invalid-bin")]
    public async Task A_place_that_is_no_bin_for_stock_is_a_stop(string bin, string rule)
    {
        await _shelf.Grade(Shelf.Graded(Guid.CreateVersion7(), _run));
        Assert.Equal(rule, await Refused(() => _shelf.PutAway(_run, bin)));
        Assert.Equal("not-stocked", await Refused(async () => await _shelf.Reserve("Buyer", [(await _shelf.Call((FindUnits find) => find.Rows(new UnitFilter(Q: _run), 0, default)))[0].UnitId])));
    }

    [Fact]
    public async Task A_unit_moves_to_another_bin_also_while_it_is_reserved()
    {
        var unit = await _shelf.Stock(_run);
        Assert.Equal("in-bin-already", await Refused(() => _shelf.PutAway(_run, "a1")));
        var list = await _shelf.List("Buyer", unit);
        await _shelf.PutAway(_run, "A-2");
        Assert.Equal("not-in-this-bin", await Refused(() => _shelf.Pick(list.Number, "A-1", _run)));
        Assert.Equal(PickLineState.Picked, (await _shelf.Pick(list.Number, "A-2", _run)).Lines[0].State);
        Assert.Equal("already-picked", await Refused(() => _shelf.Pick(list.Number, "A-2", _run)));
    }

    [Fact]
    public async Task Several_are_reserved_all_or_none()
    {
        UnitRow[] units = [await _shelf.Stock(_run + "1"), await _shelf.Stock(_run + "2"), await _shelf.Stock(_run + "3")];
        await _shelf.Reserve("First", [units[1].UnitId]);
        Assert.Equal("already-reserved", await Refused(() => _shelf.Reserve("Second", units.Select(unit => unit.UnitId))));
        Assert.Equal([UnitState.Stocked, UnitState.Reserved, UnitState.Stocked], new[] { (await _shelf.Unit(units[0].UnitId)).State, (await _shelf.Unit(units[1].UnitId)).State, (await _shelf.Unit(units[2].UnitId)).State });
    }

    [Theory]
    [InlineData("Stadtwerke Beispiel GmbH")]
    [InlineData("  STADTWERKE   BEISPIEL AG ")]
    [InlineData("Stadtwerke-Beispiel")]
    public async Task Never_to_the_tenant_who_rented_it(string buyer)
    {
        var unit = await _shelf.Stock(_run);
        Assert.Equal("buyer-is-tenant", await Refused(() => _shelf.Reserve(buyer, [unit.UnitId])));
    }

    [Fact]
    public async Task Without_a_price_it_is_not_reserved()
    {
        await _shelf.Grade(Shelf.Graded(Guid.CreateVersion7(), _run));
        var unit = await _shelf.PutAway(_run, "A-1");
        Assert.Equal("no-price", await Refused(() => _shelf.Reserve("Buyer", [unit.UnitId])));
        foreach (var (minor, currency, rule) in new[] { (0L, "EUR", "invalid-priceminor"), (-5L, "EUR", "invalid-priceminor"), (100L, "XXX", "invalid-currency"), (100L, "", "invalid-currency") })
            Assert.Equal(rule, await Refused(() => _shelf.Call((PriceUnits price) => price.Handle(new PriceUnitsRequest(Guid.NewGuid(), [unit.UnitId], minor, currency), default))));
    }

    [Fact]
    public async Task A_released_one_can_be_had_by_another_and_a_picked_one_is_put_away_again()
    {
        var unit = await _shelf.Stock(_run);
        var first = (await _shelf.Reserve("First", [unit.UnitId])).Reservations[0].ReservationId;
        await Release(first);
        var list = await _shelf.List("Second", unit);
        await _shelf.Pick(list.Number, "A-1", _run);
        Assert.Equal("reservation-ended", await Refused(() => Release(first)));
        Assert.Equal(UnitState.Admitted, (await Release(list.Lines[0].ReservationId)).State);
        Assert.Equal([false, true], (await _shelf.Said<ReservationReleased>(unit.DeviceId)).Select(said => said.PutAwayAgain));
        Assert.Equal("nothing-to-sell", await Refused(() => _shelf.Sell(list.Number)));
        await _shelf.PutAway(_run, "A-1");
        Assert.Equal("line-stopped", await Refused(() => _shelf.Pick(list.Number, "A-1", _run)));
    }

    private Task<UnitRow> Release(Guid reservation) => _shelf.Call((ReleaseReservation release) => release.Handle(reservation, new ReleaseReservationRequest(Guid.NewGuid(), "changed their mind"), default));

    [Fact]
    public async Task A_unit_blocked_while_reserved_or_picked_stops_its_line_and_the_rest_is_sold()
    {
        UnitRow[] units = [await _shelf.Stock(_run + "1", "A-1"), await _shelf.Stock(_run + "2", "A-2"), await _shelf.Stock(_run + "3", "A-10")];
        var list = await _shelf.List("Buyer", units);
        await _shelf.Pick(list.Number, "A-1", units[0].Serial);
        await _shelf.Pick(list.Number, "A-10", units[2].Serial);
        await _shelf.Reopen(units[0].DeviceId, units[0].Serial, 2);
        await _shelf.Reopen(units[1].DeviceId, units[1].Serial, 2);
        Assert.Equal("unit-blocked", await Refused(() => _shelf.Pick(list.Number, "A-2", units[1].Serial)));
        var view = await _shelf.Call((FindPickLists find) => find.View(list.Number, default));
        Assert.Equal([PickLineState.Stopped, PickLineState.Stopped, PickLineState.Picked], view.Lines.Select(line => line.State));
        Assert.Equal("certificate revoked", view.Lines[0].Reason);
        var sold = await _shelf.Sell(list.Number);
        Assert.Equal([units[2].Serial], sold.Sold.Select(row => row.Serial));
        Assert.Equal([units[0].Serial, units[1].Serial], sold.LeftOut.Select(row => row.Serial).Order());
        Assert.Equal("A-2", Assert.Single(await _shelf.Said<UnitBlocked>(units[1].DeviceId)).Bin);
        Assert.Null(Assert.Single(await _shelf.Said<UnitBlocked>(units[0].DeviceId)).Bin);
    }

    [Fact]
    public async Task A_wrong_unit_is_a_stop()
    {
        var (wanted, other) = (await _shelf.Stock(_run + "1"), await _shelf.Stock(_run + "2"));
        var list = await _shelf.List("Buyer", wanted);
        Assert.Equal("wrong-unit", await Refused(() => _shelf.Pick(list.Number, "A-1", other.Serial)));
        Assert.Equal("unit-unknown", await Refused(() => _shelf.Pick(list.Number, "A-1", "NEVERSEEN")));
        Assert.Equal("not-a-bin", await Refused(() => _shelf.Pick(list.Number, OwnCode.Create(OwnCodeKind.Badge, "7").ToString(), wanted.Serial)));
    }

    [Fact]
    public async Task A_reservation_is_on_one_list_and_a_list_has_one_buyer()
    {
        var (one, two) = (await _shelf.Stock(_run + "1"), await _shelf.Stock(_run + "2"));
        var list = await _shelf.List("Buyer", one);
        var other = (await _shelf.Reserve("Somebody else", [two.UnitId])).Reservations[0].ReservationId;
        Assert.Equal("listed-already", await Refused(() => Make(list.Lines[0].ReservationId)));
        var third = await _shelf.Stock(_run + "3");
        var buyers = (await _shelf.Reserve("Buyer", [third.UnitId])).Reservations[0].ReservationId;
        Assert.Equal("two-buyers", await Refused(() => Make(other, buyers)));
    }

    private Task<PickListView> Make(params Guid[] reservations) => _shelf.Call((MakePickList make) => make.Handle(new MakePickListRequest(Guid.NewGuid(), reservations), default));

    [Fact]
    public async Task A_command_sent_again_gets_its_first_answer_and_changes_nothing()
    {
        var unit = await _shelf.Stock(_run);
        var (reserve, pick, sell) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var first = await _shelf.Reserve("Buyer", [unit.UnitId], reserve);
        Assert.Equal(first.Reservations, (await _shelf.Reserve("Buyer", [unit.UnitId], reserve)).Reservations);
        var list = await Make(first.Reservations[0].ReservationId);
        await _shelf.Pick(list.Number, "A-1", _run, pick);
        Assert.Equal(PickLineState.Picked, (await _shelf.Pick(list.Number, "A-1", _run, pick)).Lines[0].State);
        await _shelf.Sell(list.Number, sell);
        Assert.Single((await _shelf.Sell(list.Number, sell)).Sold);
        Assert.Single(await _shelf.Said<UnitSold>(unit.DeviceId));
        Assert.Equal("op-id-reused", await Refused(() => _shelf.Reserve("Other", [unit.UnitId], reserve)));
    }

    [Fact]
    public async Task The_list_on_paper_is_a_pdf()
    {
        var list = await _shelf.List("Buyer", await _shelf.Stock(_run));
        var pdf = await _shelf.Call((PrintPickList print) => print.Handle(list.Number, default));
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
    }

    [Fact]
    public async Task Equal_units_are_found_together_with_how_many_can_be_had()
    {
        var model = "Latitude " + _run;
        foreach (var i in Enumerable.Range(0, 4))
            await _shelf.Stock(_run + i, model: model);
        await _shelf.Stock(_run + "B", model: model, grade: "B");
        await _shelf.Reserve("Buyer", [(await _shelf.Call((FindUnits find) => find.Rows(new UnitFilter(Model: model, Grade: "A"), 0, default)))[0].UnitId]);
        var groups = await _shelf.Call((FindUnits find) => find.Groups(new UnitFilter(Q: model), default));
        Assert.Equal([("A", 3, 3, 1), ("B", 1, 1, 0)], groups.Select(group => (group.Grade, group.Free, group.Priced, group.Reserved)));
    }
}

public sealed class When_units_are_sold_on_sqlite() : When_units_are_sold(new EmbeddedStack());

public sealed class When_units_are_sold_on_postgres(PostgresStack stack) : When_units_are_sold(stack), IClassFixture<PostgresStack>;
