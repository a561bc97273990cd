using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.ClaimJob;

/// <summary>Gives a station the one job that fits what was scanned, or says which rule is in the way. Nothing is ever chosen by likeness.</summary>
internal sealed class ClaimJobs(SanitizationDb db, OrderLookup orders, PolicyBook policies, Operators operators)
{
    private const int Tries = 8;

    public async Task<Job> Handle(StationIdentity station, ClaimJobRequest request, CancellationToken cancel)
    {
        if (request.OpId == Guid.Empty)
            throw RefusedException.Invalid("opId", "The field opId is missing: a new id for each claim, the same one when it is sent again.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Given(station, request.OpId, cancel) ?? await Give(station, request, cancel);
            }
            catch (DbUpdateException e) when (attempt < Tries && Once.MayTryAgain(e))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancel);
            }
        }
    }

    /// <summary>The same questions and the same refusals as at a claim; whatever was prepared for the answer is let go.</summary>
    public async Task<JobPlan> Plan(StationIdentity station, ClaimJobRequest request, CancellationToken cancel)
    {
        try
        {
            if (await Given(station, request.OpId, cancel) is { } mine)
            {
                var held = await orders.LoadOfJob(mine.JobId, cancel);
                return held.MayWrite(held.Job(mine.JobId), await orders.Facts(held, cancel), db.Now) is { } why
                    ? throw held.Held(why)
                    : new JobPlan { Job = mine, HandedOut = true };
            }
            var (order, job, rule) = await Prepare(station, request, cancel);
            return new JobPlan { Job = JobCard.Of(order, job, rule, db.Now) with { JobId = Guid.Empty }, HandedOut = false };
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Job?> Given(StationIdentity station, Guid opId, CancellationToken cancel)
    {
        var job = await db.Jobs.AsNoTracking().Include(job => job.Order).SingleOrDefaultAsync(job => job.StationId == station.Id && job.OpId == opId, cancel);
        if (job is null)
            return null;
        if (job.State != JobState.Active)
            throw new RefusedException("job-ended", $"This job is {job.State}. Scan again for a new one.", arguments: [job.State]);
        var lease = await db.Progress.AsNoTracking().Where(progress => progress.JobId == job.Id).Select(progress => progress.LeaseUntil).SingleAsync(cancel);
        return JobCard.Of(job.Order!, job, policies.Rule(job.PolicyId, job.PolicyVersion, job.ProtectionNeed, job.Medium), lease);
    }

    private async Task<Job> Give(StationIdentity station, ClaimJobRequest request, CancellationToken cancel)
    {
        var (order, job, rule) = await Prepare(station, request, cancel);
        var lease = db.Now + Leases.Length;
        db.Progress.Add(new JobProgress { JobId = job.Id, LeaseUntil = lease, HeardAt = db.Now, Phase = "preparing", BytesDone = 0, BytesTotal = 0, Speed = 0, Temperature = null });
        await db.SaveChangesAsync(cancel);
        return JobCard.Of(order, job, rule, lease);
    }

    private async Task<(WipeOrder Order, WipeJob Job, PolicyRule Rule)> Prepare(StationIdentity station, ClaimJobRequest request, CancellationToken cancel)
    {
        var (order, slot) = await Find(request, cancel);
        var policy = policies.InForce(db.Now);
        var rule = policies.Rule(policy, order.ProtectionNeed, request.Medium);
        var person = await operators.Find(request.OperatorBadge, cancel);
        if (rule.Separation != Separation.None && person is not { IsPerson: true })
            throw new RefusedException("operator-needed", $"The policy for the protection need '{order.ProtectionNeed}' asks who operates. Scan the operator's badge at the station.");
        var job = order.HandOut(slot, new JobTerms(request.OpId, station.Id, station.Name, person, policy.Id, policy.Version, request.Medium), await orders.Facts(order, cancel), db.Now);
        return (order, job, rule);
    }

    private async Task<(WipeOrder, WipeSlot)> Find(ClaimJobRequest request, CancellationToken cancel)
    {
        var (device, carrier) = (Key("deviceSerial", request.DeviceSerial), Key("carrierSerial", request.CarrierSerial));
        if (device is null && carrier is null)
            throw RefusedException.Invalid("deviceSerial", "Scan the device or the carrier: one of deviceSerial and carrierSerial is needed.").Worded("scan-needed");
        var matching = await db.Orders.AsNoTracking()
            .Where(order => device == null || order.DeviceKey == device)
            .Where(order => carrier == null || order.Slots.Any(slot => slot.CarrierKey == carrier))
            .Where(order => !db.Orders.Any(later => later.DeviceId == order.DeviceId && later.Cycle > order.Cycle))
            .Select(order => order.Id).Take(20).ToListAsync(cancel);
        var scanned = string.Join(" / ", new[] { request.DeviceSerial, request.CarrierSerial }.Where(serial => serial is not null));
        if (matching.Count > 1)
            matching = await WithoutWithdrawn(matching, cancel);
        if (matching.Count == 0)
            throw new RefusedException("no-such-job", $"There is no wipe order for {scanned}. Look whether it was received, and whether the serial is read right.", arguments: [scanned]);
        if (matching.Count > 1)
            throw new RefusedException("serial-ambiguous", $"{scanned} stands in more than one wipe order. Scan device and carrier; if both do, two people record what is really there.", arguments: [scanned]);
        var order = await orders.Load(matching[0], cancel);
        order.RequireNotWithdrawn();
        var open = order.Slots.Where(slot => slot is { State: SlotState.Open, SeenEmpty: false } && (carrier is null || slot.CarrierKey == carrier)).ToList();
        return open.Count switch
        {
            1 => (order, open[0]),
            0 => throw NothingOpen(order, carrier),
            _ => throw new RefusedException("several-slots", $"Device {order.Serial} has {open.Count} open carriers. Scan the carrier's own serial.", arguments: [order.Serial, open.Count]),
        };
    }

    // A device scanned by mistake may have left its receipt's order behind, with the carriers of the one that is really there.
    private async Task<List<Guid>> WithoutWithdrawn(List<Guid> matching, CancellationToken cancel)
    {
        var standing = await db.Orders.AsNoTracking().Where(order => matching.Contains(order.Id) && order.State != OrderState.Withdrawn).Select(order => order.Id).ToListAsync(cancel);
        return standing.Count == 0 ? matching : standing;
    }

    private static RefusedException NothingOpen(WipeOrder order, string? carrier)
    {
        var slots = order.Slots.Where(slot => carrier is null || slot.CarrierKey == carrier).InWords();
        return new RefusedException("nothing-open", $"Device {order.Serial} has no carrier to wipe now ({slots}).", arguments: [order.Serial, slots]);
    }

    private static string? Key(string field, string? serial)
    {
        if (string.IsNullOrWhiteSpace(serial))
            return null;
        return Serials.Key(serial) ?? throw RefusedException.Invalid(field, $"'{serial}' is what makers leave when they set no serial; it matches nothing. Scan the label.", serial);
    }
}
