using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging.Embedded;

using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>The one bus of the process, on either stack, with the same queues, retries and failed-message page.</summary>
internal static class BusSetup
{
    // Enough waiting writes for a group commit to pay, few enough for a wall of work to be shared between processes.
    private const int Concurrency = 32;

    public static void Add(IServiceCollection services, Storage storage, IReadOnlyList<ConsumerRegistration> consumers, EventTypes events)
    {
        RequireDistinctQueues(consumers);
        WholeEvents.ReadBy(events);
        services.AddSingleton<QuorumQueues>();
        services.AddSingleton(provider => new Topology(provider.GetRequiredService<IBusControl>(), consumers, storage, provider.GetRequiredService<QuorumQueues>()));
        services.AddSingleton<BusReadiness>();
        services.AddSingleton<PublishSlots>();
        services.AddSingleton<UnreadableRows>();
        services.AddSingleton<OutboxRows>();
        // Ahead of the bus: it looks which queues stand before the bus makes them.
        services.AddHostedService(provider => provider.GetRequiredService<BusReadiness>());
        services.AddMassTransit(bus =>
        {
            // By default it tells its makers over the internet how it is used.
            bus.DisableUsageTelemetry();
            foreach (var registration in consumers)
                foreach (var consumer in registration.Consumers)
                    bus.AddConsumer(consumer).Endpoint(endpoint => endpoint.Name = registration.Queue);
            bus.AddConfigureEndpointsCallback((context, queue, endpoint) => Endpoint(context, queue, endpoint));
            if (storage.Kind == StorageKind.Sqlite)
            {
                services.AddSingleton(_ => new EmbeddedBusStore(storage.Writer, storage.ReaderConnectionString));
                bus.UsingEmbeddedBus((context, embedded) =>
                {
                    embedded.DeployTopologyOnly = context.GetService<TopologyOnly>() is not null;
                    embedded.ConfigureEndpoints(context);
                });
            }
            else
                bus.UsingRabbitMq((context, rabbit) =>
                {
                    rabbit.Host(new Uri(storage.Options.RabbitMq!), host => host.OnRefreshConnectionFactory = factory =>
                    {
                        BrokerLine.Use(factory, context.GetRequiredService<TimeProvider>());
                        return Task.CompletedTask;
                    });
                    rabbit.DeployTopologyOnly = context.GetService<TopologyOnly>() is not null;
                    rabbit.ConfigureEndpoints(context);
                });
        });
        services.Configure<MassTransitHostOptions>(options =>
        {
            options.WaitUntilStarted = false;
            options.StopTimeout = TimeSpan.FromSeconds(20);
        });
    }

    private static void Endpoint(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.PrefetchCount = Concurrency * 2;
        // Failures are told on their own page, not as further messages nobody listens to.
        endpoint.PublishFaults = false;
        endpoint.ConcurrentMessageLimit = Concurrency;
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            rabbit.SetQuorumQueue();
        if (endpoint is ISqlReceiveEndpointConfigurator embedded)
            // A delivery is given back only when the failed-message table could not be written: it comes again until it can.
            embedded.MaxDeliveryCount = int.MaxValue;
        endpoint.ConfigureError(pipe => pipe.UseFilter(new StoreFailedMessage(context, queue)));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(new StoreSkippedMessage(context, queue)));
        Retries.Add(endpoint);
        endpoint.UseFilter(new DeathLimit());
    }

    private static void RequireDistinctQueues(IReadOnlyList<ConsumerRegistration> consumers)
    {
        var shared = consumers.GroupBy(c => c.Queue).FirstOrDefault(queue => queue.Count() > 1);
        if (shared is not null)
            throw new InvalidOperationException(
                $"Queue '{shared.Key}' is named by {string.Join(" and ", shared.SelectMany(c => c.Consumers).Select(c => c.Name))}: two consumers of one queue steal each other's messages.");
    }
}
