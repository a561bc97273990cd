using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
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

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Answers so when it is asked for its half of a seed, and as ever to every other question.</summary>
    public int? SeedStatus { get; set; }

    /// <summary>Answers this to it.</summary>
    public string? SeedAnswer { get; set; }

    /// <summary>Takes in the question, so many times, and fails to answer.</summary>
    public int LostSeeds { get; set; }

    /// <summary>Called when it is asked.</summary>
    public Action? OnSeed { get; set; }

    /// <summary>What it answered to each such question; null where no erase had ended.</summary>
    public ConcurrentQueue<GivenNonce?> Seeds { get; } = [];

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
        IReadOnlyList<RuleFinding> findings;
        lock (_lock)
        {
            if (Steps.Count == 0 || Steps[^1].ComputeHash() != request.StepChainHead)
            {
                Complaints.Enqueue("the evidence does not name the last step");
            }

            findings = [.. EvidenceJudge.Judge(reading.Document, Expect(request, reading)).Findings, .. StoryJudge.Judge(reading.Document, Steps, request.StepChainHead)];
            if (!Evidence.Any(known => known.Document.DocumentId == reading.Document.DocumentId))
            {
                Evidence.Add(reading);
                Judgements.Add(new Verdict(findings));
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
                EvidenceId = reading.Document.DocumentId, Judged = true, Accepted = findings.Count == 0, Findings = findings,
            },
            StationJson.Default.EvidenceReply);
    }

    private Task GiveSeed(HttpContext context, byte[] body)
    {
        OnSeed?.Invoke();
        if (SeedStatus is { } status)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        lock (_lock)
        {
            Seeds.Enqueue(Given());
            if (LostSeeds-- > 0)
            {
                context.Abort();
                return Task.CompletedTask;
            }
        }

        if (SeedAnswer is { } said)
        {
            return context.Response.WriteAsync(said);
        }

        return Seeds.Last() is { } given
            ? Reply(context, new SeedReply { Nonce = given.Nonce, EraseEnded = given.EraseEnded }, StationJson.Default.SeedReply)
            : Refuse(context, 409, "erase-not-ended", "No step tells that the drive has ended erasing itself.");
    }

    private GivenNonce? Given() => EraseEnd.Of(Steps) is not { } end ? null : new GivenNonce
    {
        Nonce = Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{Job!.JobId} {end.ComputeHash()}"))), EraseEnded = end.ComputeHash(), Commitment = EraseEnd.Commitment(end),
    };

    private EvidenceExpectation Expect(EvidenceSubmission request, EvidenceReading reading) => new()
    {
        OrderId = Job!.OrderId, JobId = Job.JobId, StationId = StationId, DeviceSerial = Job.DeviceSerial, CarrierSerial = Job.CarrierSerial,
        Slot = Job.Slot, CapacityAtIntakeBytes = null, ProcedureKey = Job.ProcedureKey, Passes = Job.Passes, Techniques = [.. Job.Steps.SelectMany(step => step.Techniques)],
        RequiredLevel = Job.RequiredLevel, Medium = Job.Medium, AcceptedKinds = new HashSet<CarrierKind> { CarrierKind.File, CarrierKind.Loop, CarrierKind.Block }, Verification = Job.Verification,
        PolicyId = Job.PolicyId, PolicyVersion = Job.PolicyVersion, NotBefore = _claimedAt, ReceivedAt = TimeProvider.System.GetUtcNow(), Hash = reading.Hash,
        Signature = _key!.Verifies(request.Evidence, request.Signature) ? SignatureState.Valid : SignatureState.Invalid,
        ConsumedDocumentIds = new HashSet<Guid>(), ConsumedHashes = new HashSet<ContentHash>(), Seed = Given(), Tools = [Approved],
    };
}

/// <summary>What all rules say of one document: those about itself, and those about the steps.</summary>
internal sealed record Verdict(IReadOnlyList<RuleFinding> Findings)
{
    public bool Accepted => Findings.Count == 0;
}
