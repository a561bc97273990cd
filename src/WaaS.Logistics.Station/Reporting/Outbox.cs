using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>Reports what was finished while the server was away.</summary>
internal sealed class Outbox(StationFolder folder, ServerClient server, Speaker speaker)
{
    /// <returns>True when nothing is owed any more.</returns>
    public async Task<bool> SendAsync(CancellationToken cancellation)
    {
        bool all = true;
        foreach (JobFolder job in folder.Jobs())
        {
            using SafeFileHandle? mine = job.TryLock();
            if (mine is null || job.ReadEvidence() is null || job.ReadReply() is not null)
            {
                continue;
            }

            try
            {
                EvidenceReply reply = (await new Delivery(server, job).SendAllAsync(cancellation).ConfigureAwait(false))!;
                speaker.Tell(speaker.Line.Reported(job.JobId, reply.EvidenceId));
                if (job.Journal.Read() is { } entry && folder.ReadClaim(entry.Serial) is { } claim && claim.JobId == job.JobId)
                {
                    folder.Forget(claim);
                }
            }
            catch (ServerUnreachableException away)
            {
                speaker.Tell(speaker.Line.StillToReport(job.JobId, away.Message));
                return false;
            }
            catch (ServerRefusedException refused)
            {
                speaker.Tell(speaker.Line.ReportRefused(job.JobId, refused));
                all = false;
            }
        }

        return all;
    }
}
