using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.PickLists;
using WaaS.Logistics.Resale.Places;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Tests.Resale;

/// <summary>One case for each guard in the code of the stock: whoever takes the guard away finds its case red. Whatever is refused leaves no trace.</summary>
public sealed class When_a_guard_of_the_stock_stands_alone
{
    private const string Tenant = "Stadtwerke Beispiel GmbH", Rita = "rita";
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Price Cost = Price.Read(39900, "EUR");

    [Fact]
    public void A_sale_nothing_is_said_against_is_not_settled() => Refused("no-doubt", Sold(), unit => unit.SettleDoubt("found", Rita, Now));

    [Fact]
    public void A_doubt_is_settled_once()
    {
        var unit = Sold();
        unit.DoubtSale("certificate revoked", Now);
        unit.SettleDoubt("brought back", Rita, Now);
        Refused("doubt-settled", unit, again => again.SettleDoubt("all is well", "sven", Now));
        Assert.Equal(("brought back", Rita), (unit.DoubtOutcome, unit.DoubtSettledBy));
        unit.DoubtSale("another one revoked", Now);
        unit.SettleDoubt("destroyed", Rita, Now);
        Assert.Equal("destroyed", unit.DoubtOutcome);
    }

    [Fact]
    public void Only_a_sold_unit_is_doubted() => Assert.Throws<InvalidOperationException>(() => Picked().DoubtSale("certificate revoked", Now));

    [Theory]
    [InlineData(Tenant)]
    [InlineData("stadtwerke-beispiel ag")]
    public void It_is_not_reserved_for_its_tenant(string buyer) => Refused("buyer-is-tenant", Stocked(), unit => unit.Reserve(Guid.NewGuid(), Buyer.Read(buyer), Rita, Now));

    // No way of the code leads here; a row that was changed by hand would.
    [Fact]
    public void It_is_not_sold_to_its_tenant_whoever_reserved_it()
    {
        var unit = Picked();
        typeof(StockUnit).GetProperty(nameof(StockUnit.TenantKey))!.SetValue(unit, unit.Reserved!.BuyerKey);
        Refused("buyer-is-tenant", unit, sold => sold.Sell(Rita, Now));
        Assert.Equal(ReservationState.Open, unit.Reserved.State);
    }

    [Fact]
    public void It_is_reserved_and_sold_to_anybody_else()
    {
        var unit = Sold();
        Assert.Equal((UnitState.Sold, "Kaufhaus Nord", 39900L), (unit.State, unit.Reserved!.Buyer, unit.PriceMinor!.Value));
    }

    [Fact]
    public void A_reservation_that_ended_is_not_released_again()
    {
        var unit = Reserved();
        var first = unit.ReservationId!.Value;
        unit.Release(first, "changed", Rita, Now);
        Refused("reservation-ended", unit, stocked => stocked.Release(first, "again", Rita, Now));
        unit.Reserve(Guid.NewGuid(), Buyer.Read("Kaufhaus Süd"), Rita, Now);
        Refused("reservation-ended", unit, reserved => reserved.Release(first, "the other's", Rita, Now));
        var sold = Sold();
        Refused("reservation-ended", sold, gone => gone.Release(gone.ReservationId!.Value, "too late", Rita, Now));
    }

    [Fact]
    public void Without_a_price_it_is_not_reserved()
    {
        var unit = Admitted();
        unit.PutInto(Bin("A-1"), Now);
        Refused("no-price", unit, stocked => stocked.Reserve(Guid.NewGuid(), Buyer.Read("Kaufhaus Nord"), Rita, Now));
    }

    [Fact]
    public void No_price_is_set_once_it_is_promised() => Refused("already-reserved", Reserved(), unit => unit.Cost(Price.Read(1, "EUR")));

    [Fact]
    public void It_lies_in_bins_for_stock_only() => Refused("wrong-bin", Admitted(), unit => unit.PutInto(new Place(new PlaceDefined(Guid.CreateVersion7(), "QUA-1", "quarantine")), Now));

