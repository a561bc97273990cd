using System.Text.Json.Nodes;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Reporting;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>What this station did, and what it still owes the server.</summary>
internal sealed class ShowJournal(Speaker speaker, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        StationFolder folder = StationFolder.At(arguments.Required("--data"));
        bool owed = arguments.Has("--send") && !await SendAsync(folder, arguments, cancellation).ConfigureAwait(false);
        var jobs = folder.Jobs().Select(job => (job.JobId, State: StateOf(job), Entry: job.Journal.Read())).ToList();
        return speaker.Result(
            owed ? ExitCode.StoredForLater : ExitCode.Done,
            new JsonObject
            {
                ["outcome"] = owed ? "stored-for-later" : "done",
                ["jobs"] = new JsonArray([.. jobs.Select(job => (JsonNode)new JsonObject
                {
                    ["jobId"] = job.JobId.ToString(),
                    ["state"] = job.State,
                    ["leftLocked"] = IsLeftLocked(job.Entry),
                    ["serial"] = job.Entry?.Serial,
                    ["wipe"] = job.Entry?.State.ToString().ToLowerInvariant(),
                    ["watermarkBytes"] = job.Entry?.WatermarkBytes,
                    ["sizeBytes"] = job.Entry?.Identity.SizeBytes,
                })]),
            },
            () => jobs.Count == 0
                ? ["No jobs yet."]
                : jobs.SelectMany(job => (string[])
                [
                    $"{job.JobId}  {job.Entry?.Serial ?? "(not begun)",-20}  {job.Entry?.State.ToString() ?? "-",-8}  {job.State}",
                    .. IsLeftLocked(job.Entry) ? (string[])[$"    An erase of {job.Entry!.Serial} was cut off and may have left it locked by the stations' password, {AtaSecurityErase.Password}. Put it back into a bay here and run the same wipe line again: it is unlocked and goes on. Another station unlocks it too, once the server has given up this one's job."] : [],
                ]));
    }

    private static bool IsLeftLocked(JournalEntry? entry) => entry?.Firmware?.Password is not null;

    private async Task<bool> SendAsync(StationFolder folder, Arguments arguments, CancellationToken cancellation)
    {
        Enrolment enrolment = folder.ReadEnrolment() ?? throw arguments.Wrong("This folder is not enrolled yet");
        using SigningKey key = folder.ReadKey();
        using var server = new ServerClient(arguments.Address("--server") ?? enrolment.Server, key, clock, speaker.Language);
        return await new Outbox(folder, server, speaker).SendAsync(cancellation).ConfigureAwait(false);
    }

    private static string StateOf(JobFolder job) =>
        job.ReadReply() is { } reply ? reply.Accepted ? "reported, accepted" : reply.Judged ? "reported, NOT accepted" : "reported"
        : job.ReadEvidence() is not null ? "to be reported"
        : "open";
}
