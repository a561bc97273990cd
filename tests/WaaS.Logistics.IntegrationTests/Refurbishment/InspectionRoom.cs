using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Refurbishment.AnswerChecks;
using WaaS.Logistics.Refurbishment.Data;
using WaaS.Logistics.Refurbishment.GradeDevice;
using WaaS.Logistics.Refurbishment.HearGate;
using WaaS.Logistics.Refurbishment.Inspections;
using WaaS.Logistics.Refurbishment.StartInspection;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Refurbishment;

/// <summary>A product in which nothing moves by itself, for events and commands of refurbishment.</summary>
internal sealed class InspectionRoom : IAsyncDisposable
{
    private readonly StillProduct _product;

    private InspectionRoom(StillProduct product) => _product = product;

    public static async Task<InspectionRoom> Open(IStack stack) => new(await StillProduct.Open(stack));

    /// <summary>Runs one command as one person, on a context of its own.</summary>
    public async Task<T> As<T>(string person, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _product.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OriginContext>().Current = new Origin(person, person, "bench-1", "REF-1");
        return await work(scope.ServiceProvider);
    }

    public Task<T> Call<THandler, T>(Func<THandler, Task<T>> work, string person = "anna") where THandler : notnull => As(person, services => work(services.GetRequiredService<THandler>()));

    public Task<T> Read<T>(Func<RefurbishmentDb, Task<T>> read) => As("reader", services => read(services.GetRequiredService<RefurbishmentDb>()));

    public Task<Device?> Device(Guid id) => Read(async db =>
    {
        var device = await db.Devices.AsNoTracking().AsSplitQuery().Include(row => row.Inspections).ThenInclude(row => row.Slots)
            .Include(row => row.Inspections).ThenInclude(row => row.Checks).Include(row => row.Inspections).ThenInclude(row => row.History).SingleOrDefaultAsync(row => row.Id == id);
        return device;
    });

    public async Task<InspectionState?> State(Guid id) => (await Device(id))?.Latest?.State;

    public async Task<List<T>> Said<T>(Guid deviceId) =>
        [.. (await Read(db => db.Outbox.AsNoTracking().Where(row => row.Type == typeof(T).FullName).OrderBy(row => row.Sequence).ToListAsync()))
            .Where(row => row.Body.Contains(deviceId.ToString())).Select(row => System.Text.Json.JsonSerializer.Deserialize<T>(row.Body, ServiceDb.EventJson)!)];

    /// <summary>Delivers an event as the bus would: to the real consumer, with a message id, in a scope of its own; a lost race is tried again.</summary>
    public async Task Deliver(object happened, Guid? messageId = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = _product.Services.CreateAsyncScope();
            try
            {
                await (happened switch
                {
                    DeviceCleared cleared => ActivatorUtilities.CreateInstance<OpenInspectionOnDeviceCleared>(scope.ServiceProvider).Consume(Delivery.Of(cleared, messageId ?? Guid.CreateVersion7())),
                    DeviceReopened reopened => ActivatorUtilities.CreateInstance<WithdrawOnDeviceReopened>(scope.ServiceProvider).Consume(Delivery.Of(reopened, messageId ?? Guid.CreateVersion7())),
                    _ => throw new ArgumentException($"Nobody listens to {happened.GetType().Name} here."),
                });
                return;
            }
            catch (DbUpdateException) when (attempt < 20)
            {
                await Task.Delay(Random.Shared.Next(1, 10 * attempt));
            }
        }
    }

    public static DeviceCleared Cleared(Guid device, int cycle = 1, int revision = 1, string serial = "PF3K7X2A") =>
        new(device, Guid.NewGuid(), "Stadtwerke Beispiel", "Lenovo", "ThinkPad T14", serial, "notebook", new Clearance(cycle, revision, [new ClearedSlot("M.2-1", "CARR-A1", "certificate", $"C-{cycle}{revision}"), new ClearedSlot("M.2-2", null, "no-carrier", $"N-{cycle}{revision}")]));

    public static DeviceReopened Reopened(Guid device, int cycle = 1, int revision = 2, string serial = "PF3K7X2A") => new(device, serial, cycle, revision, "certificate is revoked");

    public async Task<Guid> Waiting(string serial = "PF3K7X2A")
    {
        var device = Guid.CreateVersion7();
        await Deliver(Cleared(device, serial: serial));
        return device;
    }

    public async Task<Guid> Started(string serial = "PF3K7X2A")
    {
        var device = await Waiting(serial);
        await Start(device);
        return device;
    }

    public async Task<Guid> Checked(string serial = "PF3K7X2A")
    {
        var device = await Started(serial);
        await Answer(device, [.. Checklist.Points.Select(point => new GivenAnswer(point, CheckAnswer.Ok))]);
        return device;
    }

    public Task<StartInspectionAnswer> Start(Guid device, string person = "anna", Guid? opId = null) =>
        Call((StartInspection start) => start.Handle(device, new StartInspectionRequest(opId ?? Guid.NewGuid()), default), person);

    public Task<AnswerChecksAnswer> Answer(Guid device, params GivenAnswer[] answers) =>
        Call((AnswerChecks answer) => answer.Handle(device, new AnswerChecksRequest(Guid.NewGuid(), answers), default));

    public Task<GradeDeviceAnswer> Grade(Guid device, Grade grade = WaaS.Logistics.Refurbishment.Inspections.Grade.B, string? seal = null, string person = "anna", Guid? opId = null) =>
        Call((GradeDevice give) => give.Handle(device, new GradeDeviceRequest(opId ?? Guid.NewGuid(), grade, seal), default), person);

    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
