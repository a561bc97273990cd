using MassTransit;
using MassTransit.SqlTransport;
using MassTransit.SqlTransport.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WaaS.Logistics.Platform.Messaging.Embedded;

public static class EmbeddedBusConfiguration
{
    /// <summary>
    /// Lets the bus run on the tables <c>bus_*</c> of the one data file. Needs an <see cref="EmbeddedBusStore"/> among the services, and
    /// <see cref="EmbeddedBusSchema.Ensure"/> and <see cref="EmbeddedBusSchema.ReleaseLeases"/> to have been called before the bus starts.
    /// </summary>
    public static void UsingEmbeddedBus(
        this IBusRegistrationConfigurator configurator, Action<IBusRegistrationContext, ISqlBusFactoryConfigurator>? configure = null) =>
        configurator.SetBusFactory(new SqlRegistrationBusFactory((context, bus) =>
        {
            bus.Host(new EmbeddedHostSettings(context.GetRequiredService<EmbeddedBusStore>()));
            configure?.Invoke(context, bus);
        }));
}

internal sealed class EmbeddedHostSettings : ConfigurationSqlHostSettings
{
    private readonly EmbeddedBusStore _store;

    public EmbeddedHostSettings(EmbeddedBusStore store)
    {
        _store = store;
        // Part of every address in every stored message: a file moved to another machine keeps working.
        Host = "embedded";
        VirtualHost = "/";
    }

    public override ConnectionContextFactory CreateConnectionContextFactory(ISqlHostConfiguration hostConfiguration) =>
        new EmbeddedConnectionContextFactory(hostConfiguration, _store);
}
