using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Host.Bench.Events;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Host.Bench
{
    /// <summary>The smallest service that does all a real one does: state, outbox and inbox in one save, over two hops.</summary>
    internal sealed class BenchService : Service
    {
        public const string ServiceName = "bench";

        public static readonly EventTypes EventTypes = new([typeof(JourneyStarted), typeof(JourneyPassedOn)]);

        public static readonly IReadOnlyList<string> Queues = [$"{ServiceName}-pass-on-started", $"{ServiceName}-end-on-passed-on"];

        public override string Name => ServiceName;

        public override void Add(ServiceBuilder builder)
        {
            builder.UseDatabase<BenchDb>();
            builder.Services.AddSingleton<Stopwatches>();
            builder.Consume<PassOnStarted>("pass-on-started");
            builder.Consume<EndOnPassedOn>("end-on-passed-on");
        }

        public override void Map(IEndpointRouteBuilder routes)
        {
        }
    }

    internal sealed class Journey : Root
    {
        private Journey() { }

        public Journey(Guid id, string serial) => (Id, Serial) = (id, serial);

        public string Serial { get; private set; } = "";
        public int PassedOn { get; set; }
        public int Ended { get; set; }
    }

    internal sealed class BenchDb(DbContextOptions<BenchDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
    {
        protected override string Service => BenchService.ServiceName;

        public DbSet<Journey> Journeys => Set<Journey>();

        /// <summary>Called when the next save is on disk.</summary>
        public Action? Saved { get; set; }

        protected override void Describe(ModelBuilder model) => model.Entity<Journey>().ToTable("journeys");

        public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            Saved?.Invoke();
            Saved = null;
            return saved;
        }
    }

    internal sealed class PassOnStarted(BenchDb db, Stopwatches watches) : Consumer<JourneyStarted, BenchDb>(db)
    {
        protected override async Task Apply(JourneyStarted happened, Received received, CancellationToken cancel)
        {
            watches.Reached(happened.Journey, Moment.FirstTaken);
            (await Db.Journeys.SingleAsync(row => row.Id == happened.Journey, cancel)).PassedOn++;
            Db.AddToOutbox(new JourneyPassedOn(happened.Journey, happened.DeviceSerial));
            Db.Saved = () => watches.Reached(happened.Journey, Moment.FirstSaved);
        }
    }

    internal sealed class EndOnPassedOn(BenchDb db, Stopwatches watches) : Consumer<JourneyPassedOn, BenchDb>(db)
    {
        protected override async Task Apply(JourneyPassedOn happened, Received received, CancellationToken cancel)
        {
            watches.Reached(happened.Journey, Moment.SecondTaken);
            (await Db.Journeys.SingleAsync(row => row.Id == happened.Journey, cancel)).Ended++;
            Db.Saved = () => watches.Reached(happened.Journey, Moment.SecondSaved);
        }
    }
}

namespace WaaS.Logistics.Host.Bench.Events
{
    public sealed record JourneyStarted(Guid Journey, string DeviceSerial);

    public sealed record JourneyPassedOn(Guid Journey, string DeviceSerial);
}
