using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Messaging.Events;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.IntegrationTests.Messaging
{
    /// <summary>A service of the tests' own in the real house: what it does with an event is told by the event.</summary>
    internal sealed class ProbeService : Service
    {
        public static readonly EventTypes EventTypes = new([typeof(ProbeOrdered), typeof(ProbeHandled), typeof(NobodyListens)]);

        public override string Name => "probe";

        public override void Add(ServiceBuilder builder)
        {
            builder.UseDatabase<ProbeDb>();
            builder.Consume<HandleOnOrdered>("handle-on-ordered");
            builder.Consume<CountOnHandled>("count-on-handled");
        }

        public override void Map(IEndpointRouteBuilder routes)
        {
        }
    }

    internal sealed class ProbeThing : Root
    {
        public ProbeThing(Guid id) => Id = id;

        public int Handled { get; set; }
        public int Counted { get; set; }
        public string LastActor { get; set; } = "";
        public string? LastPlace { get; set; }
    }

    internal sealed class ProbeDb(DbContextOptions<ProbeDb> options, ServiceDbTools tools) : ServiceDb(options, tools)
    {
        protected override string Service => "probe";

        public DbSet<ProbeThing> Things => Set<ProbeThing>();

        protected override void Describe(ModelBuilder model) => model.Entity<ProbeThing>().ToTable("things");
    }

    internal sealed class HandleOnOrdered(ProbeDb db) : Consumer<ProbeOrdered, ProbeDb>(db)
    {
        /// <summary>Serials of devices whose event this consumer cannot apply for now.</summary>
        public static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Broken = new();

        protected override async Task Apply(ProbeOrdered happened, Received received, CancellationToken cancel)
        {
            if (Broken.ContainsKey(happened.DeviceSerial))
                throw new InvalidDataException($"The probe cannot apply {happened.DeviceSerial}.");
            var thing = await Db.Things.SingleOrDefaultAsync(row => row.Id == happened.ThingId, cancel);
            if (thing is null)
                Db.Things.Add(thing = new ProbeThing(happened.ThingId));
            thing.Handled++;
            (thing.LastActor, thing.LastPlace) = (received.Origin.ActorName, received.Origin.Place);
            Db.AddToOutbox(new ProbeHandled(happened.ThingId));
        }
    }

    internal sealed class CountOnHandled(ProbeDb db) : Consumer<ProbeHandled, ProbeDb>(db)
    {
        protected override async Task Apply(ProbeHandled happened, Received received, CancellationToken cancel)
        {
            var thing = await Db.Things.SingleAsync(row => row.Id == happened.ThingId, cancel);
            thing.Counted++;
        }
    }
}

namespace WaaS.Logistics.IntegrationTests.Messaging.Events
{
    public sealed record ProbeOrdered(Guid ThingId, string DeviceSerial, [property: System.ComponentModel.DataAnnotations.Range(1, 1_000)] int Times = 1);

    public sealed record ProbeHandled(Guid ThingId);

    public sealed record NobodyListens(Guid ThingId);
}
