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
        Claim claim = folder.ReadClaim(carrier) is { } open && (device is null || open.DeviceSerial is null || open.DeviceSerial == device)
            ? open
            : New(carrier, device);
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
        if (folder.ReadClaim(carrier) is not { } open || (device is not null && open.DeviceSerial is not null && open.DeviceSerial != device))
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

    private static Claim New(string carrier, string? device) =>
        new() { OpId = Guid.CreateVersion7(), CarrierSerial = carrier, DeviceSerial = device, JobId = null };
}
