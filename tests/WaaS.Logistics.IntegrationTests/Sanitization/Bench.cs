using System.Security.Cryptography;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.ClaimJob;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.OpenOrder;
using WaaS.Logistics.Sanitization.ReceiveEvidence;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.Stations;
using WaaS.Logistics.Tests.Proof.Records;

namespace WaaS.Logistics.IntegrationTests.Sanitization;

/// <summary>A wipe station at work: enrolled with a key of its own, it claims, signs steps and evidence, and hands them in.</summary>
internal sealed class Bench
{
    private readonly Workshop _workshop;
    private readonly SigningKey _key = SigningKey.Create();
    private StationIdentity _identity = null!;

    private Bench(Workshop workshop) => _workshop = workshop;

    public StationIdentity Identity => _identity;

    public SigningKey Key => _key;

    public static async Task<Bench> Enrol(Workshop workshop, string name = "bench 1")
    {
        var bench = new Bench(workshop);
        var code = await workshop.Call<EnrolStation, CodeMade>("admin", enrol => enrol.MakeCode(default));
        var reply = await workshop.Call<EnrolStation, EnrollReply>("nobody", enrol => enrol.Enrol(
            new EnrollRequest { Code = code.Code!, Name = name, PublicKeyPem = bench._key.Public.Pem, Machine = "test machine" }, default));
        bench._identity = new StationIdentity(reply.StationId, name, bench._key.Public);
        return bench;
    }

    public Task<Job> Claim(string? device = null, string? carrier = null, string? badge = null, Guid? opId = null, MediaType? medium = MediaType.Image) =>
        _workshop.Call<ClaimJobs, Job>("station", jobs => jobs.Handle(
            _identity, new ClaimJobRequest { OpId = opId ?? Guid.NewGuid(), DeviceSerial = device, CarrierSerial = carrier, Medium = medium, OperatorBadge = badge }, default));

    public Task<HoldCheckReply> MayWrite(Job job) => _workshop.Call<CheckHold, HoldCheckReply>("station", check => check.Handle(_identity, job.JobId, default));

    public Task<HeartbeatReply> Beat(Job job, JobPhase phase, long done = 0) =>
        _workshop.Call<Heartbeats, HeartbeatReply>("station", beats => beats.Handle(
            _identity, job.JobId, new HeartbeatRequest { Phase = phase, BytesDone = done, BytesTotal = 1 << 20, Speed = 1e6, Temperature = null }, default));

    /// <summary>What it tells while it does what it hands in afterwards.</summary>
    public List<StepRecord> Steps(Job job) => Steps(Documents.Success(job, _identity.Id, _workshop.Clock.GetUtcNow()));

    public List<StepRecord> Steps(EvidenceDocument document) => ToldSteps.Sign(ToldSteps.Of(document), document.JobId, _key);

    public Task<StepReply> Post(Job job, IReadOnlyList<StepRecord> records) =>
        _workshop.Call<StepLog, StepReply>("station", log => log.Handle(_identity, job.JobId, new StepSubmission { Records = records }, default));

    public Task<EvidenceReply> Post(Job job, EvidenceSubmission submission) =>
        _workshop.Call<EvidenceDesk, EvidenceReply>("station", desk => desk.Handle(_identity, job.JobId, submission, default));

    /// <summary>The end of a piece of work that began after every other one had ended: one carrier is not worked on twice at once.</summary>
    public DateTimeOffset AtWork()
    {
        _workshop.Clock.Advance(TimeSpan.FromSeconds(10));
        return _workshop.Clock.GetUtcNow();
    }

    public EvidenceSubmission Sign(EvidenceDocument document, ContentHash head)
    {
        var bytes = EvidenceWriter.Write(document);
        return new EvidenceSubmission { Evidence = bytes, Signature = _key.Sign(bytes), StepChainHead = head };
    }

    /// <summary>All of a wipe after the claim: steps and evidence. What is handed in can be made worse first.</summary>
    public async Task<EvidenceReply> Wipe(Job job, Func<EvidenceDocument, EvidenceDocument>? spoil = null)
    {
        var document = Documents.Success(job, _identity.Id, AtWork());
        document = spoil?.Invoke(document) ?? document;
        var reply = await Post(job, ToldSteps.Sign(ToldSteps.Of(document), job.JobId, _key));
        return await Post(job, Sign(document, reply.Head));
    }
}
