using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.ClaimJob;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.ReportBays;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.InDevice;

/// <summary>Gives a machine the job of one of its own carriers: a new one, or the one that an earlier boot of it began.</summary>
internal sealed class ClaimOwnJob(SanitizationDb db, OrderLookup orders, OwnDevice devices, PolicyBook policies, Operators operators)
{
    private const int Tries = 8;

    public async Task<OwnJob> Handle(StationIdentity station, OwnJobRequest request, CancellationToken cancel)
    {
        if (request.OpId == Guid.Empty)
            throw RefusedException.Invalid("opId", "The field opId is missing: a new id for each claim, the same one when it is sent again.");
        if (request.CarrierSerial.Length > 100 || Serials.Key(request.CarrierSerial) is not { } carrier)
            throw RefusedException.Invalid("carrierSerial", $"'{request.CarrierSerial}' is no serial of a carrier.", request.CarrierSerial);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Give(station, request, carrier, cancel);
            }
            catch (DbUpdateException e) when (attempt < Tries && Once.MayTryAgain(e))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancel);
            }
        }
    }

    private async Task<OwnJob> Give(StationIdentity station, OwnJobRequest request, string carrier, CancellationToken cancel)
    {
        var order = await devices.Of(station.DeviceId!.Value, cancel);
        var person = await operators.Find(request.OperatorBadge, cancel);
        var slot = SlotOf(order, request, carrier, person);
        var begun = order.Jobs.Where(job => job.SlotId == slot.Id).OrderByDescending(job => job.Number).FirstOrDefault();
        if (begun is not null && begun.StationId == station.Id && begun.OpId == request.OpId && begun.State == JobState.Active)
            return await Card(order, begun, resumed: begun.Boots > 1, cancel);
        if (begun is not null && await MayGoOn(begun, station, cancel))
            return await GoOn(order, slot, begun, station, request, person, cancel);
        return await Begin(order, slot, station, request, person, cancel);
    }

    // Only a drive of one of the order's slots. One the order does not know yet, a person with a badge names by what stands on it or in its firmware's list.
    private static WipeSlot SlotOf(WipeOrder order, OwnJobRequest request, string carrier, Actor? person)
    {
        if (order.SlotOfCarrier(carrier) is { } named)
            return named;
        var unknown = order.Slots.Where(slot => slot is { CarrierIsKnown: false, State: SlotState.Open, SeenEmpty: false }).ToList();
        var known = order.Slots.Where(slot => slot.CarrierIsKnown).Select(slot => slot.CarrierSerial!).ToList();
        if (unknown.Count == 0)
            throw new RefusedException("carrier-differs", $"Device {order.Serial} is to have carrier {(known.Count == 0 ? "–" : string.Join(", ", known))}, this is {request.CarrierSerial}. It is not wiped.",
                arguments: [order.Serial, known.Count == 0 ? "–" : string.Join(", ", known), request.CarrierSerial]);
        if (unknown.Count > 1)
            throw new RefusedException("several-slots", $"Device {order.Serial} has {unknown.Count} open carriers. Scan the carrier's own serial.", arguments: [order.Serial, unknown.Count]);
        if (person is not { IsPerson: true })
            throw new RefusedException("operator-needed", $"The order of {order.Serial} does not know its carrier: somebody with a badge says which it is.", arguments: [order.Serial]).Worded("operator-to-name-carrier");
        if (carrier.Length < 4 || Serials.Key(request.Confirmed) is not { } typed || typed != carrier[^4..])
            throw new RefusedException("carrier-unconfirmed", $"The order of {order.Serial} does not know its carrier. Type the last four characters of {request.CarrierSerial} to say that it is this one.", arguments: [order.Serial, request.CarrierSerial]);
        order.NameCarrier(unknown[0], request.CarrierSerial);
        return unknown[0];
    }

    // Only a boot of this very machine began it, nothing came after it, and it is dead: a machine has one boot at a time.
    private async Task<bool> MayGoOn(WipeJob begun, StationIdentity station, CancellationToken cancel)
    {
        if (begun.State is not (JobState.Active or JobState.Expired))
            return false;
        var holder = await db.Stations.AsNoTracking().SingleAsync(other => other.Id == begun.StationId, cancel);
        if (holder.DeviceId != station.DeviceId)
            return false;
        var heard = await db.Progress.AsNoTracking().Where(progress => progress.JobId == begun.Id).Select(progress => progress.HeardAt).SingleAsync(cancel);
        if (begun.State == JobState.Active && begun.StationId != station.Id && db.Now - heard < Silence.After)
            throw new RefusedException("boot-alive", $"Another boot of this machine works on carrier {begun.CarrierSerial}, or did a moment ago. If it was cut off, wait {Silence.After.TotalSeconds:0} seconds.", arguments: [begun.CarrierSerial, (int)Silence.After.TotalSeconds]);
        return begun.State == JobState.Active || await db.Journals.AnyAsync(journal => journal.JobId == begun.Id && journal.ErasedAt == null, cancel);
    }

    private async Task<OwnJob> GoOn(WipeOrder order, WipeSlot slot, WipeJob begun, StationIdentity station, OwnJobRequest request, Actor? person, CancellationToken cancel)
    {
        var rule = policies.Rule(begun.PolicyId, begun.PolicyVersion, begun.ProtectionNeed, begun.Medium);
        // Evidence names one operator, and whoever decides on it must be somebody else than all who operated.
        if (rule.Separation != Separation.None && (person is null || !person.Is(begun.OperatorId)))
            throw new RefusedException("other-operator", $"{begun.OperatorName} began this wipe and goes on with it: scan that badge.", arguments: [begun.OperatorName ?? "–"]);
        order.GoOn(slot, begun, new JobTerms(request.OpId, station.Id, station.Name, person, begun.PolicyId, begun.PolicyVersion, begun.Medium), await orders.Facts(order, cancel));
        var progress = await db.Progress.SingleAsync(progress => progress.JobId == begun.Id, cancel);
        (progress.LeaseUntil, progress.HeardAt) = (db.Now + Leases.Length, db.Now);
        await db.SaveChangesAsync(cancel);
        return await Card(order, begun, resumed: true, cancel);
    }

    private async Task<OwnJob> Begin(WipeOrder order, WipeSlot slot, StationIdentity station, OwnJobRequest request, Actor? person, CancellationToken cancel)
    {
        if (slot.State != SlotState.Open || slot.SeenEmpty)
            throw new RefusedException("nothing-open", $"Device {order.Serial} has no carrier to wipe now ({slot.Name}: {slot.State}).", arguments: [order.Serial, new[] { slot }.InWords()]);
        var policy = policies.InForce(db.Now);
        var rule = policies.Rule(policy, order.ProtectionNeed, request.Medium);
        if (rule.Separation != Separation.None && person is not { IsPerson: true })
            throw new RefusedException("operator-needed", $"The policy for the protection need '{order.ProtectionNeed}' asks who operates. Scan the operator's badge at the station.");
        var job = order.HandOut(slot, new JobTerms(request.OpId, station.Id, station.Name, person, policy.Id, policy.Version, request.Medium), await orders.Facts(order, cancel), db.Now);
        db.Progress.Add(new JobProgress { JobId = job.Id, LeaseUntil = db.Now + Leases.Length, HeardAt = db.Now, Phase = "preparing", BytesDone = 0, BytesTotal = 0, Speed = 0, Temperature = null });
        await db.SaveChangesAsync(cancel);
        return await Card(order, job, resumed: false, cancel);
    }

    private async Task<OwnJob> Card(WipeOrder order, WipeJob job, bool resumed, CancellationToken cancel)
    {
        var lease = await db.Progress.AsNoTracking().Where(progress => progress.JobId == job.Id).Select(progress => progress.LeaseUntil).SingleAsync(cancel);
        var last = await db.Steps.AsNoTracking().Where(step => step.JobId == job.Id).OrderByDescending(step => step.Sequence).Select(step => step.Record).FirstOrDefaultAsync(cancel);
        var revision = await db.JournalPages.AsNoTracking().Where(page => page.JobId == job.Id).Select(page => (long?)page.Revision).SingleOrDefaultAsync(cancel);
        return new OwnJob
        {
            Job = JobCard.Of(order, job, policies.Rule(job.PolicyId, job.PolicyVersion, job.ProtectionNeed, job.Medium), lease),
            Resumed = resumed,
            LastStep = last is null ? null : JsonSerializer.Deserialize(last, StepJson.Default.StepRecord),
            JournalRevision = revision,
        };
    }
}
