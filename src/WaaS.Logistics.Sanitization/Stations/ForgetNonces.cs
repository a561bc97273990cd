using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;

namespace WaaS.Logistics.Sanitization.Stations;

/// <summary>A request older than the allowed skew is refused by its time; its nonce need not be remembered.</summary>
internal sealed class ForgetNonces(SanitizationDb db)
{
    public async Task Handle(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var before = db.Now - 3 * StationRequestSignature.DefaultSkew;
        db.Nonces.RemoveRange(await db.Nonces.Where(nonce => nonce.SeenAt < before).Take(2000).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }
}
