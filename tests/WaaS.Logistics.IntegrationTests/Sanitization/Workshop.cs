using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WaaS.Logistics.Host;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Testbed;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>
/// The product as it is wired, on one of the two databases, with nothing started that moves by itself: tests call handlers and deliver events one by one, in
/// the order they choose, and read the outbox.
/// </summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly ProductHost _host;
    private readonly TempFolder _folder;

    private Workshop(ProductHost host, TempFolder folder, FakeTimeProvider clock) => (_host, _folder, Clock) = (host, folder, clock);

    public FakeTimeProvider Clock { get; }

    public string DataFolder => _folder.Path;

    public static async Task<Workshop> Open(IStack stack, PolicyBook? policies = null)
    {
        var folder = new TempFolder();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = folder.Path });
        foreach (var (key, value) in stack.Settings)
            builder.Configuration[key] = value;
        builder.Configuration["Waas:Data"] = folder.Path;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        if (policies is not null)
            builder.Services.AddSingleton(policies);
        builder.Services.AddSingleton<WaaS.Logistics.Platform.Security.IBadgeDirectory>(new KnownBadges());
        var host = ProductHost.Build(builder);
        await host.App.Services.GetRequiredService<Startup>().Prepare();
        return new Workshop(host, folder, clock);
    }

    /// <summary>Runs one command as one person, on a context of its own.</summary>
    public async Task<T> As<T>(string person, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _host.App.Services.CreateAsyncScope();
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
            await using var scope = _host.App.Services.CreateAsyncScope();
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

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private sealed class KnownBadges : WaaS.Logistics.Platform.Security.IBadgeDirectory
    {
        public Task<WaaS.Logistics.Platform.Security.BadgeHolder?> FindByBadge(string badge, CancellationToken cancel) =>
            Task.FromResult(badge.StartsWith("B-") ? new WaaS.Logistics.Platform.Security.BadgeHolder(badge[2..], badge[2..]) : null);
    }
}
