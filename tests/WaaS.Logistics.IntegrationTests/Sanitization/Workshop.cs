using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>A product in which nothing moves by itself, for handlers and events of the bench.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly StillProduct _product;

    private Workshop(StillProduct product) => _product = product;

    public FakeTimeProvider Clock => _product.Clock;

    public string DataFolder => _product.DataFolder;

    public static async Task<Workshop> Open(IStack stack, PolicyBook? policies = null) => new(await StillProduct.Open(stack, services =>
    {
        if (policies is not null)
            services.AddSingleton(policies);
        services.AddSingleton<WaaS.Logistics.Platform.Security.IBadgeDirectory>(new KnownBadges());
    }));

    /// <summary>Runs one command as one person, on a context of its own.</summary>
    public async Task<T> As<T>(string person, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _product.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OriginContext>().Current = new Origin(person, person);
        return await work(scope.ServiceProvider);
    }

    public Task<T> Call<THandler, T>(string person, Func<THandler, Task<T>> work) where THandler : notnull =>
        As(person, services => work(services.GetRequiredService<THandler>()));

    public Task<T> Read<T>(Func<SanitizationDb, Task<T>> read) => As("reader", services => read(services.GetRequiredService<SanitizationDb>()));

    /// <summary>Delivers an event as the bus would: to the real consumer, with a message id, in a scope of its own.</summary>
    public async Task Deliver<TConsumer, TEvent>(TEvent happened, Guid? messageId = null) where TConsumer : Consumer<TEvent, SanitizationDb> where TEvent : class
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = _product.Services.CreateAsyncScope();
            var consumer = ActivatorUtilities.CreateInstance<TConsumer>(scope.ServiceProvider);
            try
            {
                await consumer.Consume(Delivery.Of(happened, messageId ?? Guid.CreateVersion7()));
                return;
            }
            catch (DbUpdateException) when (attempt < 20)
            {
                // What the bus does: again, on a fresh scope.
                await Task.Delay(Random.Shared.Next(1, 10 * attempt));
            }
        }
    }

    public Task<List<OutboxMessage>> Outbox() => Read(db => db.Outbox.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());

    public async Task<List<T>> Said<T>(Guid deviceId) =>
        [.. (await Outbox()).Where(row => row.Type == typeof(T).FullName && row.Body.Contains(deviceId.ToString())).Select(row => System.Text.Json.JsonSerializer.Deserialize<T>(row.Body, ServiceDb.EventJson)!)];

    public Task<List<DeviceCleared>> Cleared(Guid deviceId) => Said<DeviceCleared>(deviceId);

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    private sealed class KnownBadges : WaaS.Logistics.Platform.Security.IBadgeDirectory
    {
        public Task<WaaS.Logistics.Platform.Security.BadgeHolder?> FindByBadge(string badge, CancellationToken cancel) =>
            Task.FromResult(badge.StartsWith("B-") ? new WaaS.Logistics.Platform.Security.BadgeHolder(badge[2..], badge[2..]) : null);
    }
}
