using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>Asks the server for its half of a seed, once the end of the erase is on the server. Without an answer the wipe goes on with the stronger proof, and says so.</summary>
internal sealed class SeedQuestion(ServerClient server, Guid jobId, Delivery delivery, StepBook steps, Speaker speaker)
{
    /// <summary>On the wipe's own thread, which has nothing else to do. Null where the server does not answer, or gives none.</summary>
    public SeedNonce? Ask(CancellationToken cancellation)
    {
        try
        {
            delivery.SendStepsAsync(steps.After, cancellation).GetAwaiter().GetResult();
            SeedReply reply = server.AskSeedAsync(jobId, cancellation).GetAwaiter().GetResult();
            return SeedHalves.IsNonce(reply.Nonce) ? new SeedNonce(reply.Nonce, reply.EraseEnded.ToString()) : Instead(speaker.Line.SeedIsNone);
        }
        catch (ServerUnreachableException away)
        {
            return Instead(speaker.Line.SeedAway(away.Message));
        }
        catch (ServerRefusedException refused)
        {
            return Instead(speaker.Line.SeedRefused(refused));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private SeedNonce? Instead(string sentence)
    {
        speaker.Tell(sentence);
        return null;
    }
}
