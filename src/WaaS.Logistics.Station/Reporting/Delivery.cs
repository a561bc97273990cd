using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>
/// Brings a job's steps and evidence to the server. Sending again is harmless: steps are known by their place in the chain,
/// evidence by its own id, so a lost answer costs a repetition and never a second record.
/// </summary>
internal sealed class Delivery(ServerClient server, JobFolder folder)
{
    private const int StepsAtOnce = 100;
    private readonly SemaphoreSlim _one = new(1);
    private long _sent;

    /// <exception cref="ServerUnreachableException">Not all of them are there.</exception>
    /// <exception cref="ServerRefusedException">The server does not take them.</exception>
    public async Task SendStepsAsync(Func<long, IReadOnlyList<StepRecord>> after, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (after(_sent) is { Count: > 0 } waiting)
            {
                StepReply reply = await server
                    .SendStepsAsync(folder.JobId, new StepSubmission { Records = [.. waiting.Take(StepsAtOnce)] }, cancellation).ConfigureAwait(false);
                _sent = reply.LastSequence > _sent
                    ? reply.LastSequence
                    : throw new ServerUnreachableException("The server does not go on with the chain of steps.");
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Steps first, for the evidence names the last of them. Null when there is no evidence to send.</summary>
    public async Task<EvidenceReply?> SendAllAsync(CancellationToken cancellation)
    {
        IReadOnlyList<StepRecord> steps = folder.ReadSteps();
        await SendStepsAsync(sequence => [.. steps.Where(step => step.Body.Sequence > sequence)], cancellation).ConfigureAwait(false);
        if (folder.ReadEvidence() is not { } evidence)
        {
            return null;
        }

        EvidenceReply reply = await server.SendEvidenceAsync(folder.JobId, evidence, cancellation).ConfigureAwait(false);
        folder.Save(reply);
        return reply;
    }
}
