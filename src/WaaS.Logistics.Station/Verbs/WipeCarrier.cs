using System.Text.Json.Nodes;
using Microsoft.Win32.SafeHandles;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Reporting;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>One carrier, one job: open, claim, ask, overwrite, read back, report.</summary>
internal sealed class WipeCarrier(Speaker speaker, TimeProvider clock, DriveSource drives)
{
    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        // Asked for here, so that what is missing is said before anything is opened.
        _ = arguments.Required("--operator");
        _ = CarrierChoice.Computer(arguments);
        StationFolder folder = StationFolder.At(arguments.Required("--data"));
        Enrolment enrolment = folder.ReadEnrolment()
            ?? throw new TargetRefusedException("station.not-enrolled", "This folder is not enrolled: run waas-station enroll first.");

        // The carrier first: what must not be wiped must not lease a job either.
        using Target target = Open(arguments, new OthersErase(speaker, arguments.Address("--server") ?? enrolment.Server, folder.ReadKey, clock));
        CarrierLabel? label = target.Drive is null ? CarrierLabel.Beside(target.ImagePath) : null;
        string? scanned = arguments.Optional("--serial");
        CarrierSerial serial = CarrierChoice.SerialOf(target, label, scanned);

        var board = new RunBoard(folder.Runs, target, serial.Value, clock);
        return await board.KeepAsync(() => WipeAsync(arguments, folder, enrolment, target, label, serial, board, cancellation)).ConfigureAwait(false);
    }

    private static Target Open(Arguments arguments, OthersErase others)
    {
        try
        {
            return CarrierChoice.Of(arguments, unlock: true, others.LeftIt).Open();
        }
        catch (TargetRefusedException refused) when (others.Explained(refused) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<ExitCode> WipeAsync(
        Arguments arguments, StationFolder folder, Enrolment enrolment, Target target, CarrierLabel? label, CarrierSerial serial, RunBoard board, CancellationToken cancellation)
    {
        string person = arguments.Required("--operator");
        string? computer = CarrierChoice.Computer(arguments), scanned = arguments.Optional("--serial");
        DriveControl? drive = drives.Of(target);
        using SigningKey key = folder.ReadKey();
        using var server = new ServerClient(arguments.Address("--server") ?? enrolment.Server, key, clock, speaker.Language);
        var claims = new Claiming(folder, server);
        (Claim claim, Job job) = await claims.ClaimAsync(serial.Value, computer, person, DriveSource.MediumOf(drive, target), cancellation).ConfigureAwait(false);

        board.Claimed(job.JobId);
        JobFolder jobFolder = folder.Job(job.JobId);
        using SafeFileHandle mine = jobFolder.TryLock()
            ?? throw new TargetRefusedException("job.in-work", $"Another process of this station works on job {job.JobId}.");
        var report = new Report(speaker, clock);
        ExitCode code;
        if (jobFolder.ReadReply() is not null)
        {
            throw new TargetRefusedException("job.reported-before", $"Job {job.JobId} was done and reported before: ask the server for a new one.");
        }

        if (jobFolder.ReadEvidence() is not null)
        {
            speaker.Tell(speaker.Line.OnlyReport);
            code = await report.SendAsync(jobFolder, server, [], jobFolder.Journal.Read()?.State == JournalState.Proven, static () => [], cancellation).ConfigureAwait(false);
        }
        else
        {
            jobFolder.Save(job);
            var session = new WipeSession(speaker, clock, jobFolder, server, key, target, serial, job)
            {
                Options = OptionsOf(arguments),
                Quiet = arguments.Has("--quiet"),
                Board = board,
                ScannedSerial = scanned,
                Drive = drive,
                AskEvery = drives.AskEvery,
                StuckAfter = drives.StuckAfter,
                DeviceSerial = computer,
            };
            WipeResult result = await session.RunAsync(cancellation).ConfigureAwait(false);
            JsonObject facts = Summary.Of(job, result);
            if (result.Failures.Contains("stopped"))
            {
                board.Stopped();
                facts["outcome"] = "stopped";
                return speaker.Result(ExitCode.NotProven, facts, () => Summary.Words(ExitCode.NotProven, result, job));
            }

            board.Reporting();
            EvidenceDocument evidence = new EvidenceOf(job, enrolment.StationId, person, scanned, label) { Before = target.Drive ?? drive?.Facts, After = target.ReadDrive() }.Build(result);
            byte[] bytes = EvidenceWriter.Write(evidence);
            jobFolder.Save(new EvidenceSubmission { Evidence = bytes, Signature = key.Sign(bytes), StepChainHead = session.Steps.Head });
            code = await report.SendAsync(jobFolder, server, facts, result.Proven, () => Summary.Words(ExitCode.Done, result, job), cancellation).ConfigureAwait(false);
        }

        // What the server has answered, well or not, is over: the carrier's next wipe is another job.
        if (jobFolder.ReadReply() is not null || code == ExitCode.NotAccepted)
        {
            folder.Forget(claim);
        }

        return code;
    }

    internal static RunOptions OptionsOf(Arguments arguments) => new()
    {
        Threads = arguments.Number("--threads", new RunOptions().Threads, 1, 64),
        BytesPerSecond = arguments.Number("--limit-mb", 0, 0, 100_000) * 1_000_000L,
    };
}
