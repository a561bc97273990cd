using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Resale.Data;
using WaaS.Logistics.Resale.Places;

namespace WaaS.Logistics.Resale.LearnPlaces;

/// <summary>A place is defined once and never changes, so the first telling is the whole of it.</summary>
internal sealed class LearnPlaceOnPlaceDefined(ResaleDb db) : Consumer<PlaceDefined, ResaleDb>(db)
{
    protected override async Task Apply(PlaceDefined happened, Received received, CancellationToken cancel)
    {
        if (!await Db.Places.AnyAsync(place => place.Id == happened.PlaceId, cancel))
            Db.Places.Add(new Place(happened));
    }
}
