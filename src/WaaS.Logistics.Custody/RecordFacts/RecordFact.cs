using System.Text.Json;
using WaaS.Logistics.Custody.Data;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Messaging;

namespace WaaS.Logistics.Custody.RecordFacts;

/// <summary>Writes an event of any service into the custody log.</summary>
internal sealed class RecordFact<TEvent>(CustodyDb db) : Consumer<TEvent, CustodyDb>(db) where TEvent : class
{
    protected override async Task Apply(TEvent happened, Received received, CancellationToken cancel)
    {
        var body = JsonSerializer.Serialize(happened, ServiceDb.EventJson);
        var fact = new Fact
        {
            MessageId = received.MessageId,
            Event = typeof(TEvent).Name,
            Body = body,
            Actor = received.Origin.Actor,
            ActorName = received.Origin.ActorName,
            Station = received.Origin.Station,
            Place = received.Origin.Place,
            OccurredAt = received.Origin.OccurredAt ?? received.RecordedAt,
            RecordedAt = received.RecordedAt,
        };
        fact.Subjects.AddRange(Subjects.Of(body));
        Db.Facts.Add(fact);
        await Matters.Follow(Db, happened, received.RecordedAt, cancel);
    }
}
