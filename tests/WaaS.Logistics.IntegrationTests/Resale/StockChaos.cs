using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Resale;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.MakePickList;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.ReleaseReservation;
using WaaS.Logistics.Resale.ReturnUnit;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Resale.WithdrawUnit;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Resale;

internal sealed record StockMove(int What, int Which, int How)
{
    public override string ToString() => $"{StockChaos.Names[What]}({Which}, {How})";
}

/// <summary>Three devices, and everything that can be told about them or done with them; what was told is remembered, to judge the stock by.</summary>
internal sealed class StockChaos(Shelf shelf)
{
    public static readonly string[] Names = ["grade", "grade", "reopen", "scrap", "correct", "put-away", "put-away", "price", "reserve", "reserve", "release", "list", "list", "pick", "pick", "sell", "sell", "return"];

    private readonly (Guid Id, string Serial)[] _devices = [.. Enumerable.Range(0, 3).Select(i => (Guid.CreateVersion7(), $"CH{Guid.NewGuid():N}"[..12]))];
    private readonly ConcurrentBag<(char Kind, Guid Device, int Cycle, int Revision)> _told = [];

    public int Sold { get; private set; }
    public int Doubted { get; private set; }

    /// <summary>The first device is on its way to a buyer already, so that there is something to doubt.</summary>
    public async Task Begin()
    {
        await Grade(_devices[0], 1, 1);
        var unit = await shelf.PutAway(_devices[0].Serial, "A-1");
        await shelf.Call((PriceUnits price) => price.Handle(new PriceUnitsRequest(Guid.NewGuid(), [unit.UnitId], 100, "EUR"), default));
        var list = await shelf.List("Begin", unit);
        await shelf.Pick(list.Number, "A-1", _devices[0].Serial);
    }

    public async Task Do(StockMove move)
    {
        try
        {
            await Act(Names[move.What], _devices[move.Which], move.How);
        }
        catch (RefusedException)
        {
        }
    }

    private async Task Act(string what, (Guid Id, string Serial) device, int how)
    {
        var (cycle, revision) = (1 + how % 10 / 8, 1 + how % 5);
        switch (what)
        {
            case "grade":
                await Grade(device, cycle, revision);
                break;
            case "reopen":
                await shelf.Reopen(device.Id, device.Serial, revision, cycle);
                _told.Add(('R', device.Id, cycle, revision));
                break;
            case "scrap" when how > 6:
                await shelf.Deliver<WithdrawOnDeviceScrapped, DeviceScrapped>(new DeviceScrapped(device.Id, cycle, revision, device.Serial, "dead"));
                _told.Add(('R', device.Id, cycle, revision));
                break;
            case "correct" when how == 8:
                await shelf.Deliver<WithdrawOnReceiptCorrected, ReceiptCorrected>(new ReceiptCorrected(device.Id, 1, Guid.NewGuid(), "RO-1", device.Serial, "undone"));
                _told.Add(('E', device.Id, 1, 0));
                break;
            case "put-away":
                await shelf.PutAway(device.Serial, how == 7 ? "SEC-1" : how % 2 == 0 ? "A-1" : "A-2");
                break;
            default:
                if (await Newest(device.Id) is { } unit)
                    await OnUnit(what, unit, how);
                break;
        }
    }

    private async Task OnUnit(string what, StockUnit unit, int how)
    {
        switch (what)
        {
            case "price":
                await shelf.Call((PriceUnits price) => price.Handle(new PriceUnitsRequest(Guid.NewGuid(), [unit.Id], 100 + how, "EUR"), default));
                break;
            case "reserve":
                if (unit.PriceMinor is null)
                    await shelf.Call((PriceUnits price) => price.Handle(new PriceUnitsRequest(Guid.NewGuid(), [unit.Id], 100 + how, "EUR"), default));
                await shelf.Reserve(how == 9 ? Shelf.Tenant : $"Buyer {how}", [unit.Id]);
                break;
            case "release" when unit.ReservationId is { } open:
                await shelf.Call((ReleaseReservation release) => release.Handle(open, new ReleaseReservationRequest(Guid.NewGuid(), "changed"), default));
                break;
            case "list" when unit.ReservationId is { } open:
                await shelf.Call((MakePickList make) => make.Handle(new MakePickListRequest(Guid.NewGuid(), [open]), default));
                break;
            case "pick" when await ListOf(unit.Id) is { } list:
                await shelf.Pick(list, how == 9 ? "A-10" : unit.Bin ?? "A-1", unit.Serial);
                break;
            case "sell" when await ListOf(unit.Id) is { } list:
                await shelf.Sell(list);
                break;
            case "return" when how > 4:
                await shelf.Call((ReturnUnit back) => back.Handle(unit.Id, new ReturnUnitRequest(Guid.NewGuid(), "came back"), default));
                break;
        }
    }

