using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Places;

namespace WaaS.Logistics.Returns.ChoosePlace;

internal sealed record ChoosePlaceRequest(Guid OpId, string Place);

internal sealed record ChoosePlaceAnswer(string Place);

/// <summary>The next devices of the session are put somewhere else.</summary>
internal sealed class ChoosePlace(ReturnsDb db)
{
    public Task<ChoosePlaceAnswer> Handle(Guid sessionId, ChoosePlaceRequest request, CancellationToken cancel) => db.Once(request.OpId, "choose-place", new { sessionId, request.Place }, async () =>
    {
        var session = await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId, cancel) ?? throw RefusedException.NotFound("receiving session", sessionId.ToString());
        var place = await db.Place(request.Place, "place", cancel);
        session.Choose(place);
        return new ChoosePlaceAnswer(place.Code);
    }, [], cancel);
}
