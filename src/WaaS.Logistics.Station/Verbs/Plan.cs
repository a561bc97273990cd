using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Takes every check a wipe takes before its first write, asks the server what a claim would give, and then lets go.</summary>
internal sealed class Plan(Speaker speaker, TimeProvider clock, DriveSource drives)
{
    public async Task<ExitCode> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        string? scanned = arguments.Optional("--serial");
        // Whoever names no station has nobody to be asked for.
        string? asking = arguments.Has("--carrier-only") ? null : arguments.Optional("--data");
        StationFolder? station = asking is null ? null : StationFolder.Enrolled(asking);
        var others = station is null ? null : new OthersErase(speaker, AddressOf(station, arguments), station.ReadKey, clock, unlock: false);
        try
        {
            using Target target = CarrierChoice.Of(arguments, unlock: false, others is null ? null : others.LeftIt).Open();
            CarrierSerial serial = CarrierChoice.SerialOf(target, target.Drive is null ? CarrierLabel.Beside(target.ImagePath) : null, scanned);
            return asking is null
                ? CarrierOnly(target, serial)
                : await AskAsync(
                    station ?? throw new TargetRefusedException("station.not-enrolled", "This folder is not enrolled: run waas-station enroll first, or look at the carrier alone (--carrier-only)."),
                    target, serial, arguments, cancellation).ConfigureAwait(false);
        }
        catch (TargetRefusedException refused) when (refused.Drive is { } drive)
        {
            TargetRefusedException told = others?.Explained(refused) ?? refused;
            return speaker.Refuse(
                TargetRefusedException.For([.. told.All, .. AgainstSerial(told, drive, scanned)], drive), new JsonObject { ["drive"] = DriveFactsJson.Of(drive) });
        }
    }

    private static Uri AddressOf(StationFolder station, Arguments arguments) => arguments.Address("--server") ?? station.ReadEnrolment()!.Server;

    // A plan names everything that is wrong, not only what was found first.
    private static TargetRefusal[] AgainstSerial(TargetRefusedException refused, DriveFacts drive, string? scanned)
    {
        try
        {
            CarrierSerial.OfDrive(new DriveIdentity(drive.Serial, drive.SerialSource, drive.Wwn, drive.Eui64, drive.Nguid, drive.Model, drive.Firmware), scanned);
            return [];
        }
        catch (TargetRefusedException other)
        {
            return refused.All.Any(known => known.Rule == other.Rule) ? [] : [.. other.All];
        }
    }

    private async Task<ExitCode> AskAsync(StationFolder station, Target target, CarrierSerial serial, Arguments arguments, CancellationToken cancellation)
    {
        JsonObject facts = PlannedWipe.Facts(target, serial);
        DriveControl? drive = drives.Of(target);
        string? computer = CarrierChoice.Computer(arguments);
        try
        {
            using SigningKey key = station.ReadKey();
            using var server = new ServerClient(AddressOf(station, arguments), key, clock, speaker.Language);
            JobPlan planned = await new Claiming(station, server)
                .PlanAsync(serial.Value, computer, arguments.Optional("--operator"), DriveSource.MediumOf(drive, target), cancellation).ConfigureAwait(false);
            if (planned.HandedOut && station.Jobs().Any(job => job.JobId == planned.Job.JobId && job.ReadEvidence() is not null))
            {
                facts["outcome"] = "would-report";
                return speaker.Result(ExitCode.Done, facts, () => [.. PlannedWipe.OfCarrier(target, serial), "It was wiped by this station before: a wipe would only send its report. Nothing was written."]);
            }

            var wipe = new PlannedWipe(planned, target, serial, drive, computer, arguments.Optional("--serial"));
            return speaker.Result(ExitCode.Done, wipe.Add(facts), wipe.Words);
        }
        catch (ServerRefusedException refused)
        {
            speaker.Tell($"{speaker.Line.Outcome(ExitCode.Refused)}: {speaker.Line.WouldGiveNoJob(serial.Value, refused.Message)}");
            (facts["outcome"], facts["rule"], facts["message"]) = (Speaker.Word(ExitCode.Refused), refused.Rule, refused.Message);
            return speaker.Result(ExitCode.Refused, facts, static () => []);
        }
        catch (ServerUnreachableException away)
        {
            string sentence = speaker.Line.NotKnown(serial.Value, away.Message);
            speaker.Tell($"{speaker.Line.Outcome(ExitCode.Unreachable)}: {sentence}");
            (facts["outcome"], facts["rule"], facts["message"]) = (Speaker.Word(ExitCode.Unreachable), "server.unreachable", sentence);
            return speaker.Result(ExitCode.Unreachable, facts, static () => []);
        }
    }

    private ExitCode CarrierOnly(Target target, CarrierSerial serial)
    {
        JsonObject facts = PlannedWipe.Facts(target, serial);
        facts["outcome"] = "carrier-only";
        return speaker.Result(
            ExitCode.Done, facts,
            () => [.. PlannedWipe.OfCarrier(target, serial), "Nothing of the carrier speaks against a wipe. The server was NOT asked: whether it is ordered or held is not known. Nothing was written."]);
    }
}
