using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Places;

namespace WaaS.Logistics.Returns.DefinePlace;

internal sealed record DefinePlaceRequest(Guid OpId, string Code, PlaceKind Kind);

public sealed record PlaceRow(Guid Id, string Code, PlaceKind Kind, string Label);

internal sealed class DefinePlace(ReturnsDb db)
{
    public Task<PlaceRow> Handle(DefinePlaceRequest request, CancellationToken cancel) => db.Once(request.OpId, "define-place", request, async () =>
    {
        var place = new Place(request.Code, request.Kind);
        var known = await db.Places.AsNoTracking().SingleOrDefaultAsync(row => row.CodeKey == place.CodeKey, cancel);
        if (known is not null)
            throw new RefusedException("place-exists", $"There is a place {known.Code} already; it is a {known.Kind.Word()} place.", 409, "code", known.Code);
        db.Places.Add(place);
        db.AddToOutbox(new PlaceDefined(place.Id, place.Code, place.Kind.Word()));
        return Row(place);
    }, [ReturnsDb.OnePlace], cancel);

    public async Task<IReadOnlyList<PlaceRow>> All(CancellationToken cancel) =>
        [.. (await db.Places.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancel)).Select(Row)];

    private static PlaceRow Row(Place place) => new(place.Id, place.Code, place.Kind, place.Label.ToString());
}
