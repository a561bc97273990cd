using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Asks for the job of one carrier; the same job again until it is reported.</summary>
internal sealed class Claiming(StationFolder folder, ServerClient server)
{
    // The server has ended that job (its lease ran out, or it was withdrawn): a new question may give a new one.
    private const string Ended = "job-ended";

    public async Task<(Claim Claim, Job Job)> ClaimAsync(string carrier, string? device, string person, MediaType? medium, CancellationToken cancellation)
    {
        Claim claim = Open(carrier, device) ?? New(carrier, device);
        if (claim.JobId is { } known && folder.Job(known) is { } local && local.ReadEvidence() is not null && local.ReadJob() is { } finished)
        {
            return (claim, finished);
        }

        try
        {
            return await AskAsync(claim, person, medium, cancellation).ConfigureAwait(false);
        }
        catch (ServerRefusedException refused) when (refused.Rule == Ended)
        {
            return await AskAsync(New(carrier, device), person, medium, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What <see cref="ClaimAsync"/> would be answered now; nothing is claimed, and nothing kept.</summary>
    public async Task<JobPlan> PlanAsync(string carrier, string? device, string? person, MediaType? medium, CancellationToken cancellation)
    {
        var question = new ClaimJobRequest { OpId = Guid.CreateVersion7(), DeviceSerial = device, CarrierSerial = carrier, Medium = medium, OperatorBadge = person };
        if (Open(carrier, device) is not { } open)
        {
            return await server.PlanAsync(question, cancellation).ConfigureAwait(false);
        }

        try
        {
            return await server.PlanAsync(question with { OpId = open.OpId, DeviceSerial = open.DeviceSerial }, cancellation).ConfigureAwait(false);
        }
        catch (ServerRefusedException refused) when (refused.Rule == Ended)
        {
            return await server.PlanAsync(question, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<(Claim Claim, Job Job)> AskAsync(Claim claim, string person, MediaType? medium, CancellationToken cancellation)
    {
        folder.Save(claim);
        Job job = await server
            .ClaimAsync(
                new ClaimJobRequest { OpId = claim.OpId, DeviceSerial = claim.DeviceSerial, CarrierSerial = claim.CarrierSerial, Medium = medium, OperatorBadge = person },
                cancellation)
            .ConfigureAwait(false);
        claim = claim with { JobId = job.JobId };
        folder.Save(claim);
        return (claim, job);
    }

    // A claim whose job has its answer is over, though the program died before it could forget it: the carrier came back, and its next wipe is another job.
    private Claim? Open(string carrier, string? device) =>
        folder.ReadClaim(carrier) is { } open
        && (device is null || open.DeviceSerial is null || open.DeviceSerial == device)
        && (open.JobId is not { } job || folder.Jobs().All(known => known.JobId != job || known.ReadReply() is null))
            ? open
            : null;

    private static Claim New(string carrier, string? device) =>
        new() { OpId = Guid.CreateVersion7(), CarrierSerial = carrier, DeviceSerial = device, JobId = null };
}
