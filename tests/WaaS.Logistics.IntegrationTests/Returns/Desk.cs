using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Security.People;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Returns.CloseSession;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.DefinePlace;
using WaaS.Logistics.Returns.Fleet;
using WaaS.Logistics.Returns.OpenOrder;
using WaaS.Logistics.Returns.OpenSession;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.RecordScan;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>A product in which nothing moves by itself, for commands at the desk.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Customer = "Stadtwerke Beispiel";
    private readonly StillProduct _product;
    private string? _signer;

    private Desk(StillProduct product) => _product = product;

    public FakeTimeProvider Clock => _product.Clock;

    public static async Task<Desk> Open(IStack stack) => new(await StillProduct.Open(stack));

    /// <summary>Runs one command as one person at one station, on a context of its own.</summary>
    public async Task<T> Call<THandler, T>(Func<THandler, Task<T>> work, string person = "anna", string? station = null) where THandler : notnull
    {
        await using var scope = _product.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OriginContext>().Current = new Origin(person, person, station);
        scope.ServiceProvider.GetRequiredService<WaaS.Logistics.Platform.Web.Visit>().User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "desk"));
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public Task<T> Returns<T>(Func<ReturnsDb, Task<T>> work) => Call(work);

    public Task<T> Rentals<T>(Func<RentalsDb, Task<T>> work) => Call(work);

    public async Task<List<TEvent>> Said<TEvent, TDb>() where TDb : ServiceDb =>
        [.. (await Call((TDb db) => db.Outbox.AsNoTracking().Where(row => row.Type == typeof(TEvent).FullName).OrderBy(row => row.Sequence).ToListAsync()))
            .Select(row => JsonSerializer.Deserialize<TEvent>(row.Body, ServiceDb.EventJson)!)];

    public Task<List<TEvent>> Said<TEvent>() => Said<TEvent, ReturnsDb>();

    /// <summary>DOCK-1, SEC-1, QUA-1 and SHELF-1.</summary>
    public async Task DefinePlaces()
    {
        foreach (var (code, kind) in new[] { ("DOCK-1", PlaceKind.Dock), ("SEC-1", PlaceKind.Secured), ("QUA-1", PlaceKind.Quarantine), ("SHELF-1", PlaceKind.Sellable) })
            await Call((DefinePlace places) => places.Handle(new DefinePlaceRequest(Guid.NewGuid(), code, kind), default));
    }

    /// <summary>Places are there and no session is open: one station has one open session, also that of the test before.</summary>
    public static async Task<Desk> OpenEmpty(IStack stack)
    {
        var desk = await Open(stack);
        if (!await desk.Returns(db => db.Places.AnyAsync()))
            await desk.DefinePlaces();
        await desk.Returns(async db =>
        {
            foreach (var session in await db.Sessions.Where(row => row.ClosedAt == null).ToListAsync())
                session.Close("test", db.Now);
            return await db.SaveChangesAsync();
        });
        return desk;
    }

    /// <summary>Rents these devices, announces them and opens a session for them.</summary>
    public async Task<(Guid Session, FleetDevice[] Devices, string Order)> Expect(params string[] serials)
    {
        var devices = new List<FleetDevice>();
        foreach (var serial in serials)
            devices.Add(await Rent(serial));
        // One more of the same model stays open, so that another serial of it is a swap.
        devices.Add(await Rent($"OPEN-{serials[0]}"));
        var order = await Announce([.. devices]);
        return (await StartSession(order.Number), [.. devices], order.Number);
    }

    public async Task<FleetDevice> Rent(string serial, string maker = "HP", string model = "EliteBook 840 G8", string customer = Customer, string contract = "C-1")
    {
        var device = new FleetDevice(new RentedDevice(Guid.CreateVersion7(), maker, model, serial, 1, "normal", null), new RentedUnder(Guid.CreateVersion7(), contract, customer, new DateOnly(2026, 12, 31)));
        await Returns(async db =>
        {
            db.Fleet.Add(device);
            return await db.SaveChangesAsync();
        });
        return device;
    }

    public Task<OpenOrderAnswer> Announce(params FleetDevice[] devices) =>
        Call((OpenOrder open) => open.Handle(new OpenOrderRequest(Guid.NewGuid(), Customer, DeviceIds: [.. devices.Select(device => device.Id)]), default), "clara");

    public async Task<Guid> StartSession(string order, string station = "desk-1") =>
        (await Call((OpenSession open) => open.Handle(new OpenSessionRequest(Guid.NewGuid(), order, "SEC-1"), default), station: station)).SessionId;

    public Task<RecordScanAnswer> Scan(Guid session, string payload, Guid? opId = null, string? maker = null, string? model = null, string? place = null) =>
        Call((RecordScan record) => record.Handle(session, new RecordScanRequest(opId ?? Guid.NewGuid(), payload, place, maker, model), default));

    /// <summary>Closes the session and its order, signed with the PIN of a person who has one.</summary>
    /// <returns>How many devices were received.</returns>
    public async Task<int> SignAndClose(Guid session)
    {
        _signer ??= await Hire();
        return (await Call((CloseSession close) => close.Handle(session, new CloseSessionRequest(Guid.NewGuid(), People.Pin), default), _signer)).Received;
    }

    private async Task<string> Hire()
    {
        var person = await Call((NewPerson hire) => hire.Handle($"signer{Guid.NewGuid():N}"[..20], "Signer", null, [WaaS.Logistics.Platform.Security.Roles.Receiving]));
        await Call((ChangeSecrets secrets) => secrets.GiveBadge(person.Id, null, People.Pin));
        return person.Id.ToString();
    }

    /// <summary>Delivers an event as the bus would: to the real consumer, with a message id, in a scope of its own.</summary>
    public Task Deliver<TConsumer, TEvent>(TEvent happened, Guid messageId) where TConsumer : Consumer<TEvent, ReturnsDb> where TEvent : class => Deliver<TConsumer, TEvent, ReturnsDb>(happened, messageId);

    public async Task Deliver<TConsumer, TEvent, TDb>(TEvent happened, Guid messageId) where TConsumer : Consumer<TEvent, TDb> where TEvent : class where TDb : ServiceDb
    {
        await using var scope = _product.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TConsumer>(scope.ServiceProvider).Consume(Delivery.Of(happened, messageId));
    }

    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
