using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Services;

/// <summary>What a service says about itself at start: its database, its consumers, and whatever else it registers.</summary>
public sealed class ServiceBuilder(string service, IServiceCollection services, IConfiguration configuration)
{
    private readonly List<ConsumerRegistration> _consumers = [];

    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;

    public DatabaseRegistration? Database { get; private set; }

    public IReadOnlyList<ConsumerRegistration> Consumers => _consumers;

    /// <param name="rules">Triggers and functions the database itself holds the service's invariants with.</param>
    public ServiceBuilder UseDatabase<TDb>(DatabaseRules? rules = null) where TDb : ServiceDb
    {
        Database = new DatabaseRegistration(service, typeof(TDb), rules ?? DatabaseRules.None);
        Services.AddSingleton(Database);
        // A context made anew for every message costs more than the message's own save.
        Services.AddPooledDbContextFactory<TDb>((provider, options) => provider.GetRequiredService<Storage>().Configure(options, service));
        Services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
            db.WorkFor(provider.GetRequiredService<OriginContext>());
            return db;
        });
        Services.AddSingleton<RelaySignal<TDb>>();
        Services.AddHostedService<OutboxRelay<TDb>>();
        return this;
    }

    /// <summary>The service's words; see <see cref="LocalTexts"/>.</summary>
    public ServiceBuilder UseTexts<TTexts>() where TTexts : LocalTexts, new()
    {
        Services.AddTexts<TTexts>();
        return this;
    }

    /// <summary>The queue is <c>{service}-{name}</c>, kebab case: it is the deployment contract and approved as text.</summary>
    public ServiceBuilder Consume<TConsumer>(string name) where TConsumer : class, IConsumer
    {
        _consumers.Add(new ConsumerRegistration([typeof(TConsumer)], $"{service}-{name}"));
        return this;
    }

    /// <summary>One queue for a family of consumers that do the same with different events.</summary>
    public ServiceBuilder ConsumeAll(string name, IReadOnlyList<Type> consumers)
    {
        _consumers.Add(new ConsumerRegistration(consumers, $"{service}-{name}"));
        return this;
    }
}

public sealed record ConsumerRegistration(IReadOnlyList<Type> Consumers, string Queue);

public sealed record DatabaseRegistration(string Service, Type Context, DatabaseRules Rules);
