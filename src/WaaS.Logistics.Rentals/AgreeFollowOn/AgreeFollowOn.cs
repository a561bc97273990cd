using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.AgreeFollowOn;

internal sealed record AgreeFollowOnRequest(Guid OpId, string FollowOnNumber);

internal sealed record AgreeFollowOnAnswer(string Contract, string FollowOnNumber);

/// <summary>The customer goes on with new devices. The old ones come back all the same.</summary>
internal sealed class AgreeFollowOn(RentalsDb db)
{
    public Task<AgreeFollowOnAnswer> Handle(string number, AgreeFollowOnRequest request, CancellationToken cancel) =>
        db.Once(request.OpId, "agree-follow-on", new { number, request.FollowOnNumber }, async () =>
        {
            var contract = await db.Contracts.SingleOrDefaultAsync(c => c.Number == number, cancel) ?? throw RefusedException.NotFound("contract", number);
            var agreed = contract.FollowWith(request.FollowOnNumber);
            var other = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Number == agreed.FollowOnNumber, cancel);
            if (other is not null && other.Customer != contract.Customer)
                throw new RefusedException("follow-on-of-other-customer", $"Contract {other.Number} belongs to {other.Customer}, not to {contract.Customer}.", 409, "followOnNumber", other.Number, other.Customer, contract.Customer);
            db.AddToOutbox(agreed);
            return new AgreeFollowOnAnswer(contract.Number, contract.FollowOnNumber!);
        }, [], cancel);
}
