using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Takes every check a wipe takes before it asks the server, and then lets go.</summary>
internal sealed class Plan(Speaker speaker)
{
    public ExitCode Run(Arguments arguments)
    {
        string? scanned = arguments.Optional("--serial");
        try
        {
            using Target target = CarrierChoice.Of(arguments).Open();
            return Would(target, CarrierChoice.SerialOf(target, target.Drive is null ? CarrierLabel.Beside(target.ImagePath) : null, scanned));
        }
        catch (TargetRefusedException refused) when (refused.Drive is { } drive)
        {
            return speaker.Refuse(
                TargetRefusedException.For([.. refused.All, .. AgainstSerial(refused, drive, scanned)], drive), new JsonObject { ["drive"] = DriveFactsJson.Of(drive) });
        }
    }

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

    private ExitCode Would(Target target, CarrierSerial serial)
    {
        TargetIdentity identity = target.Identity;
        var observations = new JsonObject();
        foreach ((string name, string value) in target.Observations)
        {
            observations[name] = value;
        }

        return speaker.Result(
            ExitCode.Done,
            new JsonObject
            {
                ["outcome"] = "would-wipe",
                ["path"] = target.Path,
                ["kind"] = identity.Kind.ToString().ToLowerInvariant(),
                ["sizeBytes"] = identity.SizeBytes,
                ["sectorBytes"] = identity.SectorBytes,
                ["serial"] = serial.Value,
                ["serialSource"] = serial.Source,
                ["observations"] = observations,
                ["drive"] = target.Drive is { } drive ? DriveFactsJson.Of(drive) : null,
            },
            () =>
            [
                $"{target.Path}: all {identity.SizeBytes:N0} bytes would be overwritten and read back.",
                .. target.Drive is { } drive ? [$"Drive {drive.Model}, bay {target.Observations["bay"]}, firmware {drive.Firmware}, {drive.Wwn}."] : Array.Empty<string>(),
                $"Carrier {serial.Value} ({serial.Source}). The server is asked whether it is ordered. Nothing was written.",
            ]);
    }
}
