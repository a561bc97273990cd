using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.GiveSeed;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.Sanitization.ReceiveEvidence;

/// <summary>Holds a document against everything this side knows on its own. What cannot be read is kept and refused.</summary>
internal sealed class EvidenceCourt(SanitizationDb db, SeedNonces nonces)
{
    public const string Unreadable = "unreadable";

    public async Task<EvidenceFacts> Judge(WipeOrder order, WipeJob job, PolicyRule rule, StationIdentity station, EvidenceSubmission submission, CancellationToken cancel)
    {
        var hash = ContentHash.Of(submission.Evidence);
        EvidenceDocument document;
        try
        {
            document = EvidenceReader.Read(submission.Evidence).Document;
        }
        catch (EvidenceFormatException e)
        {
            var finding = new RuleFinding { Rule = "FORMAT", Path = e.Path, MessageKey = "evidence.FORMAT.unreadable", Arguments = [e.Problem] };
            return Facts(submission, hash, null, [finding]);
        }
        var chain = await db.ChainOf(job.Id, cancel);
        var usedBefore = await db.Evidence.AnyAsync(evidence => evidence.DocumentId == document.DocumentId, cancel);
        var expectation = new EvidenceExpectation
        {
            OrderId = order.ReturnOrderId,
            JobId = job.Id,
            StationId = job.StationId,
            DeviceSerial = order.Serial,
            CarrierSerial = job.CarrierSerial,
            Slot = job.SlotName,
            CapacityAtIntakeBytes = null,
            ProcedureKey = rule.ProcedureKey,
            Passes = rule.Passes,
            Techniques = rule.Techniques,
            RequiredLevel = rule.RequiredLevel,
            Medium = rule.Media is null ? null : job.Medium,
            AcceptedKinds = rule.AcceptedKinds,
            Verification = rule.Verification,
            PolicyId = job.PolicyId,
            PolicyVersion = job.PolicyVersion,
            NotBefore = new DateTimeOffset(job.ClaimedAt, TimeSpan.Zero),
            ReceivedAt = new DateTimeOffset(db.Now, TimeSpan.Zero),
            Hash = hash,
            Signature = await Check(station, submission, cancel),
            ConsumedDocumentIds = usedBefore ? new HashSet<Guid> { document.DocumentId } : new HashSet<Guid>(),
            ConsumedHashes = new HashSet<ContentHash>(),
            Seed = nonces.For(job, chain),
            Tools = ToolRegister.Approved,
        };
        var findings = EvidenceJudge.Judge(document, expectation).Findings.ToList();
        findings.AddRange(StoryJudge.Judge(document, chain, submission.StepChainHead));
        if (order.Evidence.Any(other => other.JobId == job.Id))
            findings.Add(new RuleFinding { Rule = RuleIds.Replay, Path = "$.jobId", MessageKey = "evidence.R19.secondDocument", Arguments = [job.Id.ToString()] });
        if (await Overlapping(job, document, cancel) is { } other)
            findings.Add(new RuleFinding { Rule = RuleIds.Times, Path = "$.carrier.startedAt", MessageKey = "evidence.R18.overlap", Arguments = [document.Carrier.Serial!, other] });
        if (order.State == OrderState.Withdrawn)
            findings.Add(new RuleFinding { Rule = WipeOrder.OrderWithdrawn, Path = "$.orderId", MessageKey = "evidence.WITHDRAWN.receiptTakenBack", Arguments = [order.WithdrawnReason!] });
        return Facts(submission, hash, document, findings);
    }

    // One carrier cannot be worked on twice at once: then it is not one carrier, or one of the two documents is not true.
    private Task<string?> Overlapping(WipeJob job, EvidenceDocument document, CancellationToken cancel)
    {
        var (key, began, ended) = (Serials.Key(document.Carrier.Serial), Utc(document.Carrier.StartedAt), Utc(document.Carrier.EndedAt));
        return db.Evidence.AsNoTracking().Where(other => key != null && other.CarrierKey == key && other.JobId != job.Id && other.WorkBegan < ended && other.WorkEnded > began)
            .OrderBy(other => other.ReceivedAt).Select(other => (string?)other.StationName).FirstOrDefaultAsync(cancel);
    }

    private static DateTime Utc(DateTimeOffset time) => time.UtcDateTime.AddTicks(-(time.UtcTicks % 10));

    private async Task<SignatureState> Check(StationIdentity station, EvidenceSubmission submission, CancellationToken cancel) =>
        submission.Signature.Length == 0 ? SignatureState.Absent
        : station.Key.Verifies(submission.Evidence, submission.Signature) && await IsVouchedFor(station, cancel) ? SignatureState.Valid
        : SignatureState.Invalid;

    // The key of one boot counts only by the chain to the fleet key that let it in.
    private async Task<bool> IsVouchedFor(StationIdentity station, CancellationToken cancel)
    {
        if (station.DeviceId is null)
            return true;
        var boot = await db.Stations.AsNoTracking().SingleAsync(row => row.Id == station.Id, cancel);
        return boot.IsVouchedFor(await db.FleetKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == boot.FleetKeyId, cancel));
    }

    private static EvidenceFacts Facts(EvidenceSubmission submission, ContentHash hash, EvidenceDocument? document, IReadOnlyList<RuleFinding> findings) => new(
        hash.ToString(), document?.DocumentId, submission.Evidence.Length, submission.Signature, submission.StepChainHead.ToString(),
        document is null ? Unreadable : StrictEnumConverter<CarrierKind>.NameOf(document.Carrier.Kind),
        document?.Carrier.Serial,
        document is null ? Unreadable : StrictEnumConverter<Outcome>.NameOf(document.Carrier.Outcome),
        [.. findings.Select(finding => finding.Rule).Distinct()],
        JsonSerializer.Serialize(findings, ServiceDb.EventJson),
        document is null ? null : Utc(document.Carrier.StartedAt), document is null ? null : Utc(document.Carrier.EndedAt));
}
