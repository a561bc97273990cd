using System.Text.Json;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.InDevice;
using WaaS.Logistics.Sanitization.KeepJournal;
using WaaS.Logistics.Sanitization.KeepLease;
using WaaS.Logistics.Sanitization.ReceiveEvidence;
using WaaS.Logistics.Sanitization.RecordSteps;
using WaaS.Logistics.Sanitization.Stations;

namespace WaaS.Logistics.IntegrationTests.InDevice;

/// <summary>One boot of a machine in the workshop, whose clock a test moves.</summary>
internal sealed class WorkshopBoot
{
    private readonly Workshop _workshop;
    private readonly SigningKey _key = SigningKey.Create();

    private WorkshopBoot(Workshop workshop) => _workshop = workshop;

    public StationIdentity Identity { get; private set; } = null!;

    public static async Task<SigningKey> Fleet(Workshop workshop)
    {
        var today = DateOnly.FromDateTime(workshop.Clock.GetUtcNow().UtcDateTime);
        var made = await workshop.Call<FleetKeys, FleetKeyMade>("admin", keys => keys.Make("sticks", today.AddDays(30), 50, default));
        return SigningKey.FromPkcs8Pem(made.PrivateKeyPem);
    }

    public static async Task<WorkshopBoot> Start(Workshop workshop, SigningKey fleet, string serial)
    {
        var boot = new WorkshopBoot(workshop);
        var statement = new BootStatement
        {
            FleetKeyId = fleet.KeyId, PublicKeyPem = boot._key.Public.Pem, BootId = Guid.NewGuid(), ScannedSerial = null, At = workshop.Clock.GetUtcNow(),
            Machine = new HostIdentity { Manufacturer = "Lenovo", Model = "ThinkPad T14", Serial = serial, Uuid = null, AssetTag = null },
        };
        var reply = await workshop.Call<EnrolBoot, BootEnrollReply>("nobody", enrol => enrol.Handle(BootEnrollRequest.Sign(statement, fleet, boot._key), default));
        var device = await workshop.Read(async db => (await db.Stations.FindAsync(reply.StationId))!.DeviceId);
        boot.Identity = new StationIdentity(reply.StationId, $"boot {serial}", boot._key.Public) { DeviceId = device };
        return boot;
    }

    public Task<OwnJob> Claim(string carrier, string? badge = null) => _workshop.Call<ClaimOwnJob, OwnJob>("station", jobs => jobs.Handle(
        Identity, new OwnJobRequest { OpId = Guid.NewGuid(), CarrierSerial = carrier, Confirmed = null, Medium = MediaType.Image, OperatorBadge = badge }, default));

    public Task<RunJournalReply> Keep(Guid job, long revision, params byte[] content) =>
        _workshop.Call<JournalDesk, RunJournalReply>("station", desk => desk.Keep(Identity, job, new RunJournal { Revision = revision, Content = content }, default));

    public Task<RunJournal> Journal(Guid job) => _workshop.Call<JournalDesk, RunJournal>("station", desk => desk.Read(Identity, job, default));

    public Task<HoldCheckReply> MayWrite(Guid job) => _workshop.Call<CheckHold, HoldCheckReply>("station", check => check.Handle(Identity, job, default));

    public Task<HeartbeatReply> Beat(Guid job, double? temperature = null) => _workshop.Call<Heartbeats, HeartbeatReply>("station", beats => beats.Handle(Identity, job, At(temperature), default));

    public Task<StepReply> Post(OwnJob own, string kind) => _workshop.Call<StepLog, StepReply>("station", log => log.Handle(Identity, own.Job.JobId, Steps(own, kind), default));

    public Task<EvidenceReply> Prove(OwnJob own, StepRecord last)
    {
        var bytes = EvidenceWriter.Write(Sanitization.Documents.Success(own.Job, Identity.Id, _workshop.Clock.GetUtcNow()));
        return _workshop.Call<EvidenceDesk, EvidenceReply>("station", desk => desk.Handle(
            Identity, own.Job.JobId, new EvidenceSubmission { Evidence = bytes, Signature = _key.Sign(bytes), StepChainHead = last.ComputeHash() }, default));
    }

    public StepSubmission Steps(OwnJob own, string kind)
    {
        using var facts = JsonDocument.Parse("{}");
        return new StepSubmission { Records = [StepChain.Append(own.LastStep, own.Job.JobId, kind, facts.RootElement, _workshop.Clock.GetUtcNow(), _key)] };
    }

    public static HeartbeatRequest At(double? temperature = null) => new() { Phase = JobPhase.Overwriting, BytesDone = 1, BytesTotal = 2, Speed = 1, Temperature = temperature };
}
