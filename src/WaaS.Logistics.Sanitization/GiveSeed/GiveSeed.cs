using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.GiveSeed;

/// <summary>Gives a station this side's half of the seed of its samples, once the end of the drive's erase is here as a signed step; not before.</summary>
internal sealed class SeedDesk(SanitizationDb db, SeedNonces nonces)
{
    public async Task<SeedReply> Handle(StationIdentity station, Guid jobId, CancellationToken cancel)
    {
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == jobId && job.StationId == station.Id, cancel)
            ?? throw RefusedException.NotFound("job", jobId.ToString());
        var given = nonces.For(job, await db.ChainOf(jobId, cancel))
            ?? throw new RefusedException("erase-not-ended", "No step of this job tells that the drive has ended erasing itself. Send the steps first, then ask again.");
        return new SeedReply { Nonce = given.Nonce, EraseEnded = given.EraseEnded };
    }
}
