using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.KeepLease;

/// <summary>The last question before the first write. The yes is kept as a fact, together with whatever it was based on.</summary>
internal sealed class CheckHold(SanitizationDb db, OrderLookup orders)
{
    private const int Tries = 8;

    public async Task<HoldCheckReply> Handle(StationIdentity station, Guid jobId, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var order = await orders.LoadOfJob(jobId, cancel);
                var job = order.Job(jobId);
                if (job.StationId != station.Id)
                    throw RefusedException.NotFound("job", jobId.ToString());
                var reason = order.MayWrite(job, await orders.Facts(order, cancel), db.Now);
                await db.SaveChangesAsync(cancel);
                return new HoldCheckReply { Clear = reason is null, Reason = reason?.InWords() };
            }
            catch (DbUpdateException e) when (attempt < Tries && Once.MayTryAgain(e))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
