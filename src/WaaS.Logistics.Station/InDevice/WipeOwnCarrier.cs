using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Reporting;
using WaaS.Logistics.Station.Server;
using WaaS.Logistics.Station.Verbs;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>A machine wipes one drive of its own: identity for this boot, job, journal elsewhere, overwrite, read back, report.</summary>
internal sealed class WipeOwnCarrier(Speaker speaker, TimeProvider clock, DriveSource drives, Func<Machine> read, TextReader? input)
{
    private const string MemoryFolder = "/run/waas-station";
    private bool _stopped;

    /// <summary>Whether a stick may be a loop device; for tests.</summary>
    internal bool LoopSticks { get; init; }

    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var front = new Front(speaker, Words.Of(speaker.Language), input, colours: input is not null && !Console.IsErrorRedirected);
        ExitCode code = ExitCode.Refused;
        try
        {
            code = await WipeAsync(arguments, front, cancellation).ConfigureAwait(false);
            return code;
        }
        finally
        {
            front.Show(code, _stopped);
        }
    }

    private async Task<ExitCode> WipeAsync(Arguments arguments, Front front, CancellationToken cancellation)
    {
        Uri address = arguments.Address("--server") ?? throw arguments.Wrong("--server is missing");
        using SigningKey fleet = KeyFile.Read(arguments.Required("--fleet-key")), boot = SigningKey.Create();
        using JournalStick? stick = arguments.Optional("--journal-at") is { } named ? JournalStick.Open(named, LoopSticks) : null;
        Machine machine = read();
        front.Tell(front.Words.ThisMachine, machine.Host.Manufacturer ?? "?", machine.Host.Model ?? "?", machine.Host.Serial ?? "?");
        BootEnrollReply order = await new BootIdentity(front, clock, speaker.Language).EnrollAsync(address, fleet, boot, machine, arguments, cancellation).ConfigureAwait(false);

        // The drive first: what must not be wiped must not lease a job either.
        OwnCarrier carrier = OwnCarrier.Open(arguments, order);
        using Target target = carrier.Target;
        stick?.RefuseTarget(target);
        string person = arguments.Optional("--operator") ?? front.Ask(front.Words.ScanBadge) ?? throw arguments.Wrong("--operator is missing");
        StationFolder folder = StationFolder.At(Path.Combine(arguments.Optional("--data") ?? MemoryFolder, boot.KeyId.ToString()[..16]));
        var board = new RunBoard(folder.Runs, target, carrier.Serial.Value, clock);
        return await board.KeepAsync(async () =>
        {
            DriveControl? drive = drives.Of(target);
            using var server = new ServerClient(address, boot, clock, speaker.Language);
            OwnJob own = await new OwnClaim(front, server, clock).AskAsync(carrier, arguments.Optional("--confirm"), person, DriveSource.MediumOf(drive, target), cancellation).ConfigureAwait(false);
            board.Claimed(own.Job.JobId);
            JobFolder job = folder.Job(own.Job.JobId);
            job.Save(own.Job);
            if (own.LastStep is { } last)
            {
                // The chain goes on where the earlier boot left it.
                job.Save(last);
            }

            using var remote = new ServerJournal(server, own.Job.JobId, speaker) { Stop = cancellation };
            IWipeJournal journal = stick is null ? remote : stick.JournalOf(own.Job);
            if (stick is null)
            {
                await remote.LoadAsync(own.JournalRevision, cancellation).ConfigureAwait(false);
            }

            Announce(front, carrier, own, journal, stick);
            var session = new WipeSession(speaker, clock, job, server, boot, target, carrier.Serial, own.Job)
            {
                Options = WipeCarrier.OptionsOf(arguments),
                Quiet = arguments.Has("--quiet"),
                Words = front.Words.Progress,
                Board = board,
                ScannedSerial = arguments.Optional("--serial"),
                Drive = drive,
                AskEvery = drives.AskEvery,
                StuckAfter = drives.StuckAfter,
                DeviceSerial = null,
                Journal = journal,
                LosesSteps = true,
                Send = stick is null ? remote.SendWaitingAsync : static _ => Task.CompletedTask,
                Begun = remote.Begin,
            };
            WipeResult result = await session.RunAsync(cancellation).ConfigureAwait(false);
            await remote.TrySendWaitingAsync().ConfigureAwait(false);
            JsonObject facts = Summary.Of(own.Job, result);
            (facts["stationId"], facts["journalOn"], facts["goneOnWith"]) = (order.StationId.ToString(), stick is null ? "server" : "stick", own.Resumed);
            if (result.Failures.Contains("stopped"))
            {
                _stopped = true;
                board.Stopped();
                facts["outcome"] = "stopped";
                return speaker.Result(ExitCode.NotProven, facts, () => front.Words.Lines(result, own.Job));
            }

            board.Reporting();
            EvidenceDocument evidence = new EvidenceOf(own.Job, order.StationId, person, arguments.Optional("--serial"), carrier.Label)
            {
                Before = target.Drive ?? drive?.Facts, After = target.ReadDrive(), Host = machine.Host,
            }.Build(result);
            byte[] bytes = EvidenceWriter.Write(evidence);
            job.Save(new EvidenceSubmission { Evidence = bytes, Signature = boot.Sign(bytes), StepChainHead = session.Steps.Head });
            var report = new Report(speaker, clock) { Away = () => front.Tell(front.Words.KeepPowered) };
            return await report.SendUntilTakenAsync(job, server, facts, result.Proven, () => front.Words.Lines(result, own.Job), cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static void Announce(Front front, OwnCarrier carrier, OwnJob own, IWipeJournal journal, JournalStick? stick)
    {
        front.Tell(front.Words.ThisDrive, $"{carrier.Target.Drive?.Model ?? carrier.Label?.Model} {carrier.Serial.Value}", carrier.Target.Identity.SizeBytes, own.Job.Slot);
        front.Tell(stick is null ? front.Words.KeptOnServer : front.Words.KeptOnStick, stick?.Name);
        if (journal.Read() is { } entry)
        {
            front.Tell(front.Words.Resumed, entry.WatermarkBytes, entry.Identity.SizeBytes);
        }
    }
}