    [Fact]
    public void What_its_state_does_not_allow_is_refused_with_its_reason()
    {
        Refused("not-stocked", Admitted(), unit => unit.Reserve(Guid.NewGuid(), Buyer.Read("Kaufhaus Nord"), Rita, Now));
        Refused("already-reserved", Reserved(), unit => unit.Reserve(Guid.NewGuid(), Buyer.Read("Kaufhaus Süd"), Rita, Now));
        Refused("not-reserved", Stocked(), unit => unit.Pick("PL-1", Rita, Now));
        Refused("not-picked", Reserved(), unit => unit.Sell(Rita, Now));
        Refused("already-picked", Picked(), unit => unit.Return("broken", Now));
        Refused("unit-gone", Sold(), unit => unit.PutInto(Bin("A-1"), Now));
        var blocked = Picked();
        blocked.Block("certificate revoked", Rita, Now);
        Refused("unit-blocked", blocked, unit => unit.Sell(Rita, Now));
    }

    [Theory]
    [InlineData(0, 1, "A", Tenant)]
    [InlineData(1, 0, "A", Tenant)]
    [InlineData(1, 1, "D", Tenant)]
    [InlineData(1, 1, "", Tenant)]
    [InlineData(1, 1, "A", "")]
    [InlineData(1, 1, "A", " - ")]
    public void Nothing_unknown_is_stocked(int cycle, int revision, string grade, string tenant) =>
        Assert.Throws<InvalidOperationException>(() => new StockUnit(new DeviceGraded(Guid.CreateVersion7(), cycle, revision, tenant, "HP", "EliteBook 840 G8", "5CG1234XYZ", "laptop", grade), Now));

    [Fact]
    public void Picking_holds_to_the_list_and_the_bin()
    {
        var (unit, other) = (Reserved(), Reserved());
        var list = new PickList("PL-1", [unit.Reserved!], Rita, Now);
        PickRule.RequireLine(list, unit);
        Refused("wrong-unit", other, stranger => PickRule.RequireLine(list, stranger));
        Refused("not-in-this-bin", unit, reserved => PickRule.RequireBin(reserved, Bin("A-2")));
        unit.Release(unit.ReservationId!.Value, "changed", Rita, Now);
        Refused("line-stopped", unit, stopped => PickRule.RequireLine(list, stopped));
        unit.Block("certificate revoked", Rita, Now);
        Refused("unit-blocked", unit, blocked => PickRule.RequireLine(list, blocked));
    }

    [Fact]
    public void A_list_is_sold_once()
    {
        var list = new PickList("PL-1", [Picked().Reserved!], Rita, Now);
        list.MarkSold(Rita, Now);
        Assert.Equal("list-sold", Assert.Throws<RefusedException>(() => list.MarkSold("sven", Now)).Rule);
        Assert.Equal(Rita, list.SoldBy);
    }

    private static void Refused(string rule, StockUnit unit, Action<StockUnit> act)
    {
        unit.TakeEvents();
        var before = (unit.State, unit.ReservationId, unit.Bin, unit.PriceMinor, unit.SoldAt, unit.DoubtOutcome, unit.Reservations.Count);
        Assert.Equal(rule, Assert.Throws<RefusedException>(() => act(unit)).Rule);
        Assert.Equal(before, (unit.State, unit.ReservationId, unit.Bin, unit.PriceMinor, unit.SoldAt, unit.DoubtOutcome, unit.Reservations.Count));
        Assert.Empty(unit.TakeEvents());
    }

    private static StockUnit Admitted() => new(new DeviceGraded(Guid.CreateVersion7(), 1, 1, Tenant, "HP", "EliteBook 840 G8", "5CG1234XYZ", "laptop", "A"), Now);

    private static StockUnit Stocked()
    {
        var unit = Admitted();
        unit.PutInto(Bin("A-1"), Now);
        unit.Cost(Cost);
        return unit;
    }

    private static StockUnit Reserved()
    {
        var unit = Stocked();
        unit.Reserve(Guid.CreateVersion7(), Buyer.Read("Kaufhaus Nord"), Rita, Now);
        return unit;
    }

    private static StockUnit Picked()
    {
        var unit = Reserved();
        unit.Pick("PL-1", Rita, Now);
        return unit;
    }

    private static StockUnit Sold()
    {
        var unit = Picked();
        unit.Sell(Rita, Now);
        return unit;
    }

    private static Place Bin(string code) => new(new PlaceDefined(Guid.CreateVersion7(), code, Place.Sellable));
}