    private async Task Grade((Guid Id, string Serial) device, int cycle, int revision)
    {
        await shelf.Grade(Shelf.Graded(device.Id, device.Serial, cycle, revision));
        _told.Add(('G', device.Id, cycle, revision));
    }

    private async Task<StockUnit?> Newest(Guid device) => (await shelf.UnitsOf(device)).LastOrDefault();

    private Task<string?> ListOf(Guid unit) => shelf.Read(db => db.PickLists.Where(list => list.Lines.Any(line => line.UnitId == unit)).OrderByDescending(list => list.CreatedAt).ThenByDescending(list => list.Number).Select(list => list.Number).FirstOrDefaultAsync());

    /// <summary>What must hold whatever happened.</summary>
    public async Task Check()
    {
        (Sold, Doubted) = (0, 0);
        foreach (var device in _devices)
        {
            var units = await shelf.UnitsOf(device.Id);
            Assert.True(units.Count(unit => UnitTransitions.IsLiving(unit.State)) <= 1, "one device, one unit");
            foreach (var unit in units)
                CheckUnit(unit, [.. _told.Where(told => told.Device == device.Id)]);
            CheckNothingIsLost(units, [.. _told.Where(told => told.Device == device.Id)]);
            var said = await shelf.Said<UnitSold>(device.Id);
            Assert.Equal(units.Where(unit => unit.SoldAt is not null).Select(unit => unit.Id).Order(), said.Select(sold => sold.UnitId).Order());
            Sold += said.Count;
            Doubted += (await shelf.Said<SoldUnitDoubted>(device.Id)).Count;
        }
    }

    private static void CheckUnit(StockUnit unit, List<(char Kind, Guid Device, int Cycle, int Revision)> told)
    {
        Assert.Contains(told, fact => fact.Kind == 'G' && (fact.Cycle, fact.Revision) == (unit.Cycle, unit.ClearanceRevision));
        var against = told.Where(fact => fact.Kind == 'R' && (fact.Cycle, fact.Revision).CompareTo((unit.Cycle, unit.ClearanceRevision)) >= 0 || fact.Kind == 'E' && fact.Cycle >= unit.Cycle).ToList();
        if (unit.State is UnitState.Admitted or UnitState.Stocked or UnitState.Reserved or UnitState.Picked)
            Assert.Empty(against);
        if (unit.State == UnitState.Sold && against.Any(fact => fact.Cycle == unit.Cycle))
            Assert.NotNull(unit.DoubtedAt);
        Assert.Equal(unit.State is UnitState.Reserved or UnitState.Picked ? 1 : 0, unit.Reservations.Count(row => row.State == ReservationState.Open));
        Assert.All(unit.Reservations, row => Assert.NotEqual(unit.TenantKey, row.BuyerKey));
        Assert.Equal(unit.State is UnitState.Stocked or UnitState.Reserved, unit.PlaceId is not null && unit.State is not (UnitState.Blocked or UnitState.Withdrawn));
    }

    private static void CheckNothingIsLost(List<StockUnit> units, List<(char Kind, Guid Device, int Cycle, int Revision)> told)
    {
        var ended = told.Where(fact => fact.Kind == 'E').Select(fact => fact.Cycle).DefaultIfEmpty(0).Max();
        var graded = told.Where(fact => fact.Kind == 'G' && fact.Cycle > ended).Select(fact => (fact.Cycle, fact.Revision)).DefaultIfEmpty().Max();
        var reopened = told.Where(fact => fact.Kind == 'R').Select(fact => (fact.Cycle, fact.Revision)).DefaultIfEmpty().Max();
        if (graded.CompareTo(reopened) > 0 && graded != default && !units.Any(unit => unit.SoldAt is not null && unit.Cycle == graded.Cycle))
            Assert.Contains(units, unit => (unit.Cycle, unit.ClearanceRevision) == graded && unit.State is UnitState.Admitted or UnitState.Stocked or UnitState.Reserved or UnitState.Picked);
    }
}
