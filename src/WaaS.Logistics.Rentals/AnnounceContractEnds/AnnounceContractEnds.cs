using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Rentals.Data;

namespace WaaS.Logistics.Rentals.AnnounceContractEnds;

/// <summary>Says which contracts end soon and which have ended, each once, however often and late it is asked.</summary>
internal sealed class AnnounceContractEnds(RentalsDb db)
{
    public const int NoticeDays = 30;
    private const int Batch = 100;

    /// <returns>How many announcements were made.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var today = Contracts.CivilDay.Of(db.Now);
        var notice = today.AddDays(NoticeDays);
        var announced = 0;
        // Ended ones first: for them a notice of the end would come too late to be of use.
        foreach (var id in await Ids(db.Contracts.Where(c => c.ReturnDueAnnouncedAt == null && c.EndsOn < today), cancel))
            announced += await Announce(id, c => c.IsRunning && c.EndsOn < today, c => c.AnnounceReturn(db.Now), cancel);
        foreach (var id in await Ids(db.Contracts.Where(c => c.ReturnDueAnnouncedAt == null && c.EndingAnnouncedAt == null && c.EndsOn >= today && c.EndsOn <= notice), cancel))
            announced += await Announce(id, c => c.IsRunning && c.EndingAnnouncedAt is null && c.EndsOn >= today && c.EndsOn <= notice, c => c.AnnounceEnding(db.Now), cancel);
        return announced;
    }

    private static Task<List<Guid>> Ids(IQueryable<Contracts.Contract> due, CancellationToken cancel) =>
        due.AsNoTracking().OrderBy(c => c.EndsOn).ThenBy(c => c.Number).Select(c => c.Id).Take(Batch).ToListAsync(cancel);

    private async Task<int> Announce<TEvent>(Guid id, Func<Contracts.Contract, bool> stillDue, Func<Contracts.Contract, TEvent> announce, CancellationToken cancel) where TEvent : class
    {
        db.ChangeTracker.Clear();
        var contract = await db.Contracts.Include(c => c.Devices).ThenInclude(line => line.Device).AsSplitQuery().SingleAsync(c => c.Id == id, cancel);
        if (!stillDue(contract))
            return 0;
        db.AddToOutbox(announce(contract));
        try
        {
            await db.SaveChangesAsync(cancel);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Extended, or announced by another process, at this moment: the next look sees what holds.
            return 0;
        }
    }
}
