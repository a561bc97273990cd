using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Platform.Data;

/// <summary>
/// A service's tables, with its outbox, inbox and audit trail. <c>SaveChangesAsync</c> is the only way to write: facts, events, audit lines and
/// inbox key stand or fall together, and when it returns they are on disk.
/// </summary>
public abstract class ServiceDb(DbContextOptions options, ServiceDbTools tools) : DbContext(options)
{
    public static readonly JsonSerializerOptions EventJson = new(JsonSerializerDefaults.Web);

    /// <summary>Name of the service: schema on PostgreSQL, table prefix on SQLite.</summary>
    protected abstract string Service { get; }

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public TimeProvider Time => tools.Time;

    /// <summary>Now, UTC, cut to the microsecond that both databases keep.</summary>
    public DateTime Now
    {
        get
        {
            var now = tools.Time.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - now.Ticks % 10, DateTimeKind.Utc);
        }
    }

    public Origin Origin => OriginContext.Current;

    /// <summary>Of the scope this context works for just now.</summary>
    internal OriginContext OriginContext { get; private set; } = new();

    internal StorageKind StorageKind => tools.Storage.Kind;

    /// <summary>Says the event with the next save: the relay hands it to the bus once the save is on disk.</summary>
    /// <param name="notBefore">UTC; for delays that must survive any restart.</param>
    public void AddToOutbox<TEvent>(TEvent happened, DateTime? notBefore = null) where TEvent : class =>
        Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Type = happened.GetType().FullName!,
            Body = JsonSerializer.Serialize(happened, happened.GetType(), EventJson),
            NotBefore = notBefore,
            TraceParent = Activity.Current?.Id,
            Actor = Origin.Actor,
            ActorName = Origin.ActorName,
            Station = Origin.Station,
            Place = Origin.Place,
            OccurredAt = Origin.OccurredAt,
            RecordedAt = Now,
        });

    internal Task<bool> HasApplied(Guid messageId, string consumer, CancellationToken cancel) => tools.HasApplied(this, messageId, consumer, cancel);

    /// <summary>A context out of the pool starts to work for a scope.</summary>
    internal void WorkFor(OriginContext origin) => OriginContext = origin;

    protected abstract void Describe(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MessagingModel.Add(modelBuilder);
        Describe(modelBuilder);
        ServiceModel.Finish(modelBuilder, Service, tools.Storage.Kind);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ServiceModel.Conventions(configurationBuilder);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            var wake = Prepare();
            var saved = tools.Storage.Kind == StorageKind.Sqlite
                ? await SaveThroughWriter(acceptAllChangesOnSuccess, cancellationToken)
                : await SaveDirectly(acceptAllChangesOnSuccess, cancellationToken);
            wake?.Wake();
            return saved;
        }
        catch (DbUpdateException e) when (StaleVersions.MayHide(e))
        {
            await StaleVersions.Look(this, e, cancellationToken);
            throw;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        try
        {
            var wake = Prepare();
            // Only the framework's own key store saves synchronously.
            var saved = tools.Storage.Kind == StorageKind.Sqlite
                ? SaveThroughWriter(acceptAllChangesOnSuccess, default).GetAwaiter().GetResult()
                : base.SaveChanges(acceptAllChangesOnSuccess);
            wake?.Wake();
            return saved;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>For set-based writes (ExecuteDelete, ExecuteUpdate) of the platform itself; facts go through SaveChanges.</summary>
    internal Task<int> WriteAsync<TDb>(Func<TDb, int> write, CancellationToken cancel) where TDb : ServiceDb =>
        tools.Storage.Kind == StorageKind.Sqlite
            ? tools.Storage.Writer.RunAsync(turn => On(turn, () => write((TDb)this)), cancel)
            : Task.Run(() => write((TDb)this), cancel);

    private IRelaySignal? Prepare()
    {
        ChangeTracker.DetectChanges();
        // Found once is enough: every look at the entries would search again, the last time on the only writer's thread.
        ChangeTracker.AutoDetectChangesEnabled = false;
        ChangeStamps.Apply(this);
        return ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added) ? tools.SignalFor(GetType()) : null;
    }

    private async Task<int> SaveDirectly(bool accept, CancellationToken cancel)
    {
        try
        {
            return await base.SaveChangesAsync(accept, cancel);
        }
        catch (InvalidOperationException e) when (e.InnerException is DbUpdateException met)
        {
            // Npgsql wraps a deadlock into an advice to retry; whoever does retry looks for what happened.
            ExceptionDispatchInfo.Throw(met);
            throw;
        }
    }

    private async Task<int> SaveThroughWriter(bool accept, CancellationToken cancel)
    {
        if (!ChangeTracker.HasChanges())
            return 0;
        if (Database.CurrentTransaction is not null)
            throw new InvalidOperationException("Write with one SaveChanges: an open transaction would hold the only writer.");
        var saved = await tools.Storage.Writer.RunAsync(turn => On(turn, () => base.SaveChanges(acceptAllChangesOnSuccess: false)), cancel);
        if (accept)
            ChangeTracker.AcceptAllChanges();
        return saved;
    }

    private T On<T>(Embedded.WriteTurn turn, Func<T> write)
    {
        var own = Database.GetDbConnection();
        Database.SetDbConnection(turn.Connection, contextOwnsConnection: false);
        Database.UseTransaction(turn.Transaction);
        try
        {
            return write();
        }
        finally
        {
            Database.UseTransaction(null);
            Database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }
}
