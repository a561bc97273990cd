using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Certificates;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.KeepJournal;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.ReceiveEvidence;

/// <summary>Keeps the exact bytes, judges them, and lets them prove or fail the slot: once, however often they are sent.</summary>
internal sealed class EvidenceDesk(
    SanitizationDb db, OrderLookup orders, PolicyBook policies, BlobStore blobs, EvidenceCourt court, CertificateOffice certificates, EraseJournals journals, ILogger<EvidenceDesk> log)
{
    private const int Tries = 8;

    public async Task<EvidenceReply> Handle(StationIdentity station, Guid jobId, EvidenceSubmission submission, CancellationToken cancel)
    {
        if (submission.Evidence.Length is 0 or > EvidenceReader.MaximumBytes)
            throw RefusedException.Invalid("evidence", $"An evidence document has 1 to {EvidenceReader.MaximumBytes} bytes.");
        var hash = ContentHash.Of(submission.Evidence).ToString();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Kept(station, jobId, hash, cancel) ?? await Keep(station, jobId, submission, cancel);
            }
            catch (DbUpdateException e) when (attempt < Tries && Once.MayTryAgain(e))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancel);
            }
        }
    }

    private async Task<EvidenceReply?> Kept(StationIdentity station, Guid jobId, string hash, CancellationToken cancel)
    {
        var evidence = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(evidence => evidence.ContentHash == hash, cancel);
        if (evidence is null)
            return null;
        if (evidence.JobId != jobId || evidence.StationId != station.Id)
            throw new RefusedException("replay", "These very bytes were handed in for another job. Evidence proves one wipe of one carrier.");
        return Reply(evidence);
    }

    private async Task<EvidenceReply> Keep(StationIdentity station, Guid jobId, EvidenceSubmission submission, CancellationToken cancel)
    {
        var order = await orders.LoadOfJob(jobId, cancel);
        var job = order.Job(jobId);
        if (job.StationId != station.Id)
            throw RefusedException.NotFound("job", jobId.ToString());
        await RequireSteps(jobId, submission.StepChainHead, cancel);
        await blobs.Put(submission.Evidence, cancel);
        var rule = policies.Rule(job.PolicyId, job.PolicyVersion, job.ProtectionNeed, job.Medium);
        var facts = await court.Judge(order, job, rule, station, submission, cancel);
        var evidence = order.Receive(job, facts, rule, db.Now);
        await certificates.RevokeContradicted(order, job, cancel);
        if (evidence.State == EvidenceState.UnderReview && evidence.IsDecided)
            await certificates.Issue(order, evidence, cancel);
        await journals.Of(jobId, cancel);
        await orders.TryClear(order, cancel);
        await db.SaveChangesAsync(cancel);
        log.LogInformation("Evidence {Evidence} of carrier {Carrier} in device {Device} is {State}; rules against it: {Rules}", evidence.Id, job.CarrierSerial, order.Serial, evidence.State, evidence.Rules);
        return Reply(evidence);
    }

    // Steps behind the one that the evidence calls its last are no gap that could be filled: that is judged.
    private async Task RequireSteps(Guid jobId, ContentHash head, CancellationToken cancel)
    {
        var last = head.ToString();
        if (!await db.Steps.AnyAsync(step => step.JobId == jobId && step.Hash == last, cancel))
        {
            var kept = await db.Steps.Where(step => step.JobId == jobId).MaxAsync(step => (long?)step.Sequence, cancel) ?? 0;
            throw new RefusedException("steps-missing", $"The evidence ends a chain of steps that is not here in full: {kept} are. Send the remaining steps first, then the evidence again.", arguments: [kept]);
        }
    }

    private static EvidenceReply Reply(Evidence evidence) => new()
    {
        EvidenceId = evidence.Id,
        Judged = true,
        Accepted = evidence.Rules.Length == 0,
        Findings = JsonSerializer.Deserialize<RuleFinding[]>(evidence.Findings, ServiceDb.EventJson)!,
    };
}
