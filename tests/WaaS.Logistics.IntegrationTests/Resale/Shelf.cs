using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages.Refurbishment;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.AdmitUnit;
using WaaS.Logistics.Resale.BlockUnit;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.LearnPlaces;
using WaaS.Logistics.Resale.MakePickList;
using WaaS.Logistics.Resale.Overview;
using WaaS.Logistics.Resale.PickUnit;
using WaaS.Logistics.Resale.PriceUnit;
using WaaS.Logistics.Resale.PutAway;
using WaaS.Logistics.Resale.ReserveUnits;
using WaaS.Logistics.Resale.SellPickList;
using WaaS.Logistics.Resale.Units;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Resale;

/// <summary>A product in which nothing moves by itself, for events and commands of stock.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    public const string Tenant = "Stadtwerke Beispiel GmbH";
    private readonly StillProduct _product;

    private Shelf(StillProduct product) => _product = product;

    public FakeTimeProvider Clock => _product.Clock;

    /// <summary>With the bins, and one place of each other kind.</summary>
    public static async Task<Shelf> Open(IStack stack)
    {
        var shelf = new Shelf(await StillProduct.Open(stack));
        if (!await shelf.Read(db => db.Places.AnyAsync()))
            foreach (var (code, kind) in new[] { ("A-1", "sellable"), ("A-2", "sellable"), ("A-10", "sellable"), ("SEC-1", "secured"), ("QUA-1", "quarantine"), ("REF-1", "refurbishment"), ("DOCK-1", "dock") })
                await shelf.Deliver<LearnPlaceOnPlaceDefined, PlaceDefined>(new PlaceDefined(Guid.CreateVersion7(), code, kind));
        return shelf;
    }

    public async Task<T> Call<THandler, T>(Func<THandler, Task<T>> work, string person = "rita") where THandler : notnull
    {
        await using var scope = _product.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OriginContext>().Current = new Origin(person, person);
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public Task<T> Read<T>(Func<ResaleDb, Task<T>> read) => Call(read);

    /// <summary>Delivers an event as the bus would: to the real consumer, in a scope of its own, again on a fresh one after a collision.</summary>
    public async Task Deliver<TConsumer, TEvent>(TEvent happened, Guid? messageId = null) where TConsumer : Consumer<TEvent, ResaleDb> where TEvent : class
    {
        var id = messageId ?? Guid.CreateVersion7();
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = _product.Services.CreateAsyncScope();
            try
            {
                await ((IConsumer<TEvent>)ActivatorUtilities.CreateInstance<TConsumer>(scope.ServiceProvider)).Consume(Delivery.Of(happened, id));
                return;
            }
            catch (DbUpdateException) when (attempt < 40)
            {
                await Task.Delay(Random.Shared.Next(1, 5 * attempt));
            }
        }
    }

    public static DeviceGraded Graded(Guid device, string serial, int cycle = 1, int revision = 1, string grade = "A", string model = "EliteBook 840 G8", string tenant = Tenant) =>
        new(device, cycle, revision, tenant, "HP", model, serial, "laptop", grade);

    public Task Grade(DeviceGraded graded) => Deliver<AdmitOnDeviceGraded, DeviceGraded>(graded);

    public Task Reopen(Guid device, string serial, int revision, int cycle = 1, string reason = "certificate revoked") =>
        Deliver<BlockOnDeviceReopened, DeviceReopened>(new DeviceReopened(device, serial, cycle, revision, reason));

    public Task<UnitRow> PutAway(string unit, string bin, Guid? opId = null) => Call((PutAway put) => put.Handle(new PutAwayRequest(opId ?? Guid.NewGuid(), unit, bin), default));

    /// <summary>A graded device in a bin, with a price.</summary>
    public async Task<UnitRow> Stock(string serial, string bin = "A-1", string model = "EliteBook 840 G8", string grade = "A")
    {
        await Grade(Graded(Guid.CreateVersion7(), serial, grade: grade, model: model));
        var unit = await PutAway(serial, bin);
        await Call((PriceUnits price) => price.Handle(new PriceUnitsRequest(Guid.NewGuid(), [unit.UnitId], 39900, "EUR"), default));
        return unit;
    }

    public Task<ReserveUnitsAnswer> Reserve(string buyer, IEnumerable<Guid> units, Guid? opId = null) =>
        Call((ReserveUnits reserve) => reserve.Handle(new ReserveUnitsRequest(opId ?? Guid.NewGuid(), buyer, [.. units]), default));

    public async Task<PickListView> List(string buyer, params UnitRow[] units)
    {
        var reserved = await Reserve(buyer, units.Select(unit => unit.UnitId));
        return await Call((MakePickList make) => make.Handle(new MakePickListRequest(Guid.NewGuid(), [.. reserved.Reservations.Select(row => row.ReservationId)]), default));
    }

    public Task<PickListView> Pick(string list, string bin, string unit, Guid? opId = null) => Call((PickUnit pick) => pick.Handle(list, new PickUnitRequest(opId ?? Guid.NewGuid(), bin, unit), default));

    public Task<SellPickListAnswer> Sell(string list, Guid? opId = null) => Call((SellPickList sell) => sell.Handle(list, new SellPickListRequest(opId ?? Guid.NewGuid()), default));

    public Task<StockUnit> Unit(Guid id) => Read(db => db.WholeUnits.AsNoTracking().SingleAsync(unit => unit.Id == id));

    public Task<List<StockUnit>> UnitsOf(Guid device) =>
        Read(db => db.WholeUnits.AsNoTracking().Where(unit => unit.DeviceId == device).OrderBy(unit => unit.Cycle).ThenBy(unit => unit.ClearanceRevision).ToListAsync());

    public async Task<List<T>> Said<T>(Guid device)
    {
        var id = device.ToString();
        var rows = await Read(db => db.Outbox.AsNoTracking().Where(row => row.Type == typeof(T).FullName && row.Body.Contains(id)).OrderBy(row => row.Sequence).ToListAsync());
        return [.. rows.Select(row => JsonSerializer.Deserialize<T>(row.Body, ServiceDb.EventJson)!)];
    }

    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
