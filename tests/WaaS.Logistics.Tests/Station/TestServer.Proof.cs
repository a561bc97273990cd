using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Tests.Station;

/// <summary>What a station hands in: its chain of steps, and its evidence.</summary>
internal sealed partial class TestServer
{
    private static readonly ToolApproval Approved = new()
    {
        Name = "waas-station", Version = "0.1.0", ApprovedUntil = null, JournalledResume = true,
    };

    private async Task TakeSteps(HttpContext context, byte[] body)
    {
        StepSubmission request = JsonSerializer.Deserialize(body, StationJson.Default.StepSubmission)!;
        StepReply reply;
        lock (_lock)
        {
            foreach (StepRecord record in request.Records)
            {
                if (record.Body.Sequence <= Steps.Count)
                {
                    if (Steps[(int)record.Body.Sequence - 1].ComputeHash() != record.ComputeHash())
                    {
                        Complaints.Enqueue($"step {record.Body.Sequence} was sent with another content");
                    }

                    continue;
                }

                Steps.Add(record);
            }

            ChainCheck check = StepChain.Verify([.. Steps.Skip(_before)], Job!.JobId, _key!, _before == 0 ? null : new ChainPosition(_before, Steps[_before - 1].ComputeHash()));
            if (check.Break != ChainBreak.None)
            {
                Complaints.Enqueue($"chain: {check.Break} at {check.BrokenAt}");
            }

            reply = new StepReply { LastSequence = Steps.Count, Head = Steps[^1].ComputeHash() };
        }

        await Reply(context, reply, StationJson.Default.StepReply);
    }

    private async Task TakeEvidence(HttpContext context, byte[] body)
    {
        if (TakesNoEvidence)
        {
            context.Response.StatusCode = 503;
            return;
        }

        EvidenceSubmission request = JsonSerializer.Deserialize(body, StationJson.Default.EvidenceSubmission)!;
        EvidenceReading reading = EvidenceReader.Read(request.Evidence);
        Judgement judgement;
        lock (_lock)
        {
            if (Steps.Count == 0 || Steps[^1].ComputeHash() != request.StepChainHead)
            {
                Complaints.Enqueue("the evidence does not name the last step");
            }

            judgement = EvidenceJudge.Judge(reading.Document, Expect(request, reading));
            if (!Evidence.Any(known => known.Document.DocumentId == reading.Document.DocumentId))
            {
                Evidence.Add(reading);
                Judgements.Add(judgement);
            }
            else if (Evidence.All(known => known.Hash != reading.Hash))
            {
                Complaints.Enqueue("the same evidence was sent with other bytes");
            }
        }

        await Reply(
            context,
            new EvidenceReply
            {
                EvidenceId = reading.Document.DocumentId, Judged = true, Accepted = judgement.Findings.Count == 0, Findings = judgement.Findings,
            },
            StationJson.Default.EvidenceReply);
    }

    private EvidenceExpectation Expect(EvidenceSubmission request, EvidenceReading reading) => new()
    {
        OrderId = Job!.OrderId, JobId = Job.JobId, StationId = StationId, DeviceSerial = Job.DeviceSerial, CarrierSerial = Job.CarrierSerial,
        Slot = Job.Slot, CapacityAtIntakeBytes = null, ProcedureKey = Job.ProcedureKey, Passes = Job.Passes, Techniques = [.. Job.Steps.SelectMany(step => step.Techniques)],
        RequiredLevel = Job.RequiredLevel, Medium = Job.Medium, AcceptedKinds = new HashSet<CarrierKind> { CarrierKind.File, CarrierKind.Loop, CarrierKind.Block }, Verification = Job.Verification,
        PolicyId = Job.PolicyId, PolicyVersion = Job.PolicyVersion, NotBefore = _claimedAt, ReceivedAt = TimeProvider.System.GetUtcNow(), Hash = reading.Hash,
        Signature = _key!.Verifies(request.Evidence, request.Signature) ? SignatureState.Valid : SignatureState.Invalid,
        ConsumedDocumentIds = new HashSet<Guid>(), ConsumedHashes = new HashSet<ContentHash>(), Tools = [Approved],
    };
}
