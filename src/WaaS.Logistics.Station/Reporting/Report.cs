using System.Text.Json.Nodes;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>Hands in what a wipe ended with, and says what became of it.</summary>
internal sealed class Report(Speaker speaker, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>Told once when the server is away and the report waits.</summary>
    public Action Away { get; init; } = static () => { };

    /// <summary>Tries once; what could not be sent is on the station's disk.</summary>
    public async Task<ExitCode> SendAsync(JobFolder folder, ServerClient server, JsonObject facts, bool proven, Func<IEnumerable<string>> words, CancellationToken cancellation)
    {
        try
        {
            return Taken(folder, await DeliverAsync(folder, server, cancellation).ConfigureAwait(false), facts, proven, words);
        }
        catch (ServerUnreachableException away)
        {
            return Stored(folder, facts, proven, words, away.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The carrier is wiped: "stopped before anything was written" would be a lie.
            return Stored(folder, facts, proven, words, speaker.Line.StoppedWhileSending);
        }
        catch (ServerRefusedException refused)
        {
            return Refused(folder, facts, proven, words, refused);
        }
    }

    /// <summary>Tries until the server has answered, or until it is told to end.</summary>
    public async Task<ExitCode> SendUntilTakenAsync(JobFolder folder, ServerClient server, JsonObject facts, bool proven, Func<IEnumerable<string>> words, CancellationToken cancellation)
    {
        for (bool told = false; ; told = true)
        {
            try
            {
                return Taken(folder, await DeliverAsync(folder, server, CancellationToken.None).ConfigureAwait(false), facts, proven, words);
            }
            catch (ServerUnreachableException away)
            {
                if (cancellation.IsCancellationRequested)
                {
                    return Stored(folder, facts, proven, words, away.Message);
                }

                if (!told)
                {
                    Away();
                }

                await Task.Delay(Again, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (ServerRefusedException refused)
            {
                return Refused(folder, facts, proven, words, refused);
            }
        }
    }

    private static async Task<EvidenceReply> DeliverAsync(JobFolder folder, ServerClient server, CancellationToken cancellation) =>
        (await new Delivery(server, folder).SendAllAsync(cancellation).ConfigureAwait(false))!;

    private ExitCode Taken(JobFolder folder, EvidenceReply reply, JsonObject facts, bool proven, Func<IEnumerable<string>> words)
    {
        facts["evidenceId"] = reply.EvidenceId.ToString();
        facts["judged"] = reply.Judged;
        facts["accepted"] = reply.Accepted;
        facts["findings"] = new JsonArray([.. reply.Findings.Select(finding => (JsonNode)$"{finding.Rule} {finding.Path}")]);
        ExitCode code = !proven ? ExitCode.NotProven : reply.Judged && !reply.Accepted ? ExitCode.NotAccepted : ExitCode.Done;
        string? remark = code == ExitCode.NotAccepted ? speaker.Line.NotAccepted(reply.Findings.Select(finding => finding.Rule)) : null;
        return Say(folder, code, facts, proven, words, remark);
    }

    private ExitCode Stored(JobFolder folder, JsonObject facts, bool proven, Func<IEnumerable<string>> words, string why) =>
        Say(folder, proven ? ExitCode.StoredForLater : ExitCode.NotProven, facts, proven, words, speaker.Line.ReportWaits(why));

    private ExitCode Refused(JobFolder folder, JsonObject facts, bool proven, Func<IEnumerable<string>> words, ServerRefusedException refused)
    {
        facts["rule"] = refused.Rule;
        return Say(folder, proven ? ExitCode.NotAccepted : ExitCode.NotProven, facts, proven, words, speaker.Line.ReportRefused(refused));
    }

    private ExitCode Say(JobFolder folder, ExitCode code, JsonObject facts, bool proven, Func<IEnumerable<string>> words, string? remark)
    {
        facts["jobId"] = folder.JobId.ToString();
        if (remark is not null)
        {
            speaker.Tell(remark);
            facts["message"] = remark;
        }

        facts["outcome"] = !proven ? "failed" : code == ExitCode.Done ? "wiped" : Speaker.Word(code);
        return speaker.Result(code, facts, words);
    }
}
